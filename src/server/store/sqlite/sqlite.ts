import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { waitingNotes } from '../../../room/box.ts';
import type { CodeLength } from '../../../room/code.ts';
import {
  formatLeftNote,
  isGone,
  isSealed,
  NO_SEALER,
  parseLeftNote,
  toLeftNote,
} from '../../../room/left-note.ts';
import type { LeftNote, NoteSealer } from '../../../room/left-note.ts';
import { openMemoryStore } from '../../../room/memory-store.ts';
import { ROOM_MS } from '../../../room/room.ts';
import { salvageNotes } from '../../../room/salvaged-notes.ts';
import { parseStoredRoom, serialiseRoom } from '../../../room/stored-room.ts';
import type { Change, Keeper, ReceiptKey, Saved, Store } from '../../../room/store.ts';
import * as v from 'valibot';
import { readAs, whole, type Fields, type Schema } from '../../../text/schema.ts';
import { openBytes } from '../../../room/vote-record.ts';
import { onDisk } from './disk-problem.ts';
import { random } from '../random.ts';
import { receiptSealer } from '../receipts.ts';
import { APPLICATION_ID, FILE_VERSION, TABLES } from './rooms-file.ts';
import { clearAside } from './set-aside.ts';

/** The program's clock and the clock on the wall, in ms since 1970: what is written counts by the wall, for a restart (R30). */
export type DiskClock = { readonly now: () => number; readonly wall: () => number };

/**
 * Where the rooms are, the time at start, how long codes are, what seals notes that outlive their
 * room; `lost` is called with how many rooms could not be read.
 */
export type SqliteOptions = {
  readonly file: string;
  readonly now: number;
  readonly codes?: CodeLength;
  readonly noteSealer?: NoteSealer;
  readonly clock?: DiskClock;
  readonly lost?: (rooms: number) => void;
};

const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA secure_delete = ON;
  PRAGMA temp_store = MEMORY;
`;

/** Opens rooms kept in one SQLite file, after deleting those past their deadline (R8). Answers are in memory alone (R6). What the disk has against it is a `DiskProblem`. */
export function openSqliteStore({
  file,
  now,
  clock,
  codes = 'short',
  noteSealer = NO_SEALER,
  lost = () => {},
}: SqliteOptions): Store {
  return openWith(file, (db) => {
    const keeper = openKeeper(db, { clock, folder: dirname(file) });
    const { saved, isLost } = readSaved(db, { now, keeper, noteSealer });
    if (isLost > 0) lost(isLost);
    const left = readLeft(db);
    for (const { id } of left.filter((note) => isGone(note, now))) keeper.writeLeft(id, null);
    keeper.tidy?.();
    return openMemoryStore(
      { random, codes, sealer: receiptSealer, keeper, noteSealer },
      saved,
      left,
    );
  });
}

/** Opens the file, and makes it and its tables where there are none; whatever fails leaves no file open. */
export function openWith<Value>(file: string, use: (db: DatabaseSync) => Value): Value {
  return onDisk(() => {
    // For this account alone, whatever the folder allows; SQLite gives its log the same mode.
    closeSync(openSync(file, 'a', 0o600));
    const db = new DatabaseSync(file, { timeout: 5000 });
    try {
      db.exec(SETTINGS);
      db.exec(
        `${Object.values(TABLES).join('')} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FILE_VERSION};`,
      );
      return use(db);
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function openKeeper(
  db: DatabaseSync,
  { clock, folder }: { readonly clock: DiskClock | undefined; readonly folder: string },
): Keeper {
  const write = openWrites(db, clock);
  const tidy = openTidy(db);
  const has = db.prepare('SELECT 1 FROM ballots WHERE id = ? LIMIT 1');
  return {
    save: (saved, change) => {
      // Where ballots lie would tell which were issued later, and so which seats came late (R2): a room's first were issued
      // together. In the log the notes of a box would lie in the order in which they came (R11).
      const hasMore =
        change.issued !== undefined && change.isReset !== true && has.get(saved.id) !== undefined;
      atOnce(db, () => write.save(saved, change));
      if (change.issued || change.spent || change.used || change.isDiscarded) tidy.soon(hasMore);
    },
    forget: (id, left) => {
      atOnce(db, () => write.forget(id, left));
      tidy.soon(false);
    },
    writeLeft: (id, note) => {
      onDisk(() => write.writeLeft(id, note));
      tidy.soon(false);
    },
    tidy: () => {
      if (clock) onDisk(() => clearAside(folder, clock.wall()));
      tidy.rest();
    },
    end: () => {
      tidy.soon(false);
      db.close();
    },
  };
}

/** What is written, each within a transaction of its caller's. */
function openWrites(
  db: DatabaseSync,
  clock: DiskClock | undefined,
): Pick<Keeper, 'save' | 'forget' | 'writeLeft'> {
  const room = db.prepare(
    'INSERT INTO rooms VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET deadline = excluded.deadline, room = excluded.room',
  );
  const ballot = db.prepare('INSERT INTO ballots VALUES (?, ?, ?, ?)');
  const writeKey = openKeyWriter(db);
  const use = db.prepare(
    'DELETE FROM ballots WHERE id = ? AND question = ? AND round = ? AND ballot = ?',
  );
  const leave = db.prepare('INSERT OR REPLACE INTO left_notes VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM left_notes WHERE id = ?');
  const spend = ['ballots', 'receipt_keys'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE id = ? AND question = ? AND round = ?`),
  );
  const clear = ['ballots', 'receipt_keys'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE id = ?`),
  );
  const forget = ['rooms', 'ballots', 'receipt_keys'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE id = ?`),
  );
  return {
    save: (saved, change) => {
      const left = clock && saved.deadline - clock.now();
      room.run(
        saved.id,
        clock && left !== undefined ? clock.wall() + left : saved.deadline,
        serialiseRoom(saved, left),
      );
      if (change.isReset) for (const statement of clear) statement.run(saved.id);
      for (const { question, round, ballot: issued } of change.issued ?? []) {
        ballot.run(saved.id, question, round, issued);
      }
      if (change.key) writeKey(saved.id, change.key);
      if (change.spent) {
        for (const statement of spend) {
          statement.run(saved.id, change.spent.question, change.spent.round);
        }
      }
      if (change.used) {
        use.run(saved.id, change.used.question, change.used.round, change.used.ballot);
      }
    },
    forget: (id, left) => {
      for (const statement of forget) statement.run(id);
      for (const note of left) leave.run(note.id, formatLeftNote(note));
    },
    writeLeft: (id, note) => {
      if (note === null) drop.run(id);
      else leave.run(id, formatLeftNote(note));
    },
  };
}

