import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from './browser.ts';
import { isInside } from './files.ts';
import { SAFE_HEADERS, typeOf } from './headers.ts';

/** The origin of pages that a browser of ours is shown: every request to it is answered here, and none to any other. */
export const OFFLINE_ORIGIN = 'http://127.0.0.1:9';

/** Answers all that a window asks for from here, by path (`board/x/`, `assets/x.css`), and lets nothing out to any network; null is a refusal. */
export async function serveOffline(context: BrowserContext, read: (path: string) => Promise<Buffer | string | null>): Promise<void> {
  await context.route('**/*', async (route) => {
    const { pathname, origin } = new URL(route.request().url());
    const path = decodeURIComponent(pathname).slice(1);
    const body = origin === OFFLINE_ORIGIN ? await read(path) : null;
    const contentType = path.endsWith('/') ? typeOf('index.html') : typeOf(path);
    if (body === null || contentType === null) return route.abort();
    await route.fulfill({ body, headers: { ...SAFE_HEADERS, 'content-type': contentType } });
  });
}

/** A picture in `media/` by its path on the site; null for a film, and for what is no file in there. */
export async function readPicture(media: string, path: string): Promise<Buffer | null> {
  const picture = path.slice('media/'.length);
  if (!path.startsWith('media/') || path.endsWith('.mp4') || !(await isInside(media, picture))) return null;
  return readFile(join(media, picture));
}
