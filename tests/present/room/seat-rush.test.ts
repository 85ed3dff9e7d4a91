import { expect, test } from 'vitest';
import {
  countSeats,
  NO_RUSH,
  rushWords,
  type SeatRush,
} from '../../../src/pages/present/room/seat-rush.ts';
import { aView } from '../a-deck.ts';
import { openRoom, started, teaching } from '../a-state.ts';

type Line = 'live' | 'away';
const at = (taken: number, link: Line = 'live') =>
  started({
    phase: teaching({ room: openRoom({ link, view: aView({ seats: { taken, cap: 33 } }) }) }),
  });

/** The notice after seats were taken like this: so many in all, at so many ms. */
function wordsAfter(
  ...moments: readonly (readonly [ms: number, taken: number, line?: Line])[]
): string {
  let [rush, before]: [SeatRush, ReturnType<typeof at>] = [NO_RUSH, at(0)];
  for (const [ms, taken, line] of moments) {
    const now = at(taken, line);
    rush = countSeats(rush, { before, after: now }, ms);
    before = now;
  }
  return rushWords(rush);
}

test('[R23] many seats within two seconds are reported plainly, however they come', () => {
  expect(wordsAfter([0, 12])).toBe(
    '12 seats were taken within 2 seconds. If that wasn’t 12 {pupils}, reset the seats.',
  );
  expect(wordsAfter([0, 4], [500, 8], [1900, 12])).toContain(
    '12 seats were taken within 2 seconds.',
  );
  expect(wordsAfter([0, 9])).toBe('');
});

test('[R23] a class that comes in over half a minute gets no notice', () => {
  expect(
    wordsAfter(...Array.from({ length: 30 }, (_, pupil) => [pupil * 1000, pupil + 1] as const)),
  ).toBe('');
  expect(wordsAfter([0, 9], [2000, 18], [4000, 27])).toBe('');
});

test('[R23] what came in while the room was out of reach is no rush, and neither are seats after a reset', () => {
  expect(wordsAfter([0, 1], [100, 1, 'away'], [60_000, 25])).toBe('');
  expect(wordsAfter([0, 12], [500, 0])).toBe('');
  expect(wordsAfter([0, 9], [500, 0], [600, 9])).toBe('');
});

test('[R23] the highest number is shown, until it is dismissed', () => {
  expect(wordsAfter([0, 12], [100, 20], [30_000, 31])).toContain('20 seats');
});
