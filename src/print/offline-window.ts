import { createServer } from '../site/create-server.ts';
import { portOf } from '../site/port-of.ts';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Browser, BrowserContext } from './browser.ts';
import { findInMedia, type Media } from '../site/media-folders.ts';
import { typeOf } from '../site/media-types.ts';
import { SAFE_HEADERS } from '../site/policy.ts';

/** Windows that are opened beside a server of their own on this machine; `origin` is its address, without a slash at its end. */
export type OwnWindows = { readonly context: BrowserContext; readonly origin: string };

/** What a window says with each request, so that its server answers no one else on this machine. */
const TOKEN = 'wholeclass-window';
/** A proxy that no one runs: what is not on this machine is out of reach. */
const NO_NETWORK = { server: 'http://127.0.0.1:9', bypass: '127.0.0.1' };

/** Opens a context for pages that are answered from here, by path (`board/x/`, `assets/x.css`; null is a 404), and reaches no network. The browser keeps what pages share, which it cannot of requests that are answered one by one in its place. Closing the context ends the server. */
export async function openOwnWindows(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
  read: (path: string) => Promise<Buffer | string | null>,
): Promise<OwnWindows> {
  const token = randomBytes(16).toString('base64url');
  const server = createServer((request, response) => {
    const path = request.headers[TOKEN] === token ? pathOf(request.url ?? '') : null;
    // A page that cannot be made is none.
    void (path === null ? Promise.resolve(null) : read(path).catch(() => null)).then((body) =>
      reply(response, path ?? '', body),
    );
  });
  server.unref();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const context = await browser.newContext({
    ...options,
    proxy: NO_NETWORK,
    extraHTTPHeaders: { [TOKEN]: token },
  });
  context.once('close', () => {
    server.close();
    server.closeAllConnections();
  });
  return { context, origin: `http://127.0.0.1:${portOf(server)}` };
}

function reply(response: ServerResponse, path: string, body: Buffer | string | null): void {
  const type = path.endsWith('/') ? typeOf('index.html') : typeOf(path);
  if (body === null || type === null) {
    // Chromium shows a page of its own, and fails the visit, where a 404 has nothing in it.
    return void response
      .writeHead(404, { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
      .end('There is nothing at this address.');
  }
  // The names of assets change with what is in them.
  const keep = path.startsWith('assets/') ? 'max-age=3600, immutable' : 'no-store';
  response
    .writeHead(200, { ...SAFE_HEADERS, 'content-type': type, 'cache-control': keep })
    .end(body);
}

function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname).slice(1);
  } catch {
    return null;
  }
}

/** A picture in `media/` by its path on the site; null for a film, and for what is no file in there. */
export async function readPicture(media: Media, path: string): Promise<Buffer | null> {
  if (!path.startsWith('media/') || path.endsWith('.mp4')) return null;
  const place = await findInMedia(media, path.slice('media/'.length));
  return place === null ? null : readFile(place);
}
