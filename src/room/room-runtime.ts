import type { Random } from '../poll/ballot.ts';
import type { CodeLength } from './code.ts';
import { inFives } from '../poll/tally.ts';
import type { NoteSealer } from './left-note.ts';
import { addBatch, clearPool, issuedFor, makeBatch, openPool, spend, useUp } from './pool.ts';
import type { Pool } from './pool.ts';
import type { Ballot } from './protocol.ts';
import { isDiscarded } from './rounds.ts';
import { openOf } from './room.ts';
import type { Live, Open } from './room.ts';
import { step } from './step.ts';
import type { Change, Keeper, Pair, ReceiptKey, Saved, Sealer, Snapshot } from './store.ts';
import { noVotes, openVotes, wipeVotes } from './votes.ts';
import type { Votes } from './votes.ts';

/** What a store is given from outside. */
export type StoreDeps = {
  readonly random: Random;
  /** How long rooms' codes are: short where it is not given. */
  readonly codes?: CodeLength;
  /** null where no devices can answer. */ readonly sealer: Sealer | null;
  /** null to keep nothing. */ readonly keeper: Keeper | null;
  /** Seals notes that outlive their room; left out where none can (R25). */ readonly noteSealer?: NoteSealer;
};

/** A room in a store's memory, with its ballots and the answers to the open question. */
export type RoomRuntime = {
  room: Live;
  readonly pool: Pool;
  /** Seats the pool has ballots for. */
  seats: number;
  /** The receipt key of the open question. */
  key: ReceiptKey | null;
  votes: Votes;
  readonly listeners: Set<(snapshot: Snapshot) => void>;
};

/** A new room in memory, before anything is issued. */
export function holdRoom(room: Live): RoomRuntime {
  return { room, pool: openPool([]), seats: 0, key: null, votes: noVotes(), listeners: new Set() };
}

/**
 * A room restored after the program stopped: its free seats get a fresh batch, since no one knows
 * who has which ballot (R2).
 */
export function restoreRoom({ room, ballots, keys }: Saved, deps: StoreDeps): RoomRuntime {
  const open = openOf(room);
  const key = open
    ? (keys.find(({ question, round }) => question === open.question.id && round === open.round)
        ?.key ?? null)
    : null;
  const runtime: RoomRuntime = {
    ...holdRoom(room),
    pool: openPool(ballots),
    seats: room.seats.taken,
    key,
  };
  const back = step(room, { type: 'restart' }, 0);
  if ('room' in back && back.room.state !== 'finished') {
    applyRoom(runtime, deps, { room: back.room });
  }
  runtime.votes = open
    ? openVotes(issuedFor(runtime.pool, pairOf(open)), open.question)
    : noVotes();
  return runtime;
}

/** A room's next state; `spent` is a question closed by it, `used` a box ballot that a note came with. */
export type Next = { readonly room: Live; readonly spent?: Pair; readonly used?: Ballot };

/** A room with how many seats have ballots, and the receipt key of its open question. */
export type Keyed = Pick<RoomRuntime, 'room' | 'seats' | 'key'>;

/** What is written down with a room's next state, and what it comes to: ballots for new seats, a key for a new question. */
export function changeOf(
  before: Keyed,
  { room, spent, used }: Next,
  { random, sealer }: Omit<StoreDeps, 'keeper'>,
): Keyed & { readonly change: Change } {
  const open = openOf(room);
  const isReset = hasNewSeats(before.room, room);
  const seats = isReset ? 0 : before.seats;
  const more = room.devices ? room.seats.cap - seats : 0;
  const issued = more > 0 ? makeBatch(room, more, random) : [];
  const isNewQuestion = open !== null && openOf(before.room) === null;
  const key =
    open && room.devices && sealer && (isNewQuestion || isReset || before.key === null)
      ? sealer.newKey()
      : null;
  const change: Change = {
    ...(isReset && { isReset }),
    ...(issued.length > 0 && { issued }),
    ...(open && key !== null && { key: { ...pairOf(open), key } }),
    ...(spent && { spent }),
    ...(used && { used }),
    ...(isDiscardedIn(before.room, room) && { isDiscarded: true }),
  };
  return { room, seats: seats + Math.max(more, 0), key: open ? (key ?? before.key) : null, change };
}

/** Writes a room's next state, with all that belongs to it, first to disk and then to memory. */
export function applyRoom(runtime: RoomRuntime, deps: StoreDeps, next: Next): void {
  const { room, spent, used } = next;
  const open = openOf(room);
  const isReset = hasNewSeats(runtime.room, room);
  const isNewQuestion = open !== null && openOf(runtime.room) === null;
  const { seats, key, change } = changeOf(runtime, next, deps);
  deps.keeper?.save(room, change);
  const issued = change.issued ?? [];
  runtime.room = room;
  runtime.seats = seats;
  if (runtime.key !== key) runtime.key?.fill(0);
  runtime.key = key;
  if (isReset) clearPool(runtime.pool);
  addBatch(runtime.pool, issued);
  if (spent) spend(runtime.pool, spent);
  if (used) useUp(runtime.pool, used);
  const isFresh = !open || isNewQuestion || isReset;
  if (isFresh) wipeVotes(runtime.votes);
  if (!open) runtime.votes = noVotes();
  else if (isFresh || issued.length > 0) {
    runtime.votes = openVotes(
      issuedFor(runtime.pool, pairOf(open)),
      open.question,
      isFresh ? noVotes() : runtime.votes,
    );
  }
}

function isDiscardedIn(before: Live, room: Live): boolean {
  return room.closed.some((one, at) => isDiscarded(one) && before.closed[at] !== one);
}

// The pass is the seats': new seats have a new one (R20).
function hasNewSeats(before: Live, room: Live): boolean {
  return before.pass !== room.pass;
}

/** Wipes what a room still holds of its open question, before it is forgotten (R18). */
export function wipeRuntime({ key, votes }: RoomRuntime): void {
  key?.fill(0);
  wipeVotes(votes);
}

/** The room as others may see it (D1). */
export function snapshotOf({ room, votes }: RoomRuntime): Snapshot {
  return { room, answersIn: inFives(votes.answers) };
}

/** Tells everyone who watches. */
export function notify({ listeners }: RoomRuntime, snapshot: Snapshot): void {
  for (const listener of [...listeners]) listener(snapshot);
}

/** The question and round that are open. */
export function pairOf({ question, round }: Open): Pair {
  return { question: question.id, round };
}

/** What a receipt is bound to. */
export function aboutOf({ id }: Live, { question, round }: Pair): string {
  return `["${id}",${JSON.stringify(question)},${round}]`;
}
