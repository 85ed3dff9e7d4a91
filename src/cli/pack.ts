import { join, resolve } from 'node:path';
import { folderFiles, OPEN_ME } from '../server/folder/folder-files.ts';
import { openLessons, type LessonFile } from '../server/lessons.ts';
import { lessonsFolder } from '../server/main.ts';
import { readSettings, StartProblem } from '../server/settings.ts';
import { buildFolderPages } from './build-folder-pages.ts';
import { HELP, readPackOptions } from './pack/options.ts';
import { writeFolder } from './pack/write-folder.ts';
import { root } from './root.ts';

/** `npm run pack -- <lesson>`: writes a folder that is opened by double-click. Resolves to the exit code, 1 with one sentence when it cannot be made. */
export async function pack(args: readonly string[]): Promise<number> {
  const options = readPackOptions(args);
  if ('wrong' in options) return refuse(options.wrong);
  if (options.help) return tell(HELP);
  try {
    const { home, dataDir } = readSettings(process.env);
    const file = await findLesson(options.lesson, home);
    const place = { pages: await buildFolderPages(), media: join(home, 'media'), dataDir: resolve(dataDir) };
    const out = join(resolve(options.out ?? join(root, 'packs')), file.slug);
    const written = await writeFolder(out, await folderFiles(file, place));
    return tell(`${written} files, in ${out}\nCopy the whole folder; to teach, open “${OPEN_ME}” in it with Edge, Chrome or Chromium.`);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return refuse(error.message);
  }
}

async function findLesson(name: string | null, home: string): Promise<LessonFile> {
  const lessons = openLessons(lessonsFolder(home));
  const slug = name?.replace(/^.*[/\\]/, '').replace(/\.md$/, '') ?? '';
  const file = slug === '' ? null : await lessons.one(slug);
  if (file !== null && file.lesson.blocks.length > 0) return file;
  if (file !== null) throw new StartProblem(`Cannot pack lessons/${slug}.md: it has no slides yet. See what it needs with: npm run check -- ${slug}`);
  const names = (await lessons.all()).map((one) => one.slug).join(', ');
  const found = slug === '' ? 'no lesson was named' : `there is no lesson "${slug}"`;
  throw new StartProblem(`Cannot pack: ${found}. Say which one, as in: npm run pack -- ${names.split(', ')[0]}\nThere are: ${names}.`);
}

function tell(words: string): number {
  console.log(words);
  return 0;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 1;
}
