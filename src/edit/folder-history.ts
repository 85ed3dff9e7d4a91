import { decode } from '../text/utf8.ts';
import { readJsonAs } from '../text/schema.ts';
import { readFile, writeFile, type FolderHandle } from './folder-handles.ts';
import {
  addVersion,
  MAX_HISTORY_BYTES,
  storedHistory,
  versionsName,
  type History,
  type LessonVersion,
} from './history.ts';

/** The earlier versions of the lessons of a folder, each history in a file beside its lesson, as the program has it. */
export type FolderHistory = {
  /** The oldest first; empty where there are none, or none that can be read. Throws where the folder cannot be read. */
  read(slug: string): Promise<History>;
  /** Never throws: a lesson is saved whether or not its history can be. */
  add(slug: string, version: LessonVersion): Promise<void>;
};

/** Opens the histories of a folder; `mark` gives eight characters by chance. */
export function openFolderHistory(folder: FolderHandle, mark: () => string): FolderHistory {
  async function add(slug: string, version: LessonVersion): Promise<void> {
    const name = versionsName(slug);
    const found = await readFile(folder, name, MAX_HISTORY_BYTES);
    // A folder, or more than any history has.
    if (found === 'no plain file') return;
    const history = historyIn(found?.bytes ?? null);
    // What cannot be read may be mended by hand.
    if (history === null && found !== null) {
      await writeFile(folder, `${name}.damaged-${mark()}`, { bytes: found.bytes });
    }
    const versions = addVersion(history ?? [], version);
    const bytes = new TextEncoder().encode(JSON.stringify({ v: 1, versions }));
    await writeFile(folder, name, { bytes: new Uint8Array(bytes) });
  }

  return {
    async read(slug) {
      const found = await readFile(folder, versionsName(slug), MAX_HISTORY_BYTES);
      return found === 'no plain file' ? [] : (historyIn(found?.bytes ?? null) ?? []);
    },
    add: (slug, version) => add(slug, version).catch(() => undefined),
  };
}

/** null for a history that cannot be read. */
function historyIn(bytes: Uint8Array | null): History | null {
  if (bytes === null) return [];
  const text = decode(bytes);
  return text === null ? null : (readJsonAs(storedHistory, text)?.versions ?? null);
}
