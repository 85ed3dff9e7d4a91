import { namesOf } from '../../text/own.ts';
import type { AnsweredAsker, Tone } from './askers.ts';

/** A line to send, its asker and its tone (M14). */
export type Comeback = {
  readonly id: string;
  readonly asker: AnsweredAsker;
  readonly tone: Tone;
  readonly text: string;
};

type Lines = Readonly<Record<Tone, readonly string[]>>;

const lines: Readonly<Record<AnsweredAsker, Lines>> = {
  partner: {
    firm: [
      'No. I like you, and it’s still no.',
      'I don’t send pics like that. Please don’t ask me.',
      'It’s a no. Let’s talk about something else.',
      'I don’t owe anyone a picture.',
      'I’m not proving anything with a picture.',
    ],
    light: [
      'Nope. I only do pics of the dog.',
      'That’s a no from me, and a no from the cat.',
      'Nope. My phone only does photos of chips.',
      'No. My camera roll is 90% dog and it’s staying that way.',
    ],
    away: ['Got to go, tea’s ready.', 'On 2%, gtg', 'Got to help with dinner. Bye.'],
    leave: [
      'I don’t want to talk about this, so I’m off.',
      'This isn’t the chat I want to have with you. Night.',
    ],
  },
  friend: {
    firm: [
      'No. I don’t send those to anyone.',
      'Not doing that, and I don’t want to be asked.',
      'It’s not mine to send. No.',
      'Not everyone does, and I don’t.',
      'I didn’t ask for that, and I’m not sending one back.',
    ],
    light: [
      'lol no',
      'Is this a dare? It’s a no anyway.',
      'Error 404: pic not found',
      'You asked for a pic. Here’s a potato.',
    ],
    away: ['Got to go, I’m out with my family.', 'Can’t talk, I’m on the bus.'],
    leave: [
      'This has got weird. I’m leaving it here.',
      'I’m off this chat now. See you at school.',
    ],
  },
  group: {
    firm: [
      'I’m not sending anything in here.',
      'Not passing that on. It’s not ours.',
      'That’s someone’s private stuff. Stop sending it round.',
      'No one wants this in here. Stop.',
    ],
    light: [
      'Hard no. Anyway, who’s done the maths?',
      'No from me. Can we get back to the football?',
      'Wrong chat for that.',
      'New topic: worst school dinner ever. Go.',
    ],
    away: ['Muting this. Homework.', 'Off to sleep. Night, all.'],
    leave: [
      'I’m leaving this group. This isn’t OK.',
      'Not staying for this. Bye.',
      'Leaving. Message me when it’s back to normal.',
    ],
  },
};

const tonesInOrder: readonly Tone[] = ['firm', 'light', 'away', 'leave'];

/** Every line of ours, in the order of the cards. */
export const comebacks: readonly Comeback[] = namesOf(lines).flatMap((asker) =>
  tonesInOrder.flatMap((tone) =>
    lines[asker][tone].map((text, at) => ({
      id: `${asker}-${tone}-${at + 1}`,
      asker,
      tone,
      text,
    })),
  ),
);

const nextSteps: Readonly<Record<AnsweredAsker, readonly string[]>> = {
  partner: [
    'You can stop replying. A no does not need a reason.',
    'If they ask again, that is pressure, and they are the one who should stop.',
    'Tell someone you trust how it feels. You do not have to wait until it gets worse.',
  ],
  friend: [
    'You can put the phone down. A no does not need a reason.',
    'If they ask again, that is pressure, and they are the one who should stop.',
    'Tell someone you trust, or go with a friend.',
  ],
  group: [
    'Don’t pass anything on, and don’t react to it.',
    'Ask the person it is about: “Are you all right? I’ll come with you.”',
    'Tell an adult you trust. One person is enough.',
  ],
};

/** What next, once a line is sent. */
export function nextStepsAfter(asker: AnsweredAsker): readonly string[] {
  return nextSteps[asker];
}

/** The lines for who is asking, in a tone; `more` are those that a school's young people wrote. */
export function comebacksFor(
  asker: AnsweredAsker,
  tone: Tone,
  more: readonly Comeback[] = [],
): readonly Comeback[] {
  return [...comebacks, ...more].filter((line) => line.asker === asker && line.tone === tone);
}
