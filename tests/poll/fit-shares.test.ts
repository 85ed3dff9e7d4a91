import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANDS, bandRange, type Band } from '../../src/poll/bands.ts';
import { detailsFor } from '../../src/poll/detail.ts';
import { screenOf, screenOfHands, type Screen } from '../../src/poll/screen.ts';
import { BLOCKS, shareBands, shareBlocks, SHARES, type Share } from '../../src/poll/disclose.ts';
import { everyTally } from './all-tallies.ts';

/** What each share stands for, as the words say it, from 0 to 1. */
const PARTS: Readonly<Record<Share, readonly [from: number, to: number]>> = {
  'few-or-none': [0, 1 / 8],
  'up-to-a-quarter': [0, 1 / 4],
  'about-a-sixth': [1 / 6, 1 / 6],
  'about-a-fifth': [1 / 5, 1 / 5],
  'about-a-quarter': [1 / 4, 1 / 4],
  'about-a-third': [1 / 3, 1 / 3],
  'a-quarter-to-a-half': [1 / 4, 1 / 2],
  'about-two-fifths': [2 / 5, 2 / 5],
  'about-half': [1 / 2, 1 / 2],
  'about-three-fifths': [3 / 5, 3 / 5],
  'a-half-to-three-quarters': [1 / 2, 3 / 4],
  'about-two-thirds': [2 / 3, 2 / 3],
  'about-three-quarters': [3 / 4, 3 / 4],
  'about-four-fifths': [4 / 5, 4 / 5],
  'about-five-sixths': [5 / 6, 5 / 6],
  'three-quarters-or-more': [3 / 4, 1],
  'nearly-all-or-all': [7 / 8, 1],
};

/** How far words may be from a whole: less than one of the twelve blocks. */
const ROUNDING = 1 / 15 + 1e-9;

function sharesOf(screen: Screen): readonly Share[] {
  return screen.detail === 'bands' ? screen.shares.filter((share) => share !== null) : [];
}

/** How far the words of one result are from a whole, however few or many the ends are. */
function awayFromWhole(shares: readonly Share[]): number {
  const from = shares.reduce((sum, share) => sum + PARTS[share][0], 0);
  const to = shares.reduce((sum, share) => sum + PARTS[share][1], 0);
  return Math.max(from - 1, 1 - to, 0);
}

/** How many blocks the shares of one result are from twelve. */
function blocksAway(shares: readonly Share[]): number {
  const full = shares.reduce((sum, share) => sum + shareBlocks(share).full, 0);
  const few = shares.filter((share) => share === 'few-or-none').length;
  const all = shares.filter((share) => share === 'nearly-all-or-all').length;
  return Math.max(full - few - BLOCKS, BLOCKS - full - all, 0);
}

/** Every set of bands that is published of so many tablets, once for all its orders. */
function everyPublished(options: number, turnout: number): readonly (readonly Band[])[] {
  const { passesOf } = detailsFor({ options, turnout, arrivals: 0 });
  const choose = (chosen: readonly Band[]): readonly (readonly Band[])[] =>
    chosen.length === options
      ? [chosen]
      : BANDS.slice(0, BANDS.indexOf(chosen.at(-1) ?? 'nearly-all-or-all') + 1).flatMap((band) =>
          choose([...chosen, band]),
        );
  return choose([]).filter((bands) => passesOf(bands).length > 0);
}

function shownOf(bands: readonly Band[], turnout: number): Screen {
  return screenOf(
    { detail: 'bands', bands, turnout, arrivals: 0, isAsBefore: false },
    { answering: 0, chose: bands.map(() => 0) },
  );
}

