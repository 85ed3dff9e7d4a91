import { expect, test } from 'vitest';
import { floorFigure, growth, percentile, ratioFigure } from '../../../src/cli/bench/figure.ts';
import { readSeconds } from '../../../src/cli/bench/soak.ts';

test('the 95th percentile is the smallest that 95 of 100 do not exceed', () => {
  const measured = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(measured, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
});

test('nothing measured is no figure', () => {
  expect(() => percentile([], 0.5)).toThrow('nothing was measured');
});

test('a ratio carries its floor', () => {
  expect(ratioFigure('start.fresh.ratio', { value: 15, floor: 12 })).toEqual({
    name: 'start.fresh.ratio',
    value: 1.25,
    unit: 'times the floor',
    floor: 12,
    ratio: 1.25,
  });
});

test('a figure beside its floor is in the unit of both', () => {
  expect(floorFigure('board.change.frames', { value: 1.5, floor: 1, unit: 'frames' })).toEqual({
    ...{ name: 'board.change.frames', value: 1.5, unit: 'frames' },
    ...{ floor: 1, ratio: 1.5 },
  });
});

test('growth is the slope of the line that fits best, and none of what goes up and down', () => {
  expect(growth([10, 12, 14, 16])).toBe(2);
  expect(growth([10, 12, 12, 10])).toBe(0);
  expect(() => growth([10])).toThrow('two measurements');
});

test('a soak is an hour, or as many seconds as are asked for', () => {
  expect([readSeconds(undefined), readSeconds('60')]).toEqual([3600, 60]);
  expect(() => readSeconds('soon')).toThrow('a number of seconds');
});
