import { existsSync, globSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isSlug, openLessons, type LessonFile, type LessonFolder } from '../../site/lessons.ts';
import { readForCommand } from '../../site/reading.ts';
import { placesHere } from '../places-here.ts';

/** A lesson that was asked for, by the name it was called by and its place. */
export type Found = { readonly name: string; readonly path: string; readonly lesson: LessonFile };

/** The lessons found, and a sentence for each name that stands for none. */
export type Search = { readonly found: readonly Found[]; readonly missing: readonly string[] };

/** Every lesson of `lessons/`, and of the school's own folder. */
export async function allLessons(): Promise<Search> {
  const { folders } = placesHere();
  const found = await lessonsOf(folders);
  return {
    found,
    missing:
      found.length > 0
        ? []
        : ['There is no lesson to check: put one into lessons/, such as lessons/my-lesson.md.'],
  };
}

/** The lessons that these names stand for, seen from `folder`: a file, a folder of lessons, or a pattern such as `lessons/*.md`. */
export async function findLessons(names: readonly string[], folder: string): Promise<Search> {
  const all = await Promise.all(names.map((name) => find(name, folder)));
  const found = all.flatMap((one) => one.found);
  // A pattern and a name may stand for the same lesson.
  return {
    found: found.filter(({ path }, at) => found.findIndex((one) => one.path === path) === at),
    missing: [...new Set(all.flatMap(({ missing }) => missing))],
  };
}

async function find(name: string, folder: string): Promise<Search> {
  const path = resolve(folder, name);
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory() && !name.endsWith('.md')) {
    const found = await lessonsIn(path, name);
    return {
      found,
      missing:
        found.length > 0
          ? []
          : [
              `Cannot check ${name}: there is no lesson in this folder, it needs a file such as my-lesson.md.`,
            ],
    };
  }
  // Where no shell does it, on Windows, patterns arrive as they were typed.
  if (there === undefined && /[*?[{]/.test(name)) return findPattern(name, folder);
  return findFile(name, path);
}

async function findPattern(name: string, folder: string): Promise<Search> {
  const names = globSync(name, { cwd: folder }).filter(
    (one) => one.endsWith('.md') && !/^readme\.md$/i.test(basename(one)),
  );
  if (names.length > 0) return findLessons(names.toSorted(), folder);
  return {
    found: [],
    missing: [
      `Cannot check ${name}: no lesson has a name like this, it needs one such as lessons/my-lesson.md.`,
    ],
  };
}

async function findFile(name: string, path: string): Promise<Search> {
  const why = (sentence: string): Search => ({
    found: [],
    missing: [`Cannot check ${name}: ${sentence}`],
  });
  if (!existsSync(path)) {
    return why('there is no such lesson, it needs a file with a name such as my-lesson.md.');
  }
  if (!path.endsWith('.md')) return why('it is no lesson, its name needs to end in “.md”.');
  const slug = basename(path, '.md');
  if (!isSlug(slug)) {
    return why(
      'its name is part of an address, it needs small letters, digits and hyphens alone, as in my-lesson.md.',
    );
  }
  const lesson = await openLessons(dirname(path), readForCommand).one(slug);
  return lesson === null
    ? why('it was taken away while it was read.')
    : { found: [{ name, path, lesson }], missing: [] };
}

function lessonsIn(folder: string, name: string): Promise<readonly Found[]> {
  return lessonsOf([{ path: folder, name }]);
}

async function lessonsOf(folders: readonly LessonFolder[]): Promise<readonly Found[]> {
  const lessons = await openLessons(folders, readForCommand).all();
  return lessons.map((lesson) => {
    const { path } = lesson;
    const name = folders.find((folder) => folder.path === dirname(path))?.name ?? '';
    return { name: join(name, basename(path)).replaceAll('\\', '/'), path, lesson };
  });
}
