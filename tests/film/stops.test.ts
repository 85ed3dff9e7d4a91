import { expect, test } from 'vitest';
import { cueStart, restAt, timeParts } from '../../src/film/stops.ts';

const film = { title: 'Speech Bubbles', stops: { 'the-pressure': 22, 'it-spreads': 36 } };

test('a lesson’s parts of the film get their seconds', () => {
  const named = [
    { from: null, to: 'the-pressure' },
    { from: 'the-pressure', to: 'it-spreads' },
    { from: 'it-spreads', to: null },
  ];
  expect(timeParts(named, film)).toEqual({
    parts: [
      { from: 0, to: 22 },
      { from: 22, to: 36 },
      { from: 36, to: null },
    ],
    wrong: null,
  });
});

test('a stop the film does not time is named, and so is the film', () => {
  const { parts, wrong } = timeParts([{ from: null, to: 'constructor' }], film);
  expect(parts).toBeNull();
  expect(wrong).toBe(
    'Cannot stop the film “Speech Bubbles” at “constructor”: its film.yaml gives no time for it, it needs a line “constructor: "0:00.0"” under “stops:”',
  );
});

test('stops out of the film’s order are told', () => {
  expect(timeParts([{ from: 'it-spreads', to: 'the-pressure' }], film).wrong).toContain('“the-pressure”: it comes before “it-spreads”');
});

test('the cue comes one and a half frames early, more when the film runs faster, and never before the start', () => {
  expect(cueStart(14, 25, 1)).toBeCloseTo(13.94, 6);
  expect(cueStart(14, 25, 2)).toBeCloseTo(13.88, 6);
  expect(cueStart(0.01, 25, 1)).toBe(0);
});

test('the film rests in the middle of the last frame before its stop', () => {
  expect(restAt(14, 25)).toBeCloseTo(13.98, 6);
  expect(Math.floor(restAt(14, 25) * 25)).toBe(14 * 25 - 1);
});
