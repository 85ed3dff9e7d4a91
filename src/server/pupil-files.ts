import { fillPage } from '../text/fill-page.ts';
import type { DoorFiles } from './app.ts';
import { assetsOf, type Pages } from './pages.ts';
import type { Site } from './site.ts';

/** The pages that pupils' devices may open, by the folder they were built from. */
const OPEN: readonly string[] = ['join', 'privacy', 'check'];

/** What the pupils' door serves: the join page as its `/`, what is kept, the check of one tablet, and these pages' own assets; nothing else has an address there. */
export function openPupilFiles(site: Site, pages: Pages): DoorFiles {
  async function mayHave(asset: string): Promise<boolean> {
    for (const page of OPEN) {
      const shell = await pages.shell(page);
      if (shell !== null && (await assetsOf(shell, pages)).has(asset)) return true;
    }
    return false;
  }

  return {
    media: null,
    async read(path) {
      if (path === 'index.html') return moveToRoot(await site.read('join/index.html'));
      if (path === 'privacy/index.html') return site.read(path);
      if (/^check\/([a-z\d]{6}\/)?index\.html$/i.test(path)) return checkPage(path, await pages.shell('check'));
      return path.startsWith('assets/') && (await mayHave(path)) ? pages.asset(path) : null;
    },
  };
}

const moved = new WeakMap<Buffer, Buffer>();

/** The join page is built one folder deep, and lives at `/` here. */
function moveToRoot(page: Buffer | null): Buffer | null {
  if (page === null) return null;
  const known = moved.get(page) ?? Buffer.from(page.toString('utf8').replaceAll(/\b(href|src)="\.\.\//g, '$1="./'));
  moved.set(page, known);
  return known;
}

/** The page of a check that has a code in its address lies one folder deeper than it was built. */
function checkPage(path: string, page: string | null): Buffer | null {
  return page === null ? null : Buffer.from(fillPage(page, {}, { deeper: path.split('/').length - 2 }));
}
