import { describe, expect, it } from 'vitest';
import { disclose } from '../../src/poll/disclose.ts';
import { chosenOf, isThorough } from '../thorough.ts';
import { asking, tallyOf } from './asking.ts';
import { foundIn } from './found-in.ts';
import { everyCourse, openSolver } from './history-solver.ts';

describe('hands beside tablets', () => {
  const grid = [0, 1, 2, 4, 7, 12];
  const everyHands = (options: number): readonly (readonly number[])[] =>
    options === 0
      ? [[]]
      : everyHands(options - 1).flatMap((some) => grid.map((count) => [...some, count]));

  it.each(
    isThorough
      ? [
          [2, 10, 40],
          [3, 10, 16],
        ]
      : [
          [2, 10, 20],
          [3, 10, 10],
        ],
  )(
    '[D5] bring out nothing, whatever is typed in and however often it is asked again: %i options, %i to %i tablets',
    (options, min, max) => {
      for (let turnout = min; turnout <= max; turnout += 1) {
        const solver = openSolver();
        for (const course of everyCourse(options, turnout)) {
          // All that a teacher could ever see of tablets that do not move, by trying all these hands.
          const all = everyHands(options).map((hands) =>
            JSON.stringify(disclose(asking(options), tallyOf(course, hands))),
          );
          solver.add([all.join()], [course]);
        }
        expect(solver.givenAway()).toEqual([]);
      }
    },
  );

  it.each([
    ['tablets alone, then hands as well', [undefined, [6, 5]]],
    [
      'five hands more',
      [
        [3, 4],
        [5, 7],
      ],
    ],
    [
      'one to four hands more',
      [
        [3, 4],
        [4, 4],
      ],
    ],
    [
      'the same hands',
      [
        [3, 4],
        [3, 4],
      ],
    ],
    [
      'three rounds of chosen hands',
      [
        [0, 9],
        [9, 0],
        [30, 30],
      ],
    ],
  ] as const)('[D5] beside tablets exactly as they were give no pupil away: %s', (_, hands) => {
    for (const turnout of chosenOf([10, 13, 17, 22, 27, 30], (one) => [10, 17, 27].includes(one))) {
      for (const more of [0, 1, -1, 3]) {
        const rounds = hands.map((some, at) => ({
          turnout: turnout + (at > 0 && turnout + more >= 10 ? more : 0),
          ...(some && { hands: some }),
        }));
        expect(foundIn(2, rounds)).toEqual([]);
      }
    }
  });

  it('[D5] make no difference to what is published of the tablets, only to how exactly a screen can say it', () => {
    for (const raised of [
      [0, 0, 5],
      [3, 1, 0],
      [9, 9, 9],
      [0, 20, 1],
    ]) {
      const beside = new Map<string, Set<string>>();
      for (const course of everyCourse(3, 14)) {
        const bare = JSON.stringify(disclose(asking(3), tallyOf(course)));
        beside.set(
          bare,
          (beside.get(bare) ?? new Set()).add(
            JSON.stringify(disclose(asking(3), tallyOf(course, raised))),
          ),
        );
      }
      expect([...beside.values()].map(({ size }) => size)).toEqual([...beside].map(() => 1));
    }
  });

  it('[D5] of many pupils are disclosed truly: a band, or two neighbouring ones, holds every count that fits', () => {
    const tally = tallyOf({ chose: [8, 20], passes: 0 }, [0, 12]);
    expect(disclose(asking(2), tally)).toMatchObject({
      rung: 'bands',
      bands: { a: 'up-to-a-quarter', b: 'three-quarters-or-more' },
    });
  });

  it('[D5] a second room whose tablets did not move says nothing that the first did not', () => {
    for (const course of everyCourse(2, 17)) {
      const [first, again] = [undefined, [4, 9]].map((hands) =>
        disclose(asking(2), tallyOf(course, hands)),
      );
      const alike = everyCourse(2, 17).filter(
        (other) => JSON.stringify(disclose(asking(2), tallyOf(other))) === JSON.stringify(first),
      );
      expect(
        new Set(alike.map((other) => JSON.stringify(disclose(asking(2), tallyOf(other, [4, 9])))))
          .size,
      ).toBe(1);
      expect(again?.rung).not.toBe('too-few');
    }
  });
});
