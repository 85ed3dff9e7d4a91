import type { Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Lesson } from '../lesson/lesson.ts';
import { planOf, withPlan } from '../lesson/with-plan.ts';
import type { Problem } from '../document/problem.ts';
import { cacheReading, cachedReading, nameReading } from './cached-readings.ts';
import { isInside } from './is-inside.ts';
import { readApart, type ReadText, type ToRead } from './reading.ts';
import { staysSafeguarding } from '../review/stored-review.ts';
import type { PackText } from '../subjects/read-pack.ts';
import { decode } from '../text/utf8.ts';
import { readReviewFile } from './review-file.ts';
import { readSlideFiles, stampOfSlideFiles } from './slide-files.ts';
import { beforeProblems } from './lesson-before.ts';
import { today } from './today.ts';

/** A folder of lessons, and what it is called where it is spoken of; `only` is the one lesson that is read of it, where it is not there for lessons alone. */
export type LessonFolder = { readonly path: string; readonly name: string; readonly only?: string };

/** One lesson's file. A file that cannot be read at all is an empty lesson with the one problem that says why. */
export type LessonFile = {
  readonly slug: string;
  /** Where the file lies. */
  readonly path: string;
  /** The lesson whose plan it teaches, where its file has fields alone; null where it is its own. */
  readonly plan: PlanFile | null;
  readonly lesson: Lesson;
  /** Those of its problems that were found in reading it, and not in checking its words. */
  readonly misread: readonly Problem[];
  /** All of them, in the order of the text, once its words have been checked; never rejects. */
  readonly problems: Promise<readonly Problem[]>;
};

/** A lesson whose plan another one teaches. */
export type PlanFile = Pick<LessonFile, 'slug' | 'path'>;

/** The lessons of a folder or of several, each read again only when its file has changed. */
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
  ended: 'reading it took more memory than there is. Save it again, or make it shorter.',
  'too-slow':
    'reading it took longer than half a minute, and was stopped. Make it shorter: a very large table or a very long line is the usual cause.',
} as const;
const UNREADABLE = 'unreadable-file';
const NOT_YET = 'it takes long to read. Load this page again in half a minute.';
const LEADS_OUT = 'it is a link that leads out of its folder. Put the file itself there.';
const NO_TEXT = 'it is not plain text in UTF-8. Save it again as UTF-8 text.';

/** A file that is open. */
type Opening = {
  readonly stamp: string;
  readonly name: string;
  readonly path: string;
  readonly beside: Beside;
  readonly reading: LessonReading;
};

/** A file that is being read; `slow` resolves when it takes so long that the others are shown without it. */
type LessonReading = { readonly file: Promise<LessonFile>; readonly slow: Promise<void> };

/** Where files were looked for whose slides a lesson shows, and what was found there when it was read. */
type Beside = { paths: readonly string[]; stamp: string };

/**
 * Opens folders of lessons, which may change at any time. Of two files of one name the first
 * folder's is the lesson, and says that it stands in the place of the other.
 */
export function openLessons(
  from: string | readonly LessonFolder[],
  readText: ReadText = readApart,
): Lessons {
  const folders = typeof from === 'string' ? [{ path: from, name: 'lessons' }] : from;
  const cache = new Map<string, Opening>();

  async function load(slug: string, packs: readonly PackText[]): Promise<Opening | null> {
    const places = await placesOf(slug, folders);
    const [first, hidden] = places;
    if (first === undefined) return null;
    const { path, name, found } = first;
    // A review falls due overnight.
    const seen = `${found.mtimeMs} ${found.size} ${found.ino}`;
    const stays = staysSafeguarding(await readReviewFile(dirname(path), slug));
    const stamp = `${path} ${hidden?.name} ${seen} ${today()} ${stays} ${JSON.stringify(packs)}`;
    const known = cache.get(slug);
    if (known?.stamp === stamp && (await isAsRead(known))) return known;
    // Cached before it is parsed: a request meanwhile waits for the same reading.
    const stayMs = known === undefined ? STAY_MS.unchanged : STAY_MS.edited;
    const refused = whyRefused(found);
    const beside: Beside = { paths: [], stamp: '' };
    const slow = Promise.withResolvers<void>();
    const reads: ReadText = (text) => {
      const its = readText(text);
      void its.slow.then(slow.resolve);
      return its;
    };
    const file =
      refused === null
        ? open({ slug, path, name, packs, stays, stayMs, reads, beside, folders })
        : unreadable({ slug, path, name }, refused);
    const whole = hidden === undefined ? file : file.then((own) => inPlaceOf(own, first, hidden));
    const reading = { file: whole, slow: slow.promise };
    const opening = { stamp, name, path, beside, reading };
    cache.set(slug, opening);
    return opening;
  }

  /** The file, or as much of it as there is once it keeps the others waiting (R35). */
  async function inTime(slug: string, packs: readonly PackText[]): Promise<LessonFile | null> {
    const opening = await load(slug, packs);
    if (opening === null) return null;
    const { name, path, reading } = opening;
    const file = await Promise.race([
      reading.file,
      reading.slow.then(() => unreadable({ slug, name, path }, NOT_YET)),
    ]);
    const unchecked = reading.slow.then(() => [...file.misread, ...notChecked(name)]);
    return { ...file, problems: Promise.race([file.problems, unchecked]) };
  }

  return {
    async all() {
      const [names, packs] = await Promise.all([slugs(folders), packsIn(folders)]);
      const files = await Promise.all(names.map((slug) => inTime(slug, packs)));
      return files.filter((file) => file !== null).map((file) => withBefore(file, names));
    },
    async one(slug) {
      if (!isSlug(slug)) return null;
      return (await load(slug, await packsIn(folders)))?.reading.file ?? null;
    },
  };
}

