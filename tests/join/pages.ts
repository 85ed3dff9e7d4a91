import { openPage, type PupilEvent, type Page } from '../../src/pages/join/visit.ts';
import { step } from '../../src/pages/join/visit-step.ts';
import type { SharedAsked } from '../../src/poll/question.ts';
import type { Ballot, PupilView } from '../../src/room/protocol.ts';

/** A question as a room asks it. */
export function asked(id: string): SharedAsked {
  const options = ['a', 'b', 'c'].map((option) => ({
    id: option,
    label: option.toUpperCase(),
    text: `the words of ${option}`,
  }));
  return {
    id,
    kind: 'choice',
    picks: 'one',
    tag: 'character',
    prompt: `What about ${id}?`,
    options,
  };
}

/** A seat's ballots for two questions, three rounds each. */
const ballots: readonly Ballot[] = ['one', 'two'].flatMap((question) =>
  [1, 2, 3].map((round) => ({ question, round, ballot: `${question}-${round}` })),
);

export const waiting = { state: 'waiting', n: 1, questions: 2 } as const satisfies PupilView;
export const asking = {
  state: 'asking',
  n: 2,
  question: asked('one'),
  round: 1,
} as const satisfies PupilView;
export const closing = {
  state: 'closing',
  n: 3,
  question: asked('one'),
  round: 1,
} as const satisfies PupilView;
export const closed = {
  state: 'closed',
  n: 4,
  question: 'one',
  round: 1,
} as const satisfies PupilView;
export const finished = { state: 'finished', n: 5 } as const satisfies PupilView;

export const saw = (view: PupilView): PupilEvent => ({ type: 'viewed', view });
export const typed: PupilEvent = { type: 'typed', code: 'BKT472' };
export const seated: PupilEvent = { type: 'seated', code: 'BKT472', pass: 'pass', ballots };
export const chose = (answer: string): PupilEvent => ({ type: 'chose', answer });
export const acknowledged = (n: number, sealed = `sealed-${n}`): PupilEvent => ({
  type: 'acknowledged',
  n,
  sealed,
});
export const next: PupilEvent = { type: 'next', filler: 'filler' };
export const leave: PupilEvent = { type: 'leave', filler: 'filler' };

/** A page that all this has happened to, from the door on. */
export function pageAfter(...happenings: readonly PupilEvent[]): Page {
  return happenings.reduce(step, openPage(null, null, null));
}

/** A page whose pupil has a seat and sees the question. */
export function askedPage(...more: readonly PupilEvent[]): Page {
  return pageAfter(typed, seated, saw(asking), ...more);
}
