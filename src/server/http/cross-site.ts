import type { IncomingHttpHeaders } from 'node:http';

/** What of a request shows which page it comes from; read at the staff door alone (R9, R34). */
export type Sent = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
};

/**
 * True for a request that a page of another site makes: a picture, a script, a form, a frame, a fetch.
 * Opening a page in a tab of its own is none, as a link does: it takes no work and shows that site nothing.
 */
export function isCrossSite(request: Sent): boolean {
  const { headers } = request;
  const site = headers['sec-fetch-site'];
  // Browsers leave it out where an address is plain http and no loopback; older ones never send it.
  if (site === undefined) return !isPagePath(request) && isReferredFromElsewhere(headers);
  return site !== 'same-origin' && site !== 'none' && !opensPage(request);
}

function opensPage(request: Sent): boolean {
  const { 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = request.headers;
  return mode === 'navigate' && dest === 'document' && isPagePath(request);
}

/** What is made or sent in large: a lesson's folder, a printed pile, a slide's picture, a film. */
const COSTLY = /^\/(?:api|assets|media|pack|print-file|slide-picture)(?:\/|$)/;

function isPagePath({ method, url }: Sent): boolean {
  const path = decoded(url.split('?', 1)[0] ?? '');
  return (
    method === 'GET' &&
    path !== null &&
    !COSTLY.test(path) &&
    !path.slice(path.lastIndexOf('/')).includes('.')
  );
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

// Our own pages name no page they come from, so any name that is another host's is another site's.
function isReferredFromElsewhere({ referer, host }: IncomingHttpHeaders): boolean {
  return (
    referer !== undefined &&
    URL.parse(referer)?.host !== host?.toLowerCase().replace(/:(80|443)$/, '')
  );
}
