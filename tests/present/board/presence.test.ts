import { expect, test } from 'vitest';
import { reduce } from '../../../src/pages/present/session/reduce.ts';
import {
  addBoard,
  areSeveral,
  heartbeat,
  HEARTBEAT_MS,
  NO_BOARDS,
} from '../../../src/pages/present/board/presence.ts';
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

const beats = (from: { seenMs: number; askedMs: number }, times: readonly number[]) =>
  times.reduce((at, now) => heartbeat(at, now), { ...from, isLost: false });
const every = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => from + (i + 1) * HEARTBEAT_MS);

test('a board that answers none of two is lost', () => {
  const fresh = { seenMs: 0, askedMs: 0 };
  expect([beats(fresh, every(2)).isLost, beats(fresh, every(3)).isLost]).toEqual([false, true]);
});

test('a laptop that slept gives the board its time again, and no more than that', () => {
  const woken = beats({ seenMs: 0, askedMs: 0 }, [60 * 60_000]);
  expect(woken.isLost).toBe(false);
  expect(beats(woken, every(3, 60 * 60_000)).isLost).toBe(true);
});
