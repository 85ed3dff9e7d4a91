import { forPupilDevices } from '../../ui/home-foot.ts';
import { fillPage } from '../../text/fill-page.ts';
import type { DoorFiles } from './app.ts';
import { offlineScript } from '../../site/offline.ts';
import { assetsOf, type Pages } from '../../site/pages.ts';
import type { Site } from '../../site/site.ts';
import type { Setting } from '../../text/wording.ts';

/** The pages that pupils' devices may open, by the folder they were built from. */
const OPEN: readonly string[] = ['join', 'privacy', 'check', 'read', 'comebacks', 'help', 'away'];

/** The addresses of these pages at the pupils' door. */
export const pupilPages: readonly string[] = OPEN.map((page) =>
  page === 'join' ? '/' : `/${page}/`,
);

/** Files of these pages that are the same at both doors. */
const SHARED: readonly string[] = [
  'privacy/index.html',
  'privacy/young-people/index.html',
  'comebacks/index.html',
  'help/index.html',
  'away/index.html',
];

/** What the pupils' door serves: the join page as its `/`, what is kept, the check of one tablet, the reading view, and these pages' own assets; nothing else has an address there. */
export function openPupilFiles(
  site: Site,
  pages: Pages,
  setting: () => Promise<Setting>,
): DoorFiles {
  async function mayHave(asset: string): Promise<boolean> {
    for (const page of OPEN) {
      const shell = await pages.shell(page);
      if (shell !== null && (await assetsOf(shell, pages)).has(asset)) return true;
    }
    return false;
  }

  async function read(path: string): Promise<Buffer | null> {
    if (path === 'index.html') return joinPage(await site.read('join/index.html'));
    if (SHARED.includes(path)) return sharedFile(path, await site.read(path));
    if (path === 'offline.js') {
      return offlineScript({ pages, read, forEveryone: false, hasOwn: false });
    }
    if (/^check\/([a-z\d]{6}\/)?index\.html$/i.test(path)) {
      return checkPage(path, await pages.shell('check'), await setting());
    }
    if (path === 'read/index.html') return readingPage(await pages.shell('read'), await setting());
    return path.startsWith('assets/') && (await mayHave(path)) ? pages.asset(path) : null;
  }

  return { media: null, read };
}

/** What leads adults to their own pages is not on pupils’ devices (M21). */
function sharedFile(path: string, file: Buffer | null): Buffer | null {
  return file === null || !path.endsWith('.html')
    ? file
    : Buffer.from(forPupilDevices(file.toString('utf8')));
}

const joinPages = new WeakMap<Buffer, Buffer>();

/** The join page is built one folder deep, and lives at `/` here. */
function joinPage(page: Buffer | null): Buffer | null {
  if (page === null) return null;
  const made =
    joinPages.get(page) ??
    Buffer.from(page.toString('utf8').replaceAll(/\b(href|src)="\.\.\//g, '$1="./'));
  joinPages.set(page, made);
  return made;
}

/** The page of a check that has a code in its address lies one folder deeper than it was built. */
function checkPage(path: string, page: string | null, setting: Setting): Buffer | null {
  const filled = page && fillPage(page, {}, { deeper: path.split('/').length - 2, setting });
  return filled === null ? null : Buffer.from(filled);
}

/** The reading view with nothing in it: what was shown comes by the room's code (R16). */
function readingPage(page: string | null, setting: Setting): Buffer | null {
  const filled = page && fillPage(page, {}, { deeper: 0, setting });
  return filled === null ? null : Buffer.from(filled);
}
