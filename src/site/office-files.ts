import { readFile } from 'node:fs/promises';
import type { Lesson } from '../lesson/lesson.ts';
import {
  powerPointFile,
  wordFile,
  type PowerPointOptions,
} from '../outputs/office/office-files.ts';
import type { PowerPointFile } from '../outputs/office/powerpoint/write-powerpoint.ts';
import type { FilmedLesson } from './lesson-list.ts';
import { findInMedia, type Media } from './media-folders.ts';

type Whole = Pick<FilmedLesson, 'lesson' | 'media'>;

/** A lesson as a presentation of PowerPoint, with its pictures as they lie in `folder`. */
export async function powerPointOf(
  { lesson, media: { film } }: Whole,
  folder: Media,
  options: Omit<PowerPointOptions, 'media'>,
): Promise<PowerPointFile> {
  return powerPointFile({ lesson, film }, { media: await picturesOf(lesson, folder), ...options });
}

/** A lesson’s plan as a document of Word. */
export function wordOf({ lesson, media: { film } }: Whole): Promise<Uint8Array<ArrayBuffer>> {
  return wordFile({ lesson, film });
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
