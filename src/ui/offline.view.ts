/** Lets the pages for home be opened again without a network, where the browser can: over https, or on this computer; with `own` also those that a lesson of one’s own is written, taught and printed with. `root` leads to the site’s root. */
export function startOffline(root = '../', { own = false } = {}): void {
  if (!canWorkOffline()) return;
  // Without it the page is as it was, only not there when the network is away.
  void storePages(root, own ? ['home', 'own'] : ['home']).catch(() => {});
}

/** True where a browser lets a page have a service worker. */
export function canWorkOffline(): boolean {
  return isSecureContext && 'serviceWorker' in navigator && location.protocol !== 'file:';
}

/** Starts the site’s service worker, or looks for a newer one. Rejects where the browser or the school does not allow it. */
export function startWorker(root: string): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(new URL(`${root}offline.js`, location.href), {
    scope: new URL(root, location.href).pathname,
  });
}

async function storePages(root: string, wanted: readonly ('home' | 'own')[]): Promise<void> {
  // By a cache of such pages the worker knows that they are wanted: it may be here for lessons alone.
  for (const pages of wanted) {
    const start = `${pages} ${new URL(root, location.href).href} `;
    const isThere = (await caches.keys()).some((name) => name.startsWith(start));
    if (!isThere) await caches.open(`${start}wanted`);
  }
  const { active } = await startWorker(root);
  for (const pages of wanted) active?.postMessage(pages);
}
