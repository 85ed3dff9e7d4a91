import { readFile } from 'node:fs/promises';
import { fitLesson } from '../lesson/fit-film.ts';
import type { Lesson } from '../lesson/lesson.ts';
import {
  writePowerPoint,
  type PowerPointFile,
} from '../outputs/office/powerpoint/write-powerpoint.ts';
import { writeWord } from '../outputs/office/word/write-word.ts';
import type { FilmedLesson } from './lesson-list.ts';
import { findInMedia, type Media } from './media-folders.ts';

/** How a file is made: the day that it says, null for none, and where its film is to be seen, null for nowhere. */
export type OfficeOptions = { readonly day: string | null; readonly filmAddress: string | null };

/** A lesson as a presentation of PowerPoint, with its pictures as they lie in `media`. */
export async function powerPointOf(
  { lesson, media: { film } }: Pick<FilmedLesson, 'lesson' | 'media'>,
  media: Media,
  { day, filmAddress }: OfficeOptions,
): Promise<PowerPointFile> {
  return writePowerPoint(fitLesson(lesson, film?.manifest), {
    media: await picturesOf(lesson, media),
    film: film && {
      title: film.manifest.title,
      contentNote: film.manifest.contentNote,
      endsWithHelp: film.manifest.endsWithHelp === true,
      address: filmAddress,
    },
    day,
  });
}

/** A lesson’s plan as a document of Word. */
export function wordOf(
  { lesson, media: { film } }: Pick<FilmedLesson, 'lesson' | 'media'>,
  day: string | null,
): Uint8Array {
  return writeWord(fitLesson(lesson, film?.manifest), day);
}

/** The pictures of a lesson that are there, by their path under `media/`. */
async function picturesOf(
  { pictures }: Pick<Lesson, 'pictures'>,
  media: Media,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const paths = [...new Set(pictures.map(({ path }) => path))];
  const read = paths.map(async (path): Promise<readonly [string, Uint8Array] | null> => {
    const place = await findInMedia(media, path);
    const bytes = place === null ? null : await readFile(place).catch(() => null);
    return bytes === null ? null : [path, new Uint8Array(bytes)];
  });
  return new Map((await Promise.all(read)).filter((one) => one !== null));
}
