import type { Deck } from '../../../outputs/board/deck.ts';
import { deskKey } from '../../../text/browser-keys.ts';
import { freshDesk, moveDesk, type Desk, type DeskEvent } from './desk.ts';
import { readDesk, writeDesk } from './saved-desk.ts';

/** The desk while the page is open: every change is kept for a reload, and told. */
export type DeskStore = {
  desk(): Desk;
  send(event: DeskEvent): void;
  /** Takes a changed lesson, and stays where it is in it. */
  renew(deck: Deck): void;
  /** Back to before the lesson. */
  reset(): void;
  /** Called after every event, with the desk before it. */
  watch(heard: (before: Desk) => void): void;
};

/** Opens the desk of a lesson as it was left, under a name that no other lesson or site of this address uses; `me` is this window’s own. */
export function openDeskStore(first: Deck, name: string, me: string): DeskStore {
  const key = deskKey(name);
  const heard: ((before: Desk) => void)[] = [];
  let deck = first;
  // A window that comes back, or the next one of this browser, goes on under the name that leads already.
  const kept = readDesk(read(key), deck, Date.now());
  let desk: Desk = { ...kept, me: kept.me || me };

  function become(next: Desk): void {
    const before = desk;
    desk = next;
    if (next.finished || next.screens === 'unsaid' || next.rehearsal || next.preview) remove(key);
    else write(key, writeDesk(next, Date.now()));
    for (const hear of heard) hear(before);
  }

  return {
    desk: () => desk,
    send: (event) => become(moveDesk(desk, event, { deck, now: Date.now() })),
    renew(next) {
      const before = deck;
      deck = next;
      become(moveDesk(desk, { type: 'lesson', before }, { deck, now: Date.now() }));
    },
    reset: () => become({ ...freshDesk(deck), me }),
    watch: (hear) => void heard.push(hear),
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
