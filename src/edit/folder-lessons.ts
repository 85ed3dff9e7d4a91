import {
  formatReview,
  parseReview,
  reviewName,
  staysSafeguarding,
} from '../review/stored-review.ts';
import { namesSafeguarding } from '../subjects/names-safeguarding.ts';
import { decode } from '../text/utf8.ts';
import {
  filesIn,
  folderIn,
  madeFolderIn,
  readFile,
  removeFile,
  writeFile,
  type FolderHandle,
} from './folder-handles.ts';
import { openFolderHistory, type FolderHistory } from './folder-history.ts';
import { DELETED, openFolderPictures, type FolderPictures } from './folder-pictures.ts';
import { endsVersion, MAX_HISTORY_BYTES, versionsName } from './history.ts';
import { openedText, type SavedLesson } from './lesson-home.ts';
import { isLessonName } from './lesson-names.ts';
import { picturesIn } from './lesson-pictures.ts';
import { titleIn } from './lesson-title.ts';
import { MAX_LESSON_BYTES, versionOf } from './text-version.ts';

/** What became of a lesson that was written: done, or someone else has written it since, or its name or what lies in its place does not allow it. */
export type FolderChange =
  | { readonly is: 'saved'; readonly version: number; readonly staysSafeguarding: boolean }
  | { readonly is: 'changed elsewhere'; readonly theirs: SavedLesson }
  | { readonly is: 'not allowed' };

/** The lessons of a folder as its files have them, laid out as the program's own folder of lessons is. All of it throws as the folder does. */
export type FolderLessons = {
  list(): Promise<readonly SavedLesson[]>;
  /** Every name that is taken, in small letters. */
  taken(): Promise<readonly string[]>;
  /** null for none, and for what is no lesson. */
  read(slug: string): Promise<SavedLesson | null>;
  write(lesson: SavedLesson): Promise<FolderChange>;
  /** Moves a lesson into `.deleted`, where it is for 30 days, with the pictures that no other shows; false where something lies in its place that is no lesson. */
  remove(slug: string): Promise<boolean>;
  readonly pictures: FolderPictures;
  readonly history: FolderHistory;
  /** Clears away what was deleted 30 days ago. */
  tidy(): Promise<void>;
};

/** The folder; the time, in ms since 1970; and eight characters by chance. */
export type FolderLessonsParts = {
  readonly folder: FolderHandle;
  readonly wall: () => number;
  readonly mark: () => string;
};

/** A lesson's file as it is. */
type Looked = { readonly lesson: SavedLesson; readonly bytes: Uint8Array<ArrayBuffer> };

const DELETED_MS = 30 * 86_400_000;

