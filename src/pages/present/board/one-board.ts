import type { BoardStatus } from '../../../outputs/board/board-link.ts';
import { LOST_MS } from './board-beat.ts';

/** A board that was heard: whether its button was pressed, and when, in ms since 1970. */
type HeardBoard = { readonly started: boolean; readonly heardMs: number };

/** The boards that were heard lately, by their window's name, and which of them counts. */
export type Boards = {
  readonly counted: string;
  readonly heard: Readonly<Record<string, HeardBoard>>;
};

/** Before any board was heard. */
export const NO_BOARDS: Boards = { counted: '', heard: {} };

/** The boards after one told of itself: the first that was started counts for as long as it is heard, so that the presenter shows one film and one clock. */
export function addBoard(
  { counted, heard }: Boards,
  { window: name = '', started }: BoardStatus,
  now: number,
): Boards {
  const lately = Object.entries(heard).filter(([, { heardMs }]) => now - heardMs <= LOST_MS);
  const next = { ...Object.fromEntries(lately), [name]: { started, heardMs: now } };
  const current = next[counted];
  return { counted: current && (current.started || !started) ? counted : name, heard: next };
}

/** True where more than one board was heard lately. */
export function areSeveral({ heard }: Boards, now: number): boolean {
  return Object.values(heard).filter(({ heardMs }) => now - heardMs <= LOST_MS).length > 1;
}
