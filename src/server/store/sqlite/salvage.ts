import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isSealed, parseLeftNote, toLeftNote } from '../../../room/left-note.ts';
import type { LeftNote, NoteSealer } from '../../../room/left-note.ts';
import { salvageNotes } from '../../../room/salvaged-notes.ts';
import { parseStoredRoom } from '../../../room/stored-room.ts';
import { random } from '../random.ts';
import { BESIDE } from './set-aside.ts';

/** Rows of a file that cannot be used any more, as far as they can be read. */
export type Salvaged = {
  readonly notes: readonly LeftNote[];
  readonly rooms: readonly Row[];
  readonly ballots: readonly Row[];
  readonly keys: readonly Row[];
};
type Row = Readonly<Record<string, unknown>>;

/** Reads what can be read of a damaged file (R31): notes first, wherever they lie in it, then whole rooms with their ballots and keys. It never throws. */
export function salvage(file: string, noteSealer: NoteSealer): Salvaged {
  const notes = new Map(notesIn(file).map((one) => [one.id, one]));
  const db = openDamaged(file);
  const rows = db ? rowsOf(db, 'rooms', 'id') : [];
  // A row has its notes in one piece, where the file may have them in two.
  for (const { room } of rows) for (const one of salvageNotes(String(room))) notes.set(one.id, one);
  for (const { note } of db ? rowsOf(db, 'left_notes', 'id') : []) {
    const read = parseLeftNote(String(note));
    if (read) notes.set(read.id, read);
  }
  const rooms = rows.filter(({ room }) => parseStoredRoom(String(room), random) !== null);
  // A room that comes back has its notes in its own box.
  for (const { room } of rooms) {
    for (const { id } of parseStoredRoom(String(room), random)?.room.box.notes ?? []) {
      notes.delete(id);
    }
  }
  const isHere = ({ id }: Row) => rooms.some((room) => room['id'] === id);
  const ballots = db ? rowsOf(db, 'ballots', 'id, question, round, ballot').filter(isHere) : [];
  const keys = db ? rowsOf(db, 'receipt_keys', 'id, question, round').filter(isHere) : [];
  db?.close();
  const sealed = [...notes.values()].map((one) =>
    isSealed(one) ? one : toLeftNote(one, noteSealer),
  );
  return { notes: sealed, rooms, ballots, keys };
}

/** Before SQLite touches them: in bytes that it cannot make sense of, whole notes may stand. */
function notesIn(file: string): readonly LeftNote[] {
  const torn = BESIDE.slice(0, 2).map((end) =>
    existsSync(file + end) ? readFileSync(file + end).toString('utf8') : '',
  );
  return salvageNotes(torn.join('\0'));
}

function openDamaged(file: string): DatabaseSync | null {
  try {
    return new DatabaseSync(file, { timeout: 1000 });
  } catch {
    return null;
  }
}

/** From the front as far as it goes, and from the back: a torn page lies somewhere between. */
function rowsOf(db: DatabaseSync, table: string, order: string): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const way of ['ASC', 'DESC']) {
    try {
      const sorted = order
        .split(', ')
        .map((column) => `${column} ${way}`)
        .join(', ');
      for (const row of db.prepare(`SELECT * FROM ${table} ORDER BY ${sorted}`).iterate()) {
        rows.set(
          order
            .split(', ')
            .map((column) => String(row[column]))
            .join('\0'),
          row,
        );
      }
    } catch {
      // What came before is what there is.
    }
  }
  return [...rows.values()];
}
