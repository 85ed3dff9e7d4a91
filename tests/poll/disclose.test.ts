import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandBlocks, BANDS, bandOf, bandText } from '../../src/poll/bands.ts';
import { disclose, resultNote } from '../../src/poll/disclose.ts';
import { sumOf } from '../../src/poll/tally.ts';
import type { Count, Tally } from '../../src/poll/tally.ts';
import { law, pressure } from './questions.ts';

const none: Count = { answering: 0, chose: {} };
const some = (chose: Count['chose']): Count => ({ answering: sumOf(chose), chose });
const counts = fc.record({ a: fc.nat({ max: 20 }), b: fc.nat({ max: 20 }), c: fc.nat({ max: 20 }), d: fc.nat({ max: 20 }) });

describe('what is published of a tally', () => {
  it('[D2] is nothing under ten answers', () => {
    expect(disclose(pressure, { tablets: some({ a: 9 }), hands: none }).rung).toBe('too-few');
    expect(disclose(pressure, { tablets: none, hands: some({ a: 9 }) }).rung).toBe('too-few');
    expect(disclose(pressure, { tablets: some({ a: 10 }), hands: none }).rung).toBe('bands');
  });

  it('[D2] is nothing where fewer than ten tablets stand beside counted hands', () => {
    expect(disclose(pressure, { tablets: some({ a: 9 }), hands: some({ b: 20 }) }).rung).toBe('too-few');
    expect(disclose(pressure, { tablets: none, hands: some({ b: 20 }) }).rung).toBe('bands');
  });

  it('[D3] is bands, and the right answer of a knowledge question', () => {
    const tally: Tally = { tablets: some({ a: 1, b: 1, c: 13, d: 14 }), hands: null };
    expect(disclose(pressure, tally)).toEqual({
      rung: 'bands',
      bands: { a: 'few-or-none', b: 'few-or-none', c: 'about-half', d: 'about-half' },
      answering: 25,
      right: [],
      explanation: 'Because help is always there.',
    });
    expect(disclose(law, tally).right).toEqual(['b']);
    expect(disclose(law, { tablets: none, hands: none })).toEqual({ rung: 'too-few', right: ['b'], explanation: 'Because help is always there.' });
  });

  it('[D4] holds no number but the number answering, in fives', () => {
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

  it('is said in words and drawn in blocks of ten', () => {
    expect(BANDS.map((band) => `${bandBlocks(band)} ${bandText(band)}`)).toEqual([
      '0.5 few or none',
      '2.5 about a quarter',
      '5 about half',
      '7.5 about three quarters',
      '9.5 nearly all or all',
    ]);
    expect(resultNote({ rung: 'too-few' })).toBe('Too few answers to show without giving someone away. Talk about it instead.');
  });
});
