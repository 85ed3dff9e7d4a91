import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClockTime, writeClockTime } from '../../src/text/clock-time.ts';

test.each([
  ['0:48', 48],
  ['0:14.04', 14.04],
  ['8:30', 510],
  ['1:02:03.5', 3723.5],
  ['75', 75],
  ['90:00', 5400],
  [12.5, 12.5],
  [' 0:05 ', 5],
])('%s is read as %d seconds', (time, seconds) =>
  expect(readClockTime(time)).toBeCloseTo(seconds, 6),
);

test.each([
  ['0:60'],
  ['1:60:00'],
  ['-0:10'],
  ['soon'],
  [''],
  [':30'],
  ['1:2:3:4'],
  [-1],
  [Number.NaN],
  [Infinity],
  [null],
  [undefined],
  [{}],
  ['1'.repeat(99)],
])('%s is no time', (time) => expect(readClockTime(time)).toBeUndefined());

test.each([
  [0, '0:00'],
  [48.9, '0:48'],
  [725, '12:05'],
  [3723, '1:02:03'],
  [-3, '0:00'],
])('%d seconds are written %s', (seconds, time) => expect(writeClockTime(seconds)).toBe(time));

test('a time that was written is read again as the same seconds', () => {
  fc.assert(
    fc.property(
      fc.nat(359_999),
      (seconds) => void expect(readClockTime(writeClockTime(seconds))).toBe(seconds),
    ),
  );
});
