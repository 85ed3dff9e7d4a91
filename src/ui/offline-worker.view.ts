// The service worker of the pages for home: it answers for them, and for nothing else, when the network does not.
type Waiting = Event & { waitUntil(done: Promise<unknown>): void };
type Asked = Waiting & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  /** Put before this script where it is served: the pages and their assets, from the site's root, and a mark that changes with any of them. */
  readonly offline: { readonly version: string; readonly files: readonly string[] };
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Asked) => void): void;
};

export {};

// What a service worker's own name for itself holds; the library of types has the window's.
declare const self: Worker;
const worker = self;
const { version, files } = worker.offline;
const root = worker.registration.scope;
const ours = `home ${root} `;
const name = ours + version;

worker.addEventListener('install', (event) =>
  event.waitUntil(store().then(() => worker.skipWaiting())),
);
worker.addEventListener('activate', (event) =>
  event.waitUntil(forgetOthers().then(() => worker.clients.claim())),
);
worker.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== null) {
    event.respondWith(
      path.startsWith('assets/')
        ? cachedFirst(event.request, path)
        : newestFirst(event.request, path),
    );
  }
});

async function store(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll(files.map((path) => new Request(root + path, { cache: 'no-cache' })));
}

async function forgetOthers(): Promise<void> {
  const known = await caches.keys();
  await Promise.all(
    known.filter((one) => one.startsWith(ours) && one !== name).map((one) => caches.delete(one)),
  );
}

/** The path from the site's root of a file that is kept; null for all else, which goes its way. */
function pathOf({ method, url }: Request): string | null {
  const plain = url.replace(/[?#].*$/, '');
  const path = plain.startsWith(root) ? plain.slice(root.length) : null;
  return method === 'GET' && path !== null && files.includes(path) ? path : null;
}

/** An asset's name changes with its content: what is kept is right. */
async function cachedFirst(request: Request, path: string): Promise<Response> {
  return (await cachedOf(path)) ?? fetch(request);
}

async function newestFirst(request: Request, path: string): Promise<Response> {
  const newest = await fetch(request).catch(() => null);
  if (newest?.ok === true) return newest;
  return (await cachedOf(path)) ?? newest ?? Response.error();
}

async function cachedOf(path: string): Promise<Response | undefined> {
  return (await caches.open(name)).match(root + path);
}
