import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { LIMITS } from '../../open/limits.ts';
import type { FileToOpen } from '../../open/open-file.ts';
import type { Opened } from '../../open/opened.ts';
import { lessonPlaces, makeOwnFolder } from '../../server/lesson-places.ts';
import { readLessonSettings, StartProblem } from '../../server/settings.ts';

/** Where a lesson was written: its file as the command names it, and its pictures. */
export type Written = { readonly path: string; readonly name: string; readonly pictures: number };

/** Reads the file to open, and what lies beside it when its text asks for that; nothing outside its own folder, and `media` beside that. */
export async function readToOpen(name: string): Promise<FileToOpen> {
  const path = resolve(folderHere(), name);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new StartProblem(`Cannot import ${name}: there is no such file.`);
  if (!found.isFile()) {
    throw new StartProblem(
      `Cannot import ${name}: it is no file. Name a document, a presentation or a text.`,
    );
  }
  if (found.size > LIMITS.file) {
    throw new StartProblem(
      `Cannot import ${name}: it is larger than 200 MB. Leave out films and large pictures, save it under another name, and import that.`,
    );
  }
  const bytes = await readFile(path).catch(() => {
    throw new StartProblem(
      `Cannot import ${name}: it may not be read. Close it in other programs, or ask who owns it.`,
    );
  });
  const folder = await realpath(dirname(path));
  return { name, bytes, beside: (asked) => readBeside(folder, asked) };
}

function readBeside(folder: string, asked: string): Uint8Array | null {
  const inMedia = asked.replace(/^(?:\.\.?\/)?media\//, '');
  for (const [top, path] of [
    [folder, asked],
    [join(folder, 'media'), inMedia],
    [join(dirname(folder), 'media'), inMedia],
  ] as const) {
    try {
      const real = realpathSync(resolve(top, path));
      if (!real.startsWith(`${realpathSync(top)}${sep}`)) continue;
      const found = statSync(real);
      if (found.isFile() && found.size <= LIMITS.picture) return readFileSync(real);
    } catch {
      // There is none here.
    }
  }
  return null;
}

/** Writes a lesson and its pictures into a folder, the school's own where none is named. Throws a `StartProblem`, with nothing written, where one of that name is there. */
export async function writeOpened(opened: Opened, into: string | null): Promise<Written> {
  const folder = into === null ? ownFolder(opened.slug) : resolve(folderHere(), into);
  if (into !== null) makeFolder(folder);
  const path = join(folder, `${opened.slug}.md`);
  const media = join(folder, 'media', opened.slug);
  const name = shortName(path);
  if (existsSync(path)) {
    throw new StartProblem(
      `Cannot write ${name}: it is there already. Give the file you import another name, or name another folder with --into.`,
    );
  }
  if (opened.media.length > 0 && existsSync(media)) {
    throw new StartProblem(
      `Cannot write pictures into ${shortName(media)}: it is there already. Give the file you import another name, or name another folder with --into.`,
    );
  }
  try {
    for (const { path: picture, bytes } of opened.media) {
      const to = join(folder, 'media', picture);
      mkdirSync(dirname(to), { recursive: true });
      await writeFile(to, bytes, { flag: 'wx' });
    }
    await writeFile(path, opened.text, { flag: 'wx' });
  } catch {
    if (opened.media.length > 0) await rm(media, { recursive: true, force: true });
    throw new StartProblem(
      `Cannot write ${name}: the folder may not be written to, or its disk is full.`,
    );
  }
  return { path, name, pictures: opened.media.length };
}

function ownFolder(slug: string): string {
  const settings = readLessonSettings(process.env);
  makeOwnFolder(settings, 'always');
  const { folders } = lessonPlaces(settings);
  const [own] = folders;
  if (own === undefined) throw new StartProblem('There is no folder to write a lesson into.');
  const taken = folders.find((one) => existsSync(join(one.path, `${slug}.md`)));
  if (taken !== undefined) {
    throw new StartProblem(
      `Cannot write ${slug}.md: ${taken.name}/${slug}.md is there already. Give the file you import another name, or name another folder with --into.`,
    );
  }
  return own.path;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new StartProblem(`Cannot write into ${folder}: it is no folder, or may not be made.`);
  }
}

function folderHere(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}

function shortName(path: string): string {
  const from = relative(folderHere(), path).replaceAll('\\', '/');
  return from.startsWith('..') ? path : from;
}
