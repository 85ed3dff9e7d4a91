import type { Cast, tones } from './post-cast.ts';

/**
 * The drawing of a post: what its bubble says, row by row, who stands in it, which of them speaks,
 * and its description for people who cannot see it (M30).
 */
export type PostPicture = {
  readonly ground: keyof typeof tones;
  readonly rows: readonly string[];
  readonly cast: Cast;
  readonly speaks: number;
  readonly alt: string;
};

/** A post in two lengths, the short one for where room is scarce, with its picture. */
export type Post = {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly long: string;
  readonly picture: PostPicture;
};

/** Where posts go: how many characters one may have there, and which length fits. Limits as of November 2026. */
export type Platform = {
  readonly name: string;
  readonly max: number;
  readonly length: 'short' | 'long';
};

/** The places for which a post has too many characters; `length` is which of its two lengths it is. */
export function tooLongFor(text: string, length: Platform['length']): readonly string[] {
  const many = [...text].length;
  return platforms
    .filter((one) => (length === 'short' || one.length === length) && many > one.max)
    .map(({ name }) => name);
}

/** The places that supporters post in. */
export const platforms: readonly Platform[] = [
  { name: 'X', max: 280, length: 'short' },
  { name: 'Bluesky', max: 300, length: 'short' },
  { name: 'Threads', max: 500, length: 'long' },
  { name: 'Mastodon', max: 500, length: 'long' },
  { name: 'WhatsApp channel', max: 1024, length: 'long' },
  { name: 'Instagram', max: 2200, length: 'long' },
  { name: 'LinkedIn', max: 3000, length: 'long' },
  { name: 'Facebook', max: 63206, length: 'long' },
];

const SIGN = '\n\n{name} · {contact}{address}';
const TAG = ' #SaferInternetDay';

