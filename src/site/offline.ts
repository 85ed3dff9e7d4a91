import { createHash } from 'node:crypto';
import { assetsOf, type Pages } from './pages.ts';

/** The pages for home, by folder: they can be opened again without a network. */
export const HOME_PAGES: readonly string[] = [
  'comebacks',
  'help',
  'help/adults',
  'parents',
  'supporters',
  'privacy',
  'privacy/young-people',
  'privacy/parents',
  'privacy/data-protection',
  'privacy/it',
  'away',
];

/** What the script is made from: the built pages, and the site's own way to a file. */
type OfflineParts = {
  readonly pages: Pages;
  readonly read: (path: string) => Promise<Buffer | null>;
};

/** The service worker with the list of what it keeps, and a version that changes with any of it; null where the pages were not built. */
export async function offlineScript({ pages, read }: OfflineParts): Promise<Buffer | null> {
  const worker = await pages.worker();
  if (worker === null) return null;
  const files: string[] = [];
  const version = createHash('sha256');
  for (const folder of HOME_PAGES) {
    const page = await read(`${folder}/index.html`);
    if (page === null) continue;
    version.update(page);
    files.push(`${folder}/`, ...(await assetsOf(page.toString('utf8'), pages)));
  }
  const list = {
    version: version.digest('base64url').slice(0, 16),
    files: [...new Set(files)].toSorted(),
  };
  return Buffer.from(`self.offline = ${JSON.stringify(list)};\n${worker}`);
}
