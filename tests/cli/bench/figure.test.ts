import { expect, test } from 'vitest';
import { percentile, ratioFigure } from '../../../src/cli/bench/figure.ts';

test('the 95th percentile is the smallest that 95 of 100 do not exceed', () => {
  const measured = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(measured, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
});

test('nothing measured is no figure', () => {
  expect(() => percentile([], 0.5)).toThrow('nothing was measured');
});

test('a ratio carries its floor', () => {
  expect(ratioFigure('read.ratio', { value: 15, floor: 12 })).toEqual({
    name: 'read.ratio',
    value: 1.25,
    unit: 'times the floor',
    floor: 12,
    ratio: 1.25,
  });
});
