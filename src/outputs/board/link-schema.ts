import * as v from 'valibot';
import { number, readAs, whole, type Fields, type Schema } from '../../text/schema.ts';
import type { BoardState, BoardStatus, FilmOrder, FromBoard, ToBoard } from './board-link.ts';
import type { Showing } from './film-source.ts';
import type { InkMessage, Stroke } from './ink.ts';
import type { TimerMessage } from './timer.ts';

const status = v.object({
  window: v.exactOptional(v.string()),
  started: v.boolean(),
  slide: v.string(),
  film: v.object({
    state: v.picklist(['absent', 'ready', 'playing', 'paused', 'ended', 'failed']),
    at: number,
    length: v.exactOptional(v.nullable(number)),
    isAwaited: v.exactOptional(v.boolean()),
    isRefused: v.exactOptional(v.boolean()),
    lacks: v.exactOptional(v.object({ captions: v.boolean(), sound: v.boolean() })),
  } satisfies Fields<BoardStatus['film']>),
} satisfies Fields<BoardStatus>);

const points = v.array(number);
const tool = v.picklist(['pen', 'highlighter']);
const ink: Schema<InkMessage> = v.variant('do', [
  v.object({ do: v.literal('ask') }),
  v.object({ do: v.literal('points'), slide: v.string(), id: v.string(), tool, points }),
  v.object({
    do: v.literal('all'),
    slide: v.string(),
    strokes: v.array(v.object({ id: v.string(), tool, points } satisfies Fields<Stroke>)),
  }),
]);

const timer: Schema<TimerMessage> = v.variant('do', [
  v.object({ do: v.literal('ask') }),
  v.object({ do: v.literal('set'), key: v.string(), leftMs: number, isRunning: v.boolean() }),
]);

const fromBoard: Schema<FromBoard> = v.variant('type', [
  v.object({ type: v.literal('hello') }),
  v.object({
    type: v.literal('turn'),
    to: v.picklist(['next', 'back']),
    isMain: v.exactOptional(v.boolean()),
  }),
  v.object({ type: v.literal('pause'), isLetter: v.boolean() }),
  v.object({ type: v.literal('status'), status }),
  v.object({ type: v.literal('ink'), ink }),
  v.object({ type: v.literal('timer'), timer }),
  v.object({ type: v.literal('whole') }),
  v.object({ type: v.literal('reached'), slide: v.string(), next: v.string() }),
]);

/** Reads a message of the board; null for anything else. */
export function parseFromBoard(message: unknown): FromBoard | null {
  return readAs(fromBoard, message);
}

/** How the film is shown, and where it comes from. */
export const showingSchema = v.object({
  source: v.picklist(['media', 'laptop', 'elsewhere', 'story']),
  speed: number,
  captions: v.boolean(),
  described: v.boolean(),
  whole: v.exactOptional(v.nullable(v.string())),
} satisfies Fields<Showing>);

const filmOrder: Schema<FilmOrder> = v.variant('do', [
  v.object({ order: whole, do: v.literal('none') }),
  v.object({ order: whole, do: v.literal('play') }),
  v.object({ order: whole, do: v.literal('pause') }),
  v.object({ order: whole, do: v.literal('seek'), at: number }),
]);

/** Reads messages of the presenter, with what a board may know of a room as the room says it; null for anything else. */
export function toBoardReader(
  room: Schema<NonNullable<BoardState['room']>>,
): (message: unknown) => ToBoard | null {
  const state = v.object({
    slide: v.string(),
    step: whole,
    cover: v.picklist(['none', 'pause', 'help', 'join']),
    film: filmOrder,
    showing: v.exactOptional(showingSchema),
    room: v.nullable(room),
    leftOut: v.exactOptional(v.array(v.string())),
    rehearsal: v.exactOptional(v.boolean()),
    preview: v.exactOptional(v.boolean()),
    ends: v.exactOptional(number),
  } satisfies Fields<BoardState>);
  const toBoard: Schema<ToBoard> = v.variant('type', [
    v.object({ type: v.literal('state'), state }),
    v.object({ type: v.literal('film-file'), file: v.unknown() }),
    v.object({ type: v.literal('ink'), ink }),
    v.object({ type: v.literal('timer'), timer }),
    v.object({ type: v.literal('close') }),
  ]);
  return (message) => readAs(toBoard, message);
}
