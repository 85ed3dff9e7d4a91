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
  tell,
  wipeHeld,
} from './held-room.ts';
import type { RoomRuntime, StoreDeps } from './held-room.ts';
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
  means: StoreDeps,
  saved: readonly Saved[] = [],
  leftBefore: readonly LeftNote[] = [],
): Store {
  const rooms = new Map<string, RoomRuntime>(
    saved.map((one) => [one.room.id, restoreRoom(one, means)]),
  );
  const sealer = means.noteSealer ?? NO_SEALER;
  const left = openHeldNotes({
    saved: leftBefore,
    sealer,
    write: (id, note) => means.keeper?.writeLeft(id, note),
  });
  const find = (code: string): RoomRuntime | undefined => findRoom(rooms, code);
  const on = async <Answer>(
    code: string,
    use: (held: RoomRuntime) => Answer,
  ): Promise<Answer | Refused> => {
    const held = find(code);
    return held ? use(held) : NO_ROOM;
  };
  // By the pupils' ways in alone (R19, R20).
  const enter = <Answer>(
    code: string,
    use: (held: RoomRuntime) => Answer,
  ): Promise<Answer | Refused> => on(code, (held) => entryRefusal(held.room, code) ?? use(held));
  const drop = (held: RoomRuntime, notes: readonly Note[] = []): void => {
    left.take(notes, (leaving) => means.keeper?.forget(held.room.id, leaving));
    rooms.delete(held.room.id);
    wipeHeld(held);
  };
  const end = (held: RoomRuntime): Snapshot => {
    const snapshot = { room: finished(held.room), answersIn: 0 };
    drop(held, waitingNotes(held.room.box));
    tell(held, snapshot);
    held.listeners.clear();
    return snapshot;
  };
  return {
    create: async (opening, now) => create(rooms, means, { opening, now }),
    all: async () => [...rooms.values()].map(snapshotOf),
    read: async (code) => {
      const held = find(code);
      return held ? snapshotOf(held) : null;
    },
    update: (code, taken, now) =>
      on(code, (held) => {
        const answer = take(held, means, { event: eventOf(taken, rooms, means), now });
        return 'room' in answer && answer.room.state === 'finished' ? end(held) : answer;
      }),
    seat: (code, now) =>
      enter(code, (held) => seat(held, means, { code: parseEntry(code) ?? '', now })),
    cast: async (vote, now) => {
      const record = 'record' in vote ? vote.record : recordOf(vote);
      try {
        return await enter(vote.code, (held) =>
          count(held, means, { question: vote.question, record, now }),
        );
      } finally {
        record.fill(0);
      }
    },
    post: (code, posted, now) => enter(code, (held) => post(held, means, { posted, now })),
    merge: (code, receipts) => enter(code, (held) => ({ merged: merge(held, means, receipts) })),
    close: (code, now) => on(code, (held) => close(held, means, now)),
    watch: (code, heard) => {
      const listeners = find(code)?.listeners;
      listeners?.add(heard);
      return () => void listeners?.delete(heard);
    },
    forget: async (code) => {
      const held = find(code);
      if (held) drop(held);
    },
    left: async (now) => left.at(now),
    leave: async (notes) => {
      await sealer.refresh();
      left.take(notes, (leaving) =>
        leaving.forEach((note) => means.keeper?.writeLeft(note.id, note)),
      );
    },
    changeLeft: async (was, next) => left.change(was, next),
    expire: async (now) => {
      await sealer.refresh();
      for (const held of [...rooms.values()]) if (now >= held.room.deadline) end(held);
      left.sweep(now);
      means.keeper?.tidy?.();
    },
    end: async () => means.keeper?.end(),
  };
}

type Rooms = Map<string, RoomRuntime>;

function findRoom(rooms: Rooms, typed: string): RoomRuntime | undefined {
  const named = parseEntry(typed);
  if (named === null) return undefined;
  return rooms.get(named) ?? [...rooms.values()].find(({ room }) => isNameOf(room, named));
}

function freshCode(rooms: Rooms, means: StoreDeps): string {
  const code = makeCode(means.random, means.codes);
  return findRoom(rooms, code) ? freshCode(rooms, means) : code;
}

function create(
  rooms: Rooms,
  means: StoreDeps,
  { opening, now }: { readonly opening: Opening; readonly now: number },
): Snapshot | Refused {
  if (opening.devices && !means.sealer) return NO_DEVICES;
  const room = openRoom({
    ...opening,
    code: freshCode(rooms, means),
    pass: makePass(means.random),
    now,
  });
  const held = holdRoom(room);
  applyRoom(held, means, { room });
  rooms.set(room.id, held);
  return snapshotOf(held);
}

