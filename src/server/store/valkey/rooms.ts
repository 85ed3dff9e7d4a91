import type { Random } from '../../../poll/ballot.ts';
import { waitingNotes } from '../../../room/box.ts';
import { makeCode } from '../../../room/code.ts';
import { formatLeftNote, toLeftNote } from '../../../room/left-note.ts';
import type { NoteSealer } from '../../../room/left-note.ts';
import { changeOf } from '../../../room/room-runtime.ts';
import type { Keyed, Next } from '../../../room/room-runtime.ts';
import { openOf } from '../../../room/room.ts';
import type { Live, Room } from '../../../room/room.ts';
import { parseShared, serialiseShared } from '../../../room/stored-room.ts';
import { finished } from '../../../room/step.ts';
import { openBytes } from '../../../room/vote-record.ts';
import type { Change, ReceiptKey, Sealer } from '../../../room/store.ts';
import {
  aliasKey,
  ballotKeysOf,
  ballotsKey,
  freeKey,
  keysOf,
  newsChannel,
  NOTED,
  notesKey,
  roomKey,
  ROOMS,
} from './keys.ts';
import { readVersion, versionText, withTaken } from './known.ts';
import type { Entry, KnownRooms, Version } from './known.ts';
import type { Link } from './link.ts';
import { OtherVersion } from '../store-unavailable.ts';
import { scripts } from './scripts.ts';

/** The room was changed by someone else in between: read it again, and decide again. */
export const STALE = Symbol('stale');

/** What the store works with. */
export type RoomsParts = {
  readonly link: Link;
  readonly known: KnownRooms;
  readonly random: Random;
  readonly sealer: Sealer;
  readonly noteSealer: NoteSealer;
  /** What a room that is known here becomes when Valkey does not have it. */
  readonly missing: (id: string, room: Live) => Room;
};

/** A room's next state, with the time, in ms since 1970, and whether another question is answered from now on. */
type Write = Next & { readonly now: number };

/** Rooms in Valkey: read, written and ended as a whole, each in one step. */
export type ValkeyRooms = {
  /** As it is now; null when there is none with this code. */
  readonly read: (code: string) => Promise<Entry | null>;
  /** Keeps a fresh code for the room of this id, or, with null, for a room that will have it as its id. */
  readonly reserve: (id: string | null, live: number) => Promise<string>;
  /** Lets a room be found by this name as well, for so many ms. */
  readonly alias: (
    name: string,
    room: { readonly id: string; readonly live: number },
  ) => Promise<void>;
  readonly create: (room: Live, now: number) => Promise<Entry>;
  readonly write: (before: Entry, next: Write) => Promise<Entry | typeof STALE>;
  /**
   * Deletes all of a room but notes that wait; with `last`, everyone who watches is notified. A
   * null version is any.
   */
  readonly end: (
    room: Live,
    version: Version | null,
    last: Room | null,
  ) => Promise<true | typeof STALE>;
};

/** Rooms over a connection. */
export function openValkeyRooms(parts: RoomsParts): ValkeyRooms {
  const { link, random } = parts;
  const reserve = async (id: string | null, live: number): Promise<string> => {
    // Every process of a shared site is open to anyone who guesses (R19).
    const code = makeCode(random, 'long');
    const isFree = await link.run(
      scripts.reserve,
      [roomKey(code), aliasKey(code), notesKey(code)],
      [id ?? code, String(live)],
    );
    return isFree === 1 ? code : reserve(id, live);
  };
  const alias: ValkeyRooms['alias'] = async (name, { id, live }) =>
    void (await link.send('SET', aliasKey(name), id, 'PX', String(live)));
  return {
    read: (code) => read(parts, code),
    reserve,
    alias,
    create: async (room, now) => {
      const live = String(room.deadline - now);
      await link.send('ZADD', ROOMS, String(room.deadline), room.id);
      // For this long at least: to the first deadline, and then to every later one.
      for (const which of ['NX', 'GT']) await link.send('PEXPIRE', ROOMS, live, which);
      await alias(room.pass, { id: room.id, live: room.deadline - now });
      const entry = await write(parts, null, { room, now });
      if (entry === STALE) {
        throw new Error(`Cannot open room ${room.id}: its code was kept for it, and there is one`);
      }
      return entry;
    },
    write: (before, next) => write(parts, before, next),
    end: (room, version, last) => end(parts, room, { version, last }),
  };
}

async function read(parts: RoomsParts, code: string): Promise<Entry | null> {
  const { link, known } = parts;
  const before = known.find(code);
  const id = before?.room.id ?? code;
  const reply = await link.run(
    scripts.read,
    [roomKey(id), aliasKey(id)],
    [before ? versionText(before.version) : ''],
  );
  if (Array.isArray(reply)) return learn(parts, before, reply as readonly string[]);
  if (before) known.end(id, (room) => parts.missing(id, room));
  if (typeof reply === 'string' && reply !== id) return read(parts, reply);
  return before && id !== code ? read(parts, code) : null;
}

