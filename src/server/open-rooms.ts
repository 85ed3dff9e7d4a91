import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { NoteSealer } from '../room/left-note.ts';
import type { Store } from '../room/store.ts';
import { programClock } from './clock.ts';
import { StartProblem, type Settings } from './settings.ts';
import { openSharedStore, openStore, sharedTime } from './store/store.ts';

/** The rooms of a program, and the clock that they and all else go by, in ms since 1970 (R30). */
export type OpenedRooms = { readonly store: Store; readonly now: () => number };

/** Opens rooms in Valkey where its address is set, else in the data folder; what is in the way is a `StartProblem` with its sentence. */
export async function openRooms({ valkeyUrl, dataDir }: Settings, noteSealer: NoteSealer, said: (sentence: string) => void): Promise<OpenedRooms> {
  if (!valkeyUrl) {
    const now = programClock();
    return { store: openOnDisk({ dataDir: resolve(dataDir), now: now(), noteSealer }), now };
  }
  const now = programClock(await sharedTime(valkeyUrl));
  return { store: await openSharedStore({ url: valkeyUrl, noteSealer, said }), now };
}

function openOnDisk(parts: Parameters<typeof openStore>[0]): Store {
  const { dataDir } = parts;
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return openStore(parts);
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
