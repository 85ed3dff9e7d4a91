import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshDesk, moveDesk } from '../../../src/pages/present/session/desk.ts';
import { KEPT_MS, readDesk, writeDesk } from '../../../src/pages/present/session/saved-desk.ts';
import { deck } from '../a-deck.ts';

const begun = moveDesk(
  freshDesk(deck),
  { type: 'start', screens: 'two', pupils: 28, devices: true },
  { deck, now: 1 },
);
const left = moveDesk(
  moveDesk(begun, { type: 'go', slide: 'stop-1' }, { deck, now: 2 }),
  { type: 'cover', cover: 'pause' },
  { deck, now: 3 },
);
const room = { code: 'BKT472', roomKey: 'a-key', address: '' };

test('a desk comes back as it was left', () => {
  expect(readDesk(writeDesk(left, 10), deck, 20)).toEqual({ ...left, coverPress: null });
});

test('a desk with a room comes back to it, and asks how it is', () => {
  expect(readDesk(writeDesk({ ...left, room }, 10), deck, 20)).toMatchObject({
    room,
    line: 'opening',
    view: null,
  });
});

test('a desk left longer ago than a room lives is a fresh one, so that no other lesson’s notes open by themselves', () => {
  expect(readDesk(writeDesk(left, 0), deck, KEPT_MS + 1)).toEqual(freshDesk(deck));
});

test('a desk on a slide that is no longer in the lesson goes to the first', () => {
  expect(readDesk(writeDesk({ ...left, slide: 'taken-out' }, 10), deck, 20).slide).toBe('title');
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
      (text) => void expect(readDesk(text, deck, 0)).toEqual(freshDesk(deck)),
    ),
  );
});

test('nothing of the class but its number is kept', () => {
  expect(Object.keys(JSON.parse(writeDesk(left, 1)) as object).sort()).toEqual([
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
