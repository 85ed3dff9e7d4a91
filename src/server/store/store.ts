import { join } from 'node:path';
import type { NoteSealer } from '../../room/left-note.ts';
import type { Store } from '../../room/store.ts';
import { random } from './random.ts';
import { receiptSealer } from './receipts.ts';
import { openSqliteStore, type SqliteOptions } from './sqlite.ts';

/** Where rooms are kept, when, in ms since 1970, how long their codes are, and what seals notes that outlive them. */
export type StoreOptions = Omit<SqliteOptions, 'file'> & { readonly dataDir: string };

/** Opens the store rooms live in: SQLite in `dataDir` (which must exist). Rooms past their deadline are deleted first (R8). */
export function openStore({ dataDir, ...parts }: StoreOptions): Store {
  return openSqliteStore({ file: join(dataDir, 'rooms.sqlite'), ...parts });
}

/** Opens the store that several processes share: Valkey at `url`. One that cannot be reached, or would keep answers, is a `StartProblem`. */
export async function openSharedStore(parts: {
  readonly url: URL;
  readonly noteSealer?: NoteSealer;
  readonly said: (sentence: string) => void;
}): Promise<Store> {
  // Loaded where it is needed alone: it would be a tenth of a second of every start.
  const { openValkeyStore } = await import('./valkey.ts');
  return openValkeyStore({ ...parts, random, sealer: receiptSealer });
}

/** The time that every process over one Valkey starts its clock with, so that the clocks of their machines do not matter (R30). */
export async function sharedTime(url: URL): Promise<() => number> {
  const time = await (await import('./valkey/time.ts')).readTime(url);
  const since = performance.now();
  return () => Math.floor(time + performance.now() - since);
}
