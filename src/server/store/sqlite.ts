import type { Store } from '../../room/store.ts';

/** Opens rooms kept in one SQLite file. */
export declare function openSqliteStore(options: { readonly file: string; readonly now: number }): Store;
