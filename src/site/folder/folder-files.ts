import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sheet } from '../../outputs/handouts/sheet.ts';
import type { ProgramFacts } from '../../outputs/home/program-facts.ts';
import { startPage, type FolderPlaces } from '../../outputs/home/start-page.ts';
import { templatePath, templates } from '../../lesson/templates.ts';
import { packFiles } from '../../open/pack-files.ts';
import type { School } from '../../school/school.ts';
import { besidePath, besideScript } from '../../text/beside-script.ts';
import { fillPage } from '../../text/fill-page.ts';
import { INNER, OPEN_ME, OWN_FOLDER } from '../../text/folder-names.ts';
import { CARRIED_LESSON } from '../../text/my-lesson.ts';
import { listLessons } from '../lesson-list.ts';
import { onlyThis } from '../only-this.ts';
import type { LessonFile, Lessons } from '../lessons.ts';
import { mediaFiles } from '../media-files.ts';
import { findInMedia, handoutsBeside, type Media } from '../media-folders.ts';
import { openPages, type Pages } from '../pages.ts';
import { findFilm } from '../films.ts';
import { openHandouts } from '../handouts.ts';
import { openSite } from '../site.ts';
import { unchanging } from '../unchanging.ts';
import { folderPage } from './folder-page.ts';
import { piecesOf, type FolderFile } from './folder-file.ts';

/** What a folder is made from: the pages built for it, the media, what the school says of itself, and what the program does. */
export type FolderParts = {
  readonly pages: string;
  readonly media: Media;
  readonly school: () => Promise<School>;
  readonly program: ProgramFacts;
};

/** The files of a lesson's folder, in the order of their paths: it is opened by double-click, and needs neither a server nor a network. The same lesson, media and day make the same bytes. */
export async function folderFiles(
  file: LessonFile,
  parts: FolderParts,
): Promise<readonly FolderFile[]> {
  const { media } = parts;
  const pages = openPages(parts.pages);
  const made = await madePages(onlyThis(file), parts);
  const offered = templates.flatMap((one) => {
    const body = made.get(`${INNER}/${templatePath(one)}`);
    return body === undefined ? [] : { ...one, href: asData(body) };
  });
  for (const [path, root] of STARTS) {
    made.set(
      path,
      await writeStart(pages, { root, templates: offered }, (await listLessons([file], media))[0]),
    );
  }
  const sheets = await openHandouts(handoutsBeside(media)).sheets();
  const files = [
    ...withoutServer(made),
    await licencesOf(parts),
    ...(await mediaOf(file, { media, sheets })),
    asScript(`${INNER}/${CARRIED_LESSON}`, 'null'),
    ...(await ownFolder(parts)).map(({ path, body }) =>
      asScript(`${INNER}/${path}`, body.toString('base64')),
    ),
  ];
  return inOrder(files);
}

const STARTS = [
  [OPEN_ME, `./${INNER}/`],
  [`${INNER}/index.html`, './'],
] as const;

/** The folder into which a page puts a lesson of one’s own, as two zips: its pages, which are of no lesson, two first ones among them whose slots are open; and what these load. */
export async function ownFolder(
  parts: FolderParts,
): Promise<readonly { readonly path: string; readonly body: Buffer }[]> {
  const { media } = parts;
  const pages = openPages(parts.pages);
  const made = await madePages(NO_LESSONS, parts);
  for (const [path, root] of STARTS) made.set(path, Buffer.from(await openStart(pages, root)));
  const sheets = await openHandouts(handoutsBeside(media)).sheets();
  const shown = [...new Set(sheets.flatMap(({ pictures }) => pictures))];
  const files = [
    ...withoutServer(made).filter(({ path }) => !path.startsWith(`${INNER}/assets/`)),
    await licencesOf(parts),
    ...(await copies(shown, media)),
  ];
  const zip: Uint8Array[] = [];
  const packed = inOrder(files).map((file) => ({ path: file.path, pieces: () => piecesOf(file) }));
  for await (const piece of packFiles(packed)) zip.push(piece);
  return [
    { path: OWN_FOLDER.pages, body: Buffer.concat(zip) },
    { path: OWN_FOLDER.assets, body: await readFile(join(parts.pages, OWN_FOLDER.assets)) },
  ];
}

