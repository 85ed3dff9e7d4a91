import type { DoorFiles } from './app.ts';
import { assetsOf, type Pages } from './pages.ts';
import type { Site } from './site.ts';

/** What the pupils' door serves: the join page as its `/`, and that page's own assets; nothing else has an address there. */
export function openPupilFiles(site: Site, pages: Pages): DoorFiles {
  return {
    media: null,
    async read(path) {
      if (path === 'index.html') return moveToRoot(await site.read('join/index.html'));
      const shell = path.startsWith('assets/') ? await pages.shell('join') : null;
      return shell !== null && (await assetsOf(shell, pages)).has(path) ? pages.asset(path) : null;
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
