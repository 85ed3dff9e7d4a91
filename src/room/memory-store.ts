import { makeBallots } from '../poll/ballot.ts';
import { noAnswers } from '../poll/tally.ts';
import { acceptVote, NO_BALLOT, NO_NOTE } from './accept-vote.ts';
import { waitingNotes } from './box.ts';
import { makeCode, parseEntry } from './code.ts';
import {
  aboutOf,
  applyRoom,
  holdRoom,
  pairOf,
  restoreRoom,
  snapshotOf,
  notify,
  wipeRuntime,
} from './room-runtime.ts';
import type { RoomRuntime, StoreDeps } from './room-runtime.ts';
import { NO_SEALER } from './left-note.ts';
import type { LeftNote } from './left-note.ts';
import { openHeldNotes } from './held-notes.ts';
import { boxPairOf, dealSeat, seatOf } from './pool.ts';
import { makePass } from './pass.ts';
import type { Note, Post, Receipt, Seat, Step } from './protocol.ts';
import { entryRefusal, isNameOf, NO_DEVICES, NO_ROOM, openOf, openRoom } from './room.ts';
import type { Refused, RoomEvent } from './room.ts';
import { finished, step } from './step.ts';
import type { Opening, Saved, Snapshot, Store } from './store.ts';
import { formatReceipt, parseReceipt } from './receipt-text.ts';
import { recordOf } from './vote-record.ts';
import type { VoteRecord } from './vote-record.ts';
import { acceptRecord, addVote, countVotes } from './votes.ts';

/** Rooms held in memory: the whole store of a page without a server; with a keeper, what a crash must not lose is written down too. */
export function openMemoryStore(
  deps: StoreDeps,
  saved: readonly Saved[] = [],
  leftBefore: readonly LeftNote[] = [],
): Store {
  const rooms = new Map<string, RoomRuntime>(
    saved.map((one) => [one.room.id, restoreRoom(one, deps)]),
  );
  const sealer = deps.noteSealer ?? NO_SEALER;
  const left = openHeldNotes({
    saved: leftBefore,
    sealer,
    write: (id, note) => deps.keeper?.writeLeft(id, note),
  });
  const find = (code: string): RoomRuntime | undefined => findRoom(rooms, code);
  const on = async <Answer>(
    code: string,
    use: (runtime: RoomRuntime) => Answer,
  ): Promise<Answer | Refused> => {
    const runtime = find(code);
    return runtime ? use(runtime) : NO_ROOM;
  };
  // By the pupils' ways in alone (R19, R20).
  const enter = <Answer>(
    code: string,
    use: (runtime: RoomRuntime) => Answer,
  ): Promise<Answer | Refused> =>
    on(code, (runtime) => entryRefusal(runtime.room, code) ?? use(runtime));
  const drop = (runtime: RoomRuntime, notes: readonly Note[] = []): void => {
    left.take(notes, (leaving) => deps.keeper?.forget(runtime.room.id, leaving));
    rooms.delete(runtime.room.id);
    wipeRuntime(runtime);
  };
  const end = (runtime: RoomRuntime): Snapshot => {
    const snapshot = { room: finished(runtime.room), answersIn: 0 };
    drop(runtime, waitingNotes(runtime.room.box));
    notify(runtime, snapshot);
    runtime.listeners.clear();
    return snapshot;
  };
  return {
    create: async (opening, now) => create(rooms, deps, { opening, now }),
    all: async () => [...rooms.values()].map(snapshotOf),
    read: async (code) => {
      const runtime = find(code);
      return runtime ? snapshotOf(runtime) : null;
    },
    update: (code, taken, now) =>
      on(code, (runtime) => {
        const answer = take(runtime, deps, { event: eventOf(taken, rooms, deps), now });
        return 'room' in answer && answer.room.state === 'finished' ? end(runtime) : answer;
      }),
    seat: (code, now, pass = '') =>
      enter(code, (runtime) => seat(runtime, deps, { code: parseEntry(code) ?? '', pass, now })),
    cast: async (vote, now) => {
      const record = 'record' in vote ? vote.record : recordOf(vote);
      try {
        return await enter(vote.code, (runtime) =>
          count(runtime, deps, { question: vote.question, record, now }),
        );
      } finally {
        record.fill(0);
      }
    },
    post: (code, posted, now) => enter(code, (runtime) => post(runtime, deps, { posted, now })),
    merge: (code, receipts) =>
      enter(code, (runtime) => ({ merged: merge(runtime, deps, receipts) })),
    close: (code, now) => on(code, (runtime) => close(runtime, deps, now)),
    watch: (code, listener) => {
      const listeners = find(code)?.listeners;
      listeners?.add(listener);
      return () => void listeners?.delete(listener);
    },
    forget: async (code) => {
      const runtime = find(code);
      if (runtime) drop(runtime);
    },
    left: async (now) => left.at(now),
    leave: async (notes) => {
      await sealer.refresh();
      left.take(notes, (leaving) =>
        leaving.forEach((note) => deps.keeper?.writeLeft(note.id, note)),
      );
    },
    changeLeft: async (was, next) => left.change(was, next),
    expire: async (now) => {
      await sealer.refresh();
      for (const runtime of [...rooms.values()]) if (now >= runtime.room.deadline) end(runtime);
      left.sweep(now);
      deps.keeper?.tidy?.();
    },
    end: async () => deps.keeper?.end(),
  };
}

type Rooms = Map<string, RoomRuntime>;

