import { join } from 'node:path';
import type { Store } from '../../room/store.ts';
import { openSqliteStore } from './sqlite.ts';

/** Opens the store rooms live in: SQLite in `dataDir` (which must exist). Rooms past their deadline are deleted first (R8). */
export function openStore({ dataDir, now }: { readonly dataDir: string; readonly now: number }): Store {
  return openSqliteStore({ file: join(dataDir, 'rooms.sqlite'), now });
}
