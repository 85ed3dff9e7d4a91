import type { Deck } from '../../../outputs/board/deck.ts';
import { deskKey } from '../../../text/browser-keys.ts';
import { deckInClass } from './deck-in-class.ts';
import type { PresenterEvent } from './presenter-event.ts';
import { freshState, type PresenterState } from './presenter-state.ts';
import { reduce } from './reduce.ts';
import { parseState, serialiseState } from './saved-state.ts';

/** The presenter's state while the page is open: every change is saved for a reload, and every subscriber is called. */
export type PresenterStore = {
  state(): PresenterState;
  send(event: PresenterEvent): void;
  /** Takes a changed lesson, and stays where it is in it. */
  renew(deck: Deck): void;
  /** Back to before the lesson. */
  reset(): void;
  /** Called after every event, with the state before it. */
  subscribe(listener: (before: PresenterState) => void): void;
};

/** Opens the state of a lesson as it was left, under a name that no other lesson or site of this address uses; `me` is this window’s own. */
export function openPresenterStore(first: Deck, name: string, me: string): PresenterStore {
  const key = deskKey(name);
  const listeners: ((before: PresenterState) => void)[] = [];
  let deck = first;
  // A window that comes back, or the next one of this browser, goes on under the name that leads already.
  const saved = parseState(read(key), deck, Date.now());
  let state: PresenterState = { ...saved, me: saved.me || me };

  function become(next: PresenterState): void {
    const before = state;
    state = next;
    const text = serialiseState(next, Date.now());
    if (text === null) remove(key);
    else write(key, text);
    for (const listener of listeners) listener(before);
  }

  return {
    state: () => state,
    send: (event) =>
      become(reduce(state, event, { deck: deckInClass(deck, state), now: Date.now() })),
    renew(next) {
      const before = deckInClass(deck, state);
      deck = next;
      become(
        reduce(
          state,
          { type: 'lesson', before },
          { deck: deckInClass(deck, state), now: Date.now() },
        ),
      );
    },
    reset: () => become({ ...freshState(deck), me }),
    subscribe: (listener) => void listeners.push(listener),
  };
}

// A browser that keeps nothing still teaches; only a reload then starts from the first slide.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    return;
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
}
