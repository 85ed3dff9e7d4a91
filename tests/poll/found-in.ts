import { disclose } from '../../src/poll/disclose.ts';
import type { EarlierTally } from '../../src/poll/disclose.ts';
import { asking, tallyOf } from './asking.ts';
import { everyCourse, everyNext, openSolver, turnoutOf, type Course } from './history-solver.ts';

/** One round of a history: its turnout, whether anyone was told of it, and the hands beside it. */
export type Round = {
  readonly turnout: number;
  readonly isDisclosed?: boolean;
  readonly isDiscarded?: true;
  readonly hands?: readonly number[];
};

function earlierOf(courses: readonly Course[], rounds: readonly Round[]): readonly EarlierTally[] {
  return courses.map((course, at) => {
    const { turnout = 0, isDisclosed = true, isDiscarded, hands } = rounds[at] ?? {};
    return isDiscarded
      ? { turnout, isDisclosed: false }
      : { ...tallyOf(course, hands), isDisclosed: isDisclosed };
  });
}

/** What a round may have been after those before it if no one changed their answer: only arrivals, or only leavers, since the last, if it is near. */
function everyRoundAfter(
  options: number,
  earlier: readonly Course[],
  turnout: number,
): readonly Course[] {
  const last = earlier.at(-1);
  const more = last === undefined ? Infinity : turnout - turnoutOf(last);
  return last === undefined || Math.abs(more) > 4
    ? everyCourse(options, turnout)
    : everyNext(last, more);
}

/** As well between any two rounds whose turnouts are near. */
function isOneWay(history: readonly Course[]): boolean {
  return history.every((one, at) =>
    history.slice(at + 1).every((other) => {
      const more = turnoutOf(other) - turnoutOf(one);
      const moves = [...other.chose, other.passes].map(
        (count, place) => count - ([...one.chose, one.passes][place] ?? 0),
      );
      return (
        Math.abs(more) > 4 || moves.every((move) => (more === 0 ? move === 0 : move * more >= 0))
      );
    }),
  );
}

/**
 * What can be worked out of a history by someone who knows every turnout and all hands; with `orOneWay` as well by
 * someone who knows besides that between any two rounds pupils only came, or only went.
 */
export function foundIn(
  options: number,
  rounds: readonly Round[],
  how: { readonly isAware?: boolean; readonly orOneWay?: boolean } = {},
): readonly string[] {
  const solver = openSolver();
  const oneWay = openSolver();
  const question = asking(options);

  /** Goes on from the rounds there were, each with what it published, to every history that they may have become. */
  function goOn(courses: readonly Course[], published: readonly string[]): void {
    const round = rounds[courses.length];
    if (round === undefined) {
      solver.add(published, courses);
      if (how.orOneWay === true && isOneWay(courses)) oneWay.add(published, courses);
      return;
    }
    const { turnout, hands, isDisclosed = true } = round;
    const earlier = how.isAware === false ? [] : earlierOf(courses, rounds);
    for (const course of everyRoundAfter(options, courses, turnout)) {
      const next = [...courses, course];
      goOn(next, [
        ...published,
        isDisclosed
          ? JSON.stringify(disclose(question, tallyOf(course, hands), earlier))
          : 'nothing',
      ]);
    }
  }

  goOn([], []);
  return [...solver.givenAway(), ...oneWay.givenAway()];
}
