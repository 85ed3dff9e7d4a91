import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sheet } from '../../outputs/handouts/sheet.ts';
import type { ProgramFacts } from '../../outputs/home/program-facts.ts';
import { startPage, type FolderPlaces } from '../../outputs/home/start-page.ts';
import { templatePath, templates } from '../../lesson/templates.ts';
import type { School } from '../../school/school.ts';
import { fillPage } from '../../text/fill-page.ts';
import { listLessons } from '../lesson-list.ts';
import type { LessonFile, Lessons } from '../lessons.ts';
import { mediaFiles } from '../media-files.ts';
import { findInMedia, handoutsBeside, type Media } from '../media-folders.ts';
import { openPages, type Pages } from '../pages.ts';
import { findFilm } from '../films.ts';
import { openHandouts } from '../handouts.ts';
import { openSite } from '../site.ts';
import { folderPage } from './folder-page.ts';

/** One file of a folder: its path with `/`, and its bytes, or the file on this machine that it is a copy of. */
export type FolderFile = { readonly path: string } & (
  | { readonly body: Buffer }
  | { readonly from: string }
);

/** What a folder is made from: the pages built for it, the media, what the school says of itself, and what the program does. */
export type FolderParts = {
  readonly pages: string;
  readonly media: Media;
  readonly school: () => Promise<School>;
  readonly program: ProgramFacts;
};

/** What a teacher opens. */
export const OPEN_ME = 'Open me.html';
/** Everything else is in here, so that there is one thing to open. */
export const INNER = 'wholeclass';

/** The files of a lesson's folder, in the order of their paths: it is opened by double-click, and needs neither a server nor a network. The same lesson, media and day make the same bytes. */
export async function folderFiles(
  file: LessonFile,
  { pages: built, media, school, program }: FolderParts,
): Promise<readonly FolderFile[]> {
  const pages = openPages(built);
  const handouts = openHandouts(handoutsBeside(media));
  const lessons = onlyThis(file);
  const site = openSite({
    ...{ pages, lessons, media, handouts, school, program },
    room: 'page',
    // A folder lies on a computer that rings no one and that many use.
    contacts: 'words',
  });
  const made = new Map<string, Buffer>();
  for (const path of await site.paths()) {
    const body = path === 'lessons.json' ? null : await site.read(path);
    if (body !== null) made.set(`${INNER}/${path}`, body);
  }
  const offered = templates.flatMap((one) => {
    const body = made.get(`${INNER}/${templatePath(one)}`);
    return body === undefined ? [] : { ...one, href: asData(body) };
  });
  for (const [path, root] of [
    [OPEN_ME, `./${INNER}/`],
    [`${INNER}/index.html`, './'],
  ] as const) {
    made.set(
      path,
      await writeStart(pages, { root, templates: offered }, (await listLessons([file], media))[0]),
    );
  }
  const licences = await readFile(join(built, 'licences.txt'));
  const files = [
    ...withoutServer(made),
    { path: `${INNER}/licences.txt`, body: licences },
    ...(await mediaOf(file, { media, sheets: await handouts.sheets() })),
  ];
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function onlyThis(file: LessonFile): Lessons {
  return {
    all: () => Promise.resolve([file]),
    one: (slug) => Promise.resolve(slug === file.slug ? file : null),
  };
}

async function writeStart(
  pages: Pages,
  places: FolderPlaces,
  card: Parameters<typeof startPage>[0] | undefined,
): Promise<Buffer> {
  const shell = await pages.shell('folder');
  if (shell === null || card === undefined) {
    throw new Error('Cannot write the page that is opened first: it was not built');
  }
  const placed = shell.replaceAll(
    /\b(href|src)="\.\.\//g,
    (_, name: string) => `${name}="${places.root}`,
  );
  return Buffer.from(fillPage(placed, startPage(card, places), { deeper: 0 }));
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

/** Where the text of a file lies for pages that cannot fetch it: in a script beside it, read by `text/site-file.view.ts`. */
function besidePath(path: string): string {
  return `${path}.js`;
}

/** The script that hands over a file's text to the page that asked for it. */
function besideScript(text: string): string {
  return `document.currentScript.fileText = ${JSON.stringify(text)};\n`;
}
