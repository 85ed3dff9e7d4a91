import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lesson } from '../lesson/lesson.ts';
import type { Problem } from '../document/problem.ts';
import { cacheReading, cachedReading, nameReading } from './cached-readings.ts';
import { readApart, type ReadText, type ToRead } from './reading.ts';
import type { PackText } from '../subjects/read-pack.ts';
import { today } from './today.ts';

/** One file of `lessons/`. A file that cannot be read at all is an empty lesson with the one problem that says why. */
export type LessonFile = {
  readonly slug: string;
  readonly lesson: Lesson;
  /** Those of its problems that were found in reading it, and not in checking its words. */
  readonly misread: readonly Problem[];
  /** All of them, in the order of the text, once its words have been checked; never rejects. */
  readonly problems: Promise<readonly Problem[]>;
};

/** The lessons of a folder, each read again only when its file has changed. */
export type Lessons = {
  all(): Promise<readonly LessonFile[]>;
  /** null when there is no such file. */
  one(slug: string): Promise<LessonFile | null>;
};

/** More than any lesson has, in bytes: a larger file would keep everyone waiting while it is read. */
const MAX_BYTES = 8_000_000;

/** How long the reader stays, in ms: after what no one has changed, and after a change, because an author changes more. */
const STAY_MS = { unchanged: 500, edited: 600_000 };

/** Why a text was not read to its end. */
const WHY = {
  ended: 'reading it took more memory than there is. Save it once more, or make it shorter.',
  'too-slow':
    'reading it took longer than half a minute, and was stopped. Make it shorter: a very large table or a very long line is the usual cause.',
} as const;
const NOT_YET = 'it takes long to read. Load this page again in half a minute.';
const NO_TEXT = 'it is not plain text in UTF-8. Save it again as UTF-8 text.';

/** A file that is being opened; `slow` resolves when it takes so long that the others are shown without it. */
type Opening = {
  readonly stamp: string;
  readonly file: Promise<LessonFile>;
  readonly slow: Promise<void>;
};

/** Opens `lessons/`; the folder may change at any time. */
export function openLessons(folder: string, readText: ReadText = readApart): Lessons {
  const cache = new Map<string, Opening>();

  async function load(slug: string): Promise<Opening | null> {
    const path = join(folder, `${slug}.md`);
    const found = await stat(path).catch(() => null);
    if (found === null) return null;
    // A review falls due overnight.
    const packs = await packsIn(folder);
    const stamp = `${found.mtimeMs} ${found.size} ${found.ino} ${today()} ${JSON.stringify(packs)}`;
    const known = cache.get(slug);
    if (known?.stamp === stamp) return known;
    // Cached before it is parsed: a request meanwhile waits for the same reading.
    const stayMs = known === undefined ? STAY_MS.unchanged : STAY_MS.edited;
    const slow = Promise.withResolvers<void>();
    const reads: ReadText = (text) => {
      const reading = readText(text);
      void reading.slow.then(slow.resolve);
      return reading;
    };
    const file =
      found.size > MAX_BYTES
        ? unreadable(slug, tooLarge(found.size))
        : open({ slug, path, packs, stayMs, reads });
    const opening = { stamp, file, slow: slow.promise };
    cache.set(slug, opening);
    return opening;
  }

  /** The file, or as much of it as there is once it keeps the others waiting (R35). */
  async function inTime(slug: string): Promise<LessonFile | null> {
    const opening = await load(slug);
    if (opening === null) return null;
    const file = await Promise.race([
      opening.file,
      opening.slow.then(() => unreadable(slug, NOT_YET)),
    ]);
    const unchecked = opening.slow.then(() => [...file.misread, ...notChecked(slug)]);
    return { ...file, problems: Promise.race([file.problems, unchecked]) };
  }

  return {
    async all() {
      const files = await Promise.all((await slugs(folder)).map(inTime));
      return files.filter((file) => file !== null);
    },
    async one(slug) {
      return isSlug(slug) ? ((await load(slug))?.file ?? null) : null;
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

/** More than a school has subjects of its own, and more than a pack needs, in bytes. */
const MAX_PACKS = 50;
const MAX_PACK_BYTES = 20_000;
/** What is no YAML: a pack that cannot be opened is refused, and opens nothing. */
const UNREAD = '{';

// They lie beside the lessons, and are copied with them.
async function packsIn(folder: string): Promise<readonly PackText[]> {
  const own = join(folder, 'subjects');
  const names = (await readdir(own).catch(() => [])).filter((name) => name.endsWith('.yaml'));
  return Promise.all(
    names
      .toSorted()
      .slice(0, MAX_PACKS)
      .map(async (file) => ({
        name: file.slice(0, -'.yaml'.length).toLowerCase().replaceAll('-', ' '),
        text: (await readFile(join(own, file), 'utf8').catch(() => UNREAD)).slice(
          0,
          MAX_PACK_BYTES,
        ),
      })),
  );
}

type ToOpen = {
  readonly slug: string;
  readonly path: string;
  readonly packs: readonly PackText[];
  readonly stayMs: number;
  readonly reads: ReadText;
};

async function open({ slug, path, packs, stayMs, reads }: ToOpen): Promise<LessonFile> {
  if (!isSlug(slug)) {
    return unreadable(
      slug,
      'its name is part of an address: it needs small letters, digits and hyphens alone, as in my-lesson.md.',
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    return text.includes('\0')
      ? await unreadable(slug, NO_TEXT)
      : await read({ slug, text, today: today(), packs, stayMs }, reads);
  } catch (error) {
    return unreadable(slug, reason(error));
  }
}

/** As it was read before, by this very program and for the same day; else by the reader. */
async function read(wanted: ToRead, reads: ReadText): Promise<LessonFile> {
  const { slug } = wanted;
  const name = await nameReading(wanted);
  const cached = await cachedReading(name);
  if (cached !== null) {
    return {
      slug,
      lesson: cached.lesson,
      misread: cached.misread,
      problems: Promise.resolve(cached.problems),
    };
  }
  const reading = reads(wanted);
  const done = await reading.read;
  if (typeof done === 'string') return unreadable(slug, WHY[done]);
  const { lesson, problems: misread } = done;
  const problems = reading.found.then(async (found) => {
    if (typeof found === 'string') return [...misread, ...whyUnreadable(slug, WHY[found])];
    const all = [...misread, ...found].toSorted((a, b) => a.line - b.line || a.column - b.column);
    await cacheReading(name, { lesson, misread, problems: all });
    return all;
  });
  return { slug, lesson, misread, problems };
}

async function unreadable(slug: string, why: string): Promise<LessonFile> {
  const problems = whyUnreadable(slug, why);
  const { emptyLesson } = await import('../lesson/empty-lesson.ts');
  return {
    slug,
    lesson: emptyLesson(slug),
    misread: problems,
    problems: Promise.resolve(problems),
  };
}

function whyUnreadable(slug: string, why: string): readonly Problem[] {
  return [
    {
      code: 'unreadable-file',
      severity: 'error',
      line: 1,
      column: 1,
      message: `Cannot open lessons/${slug}.md: ${why}`,
    },
  ];
}

function notChecked(slug: string): readonly Problem[] {
  const message = `lessons/${slug}.md is not checked yet: that takes long. Load this page again in half a minute.`;
  return [{ code: 'not-checked-yet', severity: 'error', line: 1, column: 1, message }];
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
