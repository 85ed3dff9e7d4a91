import { disclose } from '../../src/poll/disclose.ts';
import type { EarlierTally } from '../../src/poll/disclose.ts';
import { asking, tallyOf } from './asking.ts';
import { everyCourse, everyNext, openSolver, turnoutOf, type Course } from './history-solver.ts';

/** One round of a history: its turnout, whether anyone was told of it, and the hands beside it. */
export type Round = { readonly turnout: number; readonly isTold?: boolean; readonly isDiscarded?: true; readonly hands?: readonly number[] };

/** What a history of rounds publishes, each beside those before it, as every course of it would have it. */
function openPublisher(options: number, rounds: readonly Round[], { isAware = true } = {}) {
  const question = asking(options);
  const known = new Map<string, string>();
  return (courses: readonly Course[]): readonly string[] =>
    courses.flatMap((course, at) => {
      const { hands, isTold = true } = rounds[at] ?? {};
      if (!isTold) return ['nothing'];
      const name = JSON.stringify(courses.slice(0, at + 1));
      const published =
        known.get(name) ?? JSON.stringify(disclose(question, tallyOf(course, hands), isAware ? earlierOf(courses.slice(0, at), rounds) : []));
      known.set(name, published);
      return [published];
    });
}

function earlierOf(courses: readonly Course[], rounds: readonly Round[]): readonly EarlierTally[] {
  return courses.map((course, at) => {
    const { turnout = 0, isTold = true, isDiscarded, hands } = rounds[at] ?? {};
    return isDiscarded ? { turnout, isTold: false } : { ...tallyOf(course, hands), isTold };
  });
}

/** Every course of a history in which nobody changed their answer: only arrivals, or only leavers, between one round and the next, if it is near. */
function everyHistory(options: number, [first, ...more]: readonly Round[]): readonly (readonly Course[])[] {
  let histories: readonly (readonly Course[])[] = everyCourse(options, first?.turnout ?? 0).map((course) => [course]);
  for (const { turnout } of more) {
    histories = histories.flatMap((history) => {
      const last = history.at(-1) ?? { chose: [], passes: 0 };
      const more = turnout - turnoutOf(last);
      return (Math.abs(more) > 4 ? everyCourse(options, turnout) : everyNext(last, more)).map((next) => [...history, next]);
    });
  }
  return histories;
}

/** As well between any two rounds whose turnouts are near. */
function isOneWay(history: readonly Course[]): boolean {
  return history.every((one, at) =>
    history.slice(at + 1).every((other) => {
      const more = turnoutOf(other) - turnoutOf(one);
      const moves = [...other.chose, other.passes].map((count, place) => count - ([...one.chose, one.passes][place] ?? 0));
      return Math.abs(more) > 4 || moves.every((move) => (more === 0 ? move === 0 : move * more >= 0));
    }),
  );
}

/** What can be worked out of a history by someone who knows every turnout and all hands. */
export function foundIn(
  options: number,
  rounds: readonly Round[],
  how: { readonly isAware?: boolean; readonly isOneWay?: boolean } = {},
): readonly string[] {
  const solver = openSolver();
  const publish = openPublisher(options, rounds, how);
  const histories = everyHistory(options, rounds).filter((history) => how.isOneWay !== true || isOneWay(history));
  for (const history of histories) solver.add(publish(history), history);
  return solver.givenAway();
}
