import { createPartialResponse } from 'workbox-range-requests/createPartialResponse.js';

// The service worker of a site. It answers for the pages for home when the network does not, for those that a lesson of one's own is taught with, and for lessons that a teacher keeps for a room without one; for nothing else.
/** Files from the site's root, and a mark that changes with any of them. */
type Listed = { readonly version: string; readonly files: readonly string[] };
type Waiting = Event & { waitUntil(done: Promise<unknown>): void };
type Asked = Waiting & {
  readonly request: Request;
  readonly clientId: string;
  /** The page that a navigation makes. */
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
};
type Sent = Waiting & { readonly data: unknown; readonly ports: readonly MessagePort[] };
type Worker = {
  /** Put before this script where it is served: the pages for home and their assets, and those of a lesson of one's own. */
  readonly offline: Listed & { readonly own: Listed };
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Asked) => void): void;
  addEventListener(type: 'message', listen: (event: Sent) => void): void;
};

// What a service worker's own name for itself holds; the library of types has the window's.
declare const self: Worker;
const worker = self;
const { own: ofOwn, ...ofHome } = worker.offline;
const root = worker.registration.scope;
const home = stored('home', ofHome);
const own = stored('own', ofOwn);
const { files, name } = home;
/** The names of `offlineLessonKey`: a worker shares no script with pages. */
const lessonsStart = `wholeclass:${new URL(root).pathname}:`;
const LESSON = /^([a-z0-9-]+):offline:[\w-]+$/;
/** Not of any lesson, and often put beside the pages after they were built: the site's list does not know when it changes. */
const SCHOOL = 'school.json';
/** What says that a page is not here, and which are. */
const OFFLINE = 'no-network/';
/** How long the network may take, in ms, while what it is asked for is here; and how long what is here goes first after that, so that a page and what it loads are of one version. */
const SOON = 3_000;
const AWAY = 30_000;

/** A lesson all of which is here: the mark of each of its files. */
type Lesson = {
  readonly cache: string;
  readonly slug: string;
  readonly stored: number;
  readonly tags: ReadonlyMap<string, string>;
};

let lessons = readLessons();
/** False once it is known that no lesson is here: then nothing is looked up for any request. */
let mayHaveLessons = true;
let awayUntil = 0;

worker.addEventListener('install', (event) =>
  event.waitUntil(Promise.all([home, own].map(storeIfWanted)).then(() => worker.skipWaiting())),
);
worker.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([home, own].map(forgetOthers)).then(() => worker.clients.claim())),
);
worker.addEventListener('message', (event) => {
  if (event.data === 'lessons') {
    lessons = readLessons();
    // So a page knows that this worker answers for lessons.
    event.ports[0]?.postMessage('lessons');
  }
  if (event.data === 'home') event.waitUntil(storeNow(home));
  if (event.data === 'own') event.waitUntil(storeNow(own));
});
worker.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path === null) return;
  if (files.includes(path)) {
    event.respondWith(
      path.startsWith('assets/')
        ? cachedFirst(event.request, path)
        : newestFirst(event.request, path),
    );
  } else if (!path.startsWith('api/')) {
    const isPage = event.request.mode === 'navigate';
    if (mayHaveLessons) {
      event.respondWith(isPage ? orOffline(ofLesson(event, path)) : ofLesson(event, path));
    } else if (isPage) event.respondWith(orOffline(fetch(event.request)));
  }
});

/** A page that is not here, and cannot come, leads to the one that says so: its own links are from there. */
async function orOffline(coming: Promise<Response>): Promise<Response> {
  const page = await coming.catch(() => null);
  if (page !== null) return page;
  return (await fileIn(name, OFFLINE)) === undefined
    ? Response.error()
    : Response.redirect(root + OFFLINE);
}

/** What is stored together, under a name that changes with it. */
type Stored = Listed & { readonly ours: string; readonly name: string };

function stored(what: string, listed: Listed): Stored {
  const ours = `${what} ${root} `;
  return { ...listed, ours, name: ours + listed.version };
}

