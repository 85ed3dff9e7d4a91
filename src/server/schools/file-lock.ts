import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { writeWhole, type WriteOptions } from '../../site/write-whole.ts';
import { diskCause } from '../store/sqlite/disk-problem.ts';

/** The lock of a folder. Nothing is ever written to it, and it stays where it is. */
export const LOCK_FILE = '.changes.lock';

/** How long another process is waited for, and how often it is looked whether it has finished, in ms. */
const TIMEOUT = 30_000;
const POLL_INTERVAL = 10;

/** Work in this process waits here for its turn, by the path of its lock. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `work` while no other process, and nothing else in this one, holds the lock of a folder. The
 * operating system has the lock: it lasts as long as the work, however slow, and ends with a process
 * that is killed. Rejects as Node or SQLite does, with EBUSY where another has it for half a minute.
 */
export function withFileLock<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  const path = resolve(folder, LOCK_FILE);
  const mine = (queues.get(path) ?? Promise.resolve()).then(() => runLocked(path, work));
  const settled = mine.then(
    () => undefined,
    () => undefined,
  );
  queues.set(path, settled);
  void settled.then(() => queues.get(path) === settled && queues.delete(path));
  return mine;
}

async function runLocked<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  await makeLockFile(path);
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    // Else SQLite would put a journal beside it, though nothing is written.
    db.exec('PRAGMA journal_mode = MEMORY');
    for (let waited = 0; !begins(db); waited += POLL_INTERVAL) {
      if (waited >= TIMEOUT) throw busy(path);
      await wait(POLL_INTERVAL);
    }
    return await work();
  } finally {
    db.close();
  }
}

function begins(db: DatabaseSync): boolean {
  try {
    db.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (diskCause(error) === 'in-use') return false;
    throw error;
  }
}

/** Other accounts that share the folder lock it too, so SQLite's own mode (644) would not do. */
async function makeLockFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  try {
    closeSync(openSync(path, 'wx', 0o666));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function busy(path: string): Error {
  return Object.assign(new Error(`Cannot lock ${path}: another program has it`), { code: 'EBUSY' });
}

/** What a file becomes: with `text`, that is written; without it nothing is changed. One that `isDamaged` is set aside first, since it may be mended by hand. */
export type FileChange<Value> = {
  readonly value: Value;
  readonly text?: string;
  readonly isDamaged?: boolean;
};

/** How often a file is read again that a program without the lock has written in the same moment. */
const TRIES = 5;

/**
 * Reads a file, null for none and empty for a folder in its place, and writes what it becomes, under
 * the lock of its folder. It is looked at again just before it is replaced: a drive may have lost a
 * lock, and an editor takes none.
 */
export async function changeFile<Value>(
  path: string,
  change: (text: string | null) => FileChange<Value>,
  options: WriteOptions = {},
): Promise<Value> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const changed = await withFileLock(dirname(path), async () => {
      const was = await readText(path);
      const { value, text, isDamaged = false } = change(was);
      if (text === undefined) return { value };
      if (isDamaged) await rename(path, `${path}.damaged-${randomUUID().slice(0, 8)}`);
      return (await isReplaced(path, { was: isDamaged ? null : was, text, options }))
        ? { value }
        : null;
    });
    if (changed !== null) return changed.value;
  }
  throw busy(join(dirname(path), LOCK_FILE));
}

type Replacement = {
  readonly was: string | null;
  readonly text: string;
  readonly options: WriteOptions;
};

const CHANGED = new Error('The file has changed meanwhile');

/** False where another program wrote at the same moment. */
async function isReplaced(path: string, { was, text, options }: Replacement): Promise<boolean> {
  const { write = writeFile } = options;
  try {
    await writeWhole(path, text, {
      ...options,
      async write(fresh, bytes, how) {
        await write(fresh, bytes, how);
        if ((await readText(path)) !== was) throw CHANGED;
      },
    });
    return true;
  } catch (error) {
    if (error === CHANGED) return false;
    throw error;
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return null;
    if (code === 'EISDIR') return '';
    // What cannot be read just now may be whole.
    throw error;
  }
}
