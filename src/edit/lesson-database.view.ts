/** A database of this browser: lessons, and the pictures that they show. */
export type LessonDatabase = {
  /** Does some work on both stores, and waits until all of it is on the disk. Rejects as the browser does. */
  run<Value>(
    mode: IDBTransactionMode,
    work: (lessons: IDBObjectStore, pictures: IDBObjectStore) => Promise<Value>,
  ): Promise<Value>;
};

/** What each version of the database added to the one before it. */
const [LESSONS, PICTURES] = ['lessons', 'pictures'];
const VERSION = 2;

/** Opens a database whose lessons are found by the field `keyPath`, and its pictures by their path; nothing is opened before it is needed. */
export function openLessonDatabase(name: string, keyPath: string): LessonDatabase {
  let opening: Promise<IDBDatabase> | null = null;

  function open(): Promise<IDBDatabase> {
    // A browser that refuses now, or that ends it when its data is cleared, may be asked again later.
    const forget = () => (opening = null);
    opening ??= openDatabase({ name, keyPath }, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opening;
  }

  return {
    async run(mode, work) {
      const database = await open();
      const transaction = database.transaction([LESSONS, PICTURES], mode, {
        durability: 'strict',
      });
      const done = finished(transaction);
      // Handled below; a failure of the work itself comes first.
      done.catch(() => undefined);
      const value = await work(transaction.objectStore(LESSONS), transaction.objectStore(PICTURES));
      await done;
      return value;
    },
  };
}

/** What a request of a store answers. */
export function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}

function openDatabase(
  { name, keyPath }: { readonly name: string; readonly keyPath: string },
  ended: () => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      if (oldVersion < 1) request.result.createObjectStore(LESSONS, { keyPath });
      if (oldVersion < 2) request.result.createObjectStore(PICTURES, { keyPath: 'path' });
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

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('not written'));
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', fail);
    transaction.addEventListener('abort', fail);
  });
}
