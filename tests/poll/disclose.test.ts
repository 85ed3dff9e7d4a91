import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANDS, bandOf } from '../../src/poll/bands.ts';
import {
  BLOCKS,
  disclose,
  resultNote,
  shareBlocks,
  SHARES,
  shareText,
} from '../../src/poll/disclose.ts';
import { sumOf } from '../../src/poll/tally.ts';
import type { Count, Tally } from '../../src/poll/tally.ts';
import { law, pressure } from './questions.ts';

const none: Count = { answering: 0, chose: {} };
const some = (chose: Count['chose']): Count => ({ answering: sumOf(chose), chose });
const counts = fc.record({
  a: fc.nat({ max: 20 }),
  b: fc.nat({ max: 20 }),
  c: fc.nat({ max: 20 }),
  d: fc.nat({ max: 20 }),
});

describe('what is published of a tally', () => {
  it('[D2] is nothing under ten answers', () => {
    expect(disclose(pressure, { tablets: some({ a: 9 }), hands: none }).rung).toBe('too-few');
    expect(disclose(pressure, { tablets: none, hands: some({ a: 9 }) }).rung).toBe('too-few');
    expect(disclose(pressure, { tablets: some({ a: 10 }), hands: none }).rung).toBe('bands');
  });

  it('[D2] is nothing with fewer than ten tablets beside counted hands', () => {
    expect(disclose(pressure, { tablets: some({ a: 9 }), hands: some({ b: 20 }) }).rung).toBe(
      'too-few',
    );
    expect(disclose(pressure, { tablets: none, hands: some({ b: 20 }) }).rung).toBe('bands');
  });

  it('[D3] is bands, and the right answer of a knowledge question', () => {
    const tally: Tally = { tablets: some({ a: 1, b: 1, c: 13, d: 14 }), hands: null };
    expect(disclose(pressure, tally)).toEqual({
      rung: 'bands',
      bands: { a: 'few-or-none', b: 'few-or-none', c: 'about-half', d: 'about-half' },
      turnout: 25,
      right: [],
      explanation: 'Because help is always there.',
    });
    expect(disclose(law, tally).right).toEqual(['b']);
    expect(disclose(law, { tablets: none, hands: none })).toEqual({
      rung: 'too-few',
      right: ['b'],
      explanation: 'Because help is always there.',
    });
  });

  it('[D4] [D5] holds no number but the turnout, in fives', () => {
    fc.assert(
      fc.property(counts, counts, (tablets, hands) => {
        const published = disclose(law, { tablets: some(tablets), hands: some(hands) });
        const numbers = Object.values(published).filter((value) => typeof value === 'number');
        expect(numbers.every((value) => value % 5 === 0 && value >= 10)).toBe(true);
      }),
    );
  });

  it('[D4] is symmetric: swapping who chose an option and who did not swaps the band', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 400 }), fc.nat({ max: 400 }), (all, some) => {
        const count = Math.min(some, all);
        expect(BANDS.indexOf(bandOf(all - count, all))).toBe(4 - BANDS.indexOf(bandOf(count, all)));
      }),
    );
  });

  it('[D4] makes none one with one, and all one with all but one', () => {
    for (let all = 10; all <= 60; all += 1) {
      expect([bandOf(0, all), bandOf(all, all)]).toEqual([bandOf(1, all), bandOf(all - 1, all)]);
    }
  });

  it('[D5] counts passes in the turnout, and hands in nothing', () => {
    const tablets = { ...some({ a: 1, b: 1, c: 11, d: 12 }), passes: 3 };
    expect(disclose(pressure, { tablets, hands: some({ c: 10 }) })).toMatchObject({ turnout: 25 });
    expect(disclose(pressure, { tablets: none, hands: some({ c: 12 }) })).toMatchObject({
      turnout: 0,
    });
  });

  it('[D7] never says three quarters of three answers that are equal, and fits the shares of a question together', () => {
    const bandsOf = (...counts: readonly number[]) => {
      const options = ['a', 'b', 'c', 'd', 'e']
        .slice(0, counts.length)
        .map((id) => ({ id, label: id, text: id }));
      const chose = Object.fromEntries(options.map(({ id }, at) => [id, counts[at] ?? 0]));
      const result = disclose({ ...pressure, options }, { tablets: some(chose), hands: null });
      return result.rung === 'bands' ? Object.values(result.bands) : [result.rung];
    };
    for (const each of [5, 7, 8, 9, 10, 11, 12, 20]) {
      expect(bandsOf(each, each, each)).toEqual(Array(3).fill('about-a-third'));
    }
    expect(bandsOf(11, 10, 10)).toEqual(Array(3).fill('about-a-third'));
    expect(bandsOf(10, 10, 10, 0)).toEqual([
      ...Array<string>(3).fill('about-a-third'),
      'few-or-none',
    ]);
    expect(bandsOf(7, 7, 7, 7)).toEqual(Array(4).fill('about-a-quarter'));
    expect(bandsOf(6, 6, 6, 6, 6)).toEqual(Array(5).fill('about-a-fifth'));
    expect(bandsOf(15, 8, 7)).toEqual(['about-half', 'about-a-quarter', 'about-a-quarter']);
    expect(bandsOf(7, 21)).toEqual(['about-a-quarter', 'about-three-quarters']);
    expect(bandsOf(20, 9, 1)).toEqual(['about-three-quarters', 'about-a-quarter', 'few-or-none']);
  });

  it('is said in words and drawn in twelve blocks, no share with fewer than a smaller one', () => {
    expect(SHARES.map((share) => shareText(share, ''))).toContain('a quarter to a half');
    const blocks = SHARES.map(shareBlocks);
    expect(blocks.every(({ full, maybe }) => full >= 1 && full + maybe < BLOCKS)).toBe(true);
    const middles = blocks.map(({ full, maybe }) => full + maybe / 2);
    expect(middles.toSorted((one, other) => one - other)).toEqual(middles);
    expect(resultNote({ rung: 'too-few' })).toBe(
      'Too few took part to show answers without giving someone away.',
    );
  });
});
