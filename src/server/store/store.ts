import { join } from 'node:path';
import { NO_SEALER } from '../../room/left-note.ts';
import type { NoteSealer } from '../../room/left-note.ts';
import type { Store } from '../../room/store.ts';
import { diskCause, onDisk } from './sqlite/disk-problem.ts';
import { random } from './random.ts';
import { receiptSealer } from './receipts.ts';
import { recoverRooms, replaceRooms, ROOMS_FILE } from './sqlite/recover.ts';
import { openSqliteStore, type SqliteOptions } from './sqlite/sqlite.ts';

/**
 * Where rooms are stored, as `SqliteOptions` has it, and the callback for a sentence that says what
 * could not be read.
 */
export type StoreOptions = Omit<SqliteOptions, 'file' | 'lost'> & {
  readonly dataDir: string;
  readonly log?: (sentence: string) => void;
};

/**
 * Opens the store rooms live in: SQLite in `dataDir`. Rooms past their deadline are deleted first (R8). Whatever is in the place
 * of its file, it opens (R31); what the disk has against it is a `DiskProblem`.
 */
export function openStore({
  dataDir,
  now,
  log = () => {},
  noteSealer = NO_SEALER,
  ...parts
}: StoreOptions): Store {
  const recover = { dataDir, wall: now, log, noteSealer };
  const open = () =>
    openSqliteStore({
      file: join(dataDir, ROOMS_FILE),
      now,
      noteSealer,
      ...parts,
      lost: (rooms) =>
        log(
          `${rooms === 1 ? '1 room' : `${rooms} rooms`} could not be read and had to end. Notes in it are saved.`,
        ),
    });
  try {
    onDisk(() => recoverRooms(recover));
    return open();
  } catch (error) {
    if (diskCause(error) !== 'damaged') throw error;
    // Damage that only a second look finds.
    onDisk(() => replaceRooms(recover, 'damaged'));
    return open();
  }
}

/** Opens the store that several processes share: Valkey at `url`. One that cannot be reached, or would keep answers, is a `StartProblem`. */
export async function openSharedStore(parts: {
  readonly url: URL;
  readonly noteSealer?: NoteSealer;
  readonly log: (sentence: string) => void;
}): Promise<Store> {
  // Loaded where it is needed alone: it would be a tenth of a second of every start.
  const { openValkeyStore } = await import('./valkey/valkey.ts');
  return openValkeyStore({ ...parts, random, sealer: receiptSealer });
}

/** The time that every process over one Valkey starts its clock with, so that the clocks of their machines do not matter (R30). */
export async function sharedTime(url: URL): Promise<() => number> {
  const time = await (await import('./valkey/time.ts')).readTime(url);
  const since = performance.now();
  return () => Math.floor(time + performance.now() - since);
}
