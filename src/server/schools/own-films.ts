import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, rename, rm, rmdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isLessonName } from '../../edit/lesson-names.ts';
import { checkFile } from '../../film/check-file.ts';
import type { FilmPart, FilmTexts, FilmThere } from '../../film/film-protocol.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import type { PresentFilm } from '../../outputs/board/make-deck.ts';
import { filePrint, findFilm } from '../../site/films.ts';
import { printFilmFile, readFilmFile } from '../../site/film-file.ts';
import { findInMedia, mediaFolders, type Media } from '../../site/media-folders.ts';
import { readManifestApart } from '../../site/reading.ts';
import { writeWhole } from '../../site/write-whole.ts';
import { versionOf } from './own-lessons.ts';

/** What became of a change: done; or someone else has written since that version, and nothing is changed; or a refusal. */
export type FilmChange =
  | { readonly is: 'done'; readonly version: number; readonly isNew: boolean }
  | { readonly is: 'changed'; readonly theirs: FilmThere | null }
  | { readonly is: 'refused'; readonly why: 'bad-name' | 'no-folder' | 'no-plain-file' }
  | { readonly is: 'refused'; readonly why: 'unreadable'; readonly message: string };

/** What became of a part of a film’s file: saved; or the part before it is not there; or the whole file is no film that plays, with the true cause. */
export type PartSaved =
  | { readonly is: 'saved'; readonly bytes: number; readonly isWhole: false }
  | {
      readonly is: 'saved';
      readonly bytes: number;
      readonly isWhole: true;
      readonly file: string | null;
    }
  | { readonly is: 'out of order'; readonly bytes: number }
  | { readonly is: 'no film'; readonly message: string }
  | { readonly is: 'refused'; readonly why: 'bad-name' | 'no-folder' | 'no-plain-file' };

/** A school's own films, each a folder in its media. What the disk has against it is thrown as Node throws it. */
export type OwnFilms = {
  /** The film that plays in a lesson, the school's or the program's; null where none does. */
  playing(lesson: Lesson): Promise<PresentFilm | null>;
  /** The print of its film.mp4; null where there is none. */
  filePrint(film: string): Promise<string | null>;
  /** A film of the school's, or of the program's; null where there is none. */
  read(film: string): Promise<FilmThere | null>;
  /** Puts texts in the place of those with the version `was`; null where the school has written none of this film yet. */
  write(film: string, texts: FilmTexts, was: number | null): Promise<FilmChange>;
  /** Takes away what the school has of a film, its file too, if that is the version `was`; what the program came with is there again. For 30 days it lies in `.deleted`, for IT. */
  remove(film: string, was: number): Promise<FilmChange>;
  /** Adds a part to a file that is being copied; the last puts it in place of film.mp4, if it is a film that plays. */
  addPart(
    film: string,
    upload: string,
    part: FilmPart & { readonly bytes: Uint8Array },
  ): Promise<PartSaved>;
  /** Forgets a file that is being copied. */
  cancel(film: string, upload: string): Promise<void>;
};

const YAML = 'film.yaml';
const CAPTIONS = 'captions.en.vtt';
/** What a film may have in its folder, its file first: where another program uses it nothing is changed. A lesson’s pictures may lie beside them. */
const FILM_FILES = ['film.mp4', YAML, CAPTIONS, 'chapters.vtt', 'descriptions.vtt'];
const DELETED = '.deleted';
const DELETED_DAYS = 30;
const DAY_MS = 86_400_000;