/** True for a name that can be part of an address as it stands. */
export function isSlug(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

/** A lesson's text as it is written, with the plan that it teaches; null where one of the two cannot be read, by the same rules. */
export async function readLessonText({
  path,
  plan,
}: Pick<LessonFile, 'path' | 'plan'>): Promise<string | null> {
  const text = await readPlainText(path);
  if (text === null || plan === null) return text;
  const whole = await readPlainText(plan.path);
  return whole && withPlan(text, whole);
}

async function readPlainText(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found === null || whyRefused(found) !== null) return null;
  try {
    if (!(await isInside(dirname(path), basename(path)))) return null;
    return decode(await readFile(path));
  } catch {
    return null;
  }
}

async function slugs(folders: readonly LessonFolder[]): Promise<readonly string[]> {
  const names = await Promise.all(
    folders.map(({ path, only }) =>
      only === undefined ? readdir(path).catch(() => []) : Promise.resolve([`${only}.md`]),
    ),
  );
  const found = names
    .flat()
    .filter((name) => name.endsWith('.md') && !/^[._]|^readme\.md$/i.test(name))
    .map((name) => name.slice(0, -'.md'.length));
  return [...new Set(found)].toSorted();
}

type FoundPlace = LessonPlace & { readonly found: Stats };

/** The files of a name, in the order of the folders. */
async function placesOf(
  slug: string,
  folders: readonly LessonFolder[],
): Promise<readonly FoundPlace[]> {
  const places = folders.map(async (folder) => {
    if (folder.only !== undefined && folder.only !== slug) return null;
    const path = join(folder.path, `${slug}.md`);
    const found = await stat(path).catch(() => null);
    return found === null ? null : { slug, path, name: `${folder.name}/${slug}.md`, found };
  });
  return (await Promise.all(places)).filter((place) => place !== null);
}

/** A school's own file with the word that it hides another; no mistake, so nothing is held back for it. */
function inPlaceOf(file: LessonFile, own: LessonPlace, hidden: LessonPlace): LessonFile {
  const ownLesson: Problem = {
    code: 'own-lesson',
    severity: 'info',
    line: 1,
    column: 1,
    message: `${own.name} is shown in place of ${hidden.name}, which comes with the program and is not shown. To have both, give yours another name; to have the program’s again, take yours away.`,
  };
  return { ...file, problems: file.problems.then((found) => [ownLesson, ...found]) };
}

/** A lesson with what is wrong with the one that it follows; `slugs` are those of all lessons. */
function withBefore(file: LessonFile, slugs: readonly string[]): LessonFile {
  const found = beforeProblems(file.lesson, slugs);
  if (found.length === 0) return file;
  const problems = file.problems.then((others) =>
    [...others, ...found].toSorted((a, b) => a.line - b.line || a.column - b.column),
  );
  return { ...file, problems };
}

/** A lesson's file: its place, and what it is called where it is spoken of. */
type LessonPlace = { readonly slug: string; readonly path: string; readonly name: string };

/** More than a school has subjects of its own, and more than a pack needs, in bytes. */
const MAX_PACKS = 50;
const MAX_PACK_BYTES = 20_000;

// They lie beside the lessons, and are copied with them; a school's own stands before one of the program's.
async function packsIn(folders: readonly LessonFolder[]): Promise<readonly PackText[]> {
  const packs = (await Promise.all(folders.map(({ path }) => packsOf(path)))).flat();
  return packs.filter(({ name }, at) => packs.findIndex((one) => one.name === name) === at);
}

async function packsOf(folder: string): Promise<readonly PackText[]> {
  const own = join(folder, 'subjects');
  const names = (await readdir(own).catch(() => [])).filter((name) => PACK.test(name));
  return Promise.all(
    names.toSorted().map(async (file, at) => ({
      name: file
        .replace(PACK, '')
        .toLowerCase()
        .replaceAll(/[-_\s]+/g, ' '),
      text: at < MAX_PACKS ? await readPackText(join(own, file)) : null,
    })),
  );
}

const PACK = /\.ya?ml$/i;

// Half of it might be read as another pack, with its approval cut off.
async function readPackText(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null || bytes.length > MAX_PACK_BYTES ? null : bytes.toString('utf8');
}

