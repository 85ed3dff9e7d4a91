import { inFives } from '../../../poll/tally.ts';
import type { Keyed } from '../../../room/room-runtime.ts';
import { isNameOf } from '../../../room/room.ts';
import type { Live, Room } from '../../../room/room.ts';
import type { Snapshot } from '../../../room/store.ts';

/** A room as this process knows it: `version` names its state, `answers` are those given to the open question. */
export type Entry = Keyed & { readonly version: Version; readonly answers: number };

/** Every step makes the next version; the mark keeps a room apart from a later one of the same code. */
export type Version = { readonly mark: string; readonly n: number };

type Listener = (snapshot: Snapshot) => void;

/** The rooms a process knows, and who watches them there. */
export type KnownRooms = {
  /** By any of its codes, or its pass. */
  readonly find: (code: string) => Entry | undefined;
  readonly ids: () => readonly string[];
  /** Takes in what is newer than what is known, tells who watches, and returns what is known now. */
  readonly learn: (entry: Entry) => Entry;
  /**
   * The room has ended; its watchers are notified once. Without `room`, it is made of what was
   * known.
   */
  readonly end: (id: string, room: (known: Live) => Room) => void;
  readonly watch: (id: string, listener: Listener) => () => void;
};

/**
 * No rooms yet. `isNew` is called with every room that becomes known, `isGone` with every one that
 * no longer is.
 */
export function openKnownRooms({
  isNew,
  isGone,
}: {
  readonly isNew: (id: string) => void;
  readonly isGone: (id: string) => void;
}): KnownRooms {
  const entries = new Map<string, Entry>();
  const watchers = new Map<string, Set<Listener>>();
  const notify = (id: string, snapshot: Snapshot) => {
    for (const listener of [...(watchers.get(id) ?? [])]) listener(snapshot);
  };
  return {
    find: (named) =>
      entries.get(named) ?? entries.values().find(({ room }) => isNameOf(room, named)),
    ids: () => [...entries.keys()],
    learn: (entry) => {
      const { id } = entry.room;
      const before = entries.get(id);
      const now = withOneKey(
        before,
        before && before.version.mark === entry.version.mark ? later(before, entry) : entry,
      );
      entries.set(id, now);
      if (!before) isNew(id);
      if (!before || isNews(before, now)) notify(id, snapshotOf(now));
      return now;
    },
    end: (id, room) => {
      const known = entries.get(id);
      if (!known) return;
      known.key?.fill(0);
      entries.delete(id);
      isGone(id);
      notify(id, { room: room(known.room), answersIn: 0 });
      watchers.delete(id);
    },
    watch: (id, listener) => {
      const all = watchers.get(id) ?? new Set();
      watchers.set(id, all.add(listener));
      return () => {
        all.delete(listener);
        if (all.size === 0 && watchers.get(id) === all) watchers.delete(id);
      };
    },
  };
}

/** The room as others may see it (D1). */
export function snapshotOf({ room, answers }: Entry): Snapshot {
  return { room, answersIn: inFives(answers) };
}

/** A version as Valkey keeps it. */
export function versionText({ mark, n }: Version): string {
  return `${mark} ${n}`;
}

/** Reads what `versionText` wrote. */
export function readVersion(text: string): Version {
  const [mark = '', n = '0'] = text.split(' ');
  return { mark, n: Number(n) };
}

// What is heard of one version may be heard in any order: seats and answers only ever grow.
function later(one: Entry, other: Entry): Entry {
  if (one.version.n !== other.version.n) return one.version.n > other.version.n ? one : other;
  const taken = Math.max(one.room.seats.taken, other.room.seats.taken);
  return {
    ...other,
    room: withTaken(other.room, taken),
    answers: Math.max(one.answers, other.answers),
  };
}

/** One copy of a receipt key is held at a time, and it is wiped once it is another or none (R18). */
function withOneKey(before: Entry | undefined, now: Entry): Entry {
  const old = before?.key ?? null;
  const { key } = now;
  if (old === null || old === key) return now;
  if (key === null || key.some((byte, at) => byte !== old[at])) {
    old.fill(0);
    return now;
  }
  key.fill(0);
  return { ...now, key: old };
}

/** The room with this many seats taken: they are counted beside its state. */
export function withTaken(room: Live, taken: number): Live {
  return { ...room, seats: { ...room.seats, taken } };
}

function isNews(before: Entry, now: Entry): boolean {
  return (
    before.version.n !== now.version.n ||
    before.version.mark !== now.version.mark ||
    before.room.seats.taken !== now.room.seats.taken ||
    inFives(before.answers) !== inFives(now.answers)
  );
}
