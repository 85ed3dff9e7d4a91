/** A database of this browser. */
export type BrowserDatabase = {
  /** Does some work on its stores, in the order in which they were named, and waits until all of it is on the disk. Rejects as the browser does. */
  run<Value>(
    mode: IDBTransactionMode,
    work: (...stores: IDBObjectStore[]) => Promise<Value>,
  ): Promise<Value>;
};

/** A store of a database, and the field by which what is in it is found. */
export type BrowserStoreKey = { readonly name: string; readonly keyPath: string };

/** Opens a database with these stores, each of which came with a version of its own; nothing is opened before it is needed. */
export function openBrowserDatabase(
  name: string,
  stores: readonly BrowserStoreKey[],
): BrowserDatabase {
  let opening: Promise<IDBDatabase> | null = null;

  function open(): Promise<IDBDatabase> {
    // A browser that refuses now, or that ends it when its data is cleared, may be asked again later.
    const forget = () => (opening = null);
    opening ??= openDatabase({ name, stores }, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opening;
  }

  return {
    async run(mode, work) {
      const database = await open();
      const names = stores.map((store) => store.name);
      const transaction = database.transaction(names, mode, { durability: 'strict' });
      const done = finished(transaction);
      // Handled below; a failure of the work itself comes first.
      done.catch(() => undefined);
      const value = await work(...names.map((one) => transaction.objectStore(one)));
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
  { name, stores }: { readonly name: string; readonly stores: readonly BrowserStoreKey[] },
  ended: () => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, stores.length);
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      for (const store of stores.slice(oldVersion)) {
        request.result.createObjectStore(store.name, { keyPath: store.keyPath });
      }
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