/** Opens the films of a school; `own` is the folder of its lessons, null where it has none, and `media` all folders of films. */
export function openOwnFilms(own: string | null, media: Media, wall = Date.now): OwnFilms {
  let last: Promise<unknown> = Promise.resolve();

  async function read(film: string): Promise<FilmThere | null> {
    if (!isLessonName(film)) return null;
    const [ours, theirs] = await Promise.all([ownTexts(film), textsAnywhere(film)]);
    const texts = ours ?? theirs;
    const file = await findInMedia(media, `${film}/film.mp4`);
    if (texts === null && file === null) return null;
    return {
      film,
      yaml: texts?.yaml ?? '',
      captions: texts?.captions ?? null,
      version: ours === null ? null : versionOfTexts(ours),
      saved: ours?.saved ?? 0,
      hasFile: file !== null,
      file: file === null ? null : await printFilmFile(file),
    };
  }

  async function ownTexts(film: string): Promise<(FilmTexts & { readonly saved: number }) | null> {
    if (own === null) return null;
    const place = join(own, 'media', film, YAML);
    const found = await lstat(place).catch(() => null);
    if (found === null || !found.isFile()) return null;
    const [yaml, captions] = await Promise.all([
      readFile(place, 'utf8'),
      readFile(join(own, 'media', film, CAPTIONS), 'utf8').catch(() => null),
    ]);
    return { yaml, captions: captions ?? (await shippedCaptions(film)), saved: found.mtimeMs };
  }

  async function textsAnywhere(film: string): Promise<FilmTexts | null> {
    const [yaml, captions] = await Promise.all([
      textIn(media, `${film}/${YAML}`),
      textIn(media, `${film}/${CAPTIONS}`),
    ]);
    return yaml === null ? null : { yaml, captions };
  }

  /** Captions of the program's own copy, which go with a film.yaml of the school's that has none. */
  function shippedCaptions(film: string): Promise<string | null> {
    const others = mediaFolders(media).filter(
      (folder) => own === null || folder !== join(own, 'media'),
    );
    return textIn(others, `${film}/${CAPTIONS}`);
  }

  async function put(film: string, texts: FilmTexts, was: number | null): Promise<FilmChange> {
    const folder = await folderOf(film);
    if (typeof folder !== 'string') return folder;
    const { manifest, problems } = await readManifestApart({ manifest: texts.yaml, isTimed: true });
    if (manifest === null) {
      const wrong = problems.find(({ severity }) => severity === 'error');
      const message = wrong?.message ?? 'It has no title, or no length';
      return { is: 'refused', why: 'unreadable', message };
    }
    const there = await ownTexts(film);
    const version = there === null ? null : versionOfTexts(there);
    const captions = texts.captions ?? (await shippedCaptions(film));
    const wanted = versionOfTexts({ ...texts, captions });
    // The answer to the same request may have been lost.
    if (version === wanted) return { is: 'done', version: wanted, isNew: false };
    if (version !== was) return { is: 'changed', theirs: await read(film) };
    await mkdir(folder, { recursive: true });
    // Captions first: a film.yaml without them would say that the film has none.
    if (texts.captions !== null) await writeWhole(join(folder, CAPTIONS), texts.captions);
    await writeWhole(join(folder, YAML), texts.yaml);
    if (texts.captions === null) await rm(join(folder, CAPTIONS), { force: true });
    return { is: 'done', version: wanted, isNew: there === null };
  }

  async function setAside(film: string, was: number): Promise<FilmChange> {
    const folder = await folderOf(film);
    if (own === null || typeof folder !== 'string') return { is: 'refused', why: 'no-folder' };
    const there = await ownTexts(film);
    if (there === null || versionOfTexts(there) !== was) {
      return { is: 'changed', theirs: await read(film) };
    }
    const when = new Date(wall()).toISOString().slice(0, 19).replaceAll(':', '');
    const aside = join(own, DELETED, `${film} ${when} ${randomUUID().slice(0, 8)}.film`);
    await mkdir(aside, { recursive: true });
    for (const name of FILM_FILES) {
      await rename(join(folder, name), join(aside, name)).catch(unlessMissing);
    }
    // Its days are counted from now.
    await utimes(aside, wall() / 1000, wall() / 1000);
    await rmdir(folder).catch(() => undefined);
    await clearDeleted(join(own, DELETED));
    return { is: 'done', version: was, isNew: false };
  }

  async function clearDeleted(folder: string): Promise<void> {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.film'));
    const old = names.map(async (name) => {
      const place = join(folder, name);
      const age = wall() - (await lstat(place)).mtimeMs;
      if (age > DELETED_DAYS * DAY_MS) await rm(place, { recursive: true, force: true });
    });
    await Promise.allSettled(old);
  }

  /** Where a film of the school's lies; a link may lead anywhere. */
  async function folderOf(
    film: string,
  ): Promise<
    string | { readonly is: 'refused'; readonly why: 'bad-name' | 'no-folder' | 'no-plain-file' }
  > {
    if (own === null) return { is: 'refused', why: 'no-folder' };
    if (!isLessonName(film)) return { is: 'refused', why: 'bad-name' };
    const folder = join(own, 'media', film);
    const found = await lstat(folder).catch(() => null);
    return found === null || found.isDirectory() ? folder : { is: 'refused', why: 'no-plain-file' };
  }

  async function add(
    film: string,
    upload: string,
    { from, of, bytes }: FilmPart & { readonly bytes: Uint8Array },
  ): Promise<PartSaved> {
    const folder = await folderOf(film);
    if (typeof folder !== 'string') return folder;
    await mkdir(folder, { recursive: true });
    const place = partOf(folder, upload);
    if (from === 0) await clear(folder);
    const file = await open(place, from === 0 ? 'w' : 'a');
    try {
      const { size } = await file.stat();
      if (size !== from) return { is: 'out of order', bytes: size };
      await file.writeFile(bytes);
      if (from + bytes.length >= of) await file.sync();
    } catch (error) {
      await rm(place, { force: true }).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    if (from + bytes.length < of) {
      return { is: 'saved', bytes: from + bytes.length, isWhole: false };
    }
    const wrong = checkFile(await readFilmFile(place));
    if (wrong !== null) {
      await rm(place, { force: true });
      return { is: 'no film', message: wrong };
    }
    const whole = join(folder, 'film.mp4');
    await rename(place, whole);
    return { is: 'saved', bytes: of, isWhole: true, file: await printFilmFile(whole) };
  }

  /** What was begun and never ended, a day ago. */
  async function clear(folder: string): Promise<void> {
    const names = (await readdir(folder)).filter((name) => /^\.film\..+\.part$/.test(name));
    const old = names.map(async (name) => {
      const place = join(folder, name);
      if (wall() - (await lstat(place)).mtimeMs > DAY_MS) await rm(place, { force: true });
    });
    await Promise.allSettled(old);
  }

  async function cancel(film: string, upload: string): Promise<void> {
    const folder = await folderOf(film);
    if (typeof folder === 'string') await rm(partOf(folder, upload), { force: true });
  }

  /** One change at a time: each sees what the one before has written. */
  function inTurn<Change>(change: () => Promise<Change>): Promise<Change> {
    const mine = last.then(change);
    last = mine.catch(() => undefined);
    return mine;
  }

  return {
    playing: (lesson) => findFilm(lesson, media),
    filePrint: (film) => filePrint(film, media),
    read,
    write: (film, texts, was) => inTurn(() => put(film, texts, was)),
    remove: (film, was) => inTurn(() => setAside(film, was)),
    addPart: (film, upload, part) => inTurn(() => add(film, upload, part)),
    cancel: (film, upload) => inTurn(() => cancel(film, upload)),
  };
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function textIn(media: Media, path: string): Promise<string | null> {
  const place = await findInMedia(media, path);
  return place === null ? null : readFile(place, 'utf8').catch(() => null);
}

function partOf(folder: string, upload: string): string {
  return join(folder, `.film.${upload}.part`);
}

function versionOfTexts({ yaml, captions }: FilmTexts): number {
  return versionOf(Buffer.from(`${yaml}\0${captions ?? ''}`));
}
