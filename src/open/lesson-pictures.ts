import { slugOf } from '../text/ids.ts';
import { sizeInWords } from '../text/size-in-words.ts';
import { cleanPicture } from './clean-picture.ts';
import { LIMITS } from './limits.ts';
import type { MediaFile } from './opened.ts';
import type { Archive } from './zip.ts';

/** A picture as it may be shown, or why it is left out. */
export type TakenPicture =
  | { readonly kind: 'taken'; readonly path: string; readonly hadData: boolean }
  | { readonly kind: 'left-out'; readonly why: string };

/** The pictures that a lesson takes over, each once however often it is shown. */
export type LessonPictures = {
  readonly take: (bytes: Uint8Array, name: string) => TakenPicture;
  /** The same for one within an Office file. */
  readonly takeFrom: (archive: Pick<Archive, 'readPicture'>, name: string) => TakenPicture;
  readonly files: () => readonly MediaFile[];
  /** How many had a place, a date or a camera in them. */
  readonly cleaned: () => number;
};

/** Collects the pictures of the lesson `slug`, for `media/<slug>/`: named after their files, without what they say of where and when they were taken. */
export function lessonPictures(slug: string): LessonPictures {
  const files: MediaFile[] = [];
  const bySource = new Map<string, TakenPicture>();
  const names = new Set<string>();
  let cleaned = 0;
  const pathFor = (name: string, ending: string) => {
    const plain =
      slugOf(name.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/^.*[/\\]/, '')) || 'picture';
    let path = `${plain}.${ending}`;
    for (let nth = 2; names.has(path); nth += 1) path = `${plain}-${nth}.${ending}`;
    names.add(path);
    return `${slug}/${path}`;
  };
  const taken = (bytes: Uint8Array, name: string): TakenPicture => {
    if (files.length >= LIMITS.pictures) {
      return leftOut(`a lesson takes over ${LIMITS.pictures} pictures at most`);
    }
    if (bytes.length > LIMITS.picture) return leftOut(tooLargeWords(bytes.length));
    const clean = cleanPicture(bytes);
    if (clean.kind === 'unknown') {
      return leftOut(
        'browsers cannot show it, or it is damaged: save it as PNG or JPEG, and add it again',
      );
    }
    const megapixels = Math.round((clean.width * clean.height) / 1_000_000);
    if (clean.width < 1 || clean.height < 1) return leftOut('it is damaged');
    if (megapixels > LIMITS.megapixels) {
      return leftOut(
        `it has ${megapixels} megapixels, and ${LIMITS.megapixels} is the limit: make it smaller, and add it again`,
      );
    }
    if (clean.hadData) cleaned += 1;
    const path = pathFor(name, clean.ending);
    files.push({ path, bytes: clean.bytes });
    return { kind: 'taken', path, hadData: clean.hadData };
  };
  const take = (name: string, make: () => TakenPicture): TakenPicture => {
    const known = bySource.get(name);
    if (known !== undefined) return known;
    const one = make();
    bySource.set(name, one);
    return one;
  };
  return {
    take: (bytes, name) => take(name, () => taken(bytes, name)),
    takeFrom: (archive, name) =>
      take(name, () => {
        const picture = archive.readPicture(name);
        switch (picture.kind) {
          case 'read':
            return taken(picture.bytes, name);
          case 'too-large':
            return leftOut(tooLargeWords(picture.size));
          case 'missing':
            return leftOut('it is not in the file');
        }
      }),
    files: () => files,
    cleaned: () => cleaned,
  };
}

/** Why a picture of so many bytes is left out, and what to do; one within the limit is too large with the others of its file. */
export function tooLargeWords(size: number): string {
  return size > LIMITS.picture
    ? `it has ${sizeInWords(size)}, and ${sizeInWords(LIMITS.picture)} is the limit: make it smaller, and add it again`
    : 'with the others of its file it is too large: make them smaller, and add it again';
}

function leftOut(why: string): TakenPicture {
  return { kind: 'left-out', why };
}

/** The words for a picture as they were stored, without what a program writes there by itself: the name of its file, or that it has guessed them. */
export function altWords(stored: string): string {
  const words = stored.slice(0, 2000).replaceAll(/\s+/g, ' ').replace(GUESSED, '').trim();
  return /^[^.]{0,200}\.(?:png|jpe?g|gif|webp|bmp|tiff?|emf|wmf|svg|heic)$|^(?:picture|image|graphic) ?\d{0,3}$/i.test(
    words,
  )
    ? ''
    : words;
}

const GUESSED =
  /\.? ?(?:Description automatically generated(?: with (?:low|medium|high) confidence)?|AI-generated content may be incorrect|Automatically generated description)\.?/gi;
