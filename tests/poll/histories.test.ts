import { describe, expect, it } from 'vitest';
import { disclose, discloseAfter } from '../../src/poll/disclose.ts';
import type { EarlierTally } from '../../src/poll/disclose.ts';
import { chosenOf, isThorough } from '../thorough.ts';
import { asking, tallyOf, disclosedOf } from './asking.ts';
import { foundIn } from './found-in.ts';
import type { Course } from './history-solver.ts';
import { signs, sureTwice } from './questions.ts';

const pairs = (min: number, max: number) =>
  Array.from({ length: max - min + 1 }, (_, at) => min + at).flatMap((first) =>
    [-4, -3, -2, -1, 0, 1, 2, 3, 4]
      .filter((more) => first + more >= 10)
      .map((more) => [{ turnout: first }, { turnout: first + more }] as const),
  );

/** A round of which everyone was told. */
const SHOWN = {};

/** All there is takes minutes. */
const WHOLE = { timeout: isThorough ? 3_600_000 : 120_000 };

describe('a question that is asked again', () => {
  it('[D5] would give away who joined, were each round disclosed for itself', () => {
    expect(foundIn(2, [{ turnout: 20 }, { turnout: 21 }], { isAware: false })).not.toEqual([]);
    expect(foundIn(2, [{ turnout: 20 }, { turnout: 21 }])).toEqual([]);
  });

  it('[D5] gives no pupil away who answered, passed, came or went: two options', WHOLE, () => {
    for (const rounds of isThorough ? pairs(10, 40) : [...pairs(10, 12), ...pairs(24, 24)]) {
      expect(foundIn(2, rounds)).toEqual([]);
    }
  });

  it('[D5] gives no pupil away who answered, passed, came or went: three options', WHOLE, () => {
    const chosen = pairs(11, 11);
    for (const rounds of isThorough ? pairs(10, 40) : chosen) {
      expect(foundIn(3, rounds)).toEqual([]);
    }
  });

  it.each([
    [4, 10, 11],
    [4, 13, 12],
    [5, 10, 11],
  ])(
    '[D5] gives no pupil away who answered, passed, came or went: %i options, %i tablets and then %i',
    (options, first, second) => {
      expect(foundIn(options, [{ turnout: first }, { turnout: second }])).toEqual([]);
    },
  );

  it(
    '[D5] gives no pupil away who answered, passed, came or went: three rounds, whichever were disclosed, discarded ones too',
    WHOLE,
    () => {
      for (const first of isThorough ? [10, 11, 12, 14, 16, 20, 24, 28] : [11]) {
        for (const [second, third] of [
          [0, 1],
          [1, 1],
          [1, 0],
          [1, 2],
          [-2, -2],
          [2, -1],
          ...(isThorough && first <= 12 ? ([[6, 2]] as const) : []),
          [4, 8],
        ] as const) {
          for (const how of [
            SHOWN,
            { isDisclosed: false },
            { isDisclosed: false, isDiscarded: true as const },
          ]) {
            const rounds = [
              { turnout: first },
              { turnout: first + second, ...how },
              { turnout: Math.max(first + third, 10) },
            ];
            expect(foundIn(2, rounds, { orOneWay: Math.abs(second) <= 4 })).toEqual([]);
            if (how === SHOWN) continue;
            expect(foundIn(2, [{ turnout: first, ...how }, ...rounds.slice(1)])).toEqual([]);
          }
        }
      }
    },
  );

  it('[D5] is disclosed as it is where as many turned out, and where five more or fewer did', () => {
    const before = { chose: [14, 14, 0, 0], passes: 0 };
    for (const after of [
      { chose: [4, 24, 0, 0], passes: 0 },
      { chose: [5, 28, 0, 0], passes: 0 },
    ]) {
      expect(disclose(asking(4), tallyOf(after), [disclosedOf(before)])).toEqual(
        disclose(asking(4), tallyOf(after)),
      );
    }
  });

  it('[D5] with one more is disclosed as before where that may be all that changed, and says so', () => {
    const [before, after] = [
      { chose: [8, 20], passes: 0 },
      { chose: [9, 20], passes: 0 },
    ];
    const alone = disclose(asking(2), tallyOf(before));
    const bands = 'bands' in alone ? alone.bands : undefined;
    expect(disclose(asking(2), tallyOf(after), [disclosedOf(before)])).toMatchObject({
      rung: 'bands',
      bands,
      asBefore: true,
    });
  });

  it('[D5] with one more is disclosed for itself where the class must have changed its mind', () => {
    const after = tallyOf({ chose: [22, 7], passes: 0 });
    expect(disclose(asking(2), after, [disclosedOf({ chose: [8, 20], passes: 0 })])).toEqual(
      disclose(asking(2), after),
    );
  });

  it('[D5] is disclosed in words after a round with almost as many that was not disclosed in bands', () => {
    const before = { chose: [8, 2, 2, 0], passes: 0 };
    expect(disclose(asking(4), tallyOf(before)).rung).toBe('largest');
    expect(
      disclose(asking(4), tallyOf({ chose: [4, 4, 5, 0], passes: 0 }), [disclosedOf(before)]).rung,
    ).toBe('words');
  });

  it('[D5] is held back option by option where several may be picked, and for the teacher after the lesson as well', () => {
    const few = (yes: number, all: number): EarlierTally => ({
      tablets: { answering: all, chose: { a: yes, b: 0, c: 0, d: 0 } },
      hands: null,
      isDisclosed: true,
    });
    const after = { tablets: { answering: 21, chose: { a: 8, b: 0, c: 0, d: 0 } }, hands: null };
    expect(disclose(signs, after)).toMatchObject({ shares: { a: 'about-half' } });
    expect(disclose(signs, after, [few(7, 20)])).not.toMatchObject({ shares: { a: 'about-half' } });
    const rounds = { round: 2, tally: tallyOf({ chose: [8, 13, 0, 0], passes: 0 }) };
    const before = disclosedOf({ chose: [7, 13, 0, 0], passes: 0 });
    expect(discloseAfter(sureTwice, rounds, [before]).told).not.toEqual(
      discloseAfter(sureTwice, rounds).told,
    );
  });

  it('[D5] still shows a class of 24 to 32 how it answered, most of the time that one pupil more or less answers', () => {
    const levels = chosenOf([24, 26, 28, 30, 32], (one) => one % 6 === 0).flatMap((first) =>
      [-1, 1].flatMap((more) =>
        [
          [6, 6, 6],
          [3, 8, 9],
          [1, 1, 10],
        ].flatMap((before) =>
          [
            [1, 2, 3],
            [2, 8, 10],
            [0, 4, 14],
          ].map((after) => {
            const whole = (some: readonly number[], all: number): Course => ({
              chose: [...some, all - some.reduce((sum, count) => sum + count, 0)],
              passes: 0,
            });
            return disclose(asking(4), tallyOf(whole(after, first + more)), [
              disclosedOf(whole(before, first)),
            ]).rung;
          }),
        ),
      ),
    );
    expect(levels.filter((level) => level === 'bands').length / levels.length).toBeGreaterThan(0.5);
  });
});