function findRoom(rooms: Rooms, typed: string): RoomRuntime | undefined {
  const named = parseEntry(typed);
  if (named === null) return undefined;
  return rooms.get(named) ?? [...rooms.values()].find(({ room }) => isNameOf(room, named));
}

function freshCode(rooms: Rooms, deps: StoreDeps): string {
  const code = makeCode(deps.random, deps.codes);
  return findRoom(rooms, code) ? freshCode(rooms, deps) : code;
}

function create(
  rooms: Rooms,
  deps: StoreDeps,
  { opening, now }: { readonly opening: Opening; readonly now: number },
): Snapshot | Refused {
  if (opening.devices && !deps.sealer) return NO_DEVICES;
  const room = openRoom({
    ...opening,
    code: freshCode(rooms, deps),
    pass: makePass(deps.random),
    now,
  });
  const runtime = holdRoom(room);
  applyRoom(runtime, deps, { room });
  rooms.set(room.id, runtime);
  return snapshotOf(runtime);
}

function take(
  runtime: RoomRuntime,
  deps: StoreDeps,
  { event, now }: { readonly event: RoomEvent; readonly now: number },
): Snapshot | Refused {
  if (event.type === 'devices' && !deps.sealer) return NO_DEVICES;
  const stepped = step(runtime.room, event, now);
  if ('refused' in stepped) return stepped;
  if (stepped.room.state === 'finished') return { room: stepped.room, answersIn: 0 };
  // A lease that is renewed every few seconds is not worth a write.
  if (event.type === 'lead' && stepped.room.n === runtime.room.n) {
    return snapshotOf(Object.assign(runtime, { room: stepped.room }));
  }
  applyRoom(runtime, deps, { room: stepped.room });
  return publish(runtime);
}

function seat(
  runtime: RoomRuntime,
  deps: StoreDeps,
  { now, ...entry }: { readonly code: string; readonly pass: string; readonly now: number },
): Seat | Refused {
  const stepped = step(runtime.room, { type: 'seat', ...entry }, now);
  if ('refused' in stepped) return stepped;
  if (stepped.room.state === 'finished') return NO_ROOM;
  applyRoom(runtime, deps, { room: stepped.room });
  const dealt = dealSeat(runtime.pool, stepped.room, deps.random);
  publish(runtime);
  return seatOf(stepped.room, dealt);
}

type Counted = { readonly question: string; readonly record: VoteRecord; readonly now: number };

function count(
  runtime: RoomRuntime,
  deps: StoreDeps,
  { now, ...sent }: Counted,
): Receipt | Refused {
  const accepted = acceptVote(runtime.room, sent, now);
  if ('refused' in accepted) return accepted;
  if (runtime.key === null || !deps.sealer) return NO_DEVICES;
  const before = snapshotOf(runtime);
  if (!addVote(runtime.votes, sent.record)) return NO_BALLOT;
  if (snapshotOf(runtime).answersIn !== before.answersIn) publish(runtime);
  const text = formatReceipt(sent.record);
  const receipt = deps.sealer.seal(runtime.key, aboutOf(runtime.room, pairOf(accepted.open)), text);
  text.fill(0);
  return { receipt };
}

function post(
  runtime: RoomRuntime,
  deps: StoreDeps,
  { posted, now }: { readonly posted: Post; readonly now: number },
): { readonly posted: true } | Refused {
  const pair = boxPairOf(runtime.pool, posted.ballot);
  if (now < runtime.room.deadline && !pair) return NO_NOTE;
  const [id = ''] = makeBallots(1, deps.random);
  const stepped = step(runtime.room, { type: 'note', id, text: posted.text }, now);
  if ('refused' in stepped) return stepped;
  if (stepped.room.state === 'finished' || !pair) return NO_ROOM;
  applyRoom(runtime, deps, { room: stepped.room, used: { ...pair, ballot: posted.ballot } });
  publish(runtime);
  return { posted: true };
}

function merge(runtime: RoomRuntime, { sealer }: StoreDeps, receipts: readonly string[]): number {
  const open = openOf(runtime.room);
  const { key } = runtime;
  if (!open || key === null || !sealer) return 0;
  const about = aboutOf(runtime.room, pairOf(open));
  const merged = receipts.filter((receipt) => {
    const text = sealer.open(key, about, receipt);
    const record = text && parseReceipt(text);
    const isCounted =
      record !== null && acceptRecord(open.question, record) && addVote(runtime.votes, record);
    text?.fill(0);
    record?.fill(0);
    return isCounted;
  }).length;
  if (merged > 0) publish(runtime);
  return merged;
}

function close(runtime: RoomRuntime, deps: StoreDeps, now: number): Snapshot | Refused {
  const open = openOf(runtime.room);
  const tablets = open ? countVotes(runtime.votes, open.question) : noAnswers({ options: [] });
  const stepped = step(runtime.room, { type: 'closed', tablets }, now);
  if ('refused' in stepped) return stepped;
  if (stepped.room.state === 'finished' || !open) return NO_ROOM;
  applyRoom(runtime, deps, { room: stepped.room, spent: pairOf(open) });
  return publish(runtime);
}

function publish(runtime: RoomRuntime): Snapshot {
  const snapshot = snapshotOf(runtime);
  notify(runtime, snapshot);
  return snapshot;
}

function eventOf(taken: Step, rooms: Rooms, deps: StoreDeps): RoomEvent {
  if (taken.type === 'new-code') return { ...taken, code: freshCode(rooms, deps) };
  return taken.type === 'reset-seats'
    ? { ...taken, code: freshCode(rooms, deps), pass: makePass(deps.random) }
    : taken;
}
