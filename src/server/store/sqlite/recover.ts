import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatLeftNote, type NoteSealer } from '../../../room/left-note.ts';
import { counted } from '../../../text/counted.ts';
import { inspectFile, type Strange } from './rooms-file.ts';
import { salvage, type Salvaged } from './salvage.ts';
import { BESIDE, clearAside, setAside } from './set-aside.ts';
import { openWith } from './sqlite.ts';

/** The file of rooms, in the data folder. */
export const ROOMS_FILE = 'rooms.sqlite';
/** Where a new one is made, until it takes the place of one that is set aside. */
const FRESH_FILE = 'rooms-fresh.sqlite';

/**
 * Where the rooms are, the wall clock's time in ms since 1970, what seals notes, and the callback
 * for a sentence that says what was set aside.
 */
export type RecoverParts = {
  readonly dataDir: string;
  readonly wall: number;
  readonly noteSealer: NoteSealer;
  readonly log: (sentence: string) => void;
};

/**
 * Sees to it that the file of rooms is one that can be opened (R31): what else is in its place gets a name with the date, what
 * can be read of it goes into a new one, notes first, and one sentence says so. Rooms that were set aside 90 minutes ago are deleted.
 */
export function recoverRooms(parts: RecoverParts): void {
  const { dataDir, wall } = parts;
  clearAside(dataDir, wall);
  const state = inspectFile(join(dataDir, ROOMS_FILE));
  if (state === 'none') return takeFresh(dataDir);
  dropFresh(dataDir);
  if (state !== 'sound') replaceRooms(parts, state);
}

/** Sets the file aside, whatever it is, and puts a new one in its place. Killed at any moment, it leaves one of the two. */
export function replaceRooms(
  { dataDir, wall, noteSealer, log }: RecoverParts,
  state: Strange,
): void {
  dropFresh(dataDir);
  const saved: Salvaged =
    state === 'foreign' ? NOTHING : salvage(join(dataDir, ROOMS_FILE), noteSealer);
  if (state !== 'foreign') writeFresh(join(dataDir, FRESH_FILE), saved);
  const aside = setAside({ folder: dataDir, file: ROOMS_FILE, kind: KINDS[state] }, wall);
  takeFresh(dataDir);
  log(sentenceOf(state, aside, saved));
}

const NOTHING: Salvaged = { notes: [], rooms: [], ballots: [], keys: [] };
const KINDS: Readonly<Record<Strange, string>> = {
  damaged: 'damaged',
  newer: 'newer',
  foreign: 'not-ours',
};

function sentenceOf(state: Strange, aside: string, { notes, rooms }: Salvaged): string {
  if (state === 'foreign') {
    return `Another program’s file was in the place of ${ROOMS_FILE}. It is unchanged, and now called ${aside}.`;
  }
  const why = state === 'newer' ? 'was written by a newer Wholeclass' : 'was damaged';
  const counts = [countOf(notes.length, 'note'), countOf(rooms.length, 'room')].filter(
    (words) => words !== '',
  );
  const saved =
    counts.length === 0
      ? 'No notes or rooms could be read in it.'
      : `Saved from it: ${counts.join(' and ')}.`;
  return `The file of the last lessons’ rooms ${why}. It is now called ${aside}, and is deleted in 90 minutes. ${saved}`;
}

function countOf(count: number, name: string): string {
  return count === 0 ? '' : counted(count, name);
}

function writeFresh(file: string, { notes, rooms, ballots, keys }: Salvaged): void {
  openWith(file, (db) => {
    db.exec('BEGIN');
    const left = db.prepare('INSERT OR REPLACE INTO left_notes VALUES (?, ?)');
    for (const note of notes) left.run(note.id, formatLeftNote(note));
    const room = db.prepare('INSERT OR IGNORE INTO rooms VALUES (?, ?, ?)');
    for (const row of rooms) {
      room.run(String(row['id']), Number(row['deadline']), String(row['room']));
    }
    const ballot = db.prepare('INSERT OR IGNORE INTO ballots VALUES (?, ?, ?, ?)');
    for (const row of ballots) {
      ballot.run(
        String(row['id']),
        String(row['question']),
        Number(row['round']),
        String(row['ballot']),
      );
    }
    const key = db.prepare('INSERT OR IGNORE INTO receipt_keys VALUES (?, ?, ?, ?)');
    for (const row of keys) {
      key.run(String(row['id']), String(row['question']), Number(row['round']), String(row['key']));
    }
    db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
  });
}

// It is there and the other is not: the program was killed before it could be renamed, and it is whole.
function takeFresh(dataDir: string): void {
  if (existsSync(join(dataDir, FRESH_FILE))) {
    renameSync(join(dataDir, FRESH_FILE), join(dataDir, ROOMS_FILE));
  }
}

function dropFresh(dataDir: string): void {
  for (const end of BESIDE) rmSync(join(dataDir, FRESH_FILE + end), { force: true });
}
