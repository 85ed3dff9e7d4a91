import { timeParts } from '../film/stops.ts';
import { slidesOf, type Lesson } from '../lesson/lesson.ts';
import type { Problem } from '../text/problem.ts';
import { isInside } from './files.ts';
import { findFilm } from './films.ts';

/** What is wrong with a lesson's pictures and film, which its text alone cannot tell: `media` is the folder they lie in. */
export async function mediaProblems(lesson: Lesson, media: string): Promise<readonly Problem[]> {
  return [...(await pictureProblems(lesson, media)), ...(await filmProblems(lesson, media))];
}

async function pictureProblems({ pictures }: Lesson, media: string): Promise<readonly Problem[]> {
  const there = await Promise.all(pictures.map(({ path }) => isInside(media, path)));
  return pictures
    .filter((_, i) => !there[i])
    .map(({ path, line, column }) => ({
      code: 'missing-picture',
      severity: 'error',
      line,
      column,
      message: `Cannot show the picture “${path}”: there is no media/${path}`,
    }));
}

async function filmProblems(lesson: Lesson, media: string): Promise<readonly Problem[]> {
  const parts = slidesOf(lesson).filter((slide) => slide.kind === 'film');
  const line = parts[0]?.line;
  // A lesson that names no film was told so when it was read.
  if (line === undefined || lesson.films.length === 0) return [];
  const film = await findFilm(lesson, media);
  if (film === null) {
    const names = lesson.films.map((name) => `media/${name}`).join(' or ');
    const message = `Cannot play the film: ${names} needs a film.mp4 and a film.yaml with times`;
    return [{ code: 'missing-film', severity: 'error', line, column: 1, message }];
  }
  const { wrong } = timeParts(parts, film.manifest, lesson.filmTimes);
  return wrong === null ? [] : [{ code: 'film-stops', severity: 'error', line, column: 1, message: wrong }];
}
