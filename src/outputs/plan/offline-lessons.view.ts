import { lessonOfOfflineKey, offlineLessonKey } from '../../text/browser-keys.ts';
import { readAs, readJsonAs } from '../../text/schema.ts';
import { startWorker } from '../../ui/offline.view.ts';
import {
  bytesOf,
  offlineListPath,
  offlineListSchema,
  storedListSchema,
  type OfflineFile,
  type OfflineList,
  type StoredList,
} from './offline-list.ts';

/** A lesson that this browser has whole. */
export type OfflineLesson = { readonly slug: string; readonly list: StoredList };

/** How fetching it ended; `full` with the room that is left, in bytes, where the browser says it. */
export type Fetched =
  | { readonly is: 'ready'; readonly list: StoredList; readonly isSafe: boolean }
  | { readonly is: 'full'; readonly left: number | null }
  | { readonly is: 'away' | 'stopped' | 'changed' | 'wrong' | 'not allowed' };

/** What a response in such a cache says of itself: the mark that the list gave its file, and its size in bytes as it is here. */
const TAG = 'x-wholeclass-tag';
const BYTES = 'x-wholeclass-bytes';
/** Files that are fetched at the same time. */
const AT_ONCE = 6;
/** What a school may put beside the pages after they were built: the list does not know it, so it is fetched each time. */
const SCHOOL = 'school.json';

/** What a browser says of its storage: Safari before 17 not how much there is, and WebKitGTK nothing. */
const storage: Partial<StorageManager> = 'storage' in navigator ? navigator.storage : {};

const siteOf = (root: string) => new URL(root, location.href).pathname;
const addressOf = (root: string, path: string) => new URL(root + path, location.href).href;

/** The lessons that this browser has whole, the one stored last first. `root` leads to the site’s root. */
export async function offlineLessons(root: string): Promise<readonly OfflineLesson[]> {
  const found: OfflineLesson[] = [];
  for (const { name, slug } of await cachesOf(root)) {
    const list = await storedList(root, slug, name);
    if (list !== null) found.push({ slug, list });
  }
  return found.toSorted((a, b) => b.list.stored - a.list.stored);
}

/** What this browser has of a lesson: all of it, or how many bytes. */
export async function offlineLesson(
  root: string,
  slug: string,
): Promise<StoredList | { readonly done: number }> {
  let done = 0;
  for (const { name } of (await cachesOf(root)).filter((one) => one.slug === slug)) {
    const list = await storedList(root, slug, name);
    // A browser that cleared a part of it has not got it.
    if (list !== null && (await isWhole(name, list))) return list;
    done += await bytesIn(name);
  }
  return { done };
}

/** Notes that the site has the lesson as it is here, today. */
export async function markSeen(root: string, slug: string, list: StoredList): Promise<void> {
  const name = offlineLessonKey(slug, siteOf(root), list.version);
  // While the site was asked, another tab may have removed it: a list alone would count as a lesson.
  if (!(await caches.has(name))) return;
  const cache = await caches.open(name);
  await cache
    .put(addressOf(root, offlineListPath(slug)), asJson({ ...list, seen: Date.now() }))
    .catch(() => {});
}

/** The list that the site has of a lesson; null where it cannot be had. */
export async function fetchOfflineList(root: string, slug: string): Promise<OfflineList | null> {
  const response = await fetch(fromNetwork(addressOf(root, offlineListPath(slug))), {
    cache: 'no-store',
  }).catch(() => null);
  return response?.ok === true
    ? readJsonAs(offlineListSchema, await response.text().catch(() => ''))
    : null;
}

type Storing = {
  readonly root: string;
  readonly slug: string;
  readonly signal: AbortSignal;
  /** Called with the bytes that are here, out of all. */
  readonly report: (done: number, bytes: number) => void;
};

