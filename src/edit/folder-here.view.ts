import * as v from 'valibot';
import { customAlphabet, nanoid } from 'nanoid';
import { folderDraftsKey, folderKey } from '../text/browser-keys.ts';
import { readAs } from '../text/schema.ts';
import { openDrafts } from './browser-drafts.view.ts';
import type { Drafts } from './drafts.ts';
import { filesIn } from './folder-handles.ts';
import { answerOf } from '../text/browser-database.view.ts';
import { openLessonDatabase } from './lesson-database.view.ts';
import type { LessonHome, SavedLesson } from './lesson-home.ts';
import { picturesIn } from './lesson-pictures.ts';

/** The folder that lessons are in, as this browser has it: none; one that is open; or one that is not, since the page has to ask, was refused, or the folder is gone. */
export type FolderHere =
  | { readonly is: 'none' }
  | {
      readonly is: 'open';
      readonly name: string;
      readonly home: LessonHome;
      readonly files: FolderFiles;
    }
  | { readonly is: 'closed'; readonly name: string; readonly why: 'asks' | 'refused' | 'gone' };

/** All that lies in the folder itself, by its names; null for a file that is gone. Both throw as the folder does. */
export type FolderFiles = {
  names(): Promise<readonly string[]>;
  read(name: string): Promise<File | null>;
};

/** What became of a choice; `not allowed` is the browser's or the school's refusal, `not loaded` a page whose script did not come, and `not moved` where what only this browser has of another folder could not be moved. */
export type Chosen = FolderHere | 'cancelled' | 'not allowed' | 'not loaded' | 'not moved';

declare global {
  interface Window {
    /** Chromium's alone. */
    showDirectoryPicker?: (options: {
      readonly id: string;
      readonly mode: 'readwrite';
    }) => Promise<FileSystemDirectoryHandle>;
  }
  interface FileSystemDirectoryHandle {
    queryPermission?: (how: typeof WRITE) => Promise<PermissionState>;
    requestPermission?: (how: typeof WRITE) => Promise<PermissionState>;
  }
}

const WRITE = { mode: 'readwrite' } as const;

/** How the folder is remembered; its id tells its drafts from those of another. */
const rememberedFolder = v.object({
  v: v.literal(1),
  id: v.string(),
  // Browsers have none on pages that came by http.
  handle: v.custom<FileSystemDirectoryHandle>(
    (value) => canUseFolders() && value instanceof FileSystemDirectoryHandle,
  ),
});
type Remembered = v.InferOutput<typeof rememberedFolder>;

const KEY = 'folder';

/** Without vowels and capitals, as all of a file's name. */
const mark = customAlphabet('23456789bcdfghjkmnpqrstvwxz', 8);

/** True where this browser lets a page use a folder. */
export function canUseFolders(): boolean {
  return window.showDirectoryPicker !== undefined;
}

/** The folder that this browser remembers for a site; `site` is the site's path. */
export async function folderHere(site: string): Promise<FolderHere> {
  const remembered = await recall(site);
  if (remembered === null) return { is: 'none' };
  return (await stateOf(site, remembered)) ?? { is: 'none' };
}

/** Asks for a folder, and remembers it. What was typed for another, and is in this browser only, goes to `fallback`. */
export async function chooseFolder(site: string, fallback: LessonHome): Promise<Chosen> {
  let handle: FileSystemDirectoryHandle | undefined;
  try {
    handle = await window.showDirectoryPicker?.({ id: 'lessons', ...WRITE });
  } catch (error) {
    const isCancelled = error instanceof DOMException && error.name === 'AbortError';
    return isCancelled ? 'cancelled' : 'not allowed';
  }
  if (handle === undefined) return 'not allowed';
  const before = await recall(site);
  const isSame = (await before?.handle.isSameEntry(handle).catch(() => false)) === true;
  if (before !== null && !isSame && !(await moveDrafts(site, before, fallback))) return 'not moved';
  const chosen: Remembered = { v: 1, id: isSame && before ? before.id : nanoid(8), handle };
  // Where the browser keeps nothing, it is used until the page is left.
  await store(site, (all) => all.put({ key: KEY, ...chosen })).catch(() => undefined);
  return (await stateOf(site, chosen)) ?? 'not loaded';
}

