import { describe, expect, test } from 'vitest';
import type { BoardState, FilmOrder } from '../../../src/outputs/board/board-link.ts';
import {
  freshMemory,
  passEnd,
  reopen,
  takeState,
  turnAlone,
} from '../../../src/outputs/board/board-memory.ts';
import { deckOf } from '../../../src/outputs/board/make-deck.ts';
import { everyKind } from './lesson.ts';

const deck = deckOf(everyKind(), null);
const fresh = freshMemory(deck);
const [first, second, third] = deck.slides.map(({ id }) => id) as [string, string, string];

function state(slide: string, film: FilmOrder = { order: 0, do: 'none' }): BoardState {
  return { slide, step: 0, cover: 'none', film, room: null };
}

describe('What the board keeps', () => {
  test('An order given before this window first heard the presenter is never carried out', () => {
    expect(takeState(fresh, state(first, { order: 7, do: 'play' })).order.do).toBe('none');
  });

  test('A new order is carried out once, however often the state comes', () => {
    const memory = takeState(fresh, state(first)).memory;
    const once = takeState(memory, state(first, { order: 1, do: 'play' }));
    expect(once.order).toEqual({ order: 1, do: 'play' });
    expect(takeState(once.memory, state(first, { order: 1, do: 'play' })).order.do).toBe('none');
  });

  test('A presenter that counts its orders from the start again is still followed', () => {
    const late = takeState(
      takeState(fresh, state(first)).memory,
      state(first, { order: 9, do: 'play' }),
    ).memory;
    expect(takeState(late, state(first, { order: 1, do: 'pause' })).order.do).toBe('pause');
  });

  test('At the end of a part the board goes on, and a state that is behind does not take it back', () => {
    const passed = passEnd(takeState(fresh, state(first)).memory, deck);
    expect(passed.state.slide).toBe(second);
    const behind = takeState(passed, state(first)).memory;
    expect(behind.state.slide).toBe(second);
    const level = takeState(behind, state(second)).memory;
    expect(takeState(level, state(first)).memory.state.slide).toBe(first);
  });

  test('A film that ends goes on past a block that is left out, and shows nothing of it', () => {
    const blocks = deck.slides.map((slide, at) => ({
      ...slide,
      block: ['start', 'more', 'end'][Math.min(at, 2)] ?? 'end',
    }));
    const passed = passEnd(takeState(fresh, { ...state(first), leftOut: ['more'] }).memory, {
      ...deck,
      slides: blocks,
    });
    expect(passed.state.slide).toBe(third);
  });

  test('A board that opens remembers nothing of a lesson that is over, and one opened before its end goes on with that lesson’s slide alone', () => {
    const ends = 1_000_000;
    const over = {
      ...fresh,
      state: { ...state(third), ends },
      done: 7,
      passed: { slide: second, next: third },
      at: 42,
      window: 'old',
    };
    expect(reopen(over, deck, ends)).toEqual(fresh);
    expect(reopen(over, deck, ends - 1)).toEqual({ ...over, done: null, passed: null, at: 0 });
    const running = { ...over, state: state(third) };
    expect(reopen(running, deck, ends)).toBe(running);
    expect(takeState(reopen(over, deck, ends - 1), state(first)).memory.state.ends).toBeUndefined();
  });

  test('Without a presenter a key takes a cover off first, then turns the page, never past the ends', () => {
    const covered = { ...fresh, state: { ...fresh.state, slide: second, cover: 'pause' as const } };
    const bare = turnAlone(covered, deck, 'next');
    expect(bare.state).toMatchObject({ slide: second, cover: 'none' });
    expect(turnAlone(bare, deck, 'next').state.slide).toBe(third);
    expect(turnAlone(fresh, deck, 'back').state.slide).toBe(first);
    const paused = turnAlone(fresh, deck, 'pause');
    expect([paused.state.cover, turnAlone(paused, deck, 'pause').state]).toEqual([
      'pause',
      fresh.state,
    ]);
  });
});
