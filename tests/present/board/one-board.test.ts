import { expect, test } from 'vitest';
import { reduce } from '../../../src/pages/present/session/reduce.ts';
import { addBoard, areSeveral, NO_BOARDS } from '../../../src/pages/present/board/one-board.ts';
import { noticesOf } from '../../../src/pages/present/session/words.ts';
import { deck } from '../a-deck.ts';
import { started } from '../a-state.ts';

const film = { state: 'ready', at: 0 } as const;
const from = (window: string, started: boolean) => ({ started, slide: 'title', film, window });

test('[R42] of two boards the first that was started counts, for as long as it is heard', () => {
  const first = addBoard(NO_BOARDS, from('a', true), 0);
  const both = addBoard(first, from('b', false), 1_000);
  expect([both.counted, areSeveral(both, 1_000)]).toEqual(['a', true]);
  expect(addBoard(both, from('b', true), 2_000).counted).toBe('a');
  expect(addBoard(both, from('b', true), 9_000).counted).toBe('b');
  expect([areSeveral(first, 0), areSeveral(both, 9_000)]).toEqual([false, false]);
});

test('[R42] a board that was never started gives way to one that was', () => {
  const waiting = addBoard(NO_BOARDS, from('a', false), 0);
  expect(addBoard(waiting, from('b', false), 1_000).counted).toBe('a');
  expect(addBoard(waiting, from('b', true), 1_000).counted).toBe('b');
});

test('[R42] the desk says that a second board is open, and which one counts', () => {
  const two = started({ board: { is: 'connected', status: from('a', true), areSeveral: false } });
  const more = reduce(two, { type: 'boards', areSeveral: true }, { deck, now: 0 });
  expect(noticesOf(more, false).map(({ id }) => id)).toEqual(['two-boards']);
  expect(
    noticesOf(reduce(more, { type: 'boards', areSeveral: false }, { deck, now: 0 }), false),
  ).toEqual([]);
});
