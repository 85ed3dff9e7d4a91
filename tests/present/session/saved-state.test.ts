import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshState } from '../../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../../src/pages/present/session/reduce.ts';
import {
  KEPT_MS,
  parseState,
  serialiseState,
} from '../../../src/pages/present/session/saved-state.ts';
import { deck } from '../a-deck.ts';

const begun = reduce(
  freshState(deck),
  { type: 'start', screens: 'two', pupils: 28, devices: true },
  { deck, now: 1 },
);
const left = reduce(
  reduce(begun, { type: 'go', slide: 'stop-1' }, { deck, now: 2 }),
  { type: 'cover', cover: 'pause' },
  { deck, now: 3 },
);
const room = { code: 'BKT472', roomKey: 'a-key', address: '' };

test('a desk comes back as it was left', () => {
  expect(parseState(serialiseState(left, 10), deck, 20)).toEqual({ ...left, coverPress: null });
});

test('a desk with a room comes back to it, and asks how it is', () => {
  expect(parseState(serialiseState({ ...left, room }, 10), deck, 20)).toMatchObject({
    room,
    line: 'opening',
    view: null,
  });
});

test('a desk left longer ago than a room lives is a fresh one, so that no other lesson’s notes open by themselves', () => {
  expect(parseState(serialiseState(left, 0), deck, KEPT_MS + 1)).toEqual(freshState(deck));
});

test('a desk on a slide that is no longer in the lesson goes to the first', () => {
  expect(parseState(serialiseState({ ...left, slide: 'taken-out' }, 10), deck, 20).slide).toBe(
    'title',
  );
});

test('whatever else lies in the storage is a fresh desk', () => {
  const bad = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('null', '{}', '{"at":1}', '{"screens":"two","slide":"title"}'),
  );
  fc.assert(
    fc.property(
      fc.option(bad),
      (text) => void expect(parseState(text, deck, 0)).toEqual(freshState(deck)),
    ),
  );
});

test('nothing of the class but its number is kept', () => {
  expect(Object.keys(JSON.parse(serialiseState(left, 1)) as object).sort()).toEqual([
    'at',
    'bell',
    'cover',
    'devices',
    'film',
    'landing',
    'me',
    'pupils',
    'room',
    'screens',
    'showing',
    'since',
    'skipped',
    'slide',
    'spent',
    'step',
    'underPause',
  ]);
});
