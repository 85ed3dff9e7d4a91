import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { folderFiles } from '../site/folder/folder-files.ts';
import { OPEN_ME } from '../text/folder-names.ts';
import type { FolderFile } from '../site/folder/folder-file.ts';
import { openLessons, type LessonFile } from '../site/lessons.ts';
import type { Media } from '../site/media-folders.ts';
import { readForCommand } from '../site/reading.ts';
import { lessonPlaces, type LessonPlaces } from '../server/lesson-places.ts';
import { readSettings, StartProblem } from '../server/settings.ts';
import { isBeforeSecurityRelease, SECURITY_RELEASE } from '../text/node-release.ts';
import { buildFolderPages } from './build-folder-pages.ts';
import { buildPages } from './build-pages.ts';
import { lockedNode, nodeForWindows } from './pack/node-exe.ts';
import { HELP, readPackOptions, type PackOptions } from './pack/options.ts';
import { readMeFirst } from './pack/read-me-first.ts';
import { windowsFiles } from './pack/windows-files.ts';
import { withFilm, type MediaPlace } from './pack/with-film.ts';
import { writeFolder } from './pack/write-folder.ts';
import { writeZip } from './pack/write-zip.ts';
import { root } from './root.ts';
import { programFacts } from '../server/http/program-facts.ts';
import { openSchoolFile } from '../server/schools/school-file.ts';
import { refuse } from './command.ts';

/** `npm run bundle`: writes a folder that is opened by double-click, or the program for Windows. Resolves to the exit code, 1 with one sentence when it cannot be made. */
export async function pack(args: readonly string[]): Promise<number> {
  const options = readPackOptions(args);
  if ('wrong' in options) return refuse(options.wrong);
  if (options.help) return tell(HELP);
  try {
    return tell(await make(options));
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return refuse(error.message);
  }
}

async function make({ film, zip, windows, out, ...asked }: PackOptions): Promise<string> {
  const settings = readSettings(process.env);
  const { home, dataDir } = settings;
  const places = lessonPlaces(settings);
  const lessons = await chooseLessons(asked.lesson, { places, all: windows });
  const [first] = lessons;
  if (first === undefined) {
    throw new StartProblem('Cannot pack: there is no lesson with slides in lessons/.');
  }
  const place =
    film === null ? own(places.media) : await withFilm(resolve(film), first, places.media);
  try {
    const folderPages = await buildFolderPages();
    const parts = { home, media: place.media, dataDir: resolve(dataDir) };
    const files = windows
      ? await windowsFiles({
          ...parts,
          node: await nodeForWindows(await lockedNode()),
          lessons,
          pages: await buildPages(),
          folderPages,
        })
      : [
          ...(await folderFiles(first, {
            pages: folderPages,
            media: place.media,
            school: async () => (await openSchoolFile(resolve(dataDir)).read()).school,
            program: programFacts(),
          })),
          { path: 'wholeclass/READ ME FIRST.txt', body: Buffer.from(readMeFirst('folder')) },
        ];
    const written = await write(resolve(out ?? join(root, 'packs')), {
      name: windows ? 'wholeclass-windows' : first.slug,
      files,
      zip,
    });
    return windows ? `${written}\n${whichNode((await lockedNode()).version)}` : written;
  } finally {
    await place.end();
  }
}

/** Which Node a Windows pack has, and what to do where that is not new enough. */
export function whichNode(version: string): string {
  const has = `node.exe in it is Node ${version}, signed, the newest that npm has for Windows.`;
  if (!isBeforeSecurityRelease(version)) return has;
  const { version: known, date } = SECURITY_RELEASE;
  return `${has}\nFor IT: the security release ${known} of ${date} is newer. Replace program/node/node.exe by that of ${known} or a later 26 from nodejs.org, signed by the OpenJS Foundation.`;
}

function own(media: Media): MediaPlace {
  return { media, end: () => Promise.resolve() };
}

type Packed = {
  readonly name: string;
  readonly files: readonly FolderFile[];
  readonly zip: boolean;
};

async function write(out: string, { name, files, zip }: Packed): Promise<string> {
  const folder = join(out, name);
  await mkdir(out, { recursive: true });
  const written = await writeFolder(folder, files);
  const opens = files.some(({ path }) => path === OPEN_ME)
    ? `to teach, open “${OPEN_ME}” in it with Edge, Chrome or Chromium.`
    : 'to teach, open start.cmd in it.';
  const summary = `${written} files, in ${folder}\nCopy the whole folder; ${opens}`;
  return zip
    ? `${summary}\n${folder}.zip has the SHA-256 ${await writeZip(`${folder}.zip`, files)}`
    : summary;
}

async function chooseLessons(
  name: string | null,
  { places, all }: { readonly places: LessonPlaces; readonly all: boolean },
): Promise<readonly LessonFile[]> {
  const lessons = openLessons(places.folders, readForCommand);
  if (name === null && all) {
    return (await lessons.all()).filter(({ lesson }) => lesson.blocks.length > 0);
  }
  const slug = name?.replace(/^.*[/\\]/, '').replace(/\.md$/, '') ?? '';
  const file = slug === '' ? null : await lessons.one(slug);
  if (file !== null && file.lesson.blocks.length > 0) return [file];
  if (file !== null) {
    throw new StartProblem(
      `Cannot pack lessons/${slug}.md: it has no slides yet. See what it needs with: npm run check -- ${slug}`,
    );
  }
  const names = (await lessons.all()).map((one) => one.slug).join(', ');
  const found = slug === '' ? 'no lesson was named' : `there is no lesson "${slug}"`;
  throw new StartProblem(
    `Cannot pack: ${found}. Say which one, as in: npm run bundle -- ${names.split(', ')[0]}\nThere are: ${names}.`,
  );
}

function tell(words: string): number {
  console.log(words);
  return 0;
}
