import { createHash, randomUUID } from 'node:crypto';
import {
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { isLessonName } from '../../edit/lesson-names.ts';
import { MAX_LESSON_BYTES } from '../../edit/text-version.ts';
import type { MediaFile } from '../../open/opened.ts';
import { reviewPath } from '../../site/review-file.ts';
import { writeWhole, type WriteBytes } from '../../site/write-whole.ts';
import { decode } from '../../text/utf8.ts';
import { versionsPath } from './lesson-history.ts';
import { openOwnPictures, type ListNames, type PictureChange } from './own-pictures.ts';

/** A lesson's text in the folder; `version` is a number made from its bytes. */
export type OwnText = {
  readonly slug: string;
  readonly text: string;
  readonly version: number;
  /** When it was written, in ms since 1970. */
  readonly saved: number;
};

/** Why the folder does not take a text: a name that no lesson may have, or that the program's lessons or a file in other letters have; a file that is no plain text of a lesson's size; no folder. */
export type OwnRefusal = 'bad-name' | 'name-taken' | 'no-plain-file' | 'no-folder';

/** What became of a change: done; or someone else has written or deleted it since that version, and nothing is changed; or a refusal. */
export type OwnChange =
  | { readonly is: 'done'; readonly version: number; readonly isNew: boolean }
  | { readonly is: 'changed'; readonly theirs: OwnText | null }
  | { readonly is: 'refused'; readonly why: OwnRefusal };

/** A school's own lessons as staff write them. What the disk has against it is thrown as Node throws it. */
export type OwnLessons = {
  list(): Promise<readonly OwnText[]>;
  /** Every name that is taken, the program's lessons' too. */
  taken(): Promise<readonly string[]>;
  /** null where there is no such lesson of its own. */
  read(slug: string): Promise<OwnText | null>;
  /** Puts a text in the place of the one with the version `was`; null puts a new one. The same words again are always done. */
  write(slug: string, text: string, was: number | null): Promise<OwnChange>;
  /** Moves a lesson with this version into `.deleted`, where it is for 30 days. */
  remove(slug: string, was: number): Promise<OwnChange>;
  /** Puts a picture into the folder's `media/`, before a text shows it. The same picture again is always done. */
  writePicture(picture: MediaFile): Promise<PictureChange>;
  /** Sets pictures aside that no lesson shows, and clears away what was deleted 30 days ago, reviews and versions of lessons that are gone as long, and what a write that was cut off has left. */
  tidy(): Promise<void>;
};

/** Where own lessons are, null for nowhere; the folders of the program's lessons, whose names are taken; how a file is written and a folder listed, and the time in ms since 1970. */
export type OwnLessonsParts = {
  readonly own: string | null;
  readonly others: readonly string[];
  readonly write?: WriteBytes;
  readonly listNames?: ListNames;
  readonly wall?: () => number;
};

const DELETED = '.deleted';
const DAY_MS = 86_400_000;
const DELETED_DAYS = 30;

/** Between the first look and the last someone has written the file in the folder. */
const CHANGED = new Error('The file has changed meanwhile');

/** Opens the folder of a school's own lessons for writing. It is looked at again each time: people write in it with other programs too. */
export function openOwnLessons({
  own,
  others,
  write: writeBytes = writeFile,
  listNames = readdir,
  wall = Date.now,
}: OwnLessonsParts): OwnLessons {
  let last: Promise<unknown> = Promise.resolve();
  const pictures = openOwnPictures({
    own,
    deleted: DELETED,
    write: writeBytes,
    list: listNames,
    wall,
  });

  async function list(): Promise<readonly OwnText[]> {
    const names = own === null ? [] : await readdir(own).catch(() => []);
    const slugs = names.flatMap((name) => (name.endsWith('.md') ? name.slice(0, -3) : []));
    // One that may not be read is left out; the library says why.
    const looked = slugs.filter(isLessonName).map((slug) => look(slug).catch(() => null));
    const texts = await Promise.all(looked);
    return texts.filter((one): one is OwnText => one !== null && one !== 'no plain file');
  }

  async function taken(): Promise<readonly string[]> {
    return namesIn(own === null ? others : [own, ...others]);
  }

  /** Names without regard to case: some folders know no difference. */
  async function namesIn(folders: readonly string[]): Promise<readonly string[]> {
    const names = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])));
    return lessonNamesIn(names.flat());
  }

  // One that hid a lesson of the program and was deleted may be had back.
  async function isTaken(folder: string, slug: string): Promise<boolean> {
    if ((await namesIn([folder])).includes(slug)) return true;
    if (!(await namesIn(others)).includes(slug)) return false;
    const deleted = await readdir(join(folder, DELETED)).catch(() => []);
    return !deleted.some((name) => name.startsWith(`${slug} `));
  }

  async function read(slug: string): Promise<OwnText | null> {
    const there = isLessonName(slug) ? await look(slug) : null;
    return there === 'no plain file' ? null : there;
  }

  async function look(slug: string): Promise<OwnText | 'no plain file' | null> {
    if (own === null) return null;
    const path = pathOf(own, slug);
    const found = await lstat(path).catch(unlessMissing);
    if (found === null) return null;
    // A link may lead anywhere, and a device never ends.
    if (!found.isFile() || found.size > MAX_LESSON_BYTES) return 'no plain file';
    const bytes = await readFile(path).catch(unlessMissing);
    if (bytes === null) return null;
    const text = decode(bytes);
    if (text === null) return 'no plain file';
    return { slug, text, version: versionOf(bytes), saved: found.mtimeMs };
  }

  async function put(slug: string, text: string, was: number | null): Promise<OwnChange> {
    if (own === null) return { is: 'refused', why: 'no-folder' };
    if (!isLessonName(slug)) return { is: 'refused', why: 'bad-name' };
    const there = await look(slug);
    if (there === 'no plain file') return { is: 'refused', why: 'no-plain-file' };
    const bytes = Buffer.from(text);
    const version = versionOf(bytes);
    // The answer to the same request may have been lost.
    if (there?.text === text) {
      await pictures.putBack(text);
      return { is: 'done', version: there.version, isNew: false };
    }
    if ((there?.version ?? null) !== was) return { is: 'changed', theirs: there };
    if (there === null && (await isTaken(own, slug))) {
      return { is: 'refused', why: 'name-taken' };
    }
    // With a lesson that is back, its earlier versions are.
    const before =
      there === null ? await readFile(versionsPath(own, slug), 'utf8').catch(() => '') : '';
    await pictures.putBack(`${text} ${before}`);
    try {
      await writeWhole(pathOf(own, slug), bytes, {
        async write(fresh, all, options) {
          await writeBytes(fresh, all, options);
          // The last look is after the slow part.
          if (isOther(await look(slug), there)) throw CHANGED;
        },
      });
    } catch (error) {
      if (error !== CHANGED) throw error;
      return { is: 'changed', theirs: await read(slug) };
    }
    return { is: 'done', version, isNew: there === null };
  }

  async function setAside(slug: string, was: number): Promise<OwnChange> {
    if (own === null) return { is: 'refused', why: 'no-folder' };
    const there = isLessonName(slug) ? await look(slug) : null;
    if (there === 'no plain file') return { is: 'refused', why: 'no-plain-file' };
    if (there === null || there.version !== was) return { is: 'changed', theirs: there };
    const folder = join(own, DELETED);
    await mkdir(folder, { recursive: true });
    const when = new Date(wall()).toISOString().slice(0, 19).replaceAll(':', '');
    const aside = join(folder, `${slug} ${when} ${randomUUID().slice(0, 8)}.md`);
    await rename(pathOf(own, slug), aside);
    // Its days are counted from now, not from when it was last written.
    await utimes(aside, wall() / 1000, wall() / 1000);
    for (const beside of [reviewPath(own, slug), versionsPath(own, slug)]) {
      await utimes(beside, wall() / 1000, wall() / 1000).catch(unlessMissing);
    }
    await pictures.setAside(there.text);
    await tidy();
    return { is: 'done', version: was, isNew: false };
  }

  async function tidy(): Promise<void> {
    if (own === null) return;
    await pictures.setAside();
    await clear(join(own, DELETED), DELETED_DAYS * DAY_MS, (name) => name.endsWith('.md'));
    await pictures.clear(DELETED_DAYS * DAY_MS);
    await clear(own, DAY_MS, (name) => /^\..+\.(?:md|json)\.[\w-]+\.part$/.test(name));
    await clear(own, DAY_MS, (name) => /^\..+\.(?:review|versions)\.lock$/.test(name));
    const names = await listNames(own).catch(() => null);
    // What cannot be listed may have any lesson in it.
    if (names === null) return;
    const slugs = new Set(lessonNamesIn(names));
    await clear(own, DELETED_DAYS * DAY_MS, (name) => {
      const slug = /^([^.]+)\.(?:review|versions)\.json(?:\.damaged-\w+)?$/.exec(name)?.[1];
      return slug !== undefined && !slugs.has(slug);
    });
  }

  async function clear(
    folder: string,
    ageMs: number,
    isOne: (name: string) => boolean,
  ): Promise<void> {
    const found = (await readdir(folder).catch(() => [])).filter((name) => isOne(name));
    const paths = found.map((name) => join(folder, name));
    const old = paths.map(async (path) => {
      const there = await lstat(path);
      if (wall() - there.mtimeMs < ageMs) return;
      // A mark of a program that was killed is a folder.
      await (there.isDirectory() ? rmdir(path) : rm(path));
    });
    // What cannot be cleared away now is tried again the next time.
    await Promise.allSettled(old);
  }

  /** One change at a time: each sees what the one before has written. */
  function inTurn<Change>(change: () => Promise<Change>): Promise<Change> {
    const mine = last.then(change);
    last = mine.catch(() => undefined);
    return mine;
  }

  return {
    list,
    taken,
    read,
    write: (slug, text, was) => inTurn(() => put(slug, text, was)),
    remove: (slug, was) => inTurn(() => setAside(slug, was)),
    writePicture: (picture) => inTurn(() => pictures.put(picture)),
    tidy: () => inTurn(tidy),
  };
}

function lessonNamesIn(names: readonly string[]): readonly string[] {
  return names
    .map((name) => name.toLowerCase())
    .flatMap((name) => (name.endsWith('.md') ? name.slice(0, -3) : []));
}

function pathOf(folder: string, slug: string): string {
  return join(folder, `${slug}.md`);
}

function isOther(now: OwnText | 'no plain file' | null, before: OwnText | null): boolean {
  return now === 'no plain file' || now?.version !== before?.version;
}

/** The first six bytes of their SHA-256 as a number, which JSON holds exactly; never 0, which is no version. A page that writes in the same folder makes it too: `edit/text-version.ts`. */
export function versionOf(bytes: Uint8Array): number {
  return createHash('sha256').update(bytes).digest().readUIntBE(0, 6) || 1;
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
