import { expect, test } from 'vitest';
import { beat, BEAT_MS } from '../../../src/pages/present/board/board-beat.ts';

const beats = (from: { heardAt: number; beatAt: number }, times: readonly number[]) =>
  times.reduce((at, now) => beat(at, now), { ...from, isLost: false });
const every = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => from + (i + 1) * BEAT_MS);

test('a board that answers none of two is lost', () => {
  const fresh = { heardAt: 0, beatAt: 0 };
  expect([beats(fresh, every(2)).isLost, beats(fresh, every(3)).isLost]).toEqual([false, true]);
});

test('a laptop that slept gives the board its time again, and no more than that', () => {
  const woken = beats({ heardAt: 0, beatAt: 0 }, [60 * 60_000]);
  expect(woken.isLost).toBe(false);
  expect(beats(woken, every(3, 60 * 60_000)).isLost).toBe(true);
});