/** Writes a receipt key. What SQLite was given last stays in memory of its own: so the same statement is given another value, which is deleted again (R18). */
function openKeyWriter(db: DatabaseSync): (id: string, key: NonNullable<Change['key']>) => void {
  const write = db.prepare('INSERT OR REPLACE INTO receipt_keys VALUES (?, ?, ?, CAST(? AS TEXT))');
  const remove = db.prepare('DELETE FROM receipt_keys WHERE id = ? AND question = ? AND round = ?');
  const noRound = 0;
  return (id, { question, round, key }) => {
    write.run(id, question, round, key);
    write.run(id, question, noRound, new Uint8Array(key.length).fill(0x2d));
    remove.run(id, question, noRound);
  };
}

/** Nothing deleted lingers in the log (R6). What is committed counts even where there is no room for tidying: that is done later. */
function openTidy(db: DatabaseSync): {
  readonly soon: (withBallots: boolean) => void;
  readonly rest: () => void;
} {
  const due = { vacuum: false, log: true };
  const rest = (): void => {
    if (due.vacuum) db.exec('VACUUM');
    due.vacuum = false;
    if (due.log) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    due.log = false;
  };
  return {
    soon: (withBallots) => {
      due.vacuum ||= withBallots;
      due.log = true;
      try {
        rest();
      } catch {
        // Tried again with the next change, and at the next look.
      }
    },
    rest: () => onDisk(rest),
  };
}

const ballotRows = v.array(v.object({ question: v.string(), round: whole, ballot: v.string() }));
/** Into bytes of our own, which are wiped when the question closes (R18). */
const keyBytes: Schema<ReceiptKey> = v.pipe(
  v.instance(Uint8Array),
  v.transform((bytes) => {
    const own = openBytes(bytes.length);
    own.set(bytes);
    bytes.fill(0);
    return own;
  }),
);
const keyRows = v.array(
  v.object({
    question: v.string(),
    round: whole,
    key: keyBytes,
  } satisfies Fields<Saved['keys'][number]>),
);

type Reading = { readonly now: number; readonly keeper: Keeper; readonly noteSealer: NoteSealer };

/** Every room whose time is not over, row by row: one that cannot be read takes no other with it, and its notes stay (R31). */
function readSaved(
  db: DatabaseSync,
  { now, keeper, noteSealer }: Reading,
): { readonly saved: readonly Saved[]; readonly isLost: number } {
  const ballots = db.prepare('SELECT question, round, ballot FROM ballots WHERE id = ?');
  const keys = db.prepare(
    'SELECT question, round, CAST(key AS BLOB) AS key FROM receipt_keys WHERE id = ?',
  );
  const seal = (note: LeftNote) => (isSealed(note) ? note : toLeftNote(note, noteSealer));
  const saved: Saved[] = [];
  let isLost = 0;
  for (const { id, deadline, room: stored } of db
    .prepare('SELECT id, deadline, room FROM rooms')
    .all()) {
    const name = String(id);
    const read = parseStoredRoom(String(stored), random);
    const issued = readAs(ballotRows, ballots.all(name));
    const sealed = readAs(keyRows, keys.all(name));
    if (read === null || read.room.id !== name || issued === null || sealed === null) {
      keeper.forget(name, salvageNotes(String(stored)).map(seal));
      isLost += 1;
      continue;
    }
    // By the wall clock, and never longer than it had left (R30).
    const until = Math.min(Number(deadline), now + Math.min(read.left ?? ROOM_MS, ROOM_MS));
    if (until <= now) keeper.forget(name, waitingNotes(read.room.box).map(seal));
    else saved.push({ room: { ...read.room, deadline: until }, ballots: issued, keys: sealed });
  }
  return { saved, isLost };
}

/** Notes that wait. One whose row is damaged is read as far as it goes; of one without a word left, or sealed, nothing can be, and it stays where it is. */
function readLeft(db: DatabaseSync): readonly LeftNote[] {
  return db
    .prepare('SELECT id, note FROM left_notes')
    .all()
    .flatMap(({ id, note }) => {
      const stored = String(note);
      const read = parseLeftNote(stored) ?? salvageNotes(stored)[0];
      if (read) return [{ ...read, id: String(id) }];
      return stored.startsWith('{') ? [] : [{ id: String(id), text: stored, triage: null }];
    });
}

function atOnce(db: DatabaseSync, write: () => void): void {
  onDisk(() => {
    db.exec('BEGIN IMMEDIATE');
    try {
      write();
      db.exec('COMMIT');
    } catch (error) {
      // On a full disk SQLite may have gone back by itself: a second error would hide the first.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  });
}
