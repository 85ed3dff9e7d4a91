import { cp, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { NoBrowser } from '../print/browser.ts';
import { openLessons, type LessonFile } from '../site/lessons.ts';
import { readForCommand } from '../site/reading.ts';
import { lessonPlaces, type LessonSettings } from '../server/lesson-places.ts';
import { mediaFiles } from '../site/media-files.ts';
import { printFilmFile } from '../site/film-file.ts';
import { pathsOfOnly } from '../site/only-this.ts';
import { staffAppFiles, withStaffApp } from '../site/staff-app.ts';
import { tagOf } from '../site/tag-of.ts';
import { fillWords } from '../lesson/names.ts';
import { offlineListPath, offlinePath, type OfflineList } from '../outputs/plan/offline-list.ts';
import { findInMedia, type Media } from '../site/media-folders.ts';
import { openPages } from '../site/pages.ts';
import { readSettings, StartProblem } from '../server/settings.ts';
import { today } from '../site/today.ts';
import { openHandouts } from '../site/handouts.ts';
import { hostFiles } from '../server/http/host-files.ts';
import { NOT_HERE, notHerePage, PLAIN_STYLE } from '../site/not-here.ts';
import type { Progress } from '../print/press.ts';
import { pageMay, pagePolicy, withPolicy } from '../site/policy.ts';
import { OUR_FILM, ourFilm } from '../site/our-film.ts';
import { openSite, type Site } from '../site/site.ts';
import { unchanging } from '../site/unchanging.ts';
import type { SiteParts } from '../site/site-parts.ts';
import { EMPTY_SCHOOL, type School } from '../school/school.ts';
import { buildFolderPages } from './build-folder-pages.ts';
import { checksDueIn, checksFor } from './checks-due.ts';
import { buildPages } from './build-pages.ts';
import { BUILD_USAGE, readBuildOptions } from './build/options.ts';
import { buildPdfs } from './build-pdfs.ts';
import { buildPictures, type ShippedPicture } from './build-pictures.ts';
import { tellProgress } from './print/tell-progress.ts';
import { sizesOf, type BuiltFile } from './built-files.ts';
import { root } from './root.ts';
import { programFacts } from '../server/http/program-facts.ts';
import { ON_PAPER } from '../outputs/handouts/on-sheet.ts';
import type { Sheet } from '../outputs/handouts/sheet.ts';
import { searchFiles } from '../site/found.ts';
import { parentsPagesToFind } from '../site/parents-pages.ts';
import { isForEveryone, openToEveryone } from '../site/for-everyone.ts';

const DESK = 'print/index.html';

/** Where a static site is made from (`lessons/` and `media/` in `home`, a school's own, built pages) and the folder it goes to, which is emptied first. */
export type SiteBuild = LessonSettings & {
  readonly pages: string;
  readonly out: string;
  /** The pages built for folders; without them no lesson is saved as a folder from the site. */
  readonly folderPages?: string;
  /** The posts’ pictures as PNGs, where there is a browser to make them. */
  readonly withPictures?: boolean;
  /** What parents, young people and supporters may see, and nothing that is for staff. */
  readonly forEveryone?: boolean;
  /** Where that will lie, for searches. */
  readonly address?: string | null;
  /** Which helplines were checked, for its pages to say so. */
  readonly checks?: Pick<School, 'confirmed' | 'hidden' | 'nation'>;
  /** The page of another site that young people’s pages are left to. */
  readonly leaveTo?: string | null;
};

/** `npm run build`: writes the static site to `dist/`, and then, but for `--no-pdfs`, every sheet as a PDF; with `--public` only what anyone may read, and no PDFs, once its helplines are checked. Resolves to the exit code, 1 with what is wanted where there are no lessons to write or helplines to check. */
export async function build(args: readonly string[]): Promise<number> {
  const options = readBuildOptions(args);
  if ('wrong' in options) return say(options.wrong);
  const { forEveryone, withPdfs, address, confirmedBy, leaveTo, help } = options;
  if (help) return say(BUILD_USAGE, 0);
  const out = join(root, 'dist');
  try {
    const settings = readSettings(process.env);
    const checks = forEveryone
      ? await checksFor(resolve(settings.dataDir), { today: today(), by: confirmedBy })
      : undefined;
    if (checks !== undefined && 'asks' in checks) return say(checks.asks);
    const parts = { ...settings, home: root, pages: await buildPages(), out };
    const files = await buildSite({
      ...parts,
      ...(forEveryone ? {} : { folderPages: await buildFolderPages() }),
      ...{ withPictures: true, forEveryone, address, leaveTo },
      ...(checks !== undefined && { checks }),
    });
    console.log(
      `${forEveryone ? 'The site for everyone, with nothing that is for staff,' : 'The site'} is in dist, for any web host.\n\n${sizesOf(files)}`,
    );
    if (withPdfs) console.log(await tryPdfs(parts));
    const due = forEveryone ? '' : await checksDueIn(resolve(settings.dataDir), today());
    if (due !== '') console.log(`\n${due}`);
    return 0;
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return say(error.message);
  }
}

function say(words: string, code = 1): number {
  if (code === 0) console.log(words);
  else console.error(words);
  return code;
}

/** Puts every sheet as a PDF into a site that was built, and says so in a sentence; without a browser there are none, and the site is whole: each sheet can be printed from its page. */
export async function tryPdfs(parts: SiteBuild): Promise<string> {
  const began = performance.now();
  try {
    const pdfs = await addPdfs(parts, tellProgress);
    const size = (pdfs.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000).toFixed(1);
    return `${pdfs.length} PDFs (${size} MB) lie ready made in dist/print/pdf, after ${((performance.now() - began) / 1000).toFixed(1)} s. Without them: --no-pdfs.`;
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    tellProgress({ done: 0, of: 0, doing: '' });
    return `No PDFs lie ready made: ${error.message} Each sheet can be printed from its page.`;
  }
}

/** Writes the files that the server would serve, the same pages with their room in the page and their policy in their head; resolves to what it wrote. Throws a StartProblem, and leaves `out` as it is, when there is no folder of lessons. */
export async function buildSite({
  out,
  folderPages,
  withPictures = false,
  forEveryone = false,
  address = null,
  leaveTo = null,
  checks,
  ...settings
}: SiteBuild): Promise<readonly BuiltFile[]> {
  const from = unchanging({
    ...partsOf(settings),
    ...{ forEveryone, address, leaveTo },
    ...(checks !== undefined && { checks }),
  });
  const { lessons, media, handouts } = from;
  const pictures = withPictures ? await madePictures(openSite(from)) : [];
  const site = openSite({ ...from, pictures: pictures.length > 0 ? 'png' : 'svg' });
  await rm(out, { recursive: true, force: true });
  const built: MarkedFile[] = [];
  const texts: Buffer[] = [];
  for (const path of await site.paths()) {
    const made = await site.read(path);
    const body = asBuilt(path, forEveryone ? made : withStaffApp(path, made));
    if (forEveryone && /\.(?:html|json)$/.test(path)) texts.push(body);
    built.push(await write(out, path, body));
  }
  for (const { path, body } of pictures) built.push(await write(out, path, body));
  const ofNotHere = pagePolicy({ style: PLAIN_STYLE });
  built.push(await write(out, NOT_HERE, Buffer.from(withPolicy(notHerePage(), ofNotHere))));
  for (const { path, text } of hostFiles()) {
    built.push(await write(out, path, Buffer.from(text)));
  }
  if (folderPages !== undefined && !forEveryone) {
    for (const { path, body } of await folderFor({ ...from, pages: folderPages })) {
      built.push(await write(out, path, body));
    }
  }
  const found = address === null ? [] : searchFiles(address, await parentsPagesToFind(from));
  for (const { path, text } of found) {
    built.push(await write(out, path, Buffer.from(text)));
  }
  const [files, sheets] = [await lessons.all(), await handouts.sheets()];
  const shown = forEveryone
    ? await shownToEveryone(files, { media, sheets }, texts)
    : await mediaFiles(files, media, sheets);
  for (const path of shown) {
    const place = await findInMedia(media, path);
    if (place !== null) built.push(await copy(place, out, `media/${path}`));
  }
  if (!forEveryone) {
    for (const { path, body } of staffAppFiles) built.push(await write(out, path, body));
    const marked = new Map(built.map((file) => [file.path, file]));
    // One that could not be opened has no page from which it would be stored.
    for (const file of files.filter(({ slug }) => marked.has(`lesson/${slug}/index.html`))) {
      const list = offlineListOf(file, await pathsOfOnly(file, from), marked);
      const path = offlineListPath(file.slug);
      built.push(await write(out, path, Buffer.from(JSON.stringify(list))));
    }
  }
  return built.map(({ path, bytes }) => ({ path, bytes }));
}

/** The list of what a lesson needs without a network, of a site that was built. */
function offlineListOf(
  { slug, lesson }: LessonFile,
  paths: readonly string[],
  built: ReadonlyMap<string, MarkedFile>,
): OfflineList {
  const listed = [...new Set(paths)].toSorted().flatMap((path) => {
    const [address, file] = [offlinePath(path), built.get(path)];
    return address === null || file === undefined
      ? []
      : [{ path: address, bytes: file.bytes, tag: file.tag }];
  });
  const version = tagOf(Buffer.from(JSON.stringify([slug, listed])));
  const title = fillWords(lesson.boardTitle || lesson.title, lesson.names);
  return { v: 1, title, version, files: listed };
}

/** What a page puts a lesson of one’s own in, where the school is what that page knows of it. */
async function folderFor(
  parts: Pick<SiteParts, 'media' | 'program'> & { readonly pages: string },
): Promise<readonly { readonly path: string; readonly body: Buffer }[]> {
  const { ownFolder } = await import('../site/folder/folder-files.ts');
  return ownFolder({ ...parts, school: () => Promise.resolve(EMPTY_SCHOOL) });
}

/** Puts every sheet as a PDF into a site that was built, and names them on the page that prints; `report` is called with the progress. Resolves to the PDFs. Throws NoBrowser where none starts, and leaves the site as it is. */
async function addPdfs(
  { out, ...made }: SiteBuild,
  report: (progress: Progress) => void,
): Promise<readonly BuiltFile[]> {
  const parts = unchanging(partsOf(made));
  const pdfs = await buildPdfs({ site: openSite(parts), media: parts.media }, report);
  const built: BuiltFile[] = [];
  for (const { path, body } of pdfs) built.push(await write(out, path, body));
  const site = openSite({ ...parts, pdfs: pdfs.map(({ path }) => path) });
  await write(out, DESK, asBuilt(DESK, await site.read(DESK)));
  return built;
}

/** What the static site in the folder `home` is made from. */
export function partsOf({ pages, ...settings }: Omit<SiteBuild, 'out'>): SiteParts {
  const { folders, media } = lessonPlaces(settings);
  return {
    pages: openPages(pages),
    lessons: openLessons(folders, readForCommand),
    handouts: openHandouts(join(settings.home, 'handouts')),
    media,
    room: 'page',
    program: programFacts(),
  };
}

/** The posts’ pictures as PNGs; none where there is no browser, and then they are SVG files. */
async function madePictures(site: Site): Promise<readonly ShippedPicture[]> {
  try {
    return await buildPictures(site);
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    console.log(
      `The posts’ pictures are SVG files, of which the supporters’ page makes PNGs. ${error.message}`,
    );
    return [];
  }
}

/** A file as a host without headers of ours serves it: a page says its policy itself. */
function asBuilt(path: string, body: Buffer | null): Buffer {
  if (body === null) throw new Error(`Cannot write ${path}: its page was not built`);
  return path.endsWith('.html')
    ? Buffer.from(withPolicy(body.toString('utf8'), pagePolicy(pageMay(path))))
    : body;
}

/** A file with a mark that changes with what is in it. */
type MarkedFile = BuiltFile & { readonly tag: string };

async function write(out: string, path: string, body: Uint8Array): Promise<MarkedFile> {
  await mkdir(dirname(join(out, path)), { recursive: true });
  await writeFile(join(out, path), body);
  return { path, bytes: body.length, tag: tagOf(asBuffer(body)) };
}

// The same bytes, not copied.
function asBuffer(body: Uint8Array): Buffer {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

async function copy(from: string, out: string, path: string): Promise<MarkedFile> {
  await mkdir(dirname(join(out, path)), { recursive: true });
  await cp(from, join(out, path));
  return { path, bytes: (await stat(from)).size, tag: (await printFilmFile(from)) ?? '' };
}

/** The films and pictures that a whole site shows, by their paths under `media/`. */
type Shown = { readonly media: Media; readonly sheets: readonly Sheet[] };

/** The same of a site for everyone, whose pages are these: what they show, and nothing that is in notes or on a sheet for staff. A film is for the class it was licensed for, but for ours, which anyone may have. */
async function shownToEveryone(
  files: readonly LessonFile[],
  { media, sheets }: Shown,
  pages: readonly Buffer[],
): Promise<readonly string[]> {
  const [taught, open] = [await openToEveryone(files, { media }), sheets.filter(isForEveryone)];
  const ours = (await ourFilm(media))?.files.map((file) => `${OUR_FILM}/${file}`) ?? [];
  const pictures = new Set([
    ...ours,
    ...taught.flatMap(({ lesson }) => lesson.pictures.map(({ path }) => path)),
    ...open.flatMap((sheet) => sheet.pictures),
  ]);
  const texts = pages.map((page) =>
    String(page).replaceAll('\\"', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
  );
  // On a sheet a drawing is asked for as it is on paper.
  const isShown = (path: string) =>
    pictures.has(path) &&
    ['', ON_PAPER].some((end) =>
      texts.some((text) => text.includes(`/media/${encodeURI(path)}${end}"`)),
    );
  return [...new Set([...(await mediaFiles(taught, media, open)), ...ours])].filter(isShown);
}
