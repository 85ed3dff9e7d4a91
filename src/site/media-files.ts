import type { Sheet } from '../outputs/handouts/sheet.ts';
import { filmFiles, findFilm } from './films.ts';
import type { LessonFile } from './lessons.ts';
import { findInMedia, type Media } from './media-folders.ts';

/** The films and pictures that lessons and their sheets use and that are there, by their path under `media/`. */
export async function mediaFiles(
  files: readonly LessonFile[],
  media: Media,
  sheets: readonly Sheet[] = [],
): Promise<readonly string[]> {
  const perLesson = files.map(async ({ lesson }) => {
    const film = await findFilm(lesson, media);
    const onPaper = sheets.filter(
      (sheet) => sheet.of === 'school' || sheet.isFor({ lesson, film }),
    );
    const pictures = [
      ...lesson.pictures.map(({ path }) => path),
      ...onPaper.flatMap((sheet) => sheet.pictures),
    ];
    const there = await Promise.all(pictures.map((path) => findInMedia(media, path)));
    return [
      ...(film === null ? [] : await filmFiles(film.slug, media)),
      ...pictures.filter((_, i) => there[i] !== null),
    ];
  });
  return [...new Set((await Promise.all(perLesson)).flat())];
}