const NO_LESSONS: Lessons = { all: () => Promise.resolve([]), one: () => Promise.resolve(null) };

async function madePages(
  lessons: Lessons,
  { pages: built, media, school, program }: FolderParts,
): Promise<Map<string, Buffer>> {
  const site = openSite(
    unchanging({
      ...{ lessons, media, school, program },
      pages: openPages(built),
      handouts: openHandouts(handoutsBeside(media)),
      room: 'page',
      // A folder lies on a computer that rings no one and that many use.
      contacts: 'words',
    }),
  );
  const made = new Map<string, Buffer>();
  for (const path of await site.paths()) {
    const body = path === 'lessons.json' ? null : await site.read(path);
    if (body !== null) made.set(`${INNER}/${path}`, body);
  }
  return made;
}

async function licencesOf({ pages }: FolderParts): Promise<FolderFile> {
  return { path: `${INNER}/licences.txt`, body: await readFile(join(pages, 'licences.txt')) };
}

function inOrder(files: readonly FolderFile[]): readonly FolderFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function writeStart(
  pages: Pages,
  places: FolderPlaces,
  card: Parameters<typeof startPage>[0] | undefined,
): Promise<Buffer> {
  if (card === undefined) {
    throw new Error('Cannot write the page that is opened first: it has no lesson');
  }
  const shell = await openStart(pages, places.root);
  return Buffer.from(fillPage(shell, startPage(card, places), { deeper: 0 }));
}

async function openStart(pages: Pages, root: string): Promise<string> {
  const shell = await pages.shell('folder');
  if (shell === null) {
    throw new Error('Cannot write the page that is opened first: it was not built');
  }
  return shell.replaceAll(/\b(href|src)="\.\.\//g, (_, name: string) => `${name}="${root}`);
}

/** Pages with their addresses written out, and data as scripts. */
function withoutServer(made: ReadonlyMap<string, Buffer>): FolderFile[] {
  const script = [...made.keys()].find((path) => /\/assets\/folder-[^/]*\.js$/.test(path));
  if (script === undefined) {
    throw new Error('Cannot write the pages: their shared script was not built');
  }
  return [...made].flatMap(([path, body]): readonly FolderFile[] => {
    if (path.endsWith('.html')) {
      const page = folderPage(String(body), { path, script, holds: (other) => made.has(other) });
      return [{ path, body: Buffer.from(page) }];
    }
    if (path.endsWith('.json')) return [asScript(path, String(body))];
    // Read by the page that teaches it with another film, too.
    const isLesson = path.startsWith(`${INNER}/lesson/`) && path.endsWith('.md');
    return isLesson ? [{ path, body }, asScript(path, String(body))] : [{ path, body }];
  });
}

/** Films and pictures as they are, their captions as scripts, and what a film says of itself, for who changes the lesson. */
async function mediaOf(
  file: LessonFile,
  { media, sheets }: { readonly media: Media; readonly sheets: readonly Sheet[] },
): Promise<FolderFile[]> {
  const film = await findFilm(file.lesson, media);
  const names = [
    ...(await mediaFiles([file], media, sheets)),
    ...(film === null ? [] : [`${film.slug}/film.yaml`]),
  ];
  return copies(names, media);
}

async function copies(names: readonly string[], media: Media): Promise<FolderFile[]> {
  const files = names.map(async (name): Promise<readonly FolderFile[]> => {
    const from = await findInMedia(media, name);
    if (from === null) return [];
    const path = `${INNER}/media/${name}`;
    return [name.endsWith('.vtt') ? asScript(path, await readFile(from, 'utf8')) : { path, from }];
  });
  return (await Promise.all(files)).flat();
}

// Under `file:` a browser opens what it is to save, unless the link itself holds it.
function asData(body: Buffer): string {
  return `data:text/markdown;base64,${body.toString('base64')}`;
}

function asScript(path: string, text: string): FolderFile {
  return { path: besidePath(path), body: Buffer.from(besideScript(text)) };
}