function learn(
  { known, random }: RoomsParts,
  before: Entry | undefined,
  [version = '', taken, answers, state]: readonly string[],
): Entry {
  const counts = { taken: Number(taken), answers: Number(answers) };
  if (state !== undefined) {
    return known.learn(entryOf(readState(state, random), readVersion(version), counts));
  }
  if (!before) {
    throw new Error('Cannot read a room: Valkey left out a state that is not known here');
  }
  return known.learn(entryOf(before, before.version, counts));
}

/** A room's state as Valkey has it: the receipt key in letters. */
function stateText({ key, ...rest }: Keyed): string {
  return serialiseShared({ ...rest, key: key && new TextDecoder().decode(key) });
}

function readState(text: string, random: Random): Keyed {
  const read = parseShared(text, random);
  if (read === null) throw new OtherVersion('A room was written by another version of the program');
  return { ...read, key: read.key === null ? null : keyOf(read.key) };
}

function keyOf(text: string): ReceiptKey {
  const key = openBytes(text.length);
  new TextEncoder().encodeInto(text, key);
  return key;
}

function entryOf(
  { room, seats, key }: Keyed,
  version: Version,
  { taken, answers }: { readonly taken: number; readonly answers: number },
): Entry {
  return { room: withTaken(room, taken), seats, key, version, answers };
}

async function write(
  parts: RoomsParts,
  before: Entry | null,
  { now, ...next }: Write,
): Promise<Entry | typeof STALE> {
  const { link, known } = parts;
  const { room } = next;
  const { change, ...keyed } = changeOf(before ?? { room, seats: 0, key: null }, next, parts);
  const version = { mark: room.keyHash, n: (before?.version.n ?? 0) + 1 };
  const notes = await notesToLeave(parts, room);
  const { keys, plan } = planOf(room, change);
  const isOther = !before || (openOf(room) !== null) !== (openOf(before.room) !== null);
  const starts = isOther || change.isReset === true;
  // Seats make no new version; a question on shared tablets counts its own from those taken when it is asked (R3).
  const taken = before && isOther && room.shared ? { taken: before.room.seats.taken } : {};
  const state = stateText({ ...keyed, room: withTaken(room, 0) });
  const reply = await link.run(
    scripts.step,
    [roomKey(room.id), newsChannel(room.id), notesKey(room.id), ...keys],
    [
      before ? versionText(before.version) : '',
      versionText(version),
      state,
      String(room.deadline - now),
      JSON.stringify({ ...plan, ...taken, notes, starts }),
    ],
  );
  if (!Array.isArray(reply)) return STALE;
  const [seated, answers] = reply as readonly string[];
  return known.learn(entryOf(keyed, version, { taken: Number(seated), answers: Number(answers) }));
}

/** What of the box outlives the room even if no process sees its end: sealed already, wherever there is a key (R25). */
async function notesToLeave(
  { link, noteSealer }: RoomsParts,
  room: Live,
): Promise<readonly { readonly id: string; readonly text: string }[]> {
  const waiting = waitingNotes(room.box);
  if (waiting.length === 0) return [];
  await link.send('SADD', NOTED, room.id);
  await noteSealer.refresh();
  return waiting.map((note) => ({
    id: note.id,
    text: formatLeftNote(toLeftNote(note, noteSealer)),
  }));
}

/** What of a change lies in keys of its own; the plan names them by their place after the first three. */
function planOf(room: Live, { issued = [], spent, used, isReset }: Change) {
  const { id } = room;
  const keys: string[] = [];
  const place = (key: string): number => keys.push(key) + 3;
  const pairs = Map.groupBy(issued, ({ question, round }) => `${round} ${question}`);
  const plan = {
    issued: [...pairs.values()].flatMap(([pair, ...more]) =>
      pair
        ? [
            {
              ballots: place(ballotsKey(id, pair)),
              free: place(freeKey(id, pair)),
              fresh: [pair, ...more].map(({ ballot }) => ballot),
            },
          ]
        : [],
    ),
    gone: [
      ...(spent ? [ballotsKey(id, spent), freeKey(id, spent)] : []),
      ...(isReset ? ballotKeysOf(room) : []),
    ].map(place),
    reset: isReset === true,
    used: used ? [{ ballots: place(ballotsKey(id, used)), ballot: used.ballot }] : [],
  };
  return { keys, plan };
}

async function end(
  { link, known }: RoomsParts,
  room: Live,
  { version, last }: { readonly version: Version | null; readonly last: Room | null },
): Promise<true | typeof STALE> {
  const { id, code, pass, formerCodes, formerEntries } = room;
  const reply = await link.run(
    scripts.end,
    [newsChannel(id), ...keysOf(room)],
    [version ? versionText(version) : '', last ? JSON.stringify({ end: last }) : ''],
  );
  if (reply === 'stale') return STALE;
  for (const each of [id, code, pass, ...formerCodes, ...formerEntries]) {
    await link.send('DEL', aliasKey(each));
  }
  await link.send('ZREM', ROOMS, id);
  known.end(id, () => last ?? finished(room));
  return true;
}
