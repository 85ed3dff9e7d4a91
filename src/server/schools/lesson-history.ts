import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  addVersion,
  endsVersion,
  MAX_HISTORY_BYTES,
  storedHistory,
  versionsName,
  type History,
} from '../../edit/history.ts';
import { changeFile } from './file-lock.ts';
import { dayAt } from '../../text/day.ts';
import { readJsonAs } from '../../text/schema.ts';
import type { WriteBytes } from '../../site/write-whole.ts';

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

/** Opens the histories in the folder of a school's own lessons, null where it has none; `wall` is the time in ms since 1970. Another program may write in it too. */
export function openLessonHistory(
  own: string | null,
  wall: () => number = Date.now,
  writeBytes: WriteBytes = writeFile,
): LessonHistory {
  async function add({ slug, text, saved }: SavedText, taughtOn: string | null): Promise<void> {
    if (own === null) return;
    await changeFile<void>(
      versionsPath(own, slug),
      (written) => {
        const { history, isDamaged } = parseHistory(written);
        const versions = addVersion(history, { text, saved: Math.floor(saved), taughtOn });
        return { value: undefined, text: JSON.stringify({ v: 1, versions }), isDamaged };
      },
      { write: writeBytes },
      // The lesson itself says what is wrong with its folder.
    ).catch(() => undefined);
  }

  return {
    async read(slug) {
      if (own === null) return [];
      const found = await readHistoryFile(versionsPath(own, slug)).catch(() => null);
      return found?.history ?? [];
    },
    async replaced(before) {
      if (endsVersion(before.saved, wall())) await add(before, null);
    },
    taught: (lesson) => add(lesson, dayAt(wall())),
  };
}

/** The file of a lesson's earlier versions, `friends.versions.json`. */
export function versionsPath(folder: string, slug: string): string {
  return join(folder, versionsName(slug));
}

type HistoryFile = { readonly history: History; readonly isDamaged: boolean };

/** What a file of earlier versions holds, null for none; one that is damaged or too large is begun again. */
function parseHistory(written: string | null): HistoryFile {
  if (written === null) return { history: [], isDamaged: false };
  const stored = written.length > MAX_HISTORY_BYTES ? null : readJsonAs(storedHistory, written);
  return { history: stored?.versions ?? [], isDamaged: stored === null };
}

/** The history in a file; what the disk has against it is thrown. */
async function readHistoryFile(path: string): Promise<HistoryFile> {
  const { size } = await stat(path);
  return parseHistory(size > MAX_HISTORY_BYTES ? '' : await readFile(path, 'utf8'));
}
