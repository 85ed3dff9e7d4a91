import { createHash } from 'node:crypto';
import { HANDOUT_TEXTS } from '../outputs/handouts/handout-texts.ts';
import { MY_LESSON } from '../text/my-lesson.ts';
import { assetsOf, type Pages } from './pages.ts';
import { mainsPath } from './sheet-bodies.ts';

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

/** What a lesson of one’s own is written, taught and printed with where no program has it, by folder. */
const OWN_PAGES: readonly string[] = [
  '',
  'edit/',
  `lesson/${MY_LESSON}/`,
  `present/${MY_LESSON}/`,
  `board/${MY_LESSON}/`,
  `read/${MY_LESSON}/`,
  `approve/${MY_LESSON}/`,
  `print/${MY_LESSON}/sheet/`,
  'print/',
];
/** What those pages read. */
const OWN_FILES: readonly string[] = [HANDOUT_TEXTS, mainsPath(''), 'school.json', 'lessons.json'];

/** What the script is made from: the built pages, and the site's own way to a file. */
type OfflineParts = {
  readonly pages: Pages;
  readonly read: (path: string) => Promise<Buffer | null>;
  /** The first page of a site for everyone is for home too; that of others is the library. */
  readonly forEveryone: boolean;
  /** Whether lessons of one’s own are taught on the site. */
  readonly hasOwn: boolean;
};

/** Files by their paths from the site’s root, and a version that changes with any page of them. */
type Listed = { readonly version: string; readonly files: readonly string[] };

/** The service worker with the lists of what it keeps; null where the pages were not built. */
export async function offlineScript({
  pages,
  read,
  forEveryone,
  hasOwn,
}: OfflineParts): Promise<Buffer | null> {
  const worker = await pages.worker();
  if (worker === null) return null;
  const home = [...(forEveryone ? [''] : []), ...HOME_PAGES.map((folder) => `${folder}/`)];
  const list = {
    ...(await listed(home, { pages, read })),
    own: await listed(hasOwn ? [...OWN_PAGES, ...OWN_FILES] : [], { pages, read }),
  };
  return Buffer.from(`self.offline = ${JSON.stringify(list)};\n${worker}`);
}

/** Those of these that are there, and what their pages load. */
async function listed(
  paths: readonly string[],
  { pages, read }: Pick<OfflineParts, 'pages' | 'read'>,
): Promise<Listed> {
  const files: string[] = [];
  const version = createHash('sha256');
  for (const path of paths) {
    const isPage = /(?:^|\/)$/.test(path);
    const body = await read(isPage ? `${path}index.html` : path);
    if (body === null) continue;
    version.update(body);
    files.push(path, ...(isPage ? await assetsOf(body.toString('utf8'), pages) : []));
  }
  return {
    version: version.digest('base64url').slice(0, 16),
    files: [...new Set(files)].toSorted(),
  };
}
