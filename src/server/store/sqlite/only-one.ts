import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { diskCause } from './disk-problem.ts';

/** Holds the data folder for one program at a time; null where another one has it. The hold ends with the process, however that ends. */
export function holdFolder(dataDir: string): { readonly end: () => void } | null {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(join(dataDir, 'rooms.lock'), { timeout: 0 });
    // Nothing is ever written: the file stays empty, and the system lets go of it when the process is killed.
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    const held = db;
    return { end: () => held.isOpen && held.close() };
  } catch (error) {
    db?.close();
    // A shared drive may know no locks: then there is no telling, and the lesson goes on.
    return diskCause(error) === 'in-use' ? null : { end: () => {} };
  }
}
