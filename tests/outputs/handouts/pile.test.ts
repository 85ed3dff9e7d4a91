import { expect, test } from 'vitest';
import { neededOf, type ForWhom } from '../../../src/outputs/handouts/pile.ts';
import { paperStyles } from '../../../src/outputs/handouts/paper-look.ts';
import { readPrintOrder } from '../../../src/outputs/handouts/print-order.ts';

const standard = (pupils: number): ForWhom => ({
  pupils: { standard: pupils },
  adults: 3,
  layout: 'standard',
});

test.for([
  ['one', 31, 1],
  ['each pupil', 31, 31],
  ['each pair', 30, 15],
  ['each pair', 31, 16],
  ['each pair', 1, 1],
  ['each four', 30, 8],
  ['each four', 4, 1],
  ['each adult', 31, 3],
] as const)('of a sheet for %s, %d pupils and 3 adults need %d', ([copies, pupils, wanted]) => {
  const needed = neededOf({ copies, styles: paperStyles }, standard(pupils));
  expect(needed.standard).toBe(wanted);
  expect([needed.large ?? 0, needed.spaced ?? 0]).toEqual([0, 0]);
});

test('of a sheet for each pupil, those who read large print have it in large print, and the others in theirs', () => {
  const mixed: ForWhom = {
    pupils: { standard: 25, large: 3, spaced: 2 },
    adults: 3,
    layout: 'standard',
  };
  expect(neededOf({ copies: 'each pupil', styles: paperStyles }, mixed)).toEqual({
    standard: 25,
    large: 3,
    spaced: 2,
  });
  expect(neededOf({ copies: 'each pair', styles: paperStyles }, mixed)).toEqual({
    standard: 13,
    large: 2,
    spaced: 1,
  });
  // Where there is no large print they are not left without the sheet.
  expect(neededOf({ copies: 'each pupil', styles: ['standard', 'spaced'] }, mixed)).toEqual({
    standard: 28,
    spaced: 2,
  });
  expect(neededOf({ copies: 'one', styles: paperStyles }, { ...mixed, layout: 'large' })).toEqual({
    large: 1,
  });
});

test.for([
  [-1, false],
  [0, false],
  [1, true],
  [400, true],
  [401, false],
] as const)('an order for %d copies of a sheet is read: %s', ([copies, isRead]) => {
  const order = {
    lesson: null,
    sheets: [{ id: 'plan', style: 'standard', copies }],
    as: 'pile',
    bothSides: false,
    today: '',
    font: 'atkinson',
  };
  expect(readPrintOrder(order) !== null).toBe(isRead);
});