/** Fetches a lesson into this browser, what is here already left out, and asks the browser not to clear it. It counts as here once all of it is. */
export async function storeOffline({ root, slug, signal, report }: Storing): Promise<Fetched> {
  if (!(await hasWorker(root))) return { is: 'not allowed' };
  // Firefox asks the reader, who may not answer: nothing waits for it.
  void storage.persist?.().catch(() => false);
  const list = await fetchOfflineList(root, slug);
  if (list === null) {
    await endWorkerUnused(root);
    return { is: 'away' };
  }
  const name = offlineLessonKey(slug, siteOf(root), list.version);
  const before = await cachesOf(root);
  try {
    const cache = await caches.open(name);
    const here = await sumHere(root, cache, list.files);
    const all = bytesOf(list.files);
    report(here.bytes, all);
    const left = await roomLeft();
    if (left !== null && left < all - here.bytes) {
      await forget(root, name);
      return { is: 'full', left };
    }
    let done = here.bytes;
    const add = (bytes: number) => report((done += bytes), all);
    const others = await Promise.all(before.map((one) => caches.open(one.name)));
    const queue = list.files.filter((file) => !here.paths.has(file.path));
    await eachAtOnce(queue, signal, async (file, stop) => {
      const copy = await copyOf(root, file, others);
      if (copy !== null) add(file.bytes);
      const response = copy ?? (await fetchFileOf(root, file, { signal: stop, add }));
      await cache.put(addressOf(root, file.path), response);
    });
    if ((await fetchOfflineList(root, slug))?.version !== list.version) return { is: 'changed' };
    const stored = { ...list, stored: Date.now(), bytes: await bytesIn(name) };
    await cache.put(addressOf(root, offlineListPath(slug)), asJson(stored));
    const old = before.filter((one) => one.slug === slug && one.name !== name);
    await Promise.all(old.map((one) => caches.delete(one.name)));
    await tellWorker(root);
    return { is: 'ready', list: stored, isSafe: await isStorageSafe() };
  } catch (error) {
    const isFull = isQuota(error);
    const left = isFull ? await roomLeft() : null;
    if (isFull || (await bytesIn(name)) === 0) await forget(root, name);
    if (isFull) return { is: 'full', left };
    if (error instanceof WrongFile) return { is: 'wrong' };
    return { is: signal.aborted ? 'stopped' : 'away' };
  }
}

/** Takes the files a few at a time, and ends them all with the first that fails: nothing goes on behind what the page says. */
async function eachAtOnce(
  files: readonly OfflineFile[],
  signal: AbortSignal,
  take: (file: OfflineFile, stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const ending = new AbortController();
  const end = () => ending.abort();
  signal.addEventListener('abort', end);
  const failures: unknown[] = [];
  const queue = [...files];
  const takeNext = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      ending.signal.throwIfAborted();
      await take(file, ending.signal);
    }
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, () =>
      takeNext().catch((error: unknown) => {
        failures.push(error);
        end();
      }),
    ),
  );
  signal.removeEventListener('abort', end);
  if (failures.length > 0) throw failures[0];
}

/** Takes a lesson out of this browser, and the service worker with the last of them, where no page for home is stored either. */
export async function removeOffline(root: string, slug: string): Promise<void> {
  const gone = (await cachesOf(root)).filter((one) => one.slug === slug);
  await Promise.all(gone.map(({ name }) => caches.delete(name)));
  if (!(await endWorkerUnused(root))) await tellWorker(root);
}

/** Takes every lesson out of this browser, those too that are here in part. */
export async function removeAllOffline(root: string): Promise<void> {
  const slugs = (await cachesOf(root)).map(({ slug }) => slug);
  for (const slug of new Set(slugs)) await removeOffline(root, slug);
}

/** Takes the service worker out where nothing is stored that it could answer with; true where it did. */
async function endWorkerUnused(root: string): Promise<boolean> {
  const pages = ['home', 'own'].map((what) => `${what} ${new URL(root, location.href).href} `);
  if ((await cachesOf(root)).length > 0) return false;
  const all = await caches.keys();
  if (all.some((name) => pages.some((start) => name.startsWith(start)))) return false;
  const registration = await navigator.serviceWorker.getRegistration(siteOf(root));
  await registration?.unregister();
  return true;
}

/** True where the browser was asked not to clear what it has of this site, and agreed. */
export function isStorageSafe(): Promise<boolean> {
  return storage.persisted?.().catch(() => false) ?? Promise.resolve(false);
}

async function hasWorker(root: string): Promise<boolean> {
  try {
    const registration = await startWorker(root);
    // One that is here already may be older than this page.
    await registration.update().catch(() => {});
    const coming = registration.installing ?? registration.waiting;
    if (coming !== null) await untilDone(coming);
    await caches.keys();
    // One of before lessons were kept, which a failed update leaves, answers nothing.
    return registration.active !== null && (await isAnswered(registration.active));
  } catch {
    return false;
  }
}

