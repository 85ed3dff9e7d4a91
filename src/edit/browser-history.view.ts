import { lessonVersionsKey } from '../text/browser-keys.ts';
import { readAs } from '../text/schema.ts';
import { addVersion, storedHistory, type History, type LessonVersion } from './history.ts';
import { answerOf } from '../text/browser-database.view.ts';
import { openLessonDatabase } from './lesson-database.view.ts';

/** The earlier versions of the lessons of this browser. Never rejects: a lesson is saved whether or not its history can be. */
export type BrowserHistory = {
  /** The oldest first; null where they cannot be read. */
  read(id: string): Promise<History | null>;
  /** What the histories of all lessons but one hold, as it is stored; null where they cannot be read. */
  others(id: string | null): Promise<readonly unknown[] | null>;
  add(id: string, version: LessonVersion): Promise<void>;
  /** Forgets them; until this window is closed, `restore` has them back. */
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
};

/** Opens the histories; they have a database of their own, so that a window with an older program goes on with its lessons. `site` is the path of the site. */
export function openBrowserHistory(site: string): BrowserHistory {
  const { run } = openLessonDatabase(lessonVersionsKey(site), 'id');
  const removed = new Map<string, History>();

  async function read(id: string): Promise<History | null> {
    return run('readonly', (store) => historyIn(store, id)).catch(() => null);
  }

  async function others(id: string | null): Promise<readonly unknown[] | null> {
    return run('readonly', async (store) => {
      const ids = await answerOf<IDBValidKey[]>(store.getAllKeys());
      const all = await answerOf<unknown[]>(store.getAll());
      return all.filter((_, at) => ids[at] !== id);
    }).catch(() => null);
  }

  async function add(id: string, version: LessonVersion): Promise<void> {
    await change(id, (history) => addVersion(history, version));
  }

  async function remove(id: string): Promise<void> {
    const history = await read(id);
    if (history !== null && history.length > 0) removed.set(id, history);
    await run('readwrite', (store) => answerOf(store.delete(id))).catch(() => undefined);
  }

  async function restore(id: string): Promise<void> {
    const history = removed.get(id);
    if (history === undefined) return;
    await change(id, () => history);
    removed.delete(id);
  }

  async function change(id: string, become: (history: History) => History): Promise<void> {
    await run('readwrite', async (store) => {
      const history = await historyIn(store, id);
      // Of a newer program perhaps: what cannot be read is not written over.
      if (history === null) return;
      await answerOf(store.put({ id, v: 1, versions: become(history) }));
    }).catch(() => undefined);
  }

  return { read, others, add, remove, restore };
}

async function historyIn(store: IDBObjectStore, id: string): Promise<History | null> {
  const found = await answerOf<unknown>(store.get(id));
  return found === undefined ? [] : (readAs(storedHistory, found)?.versions ?? null);
}