/** The pages for home are here once one of them was opened, and those of a lesson of one's own once the editor was: a teacher who keeps a lesson does not get them as well. */
async function storeIfWanted(what: Stored): Promise<void> {
  if ((await caches.keys()).some((one) => one.startsWith(what.ours))) await store(what);
}

async function storeNow(what: Stored): Promise<void> {
  if (await isStored(what)) return;
  await store(what);
  await caches.delete(`${what.ours}wanted`);
}

/** A cache that could not be filled is there too, and is empty; one of no files is as good as filled. */
async function isStored({ files: [first], name: cacheName }: Stored): Promise<boolean> {
  return first === undefined || (await fileIn(cacheName, first)) !== undefined;
}

async function store({ files: paths, name: cacheName }: Stored): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(paths.map((path) => new Request(root + path, { cache: 'no-cache' })));
  lessons = readLessons();
}

async function forgetOthers({ ours, name: newest }: Stored): Promise<void> {
  const known = await caches.keys();
  await Promise.all(
    known.filter((one) => one.startsWith(ours) && one !== newest).map((one) => caches.delete(one)),
  );
}

/** The path from the site's root of a file that is asked for; null for all that goes its way: what is sent, what is of other sites, and what a page wants from the network alone. */
function pathOf({ method, url }: Request): string | null {
  const plain = url.replace(/[?#].*$/, '');
  return method === 'GET' && plain.startsWith(root) && !/\?network\b/.test(url)
    ? plain.slice(root.length)
    : null;
}

/** An asset's name changes with its content: what is here is right. */
async function cachedFirst(request: Request, path: string): Promise<Response> {
  return (await cachedOf(path)) ?? fetch(request);
}

async function newestFirst(request: Request, path: string): Promise<Response> {
  const newest = await fetch(request).catch(() => null);
  if (newest?.ok === true) return newest;
  return (await cachedOf(path)) ?? newest ?? Response.error();
}

async function cachedOf(path: string): Promise<Response | undefined> {
  return (await fileIn(name, path)) ?? (await lessonFile(path))?.response;
}

/** A storage that cannot be read holds nothing: what is asked for then comes from the site. */
function fileIn(cacheName: string, path: string): Promise<Response | undefined> {
  return caches.match(root + path, { cacheName }).catch(() => undefined);
}

/** For each page, whether its deck came from here. */
const decksFromHere = new Map<string, boolean>();

/** Pages that came from here: what they load comes from here too, or a network that comes and goes would mix two versions of a lesson in one page. */
const pagesFromHere = new Set<string>();

async function ofLesson(
  { request, clientId, resultingClientId }: Asked,
  path: string,
): Promise<Response> {
  const found = await lessonFile(path);
  if (found === null) return fetch(request);
  if (path.startsWith('assets/')) return found.response;
  const here = found.response;
  if (request.mode === 'navigate') {
    const page = await newestSoon(request, here);
    if (page === here) pagesFromHere.add(resultingClientId);
    return page;
  }
  if (path === SCHOOL) return newestSchool(request, here);
  if (pagesFromHere.has(clientId)) return inRange(request, here);
  const deckOf = /^present\/([^/]+)\/deck\.json$/.exec(path)?.[1];
  if (deckOf !== undefined) {
    const deck = await newestSoon(request, here);
    decksFromHere.set(`${clientId} ${deckOf}`, deck === here);
    return deck;
  }
  // What was approved is compared with the lesson that is taught: with no older or newer one.
  const approvalOf = /^approve\/([^/]+)\/lesson\.json$/.exec(path)?.[1] ?? '';
  const isFromHere = decksFromHere.get(`${clientId} ${approvalOf}`);
  if (isFromHere !== undefined) return isFromHere ? here : fetch(request);
  if (!/\.(?:mp4|webm)$/.test(path)) return newestSoon(request, here);
  return (await isNewest(found.lesson, path)) ? inRange(request, here) : fetch(request);
}

async function inRange(request: Request, here: Response): Promise<Response> {
  return request.headers.has('range') ? createPartialResponse(request, here) : here;
}

/** What the site has now, and what is here where it does not answer soon. What it says, it says: a lesson that was taken off the site is off here too, while there is a network. */
async function newestSoon(request: Request, here: Response): Promise<Response> {
  if (isOffline()) return here;
  const newest = await soon(fetch(request));
  if (newest !== null && newest.status < 500) return newest;
  awayUntil = Date.now() + AWAY;
  return here;
}

/** What the school says may say less than before, and counts without a network as it last was with one. */
async function newestSchool(request: Request, here: Response): Promise<Response> {
  const newest = await newestSoon(request, here);
  if (newest === here || !newest.ok) return newest;
  for (const { cache, tags } of await lessons) {
    if (!tags.has(SCHOOL) || !(await caches.has(cache))) continue;
    await (await caches.open(cache)).put(root + SCHOOL, newest.clone()).catch(() => {});
  }
  return newest;
}

const checked = new Map<string, Promise<unknown>>();

/** A film is large, so the one that is here is shown as long as the site has the same; what the site says is good for a while. */
async function isNewest({ slug, tags }: Lesson, path: string): Promise<boolean> {
  if (isOffline()) return true;
  const asked = checked.get(slug) ?? soon(fetchList(slug));
  if (!checked.has(slug)) {
    checked.set(slug, asked);
    setTimeout(() => checked.delete(slug), AWAY);
  }
  const list = await asked;
  if (list === null) return true;
  return tagsOf(list).get(path) === tags.get(path);
}

async function fetchList(slug: string): Promise<unknown> {
  const response = await fetch(`${root}lesson/${slug}/offline.json?network`, { cache: 'no-store' });
  if (response.ok) return response.json();
  // A lesson that was taken off the site has no film there.
  return response.status === 404 || response.status === 410 ? {} : null;
}

function isOffline(): boolean {
  return !navigator.onLine || Date.now() < awayUntil;
}

/** What comes in time; null for what does not, or not at all. */
function soon<Value>(coming: Promise<Value>): Promise<Value | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), SOON));
  return Promise.race([coming.catch(() => null), late]);
}