describe('the shares of one question', () => {
  it.each([2, 3, 4, 5])(
    '[D7] come to a whole, less than a block away, in every result in bands: %i options, 10 to 60 tablets',
    (options) => {
      for (let turnout = 10; turnout <= 60; turnout += 1) {
        for (const bands of everyPublished(options, turnout)) {
          const shares = sharesOf(shownOf(bands, turnout));
          expect([turnout, shares, shares.length]).toEqual([turnout, shares, options]);
          expect(awayFromWhole(shares), `${turnout}: ${shares.join()}`).toBeLessThan(ROUNDING);
        }
      }
    },
  );

  it.each([
    [2, 0],
    [3, 1],
    [4, 2],
    [5, 2],
  ])(
    '[D7] are drawn in twelve blocks in all, few or none as none or one: %i options, at most %i blocks away',
    (options, max) => {
      for (let turnout = 10; turnout <= 60; turnout += 1) {
        for (const bands of everyPublished(options, turnout)) {
          const shares = sharesOf(shownOf(bands, turnout));
          expect(blocksAway(shares), `${turnout}: ${shares.join()}`).toBeLessThanOrEqual(max);
        }
      }
    },
  );

  it('[D7] are never a quarter, a half and a half', () => {
    expect(sharesOf(shownOf(['half', 'half', 'quarter'], 30))).toEqual([
      'about-two-fifths',
      'about-two-fifths',
      'about-a-sixth',
    ]);
    expect(sharesOf(screenOfHands({ answering: 24, chose: [10, 9, 5] }))).toEqual([
      'about-two-fifths',
      'about-two-fifths',
      'about-a-fifth',
    ]);
  });

  it('[D7] of hands alone come to a whole, less than a block away, are alike for counts that are, and never smaller for more', () => {
    for (const [options, max] of [
      [2, 60],
      [3, 40],
      [4, 20],
    ] as const) {
      for (let answering = 10; answering <= max; answering += options === 2 ? 1 : 5) {
        for (const chose of everyTally(options, answering)) {
          const shares = sharesOf(screenOfHands({ answering, chose }));
          expect(awayFromWhole(shares), `${chose.join()}: ${shares.join()}`).toBeLessThan(1 / 12);
          const ordered = shares
            .map((share, at) => ({ place: SHARES.indexOf(share), count: chose[at] ?? 0 }))
            .toSorted((one, other) => one.count - other.count || one.place - other.place);
          expect(ordered.map(({ place }) => place)).toEqual(
            ordered.map(({ place }) => place).toSorted((one, other) => one - other),
          );
          const byCount = new Map(ordered.map(({ place, count }) => [count, place]));
          expect(ordered.map(({ count }) => byCount.get(count))).toEqual(
            ordered.map(({ place }) => place),
          );
        }
      }
    }
  });

  it('[D7] are a half, third or quarter where those fit, before a fifth or sixth', () => {
    const few = Array<Band>(3).fill('few-or-none');
    expect(sharesOf(shownOf(['half', 'half', ...few], 30)).slice(0, 2)).toEqual([
      'about-half',
      'about-half',
    ]);
    expect(sharesOf(screenOfHands({ answering: 33, chose: [1, 4, 28] }))).toEqual([
      'few-or-none',
      'few-or-none',
      'about-five-sixths',
    ]);
  });

  it('[D4] [D7] are symmetric: of two answers one is what the other leaves, beside any hands', () => {
    const hands = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 }));
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 60 }),
        fc.nat({ max: 60 }),
        hands,
        (all, some, chose) => {
          const every = everyPublished(2, all).map(([one, other]) =>
            shownBeside([one, other], all, chose),
          );
          const alone = screenOfHands({ answering: all, chose: [some % all, all - (some % all)] });
          for (const screen of [...every, alone]) {
            if (screen.detail !== 'bands') continue;
            const [one = null, other = null] = screen.shares;
            if (one === null || other === null) continue;
            expect(PARTS[one][0] + PARTS[other][1]).toBeCloseTo(1);
            expect(PARTS[one][1] + PARTS[other][0]).toBeCloseTo(1);
          }
        },
      ),
    );
  });

  it('[D7] are fractions inside their bands, and are drawn to the nearest block', () => {
    for (const share of SHARES) {
      const { lower, upper } = shareBands(share);
      const [from, to] = PARTS[share];
      const edge = (band: number) => Math.max(0, Math.min(1, (2 * band - 1) / 8));
      expect([share, from >= edge(lower), to <= edge(upper + 1)]).toEqual([share, true, true]);
      const drawn = shareBlocks(share);
      const isOne = from === to;
      expect(isOne ? drawn : null).toEqual(
        isOne ? { full: Math.round(12 * from), maybe: 0 } : null,
      );
    }
  });
});

function shownBeside(
  bands: readonly (Band | undefined)[],
  turnout: number,
  chose: readonly number[],
): Screen {
  return screenOf(
    {
      detail: 'bands',
      bands: bands.filter((band) => band !== undefined),
      turnout,
      arrivals: 0,
      isAsBefore: false,
    },
    { answering: chose.reduce((sum, count) => sum + count, 0), chose },
  );
}

describe('the bands', () => {
  it('[D4] hold every count once, from none to all, in classes of 10 to 400', () => {
    for (let all = 10; all <= 400; all += 1) {
      const ranges = BANDS.map((band) => bandRange(band, all));
      expect(ranges[0]?.min).toBe(0);
      expect(ranges.at(-1)?.max).toBe(all);
      for (const [at, { min, max }] of ranges.entries()) {
        expect(max + 1).toBe(ranges[at + 1]?.min ?? all + 1);
        expect(min).toBeLessThanOrEqual(max);
      }
    }
  });
});
