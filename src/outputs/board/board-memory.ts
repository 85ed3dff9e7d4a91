import type { BoardState, FilmOrder } from './board-link.ts';
import type { Deck } from './deck.ts';
import { turnPage, withoutBlocks } from './steps.ts';

/** What the board keeps for itself over a reload. */
export type BoardMemory = {
  readonly state: BoardState;
  /** The number of the last film order carried out; null until the presenter was heard. */
  readonly done: number | null;
  /** A film slide the board has left by itself, while the presenter may not know yet. */
  readonly passed: { readonly slide: string; readonly next: string } | null;
  /** Seconds into the film. */
  readonly at: number;
  /** This window's name among others that may show the board: the same after a reload, or the desk would go on with what the board was before it. */
  readonly window?: string;
};

/** A board that has heard nothing yet: the lesson's first slide. */
export function freshMemory({ slides }: Deck): BoardMemory {
  const state: BoardState = {
    slide: slides[0]?.id ?? '',
    step: 0,
    cover: 'none',
    film: { order: 0, do: 'none' },
    room: null,
  };
  return { state, done: null, passed: null, at: 0 };
}

/**
 * The memory a board opens with, from what it saved before; `now` is ms since 1970. Of a lesson that is over nothing comes back: a window
 * that the same tab opens gets a copy of that memory with the tab's storage, and would close at the old lesson's end.
 */
export function reopen(saved: BoardMemory, deck: Deck, now: number): BoardMemory {
  const { ends } = saved.state;
  if (ends === undefined) return saved;
  return ends <= now ? freshMemory(deck) : { ...saved, done: null, passed: null, at: 0 };
}

/** Takes the presenter's state. The film order comes back once; one given before this window first heard the presenter never does. */
export function takeState(
  memory: BoardMemory,
  state: BoardState,
): { readonly memory: BoardMemory; readonly order: FilmOrder } {
  const behind = memory.passed !== null && memory.passed.slide === state.slide;
  const place =
    behind && memory.passed
      ? { slide: memory.passed.next, step: 0 }
      : { slide: state.slide, step: state.step };
  const isNew = memory.done !== null && memory.done !== state.film.order;
  return {
    memory: {
      ...memory,
      state: { ...state, ...place },
      done: state.film.order,
      passed: behind ? memory.passed : null,
    },
    order: isNew ? state.film : { order: state.film.order, do: 'none' },
  };
}

/** The film came to the end of its part: on to the next slide, and a state that still names the old one is behind. */
export function passEnd(memory: BoardMemory, deck: Deck): BoardMemory {
  const { slide, leftOut } = memory.state;
  const next = turnPage(withoutBlocks(deck, slide, leftOut), memory.state, 'next');
  return { ...memory, state: { ...memory.state, ...next }, passed: { slide, next: next.slide } };
}

/** Turns the page or pauses without a presenter; under a cover, it takes the cover off first. */
export function turnAlone(
  memory: BoardMemory,
  deck: Deck,
  to: 'next' | 'back' | 'pause',
): BoardMemory {
  const { state } = memory;
  if (to === 'pause') {
    return { ...memory, state: { ...state, cover: state.cover === 'pause' ? 'none' : 'pause' } };
  }
  if (state.cover !== 'none') return { ...memory, state: { ...state, cover: 'none' } };
  return {
    ...memory,
    passed: null,
    state: { ...state, ...turnPage(withoutBlocks(deck, state.slide, state.leftOut), state, to) },
  };
}
