import { open, readFile } from 'node:fs/promises';
import type { PresentFilm } from '../outputs/board/make-deck.ts';
import type { Edition } from '../film/edition.ts';
import { isTimedBy, stopsLeftOut, whyUnfit } from '../lesson/fit-film.ts';
import { needsApproval } from '../subjects/pack.ts';
import { isWebVtt, readCues } from '../film/vtt.ts';
import type { MediaState, Track } from '../outputs/plan/media-state.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { PICTURE_HEAD_BYTES, readPictureFile, type PictureFile } from '../lesson/picture-file.ts';
import { checkFilmFolder } from './check-film-folder.ts';
import { findInMedia, type Media } from './media-folders.ts';
import { readTimes, searchFilms, unconfirmedHere, type FilmSearch } from './films.ts';

/** The film that plays in a lesson, and the one that would play if its file were there. */
export type SeenFilms = {
  readonly film: PresentFilm | null;
  readonly awaited: PresentFilm | null;
};

/** What lies in `media` of what a lesson shows. */
export type SeenMedia = MediaState & SeenFilms;

/** Looks for the films of a lesson alone, in a tenth of the time. */
export async function lookForFilms(lesson: Lesson, media: Media): Promise<FilmSearch & SeenFilms> {
  const found = await searchFilms(lesson, media);
  return { ...found, awaited: await firstAwaited(lesson, { ...found, media }) };
}

/** Looks at what lies in `media` of what a lesson shows. */
export async function lookAtMedia(lesson: Lesson, media: Media): Promise<SeenMedia> {
  const { film, awaited, unfit, skipped } = await lookForFilms(lesson, media);
  const track = (name: string) =>
    film === null
      ? 'missing'
      : lookAtTrack(`${film.slug}/${name}`, { media, edition: film.manifest.edition });
  const here = skipped.find(({ isHere }) => isHere)?.film ?? film?.slug;
  return {
    film,
    unfit,
    awaited,
    skipped,
    leftOut: film === null ? [] : stopsLeftOut(lesson, film.manifest).map(({ heading }) => heading),
    unconfirmed: film && needsApproval(lesson.subject) ? await unconfirmedHere(film, media) : [],
    findings:
      here === undefined
        ? []
        : (await checkFilmFolder(here, { media, isTimed: isTimedBy(lesson) })).findings,
    captions: await track('captions.en.vtt'),
    chapters: await track('chapters.vtt'),
    pictures: await lookAtPictures(lesson.pictures, media),
  };
}

/** Looks at the file of each picture, which lies below `media`. */
export async function lookAtPictures(
  pictures: Lesson['pictures'],
  media: Media,
): Promise<MediaState['pictures']> {
  return Promise.all(
    pictures.map(async (picture) => ({
      ...picture,
      file: await lookAtPicture(media, picture.path),
    })),
  );
}

async function lookAtPicture(media: Media, path: string): Promise<PictureFile> {
  const place = await findInMedia(media, path);
  if (place === null) return { kind: 'missing' };
  const file = await open(place).catch(() => null);
  if (file === null) return { kind: 'unreadable' };
  try {
    const { size } = await file.stat();
    const head = new Uint8Array(Math.min(size, PICTURE_HEAD_BYTES));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return readPictureFile(head.subarray(0, bytesRead), { path, bytes: size });
  } catch {
    return { kind: 'unreadable' };
  } finally {
    await file.close();
  }
}

async function firstAwaited(
  lesson: Lesson,
  { skipped, media }: Pick<MediaState, 'skipped'> & { readonly media: Media },
): Promise<PresentFilm | null> {
  for (const { film: slug } of skipped) {
    const film = await awaitedFilm(slug, lesson, media);
    if (film !== null) return film;
  }
  return null;
}

// One that lacks a stop of this lesson is not waited for: it would not stop there.
async function awaitedFilm(
  slug: string,
  lesson: Lesson,
  media: Media,
): Promise<PresentFilm | null> {
  const film = await readTimes(slug, { media, isTimed: isTimedBy(lesson) });
  return film === null || whyUnfit(lesson, film.manifest) !== null ? null : film;
}

async function lookAtTrack(
  path: string,
  { media, edition }: { readonly media: Media; readonly edition: Edition | undefined },
): Promise<Track> {
  const place = await findInMedia(media, path);
  if (place === null) return 'missing';
  const text = await readFile(place, 'utf8').catch(() => '');
  const cues = isWebVtt(text) ? readCues(text, { edition }) : [];
  return cues.length === 0
    ? 'unreadable'
    : { cues: cues.length, end: Math.max(...cues.map(({ end }) => end)) };
}