type ToOpen = LessonPlace & {
  readonly packs: readonly PackText[];
  readonly stays: boolean;
  readonly stayMs: number;
  readonly reads: ReadText;
  readonly beside: Beside;
  readonly folders: readonly LessonFolder[];
};

// Files that it shows may change while its own does not.
async function isAsRead({ path, beside }: Opening): Promise<boolean> {
  return (
    beside.paths.length === 0 ||
    beside.stamp === (await stampOfSlideFiles(dirname(path), beside.paths))
  );
}

async function open({
  packs,
  stays,
  stayMs,
  reads,
  beside,
  folders,
  ...place
}: ToOpen): Promise<LessonFile> {
  const { slug, path } = place;
  if (!isSlug(slug)) {
    return unreadable(
      place,
      'its name is part of an address: it needs small letters, digits and hyphens alone, as in my-lesson.md.',
    );
  }
  if (!(await isInside(dirname(path), basename(path)))) return unreadable(place, LEADS_OUT);
  try {
    const written = decode(await readFile(path));
    if (written === null) return await unreadable(place, NO_TEXT);
    const named = planOf(written);
    const plan = named === null ? null : await planNamed(named, folders);
    const text = plan === null ? written : await readLessonText({ path, plan });
    if (named !== null && (plan === null || text === null)) {
      return await unreadable(place, noPlan(named));
    }
    const folder = dirname(path);
    const { files, paths } = await readSlideFiles(folder, text ?? written);
    beside.paths = plan === null ? paths : [...paths, relative(folder, plan.path)];
    beside.stamp = await stampOfSlideFiles(folder, beside.paths);
    const wanted = {
      slug,
      text: text ?? written,
      today: today(),
      packs,
      files,
      staysSafeguarding: stays,
      stayMs,
    };
    return await read(wanted, { place, plan, reads });
  } catch (error) {
    return unreadable(place, reason(error));
  }
}

/** The file of a plan; one that has no slides of its own is none. */
async function planNamed(slug: string, folders: readonly LessonFolder[]): Promise<PlanFile | null> {
  const [first] = await placesOf(slug, folders);
  const text = first === undefined ? null : await readPlainText(first.path);
  return first === undefined || text === null || planOf(text) !== null
    ? null
    : { slug, path: first.path };
}

function noPlan(slug: string): string {
  return `it teaches the plan of “${slug}”, and no lesson of that name has slides of its own here. Write the name of a lesson’s file without “.md” after “plan:”.`;
}

/** As it was read before, by this very program and for the same day; else by the reader. */
async function read(
  wanted: ToRead,
  {
    place,
    plan,
    reads,
  }: {
    readonly place: LessonPlace;
    readonly plan: PlanFile | null;
    readonly reads: ReadText;
  },
): Promise<LessonFile> {
  const { slug, path } = place;
  const name = await nameReading(wanted);
  const cached = await cachedReading(name);
  if (cached !== null) {
    return {
      slug,
      path,
      plan,
      lesson: cached.lesson,
      misread: cached.misread,
      problems: Promise.resolve(cached.problems),
    };
  }
  const reading = reads(wanted);
  const done = await reading.read;
  if (typeof done === 'string') return unreadable(place, WHY[done]);
  const { lesson, problems: misread } = done;
  const problems = reading.found.then(async (found) => {
    if (typeof found === 'string') return [...misread, ...whyUnreadable(place.name, WHY[found])];
    const all = [...misread, ...found].toSorted((a, b) => a.line - b.line || a.column - b.column);
    await cacheReading(name, { lesson, misread, problems: all });
    return all;
  });
  return { slug, path, plan, lesson, misread, problems };
}

async function unreadable({ slug, path, name }: LessonPlace, why: string): Promise<LessonFile> {
  const problems = whyUnreadable(name, why);
  const { emptyLesson } = await import('../lesson/empty-lesson.ts');
  return {
    slug,
    path,
    plan: null,
    lesson: emptyLesson(slug),
    misread: problems,
    problems: Promise.resolve(problems),
  };
}

function whyUnreadable(name: string, why: string): readonly Problem[] {
  return [
    {
      code: UNREADABLE,
      severity: 'error',
      line: 1,
      column: 1,
      message: `Cannot open ${name}: ${why}`,
    },
  ];
}

function notChecked(name: string): readonly Problem[] {
  const message = `${name} is not checked yet: that takes long. Load this page again in half a minute.`;
  return [{ code: 'not-checked-yet', severity: 'error', line: 1, column: 1, message }];
}

// A device may never end.
function whyRefused(found: Stats): string | null {
  if (found.isDirectory()) return 'it is a folder, not a file.';
  if (!found.isFile()) return 'it is no file. Save it as plain text.';
  return found.size > MAX_BYTES
    ? `it has ${Math.round(found.size / 1_000_000)} MB, and a lesson is less than 1 MB. Put films and pictures into media/, each as a file of its own.`
    : null;
}

function reason(error: unknown): string {
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'EACCES':
    case 'EPERM':
      return 'this program may not open the file. Change its permissions.';
    default:
      return 'the file could not be opened.';
  }
}
