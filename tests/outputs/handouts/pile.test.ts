import { expect, test } from 'vitest';
import { neededOf } from '../../../src/outputs/handouts/pile.ts';
import { readPrintOrder } from '../../../src/outputs/handouts/print-order.ts';

test.for([
  ['one', 31, 1],
  ['each pupil', 31, 31],
  ['each pair', 30, 15],
  ['each pair', 31, 16],
  ['each pair', 1, 1],
  ['each adult', 31, 3],
] as const)('of a sheet for %s, %d pupils and 3 adults need %d', ([copies, pupils, wanted]) => {
  expect(neededOf({ copies }, { pupils, adults: 3 })).toBe(wanted);
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
    sheets: [{ id: 'plan', copies }],
    as: 'pile',
    bothSides: false,
    today: '',
    style: 'standard',
    font: 'atkinson',
  };
  expect(readPrintOrder(order) !== null).toBe(isRead);
});
