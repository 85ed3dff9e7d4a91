import { boardKey } from '../../text/browser-keys.ts';
import { freshMemory, reopen, type BoardMemory } from './board-memory.ts';
import { readMemory } from './board-readers.ts';
import type { Deck } from './deck.ts';
import { withJoining } from './joining.ts';

/** Where the board's memory is saved, so that a reload comes back to it; it holds nothing of any pupil. */
export type BoardStore = { read(): BoardMemory; write(memory: BoardMemory): void; forget(): void };

/** Saves the memory in a browser's storage under the lesson's name. A memory of a slide that is no longer in the lesson is dropped. */
export function openBoardStore(deck: Deck, storage: Storage | null): BoardStore {
  const key = boardKey(deck.slug);
  return {
    read() {
      const saved = parse(storage?.getItem(key) ?? null);
      const fresh = freshMemory(deck);
      const { slides } = saved?.state.room?.address ? withJoining(deck) : deck;
      const isThere = saved !== null && slides.some(({ id }) => id === saved.state.slide);
      return isThere
        ? reopen({ ...saved, state: { ...fresh.state, ...saved.state } }, deck, Date.now())
        : fresh;
    },
    write: (memory) => storage?.setItem(key, JSON.stringify(memory)),
    forget: () => storage?.removeItem(key),
  };
}

function parse(text: string | null): BoardMemory | null {
  try {
    return readMemory(JSON.parse(text ?? 'null'));
  } catch {
    return null;
  }
}