/** Asks for leave to use the folder again, which a browser does at a press alone. */
export async function reopenFolder(site: string): Promise<Chosen> {
  const remembered = await recall(site);
  if (remembered === null) return { is: 'none' };
  await remembered.handle.requestPermission?.(WRITE).catch(() => undefined);
  return (await stateOf(site, remembered)) ?? 'not loaded';
}

/** Forgets the folder, in which nothing is changed; what was typed for it, and is in this browser only, goes to `fallback`. False where that cannot be. */
export async function forgetFolder(site: string, fallback: LessonHome): Promise<boolean> {
  const remembered = await recall(site);
  if (remembered === null) return true;
  if (!(await moveDrafts(site, remembered, fallback))) return false;
  return store(site, (all) => all.delete(KEY)).then(
    () => true,
    () => false,
  );
}

/** null where the script that knows folders did not come. */
async function stateOf(site: string, { id, handle }: Remembered): Promise<FolderHere | null> {
  const { name } = handle;
  const permission = (await handle.queryPermission?.(WRITE).catch(() => 'denied')) ?? 'granted';
  if (permission === 'prompt') return { is: 'closed', name, why: 'asks' };
  if (permission === 'denied') return { is: 'closed', name, why: 'refused' };
  try {
    // It has to be there, and to be readable.
    for await (const _ of handle.keys()) break;
  } catch {
    return { is: 'closed', name, why: 'gone' };
  }
  const home = await openHome(site, { v: 1, id, handle });
  return home && { is: 'open', name, home, files: filesOf(handle) };
}

function filesOf(handle: FileSystemDirectoryHandle): FolderFiles {
  return {
    names: () => filesIn(handle),
    async read(name) {
      const file = await handle.getFileHandle(name).catch(() => null);
      return file === null ? null : file.getFile();
    },
  };
}

async function openHome(site: string, { id, handle }: Remembered): Promise<LessonHome | null> {
  const loaded = await import('./folder-home.ts').catch(() => null);
  return (
    loaded?.openFolderHome({
      folder: handle,
      drafts: draftsOf(id, openDrafts(folderDraftsKey(site))),
      inTurn: (change) => navigator.locks.request(folderKey(site), change),
      wall: Date.now,
      mark,
      async reopen() {
        await handle.requestPermission?.(WRITE).catch(() => undefined);
      },
    }) ?? null
  );
}

/** The drafts of one folder: two folders may have lessons of one name. */
function draftsOf(folder: string, drafts: Drafts): Drafts {
  const own = `${folder}.`;
  return {
    pictures: drafts.pictures,
    async all() {
      const all = (await drafts.all()).filter(({ window: name }) => name.startsWith(own));
      return all.map((one) => ({ ...one, window: one.window.slice(own.length) }));
    },
    put: (draft) => drafts.put({ ...draft, window: own + draft.window }),
    remove: (draft) => drafts.remove({ ...draft, window: own + draft.window }),
  };
}

/** Moves what a folder has not yet into another home; false where that does not take it, and it stays where it is. */
async function moveDrafts(site: string, { id }: Remembered, home: LessonHome): Promise<boolean> {
  const drafts = draftsOf(id, openDrafts(folderDraftsKey(site)));
  for (const draft of await drafts.all()) {
    if (!draft.isSaved && !(await moveLesson(draft.lesson, drafts, home))) return false;
    await drafts.remove(draft);
  }
  return true;
}

async function moveLesson(
  lesson: SavedLesson,
  { pictures }: Drafts,
  home: LessonHome,
): Promise<boolean> {
  for (const path of picturesIn(lesson.text)) {
    const bytes = await pictures.get(path);
    if (bytes === null) continue;
    if ((await home.addPicture({ path, bytes })) !== null) return false;
    await pictures.remove(path);
  }
  const id = await home.freshId(lesson.title);
  return (await home.save({ ...lesson, id, version: 0 })).is === 'saved';
}

async function recall(site: string): Promise<Remembered | null> {
  if (!canUseFolders()) return null;
  try {
    // Nothing is made in a browser that has no folder.
    const all = await indexedDB.databases();
    if (!all.some(({ name }) => name === folderKey(site))) return null;
    return readAs(rememberedFolder, await store(site, (folders) => folders.get(KEY)));
  } catch {
    return null;
  }
}

function store<Value>(
  site: string,
  work: (all: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const { run } = openLessonDatabase(folderKey(site), 'key');
  return run('readwrite', (all) => answerOf(work(all)));
}