/** Opens a folder of lessons. It is looked at again each time: colleagues and other programs write in it too. */
export function openFolderLessons({ folder, wall, mark }: FolderLessonsParts): FolderLessons {
  const pictures = openFolderPictures(folder);
  const history = openFolderHistory(folder, mark);

  async function list(): Promise<readonly SavedLesson[]> {
    const slugs = (await filesIn(folder)).flatMap((name) =>
      name.endsWith('.md') ? name.slice(0, -3) : [],
    );
    // One that may not be read is left out.
    const looked = slugs.filter(isLessonName).map((slug) => look(slug).catch(() => null));
    const all = await Promise.all(looked);
    return all.flatMap((one) => (one === null || one === 'no lesson' ? [] : one.lesson));
  }

  async function taken(): Promise<readonly string[]> {
    return (await filesIn(folder))
      .map((name) => name.toLowerCase())
      .flatMap((name) => (name.endsWith('.md') ? name.slice(0, -3) : []));
  }

  async function read(slug: string): Promise<SavedLesson | null> {
    const there = await look(slug);
    if (there === null || there === 'no lesson') return null;
    return { ...there.lesson, staysSafeguarding: await isHeld(slug, there.lesson.text) };
  }

  async function look(slug: string): Promise<Looked | 'no lesson' | null> {
    if (!isLessonName(slug)) return null;
    const found = await readFile(folder, `${slug}.md`, MAX_LESSON_BYTES);
    if (found === null) return null;
    const written = found === 'no plain file' ? null : decode(found.bytes);
    const text = written === null ? null : openedText(written);
    if (found === 'no plain file' || text === null) return 'no lesson';
    const { bytes, saved } = found;
    const at = { v: 1, cursor: 0, undo: null, staysSafeguarding: false } as const;
    const title = titleIn(text) || slug;
    return { bytes, lesson: { ...at, id: slug, title, text, version: versionOf(bytes), saved } };
  }

  async function write(lesson: SavedLesson): Promise<FolderChange> {
    const { id, text } = lesson;
    const there = await look(id);
    if (!isLessonName(id) || there === 'no lesson') return { is: 'not allowed' };
    // A write that was cut off may have left a file with nothing in it.
    const before = there === null || (lesson.version === 0 && isEmpty(there)) ? null : there.lesson;
    const isSame = before?.text === text;
    if (before !== null && !isSame && before.version !== lesson.version) {
      const theirs = { ...before, staysSafeguarding: await isHeld(id, before.text) };
      return { is: 'changed elsewhere', theirs };
    }
    if (there === null && (await taken()).includes(id)) return { is: 'not allowed' };
    const wasNamed = before !== null && namesSafeguarding(before.text);
    // Before its last text that says so is gone.
    if (wasNamed) await hold(id, 'unless known');
    for (const path of picturesIn(text)) await pictures.putBack(path);
    const bytes = new Uint8Array(new TextEncoder().encode(text));
    const isStillSo = async () => isLike(await look(id), before);
    if (!isSame && !(await writeFile(folder, `${id}.md`, { bytes, isStillSo }))) {
      const theirs = await read(id);
      return theirs === null ? { is: 'not allowed' } : { is: 'changed elsewhere', theirs };
    }
    const isCopy = before === null && lesson.staysSafeguarding;
    if (isCopy || (!wasNamed && namesSafeguarding(text))) await hold(id, 'again');
    if (before !== null && !isSame && endsVersion(before.saved, wall())) {
      await history.add(id, { text: before.text, saved: Math.floor(before.saved), taughtOn: null });
    }
    const version = isSame ? before.version : versionOf(bytes);
    return { is: 'saved', version, staysSafeguarding: await isHeld(id, text) };
  }

  /** Remembers that a lesson is a safeguarding lesson: unless its review says anything, or again, whatever an earlier release says. */
  async function hold(slug: string, how: 'unless known' | 'again'): Promise<void> {
    const file = await reviewOf(slug);
    if (how === 'again' ? staysSafeguarding(file) : file.bytes !== null) return;
    const bytes = new TextEncoder().encode(formatReview({ ...file.review, released: null }));
    await writeFile(folder, reviewName(slug), { bytes: new Uint8Array(bytes) });
  }

  async function isHeld(slug: string, text: string): Promise<boolean> {
    const file = await reviewOf(slug);
    return file.bytes === null ? namesSafeguarding(text) : staysSafeguarding(file);
  }

  async function reviewOf(slug: string) {
    const found = await readFile(folder, reviewName(slug), MAX_LESSON_BYTES);
    if (found === null) return parseReview(null);
    return parseReview(found === 'no plain file' ? '' : (decode(found.bytes) ?? ''));
  }

  async function remove(slug: string): Promise<boolean> {
    const there = await look(slug);
    if (there === null || there === 'no lesson') return there === null;
    const when = new Date(wall()).toISOString().slice(0, 19).replaceAll(':', '');
    const aside = await madeFolderIn(folder, [DELETED]);
    const copy = `${slug} ${when} ${mark()}.md`;
    await writeFile(aside, copy, { bytes: there.bytes });
    // Who has changed it meanwhile has not deleted it.
    if (!isLike(await look(slug), there.lesson)) {
      await removeFile(aside, copy);
      return false;
    }
    await removeFile(folder, `${slug}.md`);
    // A program that has this folder counts their days from when they were written.
    for (const name of [reviewName(slug), versionsName(slug)]) await touch(name);
    await setPicturesAside(there.lesson.text);
    await tidy();
    return true;
  }

  async function touch(name: string): Promise<void> {
    const found = await readFile(folder, name, MAX_HISTORY_BYTES).catch(() => null);
    if (found === null || found === 'no plain file') return;
    await writeFile(folder, name, { bytes: found.bytes }).catch(() => undefined);
  }

  async function setPicturesAside(text: string): Promise<void> {
    const gone = picturesIn(text);
    const shown = gone.length === 0 ? null : await shownPictures();
    // A text that cannot be read may show any of them.
    if (shown === null) return;
    for (const path of gone.filter((one) => !shown.has(one))) {
      await pictures.setAside(path).catch(() => undefined);
    }
  }

  /** What the texts of the folder and their earlier versions show; null where one cannot be read. */
  async function shownPictures(): Promise<ReadonlySet<string> | null> {
    const names = (await filesIn(folder)).filter((name) => /\.(?:md|versions\.json)$/i.test(name));
    const lessons = new Set(names.flatMap((name) => /^(.*)\.md$/i.exec(name)?.[1] ?? []));
    const shown = new Set<string>();
    for (const name of names) {
      const of = /^(.*)\.versions\.json$/i.exec(name)?.[1];
      if (of !== undefined && !lessons.has(of)) continue;
      const found = await readFile(folder, name, MAX_HISTORY_BYTES).catch(() => 'no plain file');
      const text = found === null || typeof found === 'string' ? null : decode(found.bytes);
      if (text === null) return null;
      for (const path of picturesIn(text)) shown.add(path);
    }
    return shown;
  }

  async function tidy(): Promise<void> {
    const before = wall() - DELETED_MS;
    const aside = await folderIn(folder, [DELETED]);
    if (aside === null) return;
    const names = (await filesIn(aside)).filter((name) => name.endsWith('.md'));
    const old = new Set<string>();
    for (const name of names) {
      const { lastModified } = await (await aside.getFileHandle(name)).getFile();
      if (lastModified >= before) continue;
      await removeFile(aside, name);
      old.add(name);
    }
    await pictures.clear(before);
    // What is left of a lesson goes with its last text: a folder that is being synchronised may not have its lessons yet.
    const left = names.filter((name) => !old.has(name)).map(slugOfDeleted);
    const there = new Set([...(await taken()), ...left]);
    for (const slug of new Set([...old].map(slugOfDeleted))) {
      if (there.has(slug) || !isLessonName(slug)) continue;
      for (const name of [reviewName(slug), versionsName(slug)]) await removeFile(folder, name);
    }
  }

  return { list, taken, read, write, remove, pictures, history, tidy };
}

function slugOfDeleted(name: string): string {
  return name.split(' ')[0] ?? '';
}

function isEmpty({ bytes }: Looked): boolean {
  return bytes.length === 0;
}

/** True where a lesson is as it was; one that was not there may have been begun, with nothing in it. */
function isLike(now: Looked | 'no lesson' | null, before: SavedLesson | null): boolean {
  if (now === 'no lesson') return false;
  if (before === null) return now === null || isEmpty(now);
  return now?.lesson.version === before.version;
}
