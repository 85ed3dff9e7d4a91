import { readPicturePath } from '../document/pictures.ts';
import { parseJson } from '../text/schema.ts';
import { tooLargeWords } from './lesson-pictures.ts';
import { LIMITS } from './limits.ts';
import { CannotOpen, type MediaFile, type NotOpened } from './opened.ts';
import { FILM_CAPTIONS, FILM_YAML, MANIFEST, type PackedFilm } from './pack-lesson.ts';
import { openZip, type Archive } from './zip.ts';

/** A lesson with its pictures, as `packLesson` packed them. */
export type UnpackedLesson = {
  readonly kind: 'unpacked';
  readonly text: string;
  readonly media: readonly MediaFile[];
  /** Pictures that are too large, without which the lesson is opened: their paths, and why. */
  readonly leftOut: readonly LeftOut[];
  /** What is said of the films that it names. */
  readonly films: readonly PackedFilm[];
};

/** A picture that is left out, by its path under `media/`, and why, with what to do. */
export type LeftOut = { readonly path: string; readonly why: string };

/** A manifest has no more bytes. */
const MAX_MANIFEST = 10_000;

/** Reads a lesson that was saved as one file. Never throws: a file that cannot be read gives a sentence, and nothing of it. Time and memory are bounded, whatever is in it. */
export function unpackLesson(bytes: Uint8Array): UnpackedLesson | NotOpened {
  try {
    if (bytes.length > LIMITS.file) throw tooLarge();
    return unpack(openZip(bytes));
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    return { kind: 'not-opened', code: error.code, message: error.message };
  }
}

function unpack(archive: Archive): UnpackedLesson {
  const text = textIn(archive.read(lessonIn(archive)));
  const names = archive.names.filter((name) => name.startsWith('media/') && !name.endsWith('/'));
  if (names.length > LIMITS.pictures) throw tooLarge();
  const media: MediaFile[] = [];
  const leftOut: LeftOut[] = [];
  for (const name of names) {
    const place = readPicturePath(name);
    if (!('path' in place)) continue;
    const { path } = place;
    const picture = archive.readPicture(name);
    if (picture.kind === 'read') media.push({ path, bytes: picture.bytes });
    if (picture.kind === 'too-large') leftOut.push({ path, why: tooLargeWords(picture.size) });
  }
  return { kind: 'unpacked', text, media, leftOut, films: filmsIn(archive) };
}

/** A lesson names few films; what is said of one is as long as this, in bytes. */
const [MAX_FILMS, MAX_YAML, MAX_CAPTIONS] = [5, 200_000, 2_000_000];

function filmsIn(archive: Archive): readonly PackedFilm[] {
  const films = archive.names.flatMap(
    (name) => /^media\/([a-z0-9]+(?:-[a-z0-9]+)*)\/film\.yaml$/.exec(name)?.[1] ?? [],
  );
  return films.slice(0, MAX_FILMS).flatMap((film) => {
    const yaml = wordsAt(archive, `media/${film}/${FILM_YAML}`, MAX_YAML);
    const captions = wordsAt(archive, `media/${film}/${FILM_CAPTIONS}`, MAX_CAPTIONS);
    return yaml === null ? [] : [{ film, yaml, captions }];
  });
}

// A lesson is opened without what cannot be read of its film.
function wordsAt(archive: Archive, name: string, max: number): string | null {
  try {
    const bytes = archive.read(name, max);
    return bytes === null ? null : textIn(bytes);
  } catch (error) {
    if (error instanceof CannotOpen) return null;
    throw error;
  }
}

// The name of the lesson’s file, as the manifest says it.
function lessonIn(archive: Archive): string {
  const bytes = archive.read(MANIFEST, MAX_MANIFEST);
  if (bytes === null) {
    throw new CannotOpen(
      'other-kind',
      'Cannot open this file: it is no lesson that Wholeclass saved. Unpack it, then open the file in it that ends in “.md”',
    );
  }
  const written = parseJson(new TextDecoder().decode(bytes));
  const { v: version, lesson }: { readonly v?: unknown; readonly lesson?: unknown } =
    typeof written === 'object' && written !== null ? written : {};
  if (typeof version === 'number' && version > 1) {
    throw new CannotOpen(
      'other-kind',
      'Cannot open this file: a newer Wholeclass saved it. Open it there, or ask IT for the newer one',
    );
  }
  if (version !== 1 || typeof lesson !== 'string' || !/^[^/\\]+\.md$/.test(lesson)) throw damaged();
  return lesson;
}

function textIn(bytes: Uint8Array | null): string {
  if (bytes === null) throw damaged();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw damaged();
  }
}

function damaged(): CannotOpen {
  return new CannotOpen(
    'damaged-file',
    'Cannot open this file: it is damaged, or was changed. Save the lesson as a copy again, and open that',
  );
}

function tooLarge(): CannotOpen {
  return new CannotOpen(
    'too-large',
    'Cannot open this file: what is packed in it is too large for a lesson. Leave out pictures, and save it again',
  );
}
