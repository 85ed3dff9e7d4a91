import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAtFilmEnd, resumeAt, seekWithin, startOf } from '../../src/film/part.ts';
import { cueStart } from '../../src/film/stops.ts';

const part = { from: 8, to: 14 };

test('A part begins in the middle of its first frame, and the film at its very start', () => {
  expect(startOf(part, 25)).toBeCloseTo(8.02);
  expect(startOf({ from: 0, to: 8 }, 25)).toBe(0);
});

test('A film left inside a part goes on from there; left anywhere else, from the part’s start', () => {
  const film = { fps: 25, length: 30 };
  expect(resumeAt(part, 10, film)).toBe(10);
  for (const left of [0, 7.98, 13.98, 14, 19]) expect(resumeAt(part, left, film)).toBeCloseTo(8.02);
});

test('A film left at its end, or beyond the end of a shorter one, starts over', () => {
  const whole = { from: 0, to: null };
  expect(resumeAt(whole, 11.4, { fps: 25, length: 12 })).toBe(11.4);
  for (const left of [11.5, 12, 40]) expect(resumeAt(whole, left, { fps: 25, length: 12 })).toBe(0);
  expect(resumeAt(whole, 40, { fps: 25, length: Infinity })).toBe(40);
  expect([isAtFilmEnd(11.49, 12), isAtFilmEnd(11.5, 12)]).toEqual([false, true]);
});

test('Wherever it is sent, the film stays before its next stop', () => {
  fc.assert(
    fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (at) => {
      const there = seekWithin(part, at, 25);
      expect(there).toBeGreaterThanOrEqual(0);
      expect(there).toBeLessThan(cueStart(14, 25, 1));
    }),
  );
});