/** The posts, in the order of the schedule. */
export const posts: readonly Post[] = [
  {
    id: 'families',
    title: 'For families',
    short: `Talk early, talk often, and start with a story: “What would you tell a friend who kept being asked for pictures?” Then listen.${SIGN}`,
    long: `Talk early, talk often. In the car, over the washing-up. Start with a story: “What would you tell a friend who kept being asked for pictures?” Then listen. And say it now: “You can always tell me, and we will sort it out together.”${SIGN}`,
    picture: {
      ground: 'sun',
      rows: ['Talk early,', 'talk often.'],
      cast: [
        { kind: 'round', size: 1, looks: 'right', tone: 0 },
        { kind: 'point', size: 0.62, looks: 'left', tone: 1 },
      ],
      speaks: 0,
      alt: 'A drawing: a speech bubble says “Talk early, talk often.” A tall round figure and a small pointed one look at each other below it.',
    },
  },
  {
    id: 'pressure',
    title: 'Pressure is the problem',
    short: `“Don’t you trust me?” “Just one.” That is pressure, and the person who says it is the one who should stop.${SIGN}`,
    long: `“Don’t you trust me?” “Just one.” “I won’t show anyone.” That is pressure, however friendly it sounds, and the person who says it is the one who should stop. Nobody owes anyone a private picture. You can tell someone: Childline, 0800 1111.${SIGN}`,
    picture: {
      ground: 'plum',
      rows: ['Pressure', 'is the', 'problem.'],
      cast: [
        { kind: 'round', size: 1, looks: 'right', tone: 0 },
        { kind: 'asks' },
        { kind: 'point', size: 0.66, looks: 'right', tone: 1 },
      ],
      // The one who is pressured says it, never the one who sends the messages.
      speaks: 2,
      alt: 'A drawing: a small figure, which looks away from three messages of a tall one, says “Pressure is the problem.”',
    },
  },
  {
    id: 'a-no',
    title: 'A no is an answer',
    short: `A no is an answer. It needs no reason, and it does not need saying twice. Saying nothing is all right too.${SIGN}`,
    long: `A no is an answer. It needs no reason, and it does not need saying twice. “Got to go” is a no. Saying nothing is all right too. If someone keeps asking, you can leave the chat and tell someone you trust.${SIGN}`,
    picture: {
      ground: 'teal',
      rows: ['A no is', 'an answer.'],
      cast: [
        { kind: 'round', size: 0.78, looks: 'right', tone: 0 },
        { kind: 'space', size: 0.5 },
        { kind: 'point', size: 1, looks: 'out', tone: 1 },
      ],
      speaks: 2,
      alt: 'A drawing: a speech bubble says “A no is an answer.” A pointed figure says it calmly; a round one keeps its distance.',
    },
  },
  {
    id: 'the-day',
    title: 'Safer Internet Day',
    short: `Today is Safer Internet Day. Our part: no pressure for private pictures, and help for anyone who needs it. Childline: 0800 1111.${TAG}${SIGN}`,
    long: `Today is Safer Internet Day. Our part in it: nobody should be pushed for a private picture, the person who asks is the one who should stop, and help is there whatever has happened. Tell an adult you trust, or call Childline, free, on 0800 1111.${TAG}${SIGN}`,
    picture: {
      ground: 'teal',
      rows: ['Safer', 'Internet Day', '9 February 2027'],
      cast: [
        { kind: 'round', size: 0.66, looks: 'right', tone: 0 },
        { kind: 'point', size: 0.7, looks: 'out', tone: 1 },
        { kind: 'round', size: 0.66, looks: 'out', tone: 2 },
        { kind: 'point', size: 0.7, looks: 'out', tone: 0 },
        { kind: 'round', size: 0.66, looks: 'left', tone: 1 },
      ],
      speaks: 2,
      alt: 'A drawing: a speech bubble says “Safer Internet Day, 9 February 2027.” Five figures are side by side below it, none larger than the others.',
    },
  },
  {
    id: 'leave-it',
    title: 'For people who ask',
    short: `Heard a no, or no answer? Leave it there. Don’t ask again, don’t joke about it, don’t ask for a reason.${SIGN}`,
    long: `Heard a no, or no answer? Leave it there. Don’t ask again, don’t joke about it, don’t ask for a reason. If you have been pushing someone, you can stop today and say sorry. That takes courage, and it is the right thing to do.${SIGN}`,
    picture: {
      ground: 'sun',
      rows: ['Heard a no?', 'Leave it', 'there.'],
      cast: [
        { kind: 'round', size: 0.95, looks: 'left', tone: 0 },
        { kind: 'space', size: 0.9 },
        { kind: 'point', size: 0.8, looks: 'out', tone: 1 },
      ],
      speaks: 2,
      alt: 'A drawing: a speech bubble says “Heard a no? Leave it there.” A round figure has turned away from a pointed one, far apart.',
    },
  },
  {
    id: 'friends',
    title: 'For friends',
    short: `Something private going round? Don’t pass it on. Ask “Are you all right? I’ll come with you”, and tell an adult together.${SIGN}`,
    long: `Something private going round? Don’t pass it on, and don’t laugh along. Ask the person it is about: “Are you all right? I’ll come with you.” Then tell an adult you trust together. One friend makes a difference.${SIGN}`,
    picture: {
      ground: 'plum',
      rows: ['Don’t pass', 'it on.', 'Ask: you OK?'],
      cast: [
        { kind: 'round', size: 0.86, looks: 'right', tone: 0 },
        { kind: 'point', size: 0.7, looks: 'out', tone: 1 },
        { kind: 'round', size: 0.86, looks: 'left', tone: 2 },
      ],
      speaks: 0,
      alt: 'A drawing: a speech bubble says “Don’t pass it on. Ask: you OK?” Two figures are close beside a third below it, and look at it.',
    },
  },
  {
    id: 'put-right',
    title: 'Putting it right',
    short: `Asked, or passed something on? You can put it right: stop, say sorry, tell an adult. Help is there for you too.${SIGN}`,
    long: `Asked for a picture, or passed something on? You can put it right. Stop. Say sorry. Tell an adult you trust, and they will help with what comes next. Help is there for you too: Childline, 0800 1111.${SIGN}`,
    picture: {
      ground: 'teal',
      rows: ['You can', 'put it right.'],
      cast: [
        { kind: 'point', size: 0.95, looks: 'right', tone: 1 },
        { kind: 'space', size: 0.2 },
        { kind: 'round', size: 0.9, looks: 'left', tone: 0 },
      ],
      speaks: 0,
      alt: 'A drawing: a speech bubble says “You can put it right.” A pointed and a round figure face each other below it.',
    },
  },
  {
    id: 'tell-someone',
    title: 'You can tell someone',
    short: `Whatever has happened, if you were pressured it is not your fault. You can tell someone: an adult you trust, or Childline, 0800 1111.${SIGN}`,
    long: `Whatever has happened, if you were pressured it is not your fault. You can tell someone: an adult you trust, your {teacher}, or Childline, free, on 0800 1111. You do not have to wait until it gets worse. In danger now? Call 999.${SIGN}`,
    picture: {
      ground: 'plum',
      rows: ['You can', 'tell someone.'],
      cast: [
        { kind: 'point', size: 1, looks: 'right', tone: 1 },
        { kind: 'round', size: 0.62, looks: 'left', tone: 0 },
        { kind: 'round', size: 0.8, looks: 'left', tone: 2 },
      ],
      speaks: 0,
      alt: 'A drawing: a speech bubble says “You can tell someone.” Two larger figures listen to a small one below it.',
    },
  },
];