/** Until a worker is active, or was given up. */
function untilDone(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** Longer than a worker that has to be started takes, in ms. */
const ANSWER_MS = 5_000;

function isAnswered(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), ANSWER_MS);
    worker.postMessage('lessons', [port2]);
  });
}

async function tellWorker(root: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(siteOf(root));
  registration?.active?.postMessage('lessons');
}

async function cachesOf(
  root: string,
): Promise<readonly { readonly name: string; readonly slug: string }[]> {
  return (await caches.keys()).flatMap((name) => {
    const slug = lessonOfOfflineKey(name, siteOf(root));
    return slug === null ? [] : [{ name, slug }];
  });
}

async function storedList(root: string, slug: string, name: string): Promise<StoredList | null> {
  const found = await caches.match(addressOf(root, offlineListPath(slug)), { cacheName: name });
  const read: unknown = await found?.json().catch(() => null);
  return readAs(storedListSchema, read);
}

async function isWhole(name: string, list: StoredList): Promise<boolean> {
  return (await (await caches.open(name)).keys()).length === list.files.length + 1;
}

/** What the files in a cache take, by what each says of itself. */
async function bytesIn(name: string): Promise<number> {
  const all = await (await caches.open(name)).matchAll();
  return all.reduce((sum, { headers }) => sum + Number(headers.get(BYTES) ?? 0), 0);
}

async function sumHere(
  root: string,
  cache: Cache,
  files: readonly OfflineFile[],
): Promise<{ readonly bytes: number; readonly paths: ReadonlySet<string> }> {
  const found = new Set((await cache.keys()).map(({ url }) => url));
  const paths = new Set<string>();
  let bytes = 0;
  for (const file of files.filter(({ path }) => found.has(addressOf(root, path)))) {
    const response = await cache.match(addressOf(root, file.path));
    if (response?.headers.get(TAG) !== file.tag || file.path === SCHOOL) continue;
    paths.add(file.path);
    bytes += file.bytes;
  }
  return { bytes, paths };
}

/** A file that another lesson, or an earlier version of this one, has already. */
async function copyOf(
  root: string,
  { path, tag }: OfflineFile,
  others: readonly Cache[],
): Promise<Response | null> {
  if (path === SCHOOL) return null;
  for (const cache of others) {
    const found = await cache.match(addressOf(root, path));
    if (found?.headers.get(TAG) === tag) return found;
  }
  return null;
}

/** The site has another file than its list says, or none. */
class WrongFile extends Error {}

async function fetchFileOf(
  root: string,
  { path, tag, bytes }: OfflineFile,
  { signal, add }: { readonly signal: AbortSignal; readonly add: (bytes: number) => void },
): Promise<Response> {
  // Not what is here of an earlier version, and not where a network that wants a sign-in leads.
  const response = await fetch(fromNetwork(addressOf(root, path)), {
    cache: 'no-store',
    redirect: 'error',
    signal,
  });
  // One that has trouble is as good as away.
  if (response.status >= 500) throw new Error(`Cannot store ${path}: ${response.status}`);
  if (!response.ok) {
    throw new WrongFile(`Cannot store ${path}: the site answers ${response.status}`);
  }
  const blob = await bodyOf(response, add);
  // A host may make pages smaller, and never a film or a picture.
  if (path.startsWith('media/') && blob.size !== bytes) {
    throw new WrongFile(`Cannot store ${path}: ${blob.size} bytes came, and it has ${bytes}`);
  }
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'vary']) {
    headers.delete(name);
  }
  headers.set(TAG, tag);
  headers.set(BYTES, String(blob.size));
  return new Response(blob, { headers });
}

async function bodyOf(response: Response, add: (bytes: number) => void): Promise<Blob> {
  if (response.body === null) return response.blob();
  const reader = response.body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    add(part.value.byteLength);
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}

/** The service worker lets such an address through. */
function fromNetwork(address: string): string {
  return `${address}?network`;
}

function asJson(list: StoredList): Response {
  return new Response(JSON.stringify(list), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

/** Takes away what was begun, and the worker where nothing else is here. */
async function forget(root: string, name: string): Promise<void> {
  await caches.delete(name);
  await endWorkerUnused(root);
}

async function roomLeft(): Promise<number | null> {
  const { quota, usage } = (await storage.estimate?.().catch((): StorageEstimate => ({}))) ?? {};
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
