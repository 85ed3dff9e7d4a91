import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COVER_MS, openTaps, TAP_MS } from '../../src/pages/phone/taps.ts';

test('[R44] a double tap is one tap, and the next counts once the time is up', () => {
  const taps = openTaps();
  expect([0, 200, TAP_MS - 1, TAP_MS].map((now) => taps.take('main', now))).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('[R44] what covers the board takes a second tap only after a second, however often it is tapped', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 30 }), (times) => {
      const taps = openTaps();
      const taken = times
        .toSorted((a, b) => a - b)
        .filter((now) => taps.take('pause', now, COVER_MS));
      for (const [at, time] of taken.entries()) {
        expect(time - (taken[at - 1] ?? -COVER_MS)).toBeGreaterThanOrEqual(COVER_MS);
      }
    }),
  );
});

test('controls do not hold each other up', () => {
  const taps = openTaps();
  expect([taps.take('main', 0), taps.take('pause', 0), taps.take('land', 1)]).toEqual([
    true,
    true,
    true,
  ]);
});
