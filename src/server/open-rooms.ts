import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CodeLength } from '../room/code.ts';
import type { NoteSealer } from '../room/left-note.ts';
import type { Store } from '../room/store.ts';
import { programClock } from './clock.ts';
import { StartProblem, type Settings } from './settings.ts';
import { openSharedStore, openStore, sharedTime, type StoreOptions } from './store/store.ts';

/** The rooms of a program, and the clock that they and all else go by, in ms since 1970 (R30). */
export type OpenedRooms = { readonly store: Store; readonly now: () => number };

/** Opens rooms in Valkey where its address is set, else in the data folder; what is in the way is a `StartProblem` with its sentence. */
export async function openRooms(settings: Settings, noteSealer: NoteSealer, said: (sentence: string) => void): Promise<OpenedRooms> {
  const { valkeyUrl, dataDir } = settings;
  if (!valkeyUrl) {
    const now = programClock();
    return { store: openOnDisk({ dataDir: resolve(dataDir), now: now(), codes: codesOf(settings), noteSealer }), now };
  }
  const now = programClock(await sharedTime(valkeyUrl));
  return { store: await openSharedStore({ url: valkeyUrl, noteSealer, said }), now };
}

// Where anyone may reach the pupils' door, a short code would be found by guessing (R19).
function codesOf({ staffKey, publicUrl }: Settings): CodeLength {
  return staffKey === undefined && publicUrl === null ? 'short' : 'long';
}

function openOnDisk(options: StoreOptions): Store {
  const { dataDir } = options;
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return openStore(options);
  } catch {
    throw new StartProblem(`Cannot write to the data folder ${dataDir}: choose one this account may write to with DATA_DIR.`);
  }
}

// Not mkdir's own `recursive`: under some folders of the system it never returns.
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
