import { describe, expect, it } from 'vitest';
import { disclose } from '../../src/poll/disclose.ts';
import { detailsFor } from '../../src/poll/detail.ts';
import { everySortedTally, everyTally } from './all-tallies.ts';
import { asking, tallyOf } from './asking.ts';
import { everyCourse, openSolver, type Course } from './history-solver.ts';
import { isThorough } from '../thorough.ts';

/** The groups that one round by itself gives away, to someone who knows how many passed and to someone who does not. */
function foundAt(options: number, turnout: number): readonly string[] {
  const solver = openSolver();
  const question = asking(options);
  for (const course of everyCourse(options, turnout)) {
    solver.add([JSON.stringify(disclose(question, tallyOf(course)))], [course]);
  }
  return solver.givenAway();
}

const all = (chose: readonly number[]): Course => ({ chose, passes: 0 });

/** All there is takes minutes. */
const WHOLE = { timeout: isThorough ? 3_600_000 : 120_000 };

describe('one round by itself', () => {
  it(
    '[D4] [D5] gives away no group of one to four, nor how many passed: two options, 10 to 60 tablets',
    WHOLE,
    () => {
      for (let turnout = 10; turnout <= 60; turnout += isThorough || turnout < 24 ? 1 : 4) {
        expect(foundAt(2, turnout)).toEqual([]);
      }
    },
  );

  it(
    '[D4] [D5] gives away no group of one to four, nor how many passed: three options, 10 to 40 tablets',
    WHOLE,
    () => {
      for (let turnout = 10; turnout <= 40; turnout += isThorough || turnout < 16 ? 1 : 8) {
        expect(foundAt(3, turnout)).toEqual([]);
      }
    },
  );

  it.each([
    [4, 10],
    [4, 13],
    [4, 16],
    [5, 10],
    [5, 12],
  ])(
    '[D4] [D5] gives away no group of one to four, nor how many passed: %i options, %i tablets',
    (options, turnout) => {
      expect(foundAt(options, turnout)).toEqual([]);
    },
  );

  it(
    '[D4] gives away no group of one to four without passes: four and five options, 10 to 60 tablets',
    WHOLE,
    () => {
      for (const options of [4, 5]) {
        const max = isThorough ? 60 : options === 4 ? 40 : 30;
        for (let turnout = 10; turnout <= max; turnout += 1) {
          expect(sortedlyFound(options, turnout)).toEqual([]);
        }
      }
    },
  );

  it('[D4] is needed: bands alone would give two or three of ten away', () => {
    const { detailOf } = detailsFor({ options: 2, turnout: 10, arrivals: 0 });
    expect([detailOf(all([10, 0])).detail, detailOf(all([8, 2])).detail]).toEqual([
      'bands',
      'words',
    ]);
  });

  it('[D4] is disclosed in bands for nearly every class of 24 or more', () => {
    const { detailOf } = detailsFor({ options: 4, turnout: 27, arrivals: 0 });
    const tallies = [...everySortedTally(4, 27)];
    const inBands = tallies.filter((chose) => detailOf(all(chose)).detail === 'bands');
    expect(inBands.length / tallies.length).toBeGreaterThan(0.9);
  });

  it('[D4] goes down to the largest option, then to words, in a small class', () => {
    const { detailOf } = detailsFor({ options: 3, turnout: 12, arrivals: 0 });
    expect(
      [
        [12, 0, 0],
        [8, 2, 2],
        [5, 5, 2],
      ].map((chose) => detailOf(all(chose)).detail),
    ).toEqual(['bands', 'largest', 'words']);
  });

  it('[D5] never says by what is left out that a pupil passed: each result in bands may be without passes', () => {
    for (const [options, turnout] of [
      [2, 24],
      [3, 20],
      [4, 14],
    ] as const) {
      const inBands = (course: Course) =>
        JSON.stringify(disclose(asking(options), tallyOf(course)));
      const withoutPasses = new Set(
        [...everyTally(options, turnout)].map((chose) => inBands(all(chose))),
      );
      const banded = everyCourse(options, turnout).map(inBands);
      expect(banded.filter((one) => one.includes('bands') && !withoutPasses.has(one))).toEqual([]);
    }
  });

  it('[D5] is disclosed in words alone where fewer than ten answered, and as too few by turnout alone', () => {
    const levelOf = (chose: readonly number[], passes: number) =>
      disclose(asking(2), tallyOf({ chose, passes })).rung;
    expect([
      levelOf([9, 0], 0),
      levelOf([9, 0], 1),
      levelOf([10, 0], 0),
      levelOf([0, 0], 9),
      levelOf([0, 0], 10),
    ]).toEqual(['too-few', 'words', 'bands', 'too-few', 'words']);
  });
});

/** As `foundAt`, for tallies without passes, and those alone that are not another one with its options renamed. */
function sortedlyFound(options: number, turnout: number): readonly string[] {
  const { detailOf } = detailsFor({ options, turnout, arrivals: 0 });
  const open = new Map<string, boolean>();
  for (const chose of everySortedTally(options, turnout)) {
    const detail = detailOf(all(chose));
    const blocks = chose.map((_, at) =>
      detail.detail === 'bands'
        ? detail.bands[at]
        : detail.detail === 'largest' && at === detail.at
          ? 'largest'
          : 'rest',
    );
    for (let group = 1; group < 2 ** options - 1; group += 1) {
      const size = chose.reduce((sum, count, at) => (group & (1 << at) ? sum + count : sum), 0);
      const name = `${turnout} ${blocks.join()}: ${blocks.filter((_, at) => group & (1 << at)).join()}`;
      open.set(name, open.get(name) === true || size === 0 || size > 4);
    }
  }
  return [...open].filter(([, isOpen]) => !isOpen).map(([name]) => name);
}
