import { randomUUID } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  addVersion,
  endsVersion,
  MAX_HISTORY_BYTES,
  storedHistory,
  versionsName,
  type History,
} from '../../edit/history.ts';
import { alone } from './file-lock.ts';
import { dayAt } from '../../text/day.ts';
import { readJsonAs } from '../../text/schema.ts';
import { writeWhole, type WriteBytes } from '../../site/write-whole.ts';

/** A lesson's text, and when it was saved, in ms since 1970. */
type SavedText = { readonly slug: string; readonly text: string; readonly saved: number };

/** The earlier versions of a school's own lessons, each history in a file beside its lesson. Never throws: a lesson is saved and taught whether or not its history can be. */
export type LessonHistory = {
  /** The oldest first; empty where there are none, or none that can be read. */
  read(slug: string): Promise<History>;
  /** A lesson was saved over a text: that one is a version where it ends one. */
  replaced(before: SavedText): Promise<void>;
  /** A lesson with this text is taught now. */
  taught(lesson: SavedText): Promise<void>;
};

/** Between the first look and the last another program has written the file. */
const CHANGED = new Error('The file has changed meanwhile');
/** Who takes no lock, a page or another program, does not write more often in one moment. */
const TRIES = 5;

/** Opens the histories in the folder of a school's own lessons, null where it has none; `wall` is the time in ms since 1970. Another program may write in it too: one at a time by a lock, and a file is looked at again just before it is replaced, as a lesson's own is. */
export function openLessonHistory(
  own: string | null,
  wall: () => number = Date.now,
  writeBytes: WriteBytes = writeFile,
): LessonHistory {
  let last: Promise<void> = Promise.resolve();

  async function add(folder: string, added: SavedText, taughtOn: string | null): Promise<void> {
    const path = versionsPath(folder, added.slug);
    const lock = join(folder, `.${added.slug}.versions.lock`);
    for (let tries = 1; tries <= TRIES; tries += 1) {
      if (await alone(lock, () => isAdded(path, added, taughtOn))) return;
    }
  }

  /** False where another program wrote at the same moment. */
  async function isAdded(
    path: string,
    { text, saved }: SavedText,
    taughtOn: string | null,
  ): Promise<boolean> {
    const before = await readHistoryFile(path);
    const versions = addVersion(before.history, { text, saved: Math.floor(saved), taughtOn });
    // What cannot be read may be mended by hand.
    if (before.isDamaged) await rename(path, `${path}.damaged-${randomUUID().slice(0, 8)}`);
    const written = JSON.stringify({ v: 1, versions });
    try {
      await writeWhole(path, written, {
        async write(fresh, all, options) {
          await writeBytes(fresh, all, options);
          // The last look is after the slow part.
          const now = await readHistoryFile(path);
          if (now.written !== (before.isDamaged ? null : before.written)) throw CHANGED;
        },
      });
    } catch (error) {
      if (error !== CHANGED) throw error;
      return false;
    }
    return true;
  }

  /** One after the other: each sees what the one before has written. */
  function inTurn(text: SavedText, taughtOn: string | null): Promise<void> {
    if (own === null) return last;
    // The lesson itself says what is wrong with its folder.
    last = last.then(() => add(own, text, taughtOn)).catch(() => undefined);
    return last;
  }

  return {
    async read(slug) {
      if (own === null) return [];
      const found = await readHistoryFile(versionsPath(own, slug)).catch(() => null);
      return found?.history ?? [];
    },
    async replaced(before) {
      if (endsVersion(before.saved, wall())) await inTurn(before, null);
    },
    taught: (lesson) => inTurn(lesson, dayAt(wall())),
  };
}

/** The file of a lesson's earlier versions, `friends.versions.json`. */
export function versionsPath(folder: string, slug: string): string {
  return join(folder, versionsName(slug));
}

type HistoryFile = {
  readonly history: History;
  readonly isDamaged: boolean;
  /** As it is written; null for no file, and for one that is no file or too large. */
  readonly written: string | null;
};

/** One that is damaged, or no file, is begun again; what the disk has against it is thrown. */
async function readHistoryFile(path: string): Promise<HistoryFile> {
  try {
    const { size } = await stat(path);
    const written = size > MAX_HISTORY_BYTES ? null : await readFile(path, 'utf8');
    const stored = written === null ? null : readJsonAs(storedHistory, written);
    return { history: stored?.versions ?? [], isDamaged: stored === null, written };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // What cannot be read just now may be whole.
    if (code !== 'ENOENT' && code !== 'EISDIR') throw error;
    return { history: [], isDamaged: code === 'EISDIR', written: null };
  }
}
