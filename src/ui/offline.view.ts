/** Lets the pages for home be opened again without a network, where the browser can: over https, or on this computer; `root` leads to the site’s root. */
export function startOffline(root = '../'): void {
  if (!isSecureContext || !('serviceWorker' in navigator) || location.protocol === 'file:') return;
  // Without it the page is as it was, only not there when the network is away.
  navigator.serviceWorker
    .register(new URL(`${root}offline.js`, location.href), {
      scope: new URL(root, location.href).pathname,
    })
    .catch(() => {});
}
