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
  'no-network',
];

/** What the script is made from: the built pages, and the site's own way to a file. */
type OfflineParts = {
  readonly pages: Pages;
  readonly read: (path: string) => Promise<Buffer | null>;
  /** The first page of a site for everyone is for home too; that of others is the library. */
  readonly forEveryone: boolean;
};

/** The service worker with the list of what it keeps, and a version that changes with any of it; null where the pages were not built. */
export async function offlineScript({
  pages,
  read,
  forEveryone,
}: OfflineParts): Promise<Buffer | null> {
  const worker = await pages.worker();
  if (worker === null) return null;
  const files: string[] = [];
  const version = createHash('sha256');
  const folders = [...(forEveryone ? [''] : []), ...HOME_PAGES.map((folder) => `${folder}/`)];
  for (const folder of folders) {
    const page = await read(`${folder}index.html`);
    if (page === null) continue;
    version.update(page);
    files.push(folder, ...(await assetsOf(page.toString('utf8'), pages)));
  }
  const list = {
    version: version.digest('base64url').slice(0, 16),
    files: [...new Set(files)].toSorted(),
  };
  return Buffer.from(`self.offline = ${JSON.stringify(list)};\n${worker}`);
}
