import type { EarlierTally } from '../../src/poll/disclose.ts';
import type { SharedQuestion } from '../../src/poll/question.ts';
import type { Count, Tally } from '../../src/poll/tally.ts';
import type { Course } from './history-solver.ts';
import { pressure } from './questions.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];

/** A question of so many options. */
export function asking(options: number): SharedQuestion {
  return { ...pressure, options: IDS.slice(0, options).map((id) => ({ id, label: id, text: id })) };
}

/** So many hands, option by option. */
function handsOf(counts: readonly number[]): Count {
  return {
    answering: counts.reduce((sum, count) => sum + count, 0),
    chose: Object.fromEntries(counts.map((count, at) => [IDS[at], count])),
  };
}

/** What tablets came to, and hands beside them. */
export function tallyOf({ chose, passes }: Course, hands?: readonly number[]): Tally {
  return { tablets: { ...handsOf(chose), passes }, hands: hands ? handsOf(hands) : null };
}

/** The same as a round before, which someone was told of. */
export function disclosedOf(course: Course, hands?: readonly number[]): EarlierTally {
  return { ...tallyOf(course, hands), isDisclosed: true };
}