function take(
  held: RoomRuntime,
  means: StoreDeps,
  { event, now }: { readonly event: RoomEvent; readonly now: number },
): Snapshot | Refused {
  if (event.type === 'devices' && !means.sealer) return NO_DEVICES;
  const stepped = step(held.room, event, now);
  if ('refused' in stepped) return stepped;
  if (stepped.room.state === 'finished') return { room: stepped.room, answersIn: 0 };
  // A lease that is renewed every few seconds is not worth a write.
  if (event.type === 'lead' && stepped.room.n === held.room.n) {
    return snapshotOf(Object.assign(held, { room: stepped.room }));
  }
  applyRoom(held, means, { room: stepped.room });
  return told(held);
}

function seat(
  held: RoomRuntime,
  means: StoreDeps,
  { code, now }: { readonly code: string; readonly now: number },
): Seat | Refused {
  const stepped = step(held.room, { type: 'seat', code }, now);
  if ('refused' in stepped) return stepped;
  if (stepped.room.state === 'finished') return NO_ROOM;
  applyRoom(held, means, { room: stepped.room });
  const dealt = dealSeat(held.pool, stepped.room, means.random);
  told(held);
  return seatOf(stepped.room, dealt);
}

type Counted = { readonly question: string; readonly record: VoteRecord; readonly now: number };

function count(held: RoomRuntime, means: StoreDeps, { now, ...sent }: Counted): Receipt | Refused {
  const accepted = acceptVote(held.room, sent, now);
  if ('refused' in accepted) return accepted;
  if (held.key === null || !means.sealer) return NO_DEVICES;
  const before = snapshotOf(held);
  if (!addVote(held.votes, sent.record)) return NO_BALLOT;
  if (snapshotOf(held).answersIn !== before.answersIn) told(held);
  const text = formatReceipt(sent.record);
  const receipt = means.sealer.seal(held.key, aboutOf(held.room, pairOf(accepted.open)), text);
  text.fill(0);
  return { receipt };
}

function post(
  held: RoomRuntime,
  means: StoreDeps,
  { posted, now }: { readonly posted: Post; readonly now: number },
): { readonly posted: true } | Refused {
  const pair = boxPairOf(held.pool, posted.ballot);
  if (now < held.room.deadline && !pair) return NO_NOTE;
  const [id = ''] = makeBallots(1, means.random);
  const stepped = step(held.room, { type: 'note', id, text: posted.text }, now);
  if ('refused' in stepped) return stepped;
  if (stepped.room.state === 'finished' || !pair) return NO_ROOM;
  applyRoom(held, means, { room: stepped.room, used: { ...pair, ballot: posted.ballot } });
  told(held);
  return { posted: true };
}

function merge(held: RoomRuntime, { sealer }: StoreDeps, receipts: readonly string[]): number {
  const open = openOf(held.room);
  const { key } = held;
  if (!open || key === null || !sealer) return 0;
  const about = aboutOf(held.room, pairOf(open));
  const merged = receipts.filter((receipt) => {
    const text = sealer.open(key, about, receipt);
    const record = text && parseReceipt(text);
    const isCounted =
      record !== null && acceptRecord(open.question, record) && addVote(held.votes, record);
    text?.fill(0);
    record?.fill(0);
    return isCounted;
  }).length;
  if (merged > 0) told(held);
  return merged;
}

function close(held: RoomRuntime, means: StoreDeps, now: number): Snapshot | Refused {
  const open = openOf(held.room);
  const tablets = open ? countVotes(held.votes, open.question) : noAnswers({ options: [] });
  const stepped = step(held.room, { type: 'closed', tablets }, now);
  if ('refused' in stepped) return stepped;
  if (stepped.room.state === 'finished' || !open) return NO_ROOM;
  applyRoom(held, means, { room: stepped.room, spent: pairOf(open) });
  return told(held);
}

function told(held: RoomRuntime): Snapshot {
  const snapshot = snapshotOf(held);
  tell(held, snapshot);
  return snapshot;
}

function eventOf(taken: Step, rooms: Rooms, means: StoreDeps): RoomEvent {
  if (taken.type === 'new-code') return { ...taken, code: freshCode(rooms, means) };
  return taken.type === 'reset-seats'
    ? { ...taken, code: freshCode(rooms, means), pass: makePass(means.random) }
    : taken;
}
