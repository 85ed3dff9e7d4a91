import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  itemAt,
  openCount,
  pilesOf,
  slipKeyOf,
  typeSlip,
  type SlipKey,
} from '../../../src/pages/present/slips/slip-count.ts';
import { slipItems } from '../../../src/room/slips.ts';
import { pressure, signs, sureTwice } from '../../poll/questions.ts';

const order = { ...pressure, id: 'order', kind: 'order', picks: 'order' } as const;
const type = (items: ReturnType<typeof slipItems>, ...keys: readonly SlipKey[]) =>
  keys.reduce(typeSlip, openCount(items));
const scale = slipItems([sureTwice]);

describe('typing slips in', () => {
  test('is one key an answer, and the next slip by itself', () => {
    const count = type(scale, 3, 4, 1, 'blank', 2);
    expect([count.slips, count.now, itemAt(count)?.round]).toEqual([
      [
        ['c', 'd'],
        ['a', 'pass'],
      ],
      ['b'],
      2,
    ]);
    expect(pilesOf(count)).toEqual([
      { question: 'sure-twice', round: 1, answers: ['c', 'a'] },
      { question: 'sure-twice', round: 2, answers: ['d', 'pass'] },
    ]);
  });

  test('takes several keys and Enter where several may be picked, and as many keys as there are things to put in order', () => {
    expect(type(slipItems([signs]), 3, 1, 'enter', 'enter', 2, 2, 4, 'enter').slips).toEqual([
      ['a,c'],
      ['none'],
      ['d'],
    ]);
    expect(type(slipItems([order]), 2, 1, 4, 3, 4).slips).toEqual([['b,a,d,c']]);
  });

  test('goes back key by key, into the slip before as well', () => {
    const back = type(scale, 3, 4, 1, 'back', 'back');
    expect([back.slips, back.now]).toEqual([[], ['c']]);
    expect(type(slipItems([signs]), 1, 2, 'back').picked).toEqual([]);
  });

  test('hears digits, 0 and - for a blank, Backspace and Enter, and no other key', () => {
    expect(['1', '9', '0', '-', 'Backspace', 'Enter', 'a', ' '].map(slipKeyOf)).toEqual([
      1,
      9,
      'blank',
      'blank',
      'back',
      'enter',
      null,
      null,
    ]);
  });

  test('counts whole slips alone, whatever is typed', () => {
    const keys = fc.array(
      fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constantFrom<SlipKey>('blank', 'back', 'enter')),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(keys, (typed) => {
        const count = type(slipItems([pressure, signs, order]), ...typed);
        expect(new Set(pilesOf(count).map(({ answers }) => answers.length)).size).toBe(1);
        expect(count.slips.every((slip) => slip.length === 3)).toBe(true);
      }),
    );
  });
});
