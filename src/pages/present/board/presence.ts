import type { BoardStatus } from '../../../outputs/board/board-link.ts';

/** The state is sent to the board this often, in ms, so that one that is there answers. */
export const HEARTBEAT_MS = 2_000;
/** A board that answers none of two is not there. */
const LOST_MS = 5_000;

/** When a board was last seen, and when it was last asked; ms since 1970. */
export type Heartbeat = { readonly seenMs: number; readonly askedMs: number };

/** Whether the board is lost at this heartbeat. A laptop that slept has asked no one meanwhile: its board gets its time again. */
export function heartbeat(
  { seenMs, askedMs }: Heartbeat,
  now: number,
): Heartbeat & { readonly isLost: boolean } {
  const isAwake = now - askedMs <= 2 * HEARTBEAT_MS;
  const last = isAwake ? seenMs : now;
  return { seenMs: last, askedMs: now, isLost: now - last > LOST_MS };
}

/** A board that was seen: whether its button was pressed, and when, in ms since 1970. */
type SeenBoard = { readonly started: boolean; readonly seenMs: number };

/** The boards that were seen lately, by their window's name, and which of them counts. */
export type Boards = {
  readonly counted: string;
  readonly seen: Readonly<Record<string, SeenBoard>>;
};

/** Before any board was seen. */
export const NO_BOARDS: Boards = { counted: '', seen: {} };

/** The boards after one told of itself: the first that was started counts for as long as it is seen, so that the presenter shows one film and one clock. */
export function addBoard(
  { counted, seen }: Boards,
  { window: name = '', started }: BoardStatus,
  now: number,
): Boards {
  const lately = Object.entries(seen).filter(([, { seenMs }]) => now - seenMs <= LOST_MS);
  const next = { ...Object.fromEntries(lately), [name]: { started, seenMs: now } };
  const current = next[counted];
  return { counted: current && (current.started || !started) ? counted : name, seen: next };
}

/** True where more than one board was seen lately. */
export function areSeveral({ seen }: Boards, now: number): boolean {
  return Object.values(seen).filter(({ seenMs }) => now - seenMs <= LOST_MS).length > 1;
}
