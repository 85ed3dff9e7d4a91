import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as letOthersIn } from 'node:timers/promises';
import { checkInParts } from '../checks/checks.ts';
import type { ReadLesson } from '../lesson/lesson.ts';
import { readLesson } from '../lesson/read-lesson.ts';
import type { Problem } from '../text/problem.ts';
import { today } from './today.ts';

/** One file of `lessons/`. A file that cannot be read at all is an empty lesson with the one problem that says why. */
export type LessonFile = ReadLesson & {
  readonly slug: string;
  /** Those of its problems that were found in reading it, and not in checking its words. */
  readonly misread: readonly Problem[];
};

/** The lessons of a folder, each read again only when its file has changed. */
export type Lessons = {
  all(): Promise<readonly LessonFile[]>;
  /** null when there is no such file. */
  one(slug: string): Promise<LessonFile | null>;
};

/** More than any lesson has, in bytes: a larger file would keep everybody waiting while it is read. */
const MOST_BYTES = 8_000_000;

const NO_TEXT = 'it is not plain text in UTF-8. Save it again as UTF-8 text.';

/** Opens `lessons/`; the folder may change at any time. */
export function openLessons(folder: string): Lessons {
  const kept = new Map<string, { readonly stamp: string; readonly file: Promise<LessonFile> }>();

  async function load(slug: string): Promise<LessonFile | null> {
    const path = join(folder, `${slug}.md`);
    const found = await stat(path).catch(() => null);
    if (found === null) return null;
    // A review falls due overnight.
    const stamp = `${found.mtimeMs} ${found.size} ${found.ino} ${today()}`;
    const known = kept.get(slug);
    if (known?.stamp === stamp) return known.file;
    // Kept before it is read: whoever asks meanwhile waits for the same reading.
    const file = found.size > MOST_BYTES ? Promise.resolve(unreadable(slug, tooLarge(found.size))) : open(slug, path);
    kept.set(slug, { stamp, file });
    return file;
  }

  return {
    async all() {
      const files = await Promise.all((await slugs(folder)).map(load));
      return files.filter((file) => file !== null);
    },
    async one(slug) {
      return isSlug(slug) ? load(slug) : null;
    },
  };
}

/** True for a name that can be part of an address as it stands. */
export function isSlug(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

async function slugs(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.md') && !/^[._]|^readme\.md$/i.test(name))
    .map((name) => name.slice(0, -'.md'.length))
    .toSorted();
}

async function open(slug: string, path: string): Promise<LessonFile> {
  if (!isSlug(slug)) return unreadable(slug, 'its name is part of an address: it needs small letters, digits and hyphens alone, as in my-lesson.md.');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    return text.includes('\0') ? unreadable(slug, NO_TEXT) : { slug, ...(await readAndCheck(slug, text)) };
  } catch (error) {
    return unreadable(slug, reason(error));
  }
}

// The first lesson of a start makes every phrase ready, which takes a second: answers that come meanwhile do not wait for it.
async function readAndCheck(slug: string, text: string): Promise<Omit<LessonFile, 'slug'>> {
  const { lesson, problems } = readLesson(slug, text);
  const parts = checkInParts(lesson, text, { today: today() });
  let part = parts.next();
  for (; !part.done; part = parts.next()) await letOthersIn();
  const found = part.value;
  return { lesson, problems: [...problems, ...found].toSorted((a, b) => a.line - b.line || a.column - b.column), misread: problems };
}

function unreadable(slug: string, why: string): LessonFile {
  const { lesson } = readLesson(slug, '');
  const message = `Cannot open lessons/${slug}.md: ${why}`;
  const problems: readonly Problem[] = [{ code: 'unreadable-file', severity: 'error', line: 1, column: 1, message }];
  return { slug, lesson: { ...lesson, title: slug }, problems, misread: problems };
}

function tooLarge(bytes: number): string {
  return `it has ${Math.round(bytes / 1_000_000)} MB, and a lesson is less than 1 MB. Put films and pictures into media/, each as a file of its own.`;
}

function reason(error: unknown): string {
  if (error instanceof TypeError) return NO_TEXT;
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'EACCES':
    case 'EPERM':
      return 'this program may not open the file. Change its permissions.';
    case 'EISDIR':
      return 'it is a folder, not a file.';
    default:
      return 'the file could not be opened.';
  }
}
