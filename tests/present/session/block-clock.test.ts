import { expect, test } from 'vitest';
import { filmTime, readClock } from '../../../src/pages/present/session/block-clock.ts';
import { freshState } from '../../../src/pages/present/session/presenter-state.ts';
import { deck } from '../a-deck.ts';
import { started } from '../a-state.ts';

const MINUTE = 60_000;
const inFilm = started({ slide: 'stop-1', spent: { film: 2 * MINUTE } });

test('names the block, and counts the minutes of every stay in it', () => {
  expect(readClock(inFilm, deck, 6 * MINUTE)).toMatchObject({
    block: { title: 'Film and stops' },
    gone: 8,
  });
});

test('needs what is left of this block and all blocks after it that are not left out', () => {
  expect(readClock(inFilm, deck, 6 * MINUTE).left).toBe(2 + 8 + 6);
  const short = readClock({ ...inFilm, skipped: ['more'] }, deck, 6 * MINUTE);
  expect([short.left, short.bars.length]).toEqual([2 + 6, 3]);
});

test('needs nothing more for a block that took longer than planned', () => {
  expect(readClock(inFilm, deck, 60 * MINUTE).left).toBe(8 + 6);
});

test('shows the lesson as past, present and ahead', () => {
  const { bars } = readClock(inFilm, deck, 3 * MINUTE);
  expect(bars.map(({ state, filled }) => `${state} ${filled}`)).toEqual([
    'past 1',
    'here 0.5',
    'ahead 0',
    'ahead 0',
  ]);
});

test('does not run before the lesson starts', () => {
  expect(readClock(freshState(deck), deck, 99 * MINUTE)).toMatchObject({ gone: 0, left: 28 });
});

test('says a place in the film in minutes and seconds', () => {
  expect([0, 9.99, 72, 600].map(filmTime)).toEqual(['0:00', '0:09', '1:12', '10:00']);
});
