import { portOf } from '../site/port-of.ts';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { openBrowser, type Browser } from '../print/browser.ts';
import { typeOf } from '../site/media-types.ts';
import type { Site } from '../site/site.ts';
import { pictureSizes } from '../outputs/supporters/post-picture.ts';
import { posts } from '../outputs/supporters/posts.ts';
import { cacheFolder } from '../site/apart.ts';

/** A file that a site ships ready made: where it lies from the site's root, and its bytes. */
export type ShippedPicture = { readonly path: string; readonly body: Uint8Array };

const CACHE = join(cacheFolder, 'post-pictures');
const names = posts.flatMap(({ id }) => pictureSizes.map((size) => `${id}-${size.id}.png`));

/** Every picture of the supporters’ posts as a PNG, without a name on it, made by the page itself in a browser. What was made before of the same page, and lies in `cache`, is used again, and what is of another page is deleted. Throws NoBrowser. */
export async function buildPictures(
  site: Pick<Site, 'read'>,
  cache = CACHE,
): Promise<readonly ShippedPicture[]> {
  const page = await site.read('supporters/index.html');
  // It names its scripts, which draw, by their digests.
  const digest = createHash('sha256').update(page ?? '');
  const name = digest.digest('hex').slice(0, 40);
  const pictures = (await readAll(join(cache, name))) ?? (await make(site, join(cache, name)));
  await forgetOthers(cache, name);
  return pictures;
}

// What another process is making right now has its number in the name.
async function forgetOthers(cache: string, name: string): Promise<void> {
  const others = (await readdir(cache)).filter(
    (other) => /^[0-9a-f]{40}$/.test(other) && other !== name,
  );
  await Promise.all(
    others.map((other) => rm(join(cache, other), { recursive: true, force: true })),
  );
}

/** All of them, or null where one is missing. */
async function readAll(folder: string): Promise<readonly ShippedPicture[] | null> {
  const bodies = await Promise.all(
    names.map((name) => readFile(join(folder, name)).catch(() => null)),
  );
  const all = names.flatMap((name, at) =>
    bodies[at] ? [{ path: `supporters/pictures/${name}`, body: bodies[at] }] : [],
  );
  return all.length === names.length ? all : null;
}

async function make(site: Pick<Site, 'read'>, folder: string): Promise<readonly ShippedPicture[]> {
  const browser = await openBrowser();
  const fresh = `${folder}.${process.pid}`;
  try {
    await mkdir(fresh, { recursive: true });
    await saveEach(browser, site, fresh);
    const made = await readAll(fresh);
    if (made === null) {
      throw new Error(
        `Cannot make the posts’ pictures: the supporters’ page has to offer all ${names.length} of them`,
      );
    }
    // Whole or not at all, even if another process makes the same pictures.
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
    return made;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await browser.close();
  }
}

async function saveEach(browser: Browser, site: Pick<Site, 'read'>, folder: string): Promise<void> {
  const served = await serveHere(site);
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    for (const { id } of posts) {
      // A browser saves ten files from one page, and then asks whether it may go on.
      const page = await context.newPage();
      await page.goto(`${served.address}supporters/`);
      for (const link of await page.locator(`[data-of="${id}"][role=button]`).all()) {
        const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
        await saved.saveAs(join(folder, saved.suggestedFilename()));
      }
      await page.close();
    }
  } finally {
    await served.close();
  }
}

/** The site on this machine alone, for as long as pictures are made: a browser saves nothing from a page that no port serves. */
async function serveHere(
  site: Pick<Site, 'read'>,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0]?.slice(1) ?? '';
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    site.read(file).then(
      (body) =>
        response
          .writeHead(body === null ? 404 : 200, { 'content-type': typeOf(file) ?? 'text/plain' })
          .end(body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${portOf(server)}/`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
