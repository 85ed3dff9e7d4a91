import * as v from 'valibot';
import { readAs } from '../text/schema.ts';
import { ownLessonsKey } from '../text/browser-keys.ts';
import {
  savedLesson,
  type LessonHome,
  type ListedLesson,
  type SaveResult,
  type SavedLesson,
} from './lesson-home.ts';

const LESSONS = 'lessons';

/** The lessons that live in this browser. `site` is the path of the site, so that two sites of one address do not mix. */
export function openBrowserHome(site: string): LessonHome {
  let opening: Promise<IDBDatabase> | null = null;

  function open(): Promise<IDBDatabase> {
    // A browser that refuses now, or that ends it when its data is cleared, may be asked again later.
    const forget = () => (opening = null);
    opening ??= openDatabase(ownLessonsKey(site), forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opening;
  }

  async function run<Value>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Promise<Value>,
  ): Promise<Value> {
    const database = await open();
    const transaction = database.transaction(LESSONS, mode, { durability: 'strict' });
    const done = finished(transaction);
    // Handled below; a failure of the work itself comes first.
    done.catch(() => undefined);
    const value = await work(transaction.objectStore(LESSONS));
    await done;
    return value;
  }

  async function read(id: string): Promise<SavedLesson | null> {
    try {
      return readAs(savedLesson, await run('readonly', (store) => answerOf(store.get(id))));
    } catch {
      return null;
    }
  }

  async function list(): Promise<readonly ListedLesson[] | null> {
    try {
      const all = await run('readonly', (store) => answerOf(store.getAll()));
      return v
        .parse(v.array(v.unknown()), all)
        .flatMap((one) => readAs(savedLesson, one) ?? [])
        .map(({ id, title, saved, version }) => ({ id, title, saved, version }))
        .toSorted((a, b) => b.saved - a.saved);
    } catch {
      return null;
    }
  }

  async function save(lesson: SavedLesson): Promise<SaveResult> {
    try {
      return await run('readwrite', async (store): Promise<SaveResult> => {
        const found = await answerOf<unknown>(store.get(lesson.id));
        const there = readAs(savedLesson, found);
        // Of a newer program perhaps: what cannot be read is not written over.
        if (there === null && found !== undefined) return { is: 'refused', why: 'blocked' };
        if (there !== null && there.version !== lesson.version) {
          return { is: 'changed elsewhere', theirs: there };
        }
        const version = lesson.version + 1;
        await answerOf(store.put({ ...lesson, version }));
        return { is: 'saved', version };
      });
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      return { is: 'refused', why: isFull ? 'full' : 'blocked' };
    }
  }

  async function remove(id: string): Promise<boolean> {
    try {
      await run('readwrite', (store) => answerOf(store.delete(id)));
      return true;
    } catch {
      return false;
    }
  }

  return { name: 'this computer', list, read, save, remove };
}

function openDatabase(name: string, ended: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(LESSONS, { keyPath: 'id' });
    });
    request.addEventListener('success', () => {
      const { result } = request;
      result.addEventListener('close', ended);
      // Another window deletes it, or has a newer program: this one lets go.
      result.addEventListener('versionchange', () => (result.close(), ended()));
      resolve(result);
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    request.addEventListener('blocked', () => reject(new Error('another version is open')));
  });
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('not written'));
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', fail);
    transaction.addEventListener('abort', fail);
  });
}
