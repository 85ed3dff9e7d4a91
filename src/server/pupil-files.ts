import { createHash } from 'node:crypto';
import { forPupilDevices } from '../look/home-foot.ts';
import { fillPage } from '../text/fill-page.ts';
import type { DoorFiles } from './app.ts';
import { offlineScript } from './offline.ts';
import { assetsOf, type Pages } from './pages.ts';
import type { Site } from './site.ts';
import { isYouthWork, markYouthWork, pageInYouthWork } from '../text/in-youth-work.ts';

/** The pages that pupils' devices may open, by the folder they were built from. */
const OPEN: readonly string[] = ['join', 'privacy', 'check', 'read', 'comebacks', 'help', 'away'];

/** The addresses of these pages at the pupils' door. */
export const pupilPages: readonly string[] = OPEN.map((page) => (page === 'join' ? '/' : `/${page}/`));

/** Files of these pages that are the same at both doors. */
const SHARED: readonly string[] = ['privacy/index.html', 'comebacks/index.html', 'comebacks/app.webmanifest', 'help/index.html', 'away/index.html'];

/** What the pupils' door serves: the join page as its `/`, what is kept, the check of one tablet, the reading view, and these pages' own assets; nothing else has an address there. */
export function openPupilFiles(site: Site, pages: Pages): DoorFiles {
  async function mayHave(asset: string): Promise<boolean> {
    for (const page of OPEN) {
      const shell = await pages.shell(page);
      if (shell !== null && (await assetsOf(shell, pages)).has(asset)) return true;
    }
    return false;
  }

  async function read(path: string): Promise<Buffer | null> {
    if (path === 'index.html') return joinPage(await site.read('join/index.html'), pages);
    if (SHARED.includes(path)) return sharedFile(path, await site.read(path));
    if (path === 'offline.js') return offlineScript({ pages, read });
    if (/^check\/([a-z\d]{6}\/)?index\.html$/i.test(path)) return checkPage(path, await pages.shell('check'));
    if (path === 'read/index.html') return readingPage(await pages.shell('read'), isYouthWork(await site.read('join/index.html')));
    return path.startsWith('assets/') && (await mayHave(path)) ? pages.asset(path) : null;
  }

  return { media: null, styleIn: (page) => styles.get(page) ?? null, read };
}

/** What leads adults to their own pages is not on pupils’ devices (M21). */
function sharedFile(path: string, file: Buffer | null): Buffer | null {
  return file === null || !path.endsWith('.html') ? file : Buffer.from(forPupilDevices(file.toString('utf8')));
}

const joinPages = new WeakMap<Buffer, Promise<Buffer>>();
const styles = new WeakMap<Buffer, string>();

/** The join page is built one folder deep, and lives at `/` here, its style in it: on a slow tablet its field is there a request sooner. */
async function joinPage(page: Buffer | null, pages: Pages): Promise<Buffer | null> {
  if (page === null) return null;
  const made = joinPages.get(page) ?? moveToRoot(page, pages);
  joinPages.set(page, made);
  return made;
}

async function moveToRoot(page: Buffer, pages: Pages): Promise<Buffer> {
  const moved = page.toString('utf8').replaceAll(/\b(href|src)="\.\.\//g, '$1="./');
  const [link, path] = /<link rel="stylesheet"[^>]*href="\.\/(assets\/[^"]+)"[^>]*>/.exec(moved) ?? [];
  const style = path === undefined ? null : await pages.asset(path);
  // A style that could end its element is left where it is.
  if (link === undefined || style === null || style.includes('</')) return Buffer.from(moved);
  const whole = Buffer.from(moved.replace(link, () => `<style>${style}</style>`));
  styles.set(whole, `sha256-${createHash('sha256').update(style).digest('base64')}`);
  return whole;
}

/** The page of a check that has a code in its address lies one folder deeper than it was built. */
function checkPage(path: string, page: string | null): Buffer | null {
  return page === null ? null : Buffer.from(fillPage(page, {}, { deeper: path.split('/').length - 2 }));
}

/** The reading view with nothing in it: what was shown comes by the room's code (R16). */
function readingPage(page: string | null, isClub: boolean): Buffer | null {
  const filled = page && fillPage(page, {}, { deeper: 0 });
  return filled === null ? null : Buffer.from(isClub ? markYouthWork(pageInYouthWork(filled)) : filled);
}
