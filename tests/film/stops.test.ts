import { expect, test } from 'vitest';
import { cueStart, restAt, timeParts } from '../../src/film/stops.ts';

const film = {
  title: 'Speech Bubbles',
  length: 60,
  stops: { 'the-pressure': 22, 'it-spreads': 36 },
};

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

test('stops out of the film’s order are reported', () => {
  expect(timeParts([{ from: 'it-spreads', to: 'the-pressure' }], film).wrong).toContain(
    '“the-pressure”: it comes before “it-spreads”',
  );
});

test('a plan may play a part of the film, and time its stops', () => {
  const named = [
    { from: null, to: 'the-pressure' },
    { from: 'the-pressure', to: 'its-own' },
    { from: 'its-own', to: null },
  ];
  expect(timeParts(named, film, { from: 10, to: 50, stops: { 'its-own': 40 } }).parts).toEqual([
    { from: 10, to: 22 },
    { from: 22, to: 40 },
    { from: 40, to: 50 },
  ]);
  expect(timeParts(named, film, { from: 30, to: null, stops: { 'its-own': 40 } }).wrong).toContain(
    '“the-pressure”: it comes before “its part’s start”',
  );
  expect(timeParts(named, film, { from: null, to: 39, stops: { 'its-own': 40 } }).wrong).toContain(
    '“its part’s end”: it comes before “its-own”',
  );
  expect(timeParts(named, film, { from: null, to: 61, stops: { 'its-own': 40 } }).wrong).toBe(
    'Cannot play the film “Speech Bubbles” up to 1:01: it is 1:00 long',
  );
});

test('the cue comes a fifth of a second early and never less than one and a half frames, more when the film runs faster, and never before the start', () => {
  expect(cueStart(14, 25, 1)).toBeCloseTo(13.8, 6);
  expect(cueStart(14, 25, 2)).toBeCloseTo(13.6, 6);
  expect(cueStart(14, 5, 1)).toBeCloseTo(13.7, 6);
  expect(cueStart(0.01, 25, 1)).toBe(0);
});

test('the film rests in the middle of the last frame before its stop', () => {
  expect(restAt(14, 25)).toBeCloseTo(13.98, 6);
  expect(Math.floor(restAt(14, 25) * 25)).toBe(14 * 25 - 1);
});
