/** The drawing of a post: what its bubble says, row by row, who stands in it, and what it shows for whoever cannot see it (M30). */
export type PostPicture = { readonly ground: 'teal' | 'plum' | 'sun'; readonly rows: readonly string[]; readonly alt: string };

/** A post in two lengths, the short one for where room is scarce, with its picture. */
export type Post = { readonly id: string; readonly title: string; readonly short: string; readonly long: string; readonly picture: PostPicture };

/** Where posts go: how many characters one may have there, and which length fits. Limits as of November 2026. */
export type Platform = { readonly name: string; readonly most: number; readonly length: 'short' | 'long' };

/** The places that supporters post in. */
export const platforms: readonly Platform[] = [
  { name: 'X', most: 280, length: 'short' },
  { name: 'Bluesky', most: 300, length: 'short' },
  { name: 'Threads', most: 500, length: 'long' },
  { name: 'Mastodon', most: 500, length: 'long' },
  { name: 'WhatsApp channel', most: 1024, length: 'long' },
  { name: 'Instagram', most: 2200, length: 'long' },
  { name: 'LinkedIn', most: 3000, length: 'long' },
  { name: 'Facebook', most: 63206, length: 'long' },
];

const SIGN = '\n\n{name} · {contact}';
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
      alt: 'A drawing: a speech bubble says “Talk early, talk often.” Two simple round and pointed figures stand below it.',
    },
  },
  {
    id: 'pressure',
    title: 'Pressure is the problem',
    short: `“Don’t you trust me?” “Just one.” That is pressure, and the person who says it is the one who should stop.${SIGN}`,
    long: `“Don’t you trust me?” “Just one.” “I won’t show anyone.” That is pressure, however friendly it sounds, and the person who says it is the one who should stop. Nobody owes anybody a private picture. You can tell someone: Childline, 0800 1111.${SIGN}`,
    picture: {
      ground: 'plum',
      rows: ['Pressure', 'is the', 'problem.'],
      alt: 'A drawing: a speech bubble says “Pressure is the problem.” Two simple round and pointed figures stand below it.',
    },
  },
  {
    id: 'a-no',
    title: 'A no is an answer',
    short: `A no is an answer. It needs no reason, and it does not need saying twice. Saying nothing is all right too.${SIGN}`,
    long: `A no is an answer. It needs no reason, and it does not need saying twice. “Got to go” is a no. Saying nothing is all right too. If somebody keeps asking, you can leave the chat and tell someone you trust.${SIGN}`,
    picture: {
      ground: 'teal',
      rows: ['A no is', 'an answer.'],
      alt: 'A drawing: a speech bubble says “A no is an answer.” Two simple round and pointed figures stand below it.',
    },
  },
  {
    id: 'the-day',
    title: 'Safer Internet Day',
    short: `Today is Safer Internet Day. Our part: no pressure for private pictures, and help for anyone who needs it. Childline: 0800 1111.${TAG}${SIGN}`,
    long: `Today is Safer Internet Day. Our part in it: nobody should be pushed for a private picture, whoever asks is the one who should stop, and help is there whatever has happened. Tell an adult you trust, or call Childline, free, on 0800 1111.${TAG}${SIGN}`,
    picture: {
      ground: 'teal',
      rows: ['Safer', 'Internet Day', '9 February 2027'],
      alt: 'A drawing: a speech bubble says “Safer Internet Day, 9 February 2027.” Two simple round and pointed figures stand below it.',
    },
  },
  {
    id: 'leave-it',
    title: 'For whoever asks',
    short: `Heard a no, or no answer? Leave it there. Don’t ask again, don’t joke about it, don’t ask for a reason.${SIGN}`,
    long: `Heard a no, or no answer? Leave it there. Don’t ask again, don’t joke about it, don’t ask for a reason. If you have been pushing someone, you can stop today and say sorry. That takes courage, and it is the right thing to do.${SIGN}`,
    picture: {
      ground: 'sun',
      rows: ['Heard a no?', 'Leave it', 'there.'],
      alt: 'A drawing: a speech bubble says “Heard a no? Leave it there.” Two simple round and pointed figures stand below it.',
    },
  },
  {
    id: 'friends',
    title: 'For friends',
    short: `Something private goes round? Don’t pass it on. Ask “Are you all right? I’ll come with you”, and tell an adult together.${SIGN}`,
    long: `Something private goes round? Don’t pass it on, and don’t laugh along. Ask the person it is about: “Are you all right? I’ll come with you.” Then tell an adult you trust together. One friend makes a difference.${SIGN}`,
    picture: {
      ground: 'plum',
      rows: ['Don’t pass', 'it on.', 'Ask: you OK?'],
      alt: 'A drawing: a speech bubble says “Don’t pass it on. Ask: you OK?” Two simple round and pointed figures stand below it.',
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
      alt: 'A drawing: a speech bubble says “You can put it right.” Two simple round and pointed figures stand below it.',
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
      alt: 'A drawing: a speech bubble says “You can tell someone.” Two simple round and pointed figures stand below it.',
    },
  },
];
