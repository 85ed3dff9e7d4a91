import { accessSync, constants, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CodeLength } from '../../room/code.ts';
import type { NoteSealer } from '../../room/left-note.ts';
import type { Store } from '../../room/store.ts';
import { programClock } from './clock.ts';
import { makeFolder } from '../make-folder.ts';
import { StartProblem, type Settings } from '../settings.ts';
import { runningAlready, startCause } from './start-causes.ts';
import { diskCause } from '../store/sqlite/disk-problem.ts';
import { holdFolder } from '../store/sqlite/only-one.ts';
import { openSharedStore, openStore, sharedTime, type StoreOptions } from '../store/store.ts';

/**
 * The rooms of a program, the clock for them and all else, in ms since 1970 (R30), and the
 * callback, called once, for what keeps rooms from being saved.
 */
export type OpenedRooms = {
  readonly store: Store;
  readonly now: () => number;
  readonly warn: (sentence: string) => void;
};

/** Opens rooms in Valkey where its address is set, else in the data folder; what is in the way is a `StartProblem` with its sentence. */
export async function openRooms(
  settings: Settings,
  noteSealer: NoteSealer,
  log: (sentence: string) => void,
): Promise<OpenedRooms> {
  const { valkeyUrl, dataDir } = settings;
  if (!valkeyUrl) {
    const now = programClock();
    return {
      store: openOnDisk(
        { dataDir: resolve(dataDir), codes: codesOf(settings), noteSealer, log },
        now,
      ),
      now,
      warn: logOnce(log, now),
    };
  }
  const now = programClock(await sharedTime(valkeyUrl));
  return {
    store: await openSharedStore({ url: valkeyUrl, noteSealer, log }),
    now,
    warn: logOnce(log, now),
  };
}

// Where anyone may reach the pupils' door, a short code would be found by guessing (R19).
function codesOf({ staffKey, publicUrl }: Settings): CodeLength {
  return staffKey === undefined && publicUrl === null ? 'short' : 'long';
}

const SHARED_STORE = new URL('../store/valkey/valkey.ts', import.meta.url);

/** The same settings, once the data folder is there and may be written to, and there is a client for Valkey where that is used; else a `StartProblem` with the true cause (R33). */
export function withDataFolder(settings: Settings): Settings {
  const dataDir = resolve(settings.dataDir);
  if (settings.valkeyUrl) {
    if (!existsSync(SHARED_STORE)) {
      throw new StartProblem(
        'Cannot use VALKEY_URL: a pack for Windows is one program on one computer, and has no client for Valkey. Leave VALKEY_URL out, or run Wholeclass as README.md says.',
      );
    }
  }
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return settings;
  } catch (error) {
    throw startProblem(dataDir, error);
  }
}

function startProblem(dataDir: string, error: unknown): unknown {
  const why = diskCause(error);
  return why === null ? error : new StartProblem(startCause(dataDir, why));
}

function openOnDisk(parts: Omit<StoreOptions, 'now' | 'clock'>, now: () => number): Store {
  const { dataDir } = parts;
  let hold: ReturnType<typeof holdFolder> = null;
  try {
    hold = holdFolder(dataDir);
    if (hold === null) throw new StartProblem(runningAlready(dataDir));
    return heldStore(openStore({ ...parts, now: now(), clock: { now, wall: Date.now } }), hold.end);
  } catch (error) {
    hold?.end();
    throw startProblem(dataDir, error);
  }
}

function heldStore(store: Store, letGo: () => void): Store {
  return { ...store, end: () => store.end().finally(letGo) };
}

/** How long the same sentence is not logged again, in ms. */
const SILENT_MS = 10 * 60_000;

/** A log that leaves out a sentence it had in the last ten minutes. `now` in ms. */
function logOnce(log: (sentence: string) => void, now: () => number): (sentence: string) => void {
  const lastLogged = new Map<string, number>();
  return (sentence) => {
    const before = lastLogged.get(sentence);
    if (before !== undefined && now() - before < SILENT_MS) return;
    lastLogged.set(sentence, now());
    log(sentence);
  };
}
