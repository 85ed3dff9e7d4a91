import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { waitingNotes } from '../../room/box.ts';
import type { CodeLength } from '../../room/code.ts';
import { formatLeftNote, isGone, NO_SEALER, parseLeftNote, toLeftNote } from '../../room/left-note.ts';
import type { LeftNote, NoteSealer } from '../../room/left-note.ts';
import { openMemoryStore } from '../../room/memory-store.ts';
import type { Keeper, Saved, Store } from '../../room/store.ts';
import { random } from './random.ts';
import { receiptSealer } from './receipts.ts';

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA secure_delete = ON;
  PRAGMA temp_store = MEMORY;
  CREATE TABLE IF NOT EXISTS rooms (id TEXT NOT NULL PRIMARY KEY, deadline INTEGER NOT NULL, room TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS ballots (
    id TEXT NOT NULL, question TEXT NOT NULL, round INTEGER NOT NULL, ballot TEXT NOT NULL, PRIMARY KEY (id, question, round, ballot)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS receipt_keys (
    id TEXT NOT NULL, question TEXT NOT NULL, round INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (id, question, round)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS left_notes (id TEXT NOT NULL PRIMARY KEY, note TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Where rooms are kept, the time, in ms since 1970, how long codes are, and what seals notes that outlive their room. */
export type SqliteOptions = { readonly file: string; readonly now: number; readonly codes?: CodeLength; readonly noteSealer?: NoteSealer };

/** Opens rooms kept in one SQLite file, after deleting those past their deadline (R8). Answers are in memory alone (R6). */
export function openSqliteStore({ file, now, codes = 'short', noteSealer = NO_SEALER }: SqliteOptions): Store {
  // For this account alone, whatever the folder allows; SQLite gives its log the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec(SCHEMA);
  const keeper = openKeeper(db);
  for (const { id, room } of db.prepare('SELECT id, room FROM rooms WHERE deadline <= ?').all(now)) {
    const waiting = waitingNotes(readRoom(room).box);
    keeper.forget(
      String(id),
      waiting.map((note) => toLeftNote(note, noteSealer)),
    );
  }
  const left = readLeft(db);
  for (const { id } of left.filter((note) => isGone(note, now))) keeper.writeLeft(id, null);
  truncate(db);
  return openMemoryStore({ random, codes, sealer: receiptSealer, keeper, noteSealer }, readSaved(db), left);
}

function openKeeper(db: DatabaseSync): Keeper {
  const room = db.prepare('INSERT INTO rooms VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET room = excluded.room');
  const ballot = db.prepare('INSERT INTO ballots VALUES (?, ?, ?, ?)');
  const key = db.prepare('INSERT OR REPLACE INTO receipt_keys VALUES (?, ?, ?, ?)');
  const use = db.prepare('DELETE FROM ballots WHERE id = ? AND question = ? AND round = ? AND ballot = ?');
  const leave = db.prepare('INSERT OR REPLACE INTO left_notes VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM left_notes WHERE id = ?');
  const spend = ['ballots', 'receipt_keys'].map((table) => db.prepare(`DELETE FROM ${table} WHERE id = ? AND question = ? AND round = ?`));
  const clear = ['ballots', 'receipt_keys'].map((table) => db.prepare(`DELETE FROM ${table} WHERE id = ?`));
  const forget = ['rooms', 'ballots', 'receipt_keys'].map((table) => db.prepare(`DELETE FROM ${table} WHERE id = ?`));
  return {
    save: (saved, change) => {
      atOnce(db, () => {
        room.run(saved.id, saved.deadline, JSON.stringify(saved));
        if (change.isReset) for (const statement of clear) statement.run(saved.id);
        for (const { question, round, ballot: issued } of change.issued ?? []) ballot.run(saved.id, question, round, issued);
        if (change.key) key.run(saved.id, change.key.question, change.key.round, change.key.key);
        if (change.spent) for (const statement of spend) statement.run(saved.id, change.spent.question, change.spent.round);
        if (change.used) use.run(saved.id, change.used.question, change.used.round, change.used.ballot);
      });
      // Where ballots lie would tell which were issued later, and so which seats came late (R2).
      if (change.issued) db.exec('VACUUM');
      // In the log the notes of a box would lie in the order in which they came (R11).
      if (change.issued || change.spent || change.used) truncate(db);
    },
    forget: (id, left) => {
      atOnce(db, () => {
        for (const statement of forget) statement.run(id);
        for (const note of left) leave.run(note.id, formatLeftNote(note));
      });
      truncate(db);
    },
    writeLeft: (id, note) => {
      if (note === null) drop.run(id);
      else leave.run(id, formatLeftNote(note));
      truncate(db);
    },
    end: () => {
      truncate(db);
      db.close();
    },
  };
}

function readSaved(db: DatabaseSync): readonly Saved[] {
  const ballots = db.prepare('SELECT question, round, ballot FROM ballots WHERE id = ?');
  const keys = db.prepare('SELECT question, round, key FROM receipt_keys WHERE id = ?');
  return db
    .prepare('SELECT id, room FROM rooms')
    .all()
    .map(({ id, room }) => ({
      room: readRoom(room),
      ballots: ballots.all(String(id)) as unknown as Saved['ballots'],
      keys: keys.all(String(id)) as unknown as Saved['keys'],
    }));
}

function readRoom(text: unknown): Saved['room'] {
  return JSON.parse(String(text)) as Saved['room'];
}

// A row that cannot be read takes no other with it, and stays where it is.
function readLeft(db: DatabaseSync): readonly LeftNote[] {
  return db
    .prepare('SELECT note FROM left_notes')
    .all()
    .map(({ note }) => parseLeftNote(String(note)))
    .filter((note) => note !== null);
}

function atOnce(db: DatabaseSync, write: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    write();
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/** Moves the log into the file and empties it, so that nothing deleted lingers in it (R6). */
function truncate(db: DatabaseSync): void {
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
