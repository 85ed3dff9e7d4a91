import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NoBrowser } from '../server/browser.ts';
import { openLessons } from '../server/lessons.ts';
import { lessonsFolder } from '../server/main.ts';
import { mediaFiles } from '../server/media-files.ts';
import { openPages } from '../server/pages.ts';
import { StartProblem } from '../server/settings.ts';
import { openHandouts } from '../server/handouts.ts';
import { openSite } from '../server/site.ts';
import { buildPages } from './build-pages.ts';
import { buildPdfs } from './build-pdfs.ts';
import { root } from './root.ts';

/** Where a static site is made from (`lessons/` and `media/` in `home`, built pages) and the folder it goes to, which is emptied first. */
export type SiteBuild = { readonly home: string; readonly pages: string; readonly out: string; readonly withPdfs?: boolean };

/** `npm run build`: writes the static site to `dist/`, with `--pdfs` also every sheet as a PDF. Resolves to the exit code, 1 with one sentence when there are no lessons to write. */
export async function build(args: readonly string[]): Promise<number> {
  const out = join(root, 'dist');
  try {
    const files = await buildSite({ home: root, pages: await buildPages(), out, withPdfs: args.includes('--pdfs') });
    console.log(`The site is in dist: ${files} files, for any web host.`);
    return 0;
  } catch (error) {
    if (!(error instanceof StartProblem || error instanceof NoBrowser)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** Writes the files that the server would serve, the same pages with their room in the page; resolves to how many. Throws a StartProblem, and leaves `out` as it is, when there is no folder of lessons. */
export async function buildSite({ home, pages: pagesFolder, out, withPdfs = false }: SiteBuild): Promise<number> {
  const pages = openPages(pagesFolder);
  const media = join(home, 'media');
  const lessons = openLessons(lessonsFolder(home));
  const handouts = openHandouts(join(home, 'handouts'));
  const bare = openSite({ pages, lessons, media, handouts, room: 'page' });
  const pdfs = withPdfs ? await buildPdfs({ site: bare, media }, console.log) : [];
  const site = openSite({ pages, lessons, media, handouts, room: 'page', pdfs: pdfs.map(({ path }) => path) });
  await rm(out, { recursive: true, force: true });
  const paths = await site.paths();
  for (const path of paths) await write(join(out, path), await site.read(path));
  for (const { path, body } of pdfs) await write(join(out, path), Buffer.from(body));
  const shown = await mediaFiles(await lessons.all(), media);
  for (const path of shown) await copy(join(media, path), join(out, 'media', path));
  return paths.length + pdfs.length + shown.length;
}

async function write(path: string, body: Buffer | null): Promise<void> {
  if (body === null) throw new Error(`Cannot write ${path}: its page was not built`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, body);
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
}
