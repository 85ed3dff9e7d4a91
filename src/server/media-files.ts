import { filmFiles, findFilm } from './films.ts';
import { isInside } from './files.ts';
import type { LessonFile } from './lessons.ts';

/** The films and pictures that lessons use and that are there, by their path under `media/`. */
export async function mediaFiles(files: readonly LessonFile[], media: string): Promise<readonly string[]> {
  const perLesson = files.map(async ({ lesson }) => {
    const film = await findFilm(lesson, media);
    const pictures = lesson.pictures.map(({ path }) => path);
    const there = await Promise.all(pictures.map((path) => isInside(media, path)));
    return [...(film === null ? [] : await filmFiles(film.slug, media)), ...pictures.filter((_, i) => there[i])];
  });
  return [...new Set((await Promise.all(perLesson)).flat())];
}
