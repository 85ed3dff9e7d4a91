import { closeSync, existsSync, lstatSync, openSync, readSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { diskCause } from './disk-problem.ts';

/** Marks the file as ours, “WhCl” in ASCII, in the place that SQLite has for it. */
export const APPLICATION_ID = 0x5768436c;
/** The version of the tables; rooms have one of their own (`stored-room.ts`). Files before version 2 had neither mark nor version (R31). */
export const FILE_VERSION = 2;

/** The tables as this version has them: without row ids, so that order leaves no trace (R6). */
export const TABLES = {
  rooms:
    'CREATE TABLE IF NOT EXISTS rooms (id TEXT NOT NULL PRIMARY KEY, deadline INTEGER NOT NULL, room TEXT NOT NULL) STRICT, WITHOUT ROWID;',
  ballots: `CREATE TABLE IF NOT EXISTS ballots (
    id TEXT NOT NULL, question TEXT NOT NULL, round INTEGER NOT NULL, ballot TEXT NOT NULL, PRIMARY KEY (id, question, round, ballot)
  ) STRICT, WITHOUT ROWID;`,
  receipt_keys: `CREATE TABLE IF NOT EXISTS receipt_keys (
    id TEXT NOT NULL, question TEXT NOT NULL, round INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (id, question, round)
  ) STRICT, WITHOUT ROWID;`,
  left_notes:
    'CREATE TABLE IF NOT EXISTS left_notes (id TEXT NOT NULL PRIMARY KEY, note TEXT NOT NULL) STRICT, WITHOUT ROWID;',
} as const;

/** What lies where the rooms should: nothing yet, rooms that can be used, or what has to be set aside. */
export type FileState = 'none' | 'sound' | Strange;
/** Ours and damaged, ours of a newer program, or someone else's. */
export type Strange = 'damaged' | 'newer' | 'foreign';

/** Looks at the file of rooms before anything is done with it; a disk that cannot be read throws. */
export function inspectFile(file: string): FileState {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  const hasLog = existsSync(`${file}-wal`);
  // SQLite would throw the log away, and with it what was written last.
  if (!stat) return hasLog ? 'damaged' : 'none';
  if (!stat.isFile()) return 'foreign';
  if (stat.size === 0) return hasLog ? 'damaged' : 'none';
  if (headOf(file) !== 'SQLite format 3\0') return 'damaged';
  try {
    return inspectTables(file);
  } catch (error) {
    const why = diskCause(error);
    if (why === 'damaged' || why === 'failing') return 'damaged';
    throw error;
  }
}

function headOf(file: string): string {
  const bytes = Buffer.alloc(16);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, bytes);
  } finally {
    closeSync(opened);
  }
  return bytes.toString('latin1');
}

function inspectTables(file: string): FileState {
  const db = new DatabaseSync(file, { timeout: 5000 });
  try {
    const [application, version] = ['application_id', 'user_version'].map((name) =>
      Number(firstOf(db, name)),
    );
    const tables = columnsIn(db);
    const ours = Object.keys(TABLES).filter((table) => Object.hasOwn(tables, table));
    if (application === 0 && version === 0 && Object.keys(tables).length === 0) return 'none';
    if (application !== APPLICATION_ID && (application !== 0 || ours.length < 3)) return 'foreign';
    if (version !== undefined && version > FILE_VERSION) return 'newer';
    const wanted = wantedColumns();
    const isWhole =
      ours.length === Object.keys(TABLES).length &&
      ours.every((table) => tables[table] === wanted[table]);
    return isWhole && firstOf(db, 'integrity_check(1)') === 'ok' ? 'sound' : 'damaged';
  } finally {
    db.close();
  }
}

function firstOf(db: DatabaseSync, pragma: string): unknown {
  return Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
}

const COLUMNS = `SELECT tables.name AS found, group_concat(columns.name || ' ' || columns.type, ', ' ORDER BY columns.cid) AS columns
  FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
  WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' GROUP BY tables.name`;

/** The columns of each table that a file has, with their types. */
function columnsIn(db: DatabaseSync): Readonly<Record<string, string>> {
  const rows = db.prepare(COLUMNS).all();
  return Object.fromEntries(rows.map(({ found, columns }) => [String(found), String(columns)]));
}

function wantedColumns(): Readonly<Record<string, string>> {
  const db = new DatabaseSync(':memory:');
  try {
    db.exec(Object.values(TABLES).join(''));
    return columnsIn(db);
  } finally {
    db.close();
  }
}
