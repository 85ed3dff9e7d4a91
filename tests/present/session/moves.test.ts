import { expect, test } from 'vitest';
import {
  filmInReach,
  isAtEnd,
  placeOf,
  replayFrom,
} from '../../../src/pages/present/session/moves.ts';
import { deck } from '../a-deck.ts';

const part = filmInReach(deck, 'part-1');
const last = filmInReach(deck, 'part-2');

test('a film slide, its stop and the question there are all in reach of the film', () => {
  expect(['part-1', 'stop-1', 'pressure', 'part-2'].map((id) => filmInReach(deck, id)?.id)).toEqual(
    ['part-1', 'part-1', 'part-1', 'part-2'],
  );
});

test('other slides are not, nor is anything in a lesson without its film', () => {
  expect(['title', 'sure', 'help', 'nowhere'].map((id) => filmInReach(deck, id))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(filmInReach({ ...deck, film: null }, 'part-1')).toBeNull();
});

test('the last twenty seconds never begin before the part', () => {
  expect(part && replayFrom(part, 48, 26)).toBe(6);
  expect(part && replayFrom(part, 48, 12)).toBe(0);
});

test('at a stop they lead up to it, and at the film’s end to the end', () => {
  expect(part && replayFrom(part, 48, null)).toBe(10);
  expect(last && replayFrom(last, 48, null)).toBe(30);
});

test('slides are counted from one', () => {
  expect(placeOf(deck, 'rules')).toEqual({ n: 2, of: 8 });
});

test('the lesson ends after the last step of its last slide, and begins before the first of its first', () => {
  const stepped = { ...deck, slides: deck.slides.map((slide) => ({ ...slide, steps: 1 })) };
  expect([0, 1].map((step) => isAtEnd(stepped, { slide: 'help', step }, 'next'))).toEqual([
    false,
    true,
  ]);
  expect([0, 1].map((step) => isAtEnd(stepped, { slide: 'title', step }, 'back'))).toEqual([
    true,
    false,
  ]);
});
