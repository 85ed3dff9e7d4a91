import type { ToBoard } from './board-link.ts';
import type { BoardMemory } from './board-memory.ts';
import type { Deck } from './deck.ts';
import type { LessonChange } from './lesson-change.ts';

// The board's page has no room for schemas (decision 064). It tells what something is by one field of it; that the rest is as its
// type says follows from the version, which link and deck have.

/** A message of the presenter, or null. */
export const readToBoard = readerOf<ToBoard>('type');
/** A deck, or null. */
export const readDeck = readerOf<Deck>('slides');
/** What the staff door says of a lesson's file, or null. */
export const readChange = readerOf<LessonChange>('held');
/** What a board saved, or null. */
export const readMemory = readerOf<BoardMemory>('state');

function readerOf<Value extends object>(field: keyof Value): (value: unknown) => Value | null {
  const isKnown = (value: unknown): value is Value => field in Object(value);
  return (value) => (isKnown(value) ? value : null);
}