/** A file of a lesson that is here; of several, of the one that was stored last. */
async function lessonFile(
  path: string,
): Promise<{ readonly lesson: Lesson; readonly response: Response } | null> {
  for (const lesson of await lessons) {
    if (!lesson.tags.has(path)) continue;
    const response = await fileIn(lesson.cache, path);
    if (response !== undefined) return { lesson, response };
  }
  return null;
}

/** Only a lesson whose list is here is here whole: it is stored last. */
async function readLessons(): Promise<readonly Lesson[]> {
  const found: Lesson[] = [];
  for (const cache of await caches.keys().catch((): string[] => [])) {
    const slug = cache.startsWith(lessonsStart)
      ? LESSON.exec(cache.slice(lessonsStart.length))?.[1]
      : undefined;
    if (slug === undefined) continue;
    const list = await fileIn(cache, `lesson/${slug}/offline.json`);
    const read: unknown = await list?.json().catch(() => null);
    if (read === undefined || read === null) continue;
    found.push({ cache, slug, stored: storedAt(read), tags: tagsOf(read) });
  }
  // They are answered as a lesson is that was kept before all others.
  if (own.files.length > 0 && (await isStored(own))) {
    const tags = new Map(own.files.map((path) => [path, '']));
    found.push({ cache: own.name, slug: '', stored: 0, tags });
  }
  mayHaveLessons = found.length > 0;
  return found.toSorted((a, b) => b.stored - a.stored);
}

function tagsOf(list: unknown): ReadonlyMap<string, string> {
  const has = (value: unknown): value is { path: string; tag: string } =>
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'tag' in value &&
    typeof value.tag === 'string';
  const all: unknown =
    typeof list === 'object' && list !== null && 'files' in list ? list.files : null;
  return new Map(Array.isArray(all) ? all.filter(has).map(({ path, tag }) => [path, tag]) : []);
}

function storedAt(list: unknown): number {
  return typeof list === 'object' &&
    list !== null &&
    'stored' in list &&
    typeof list.stored === 'number'
    ? list.stored
    : 0;
}
