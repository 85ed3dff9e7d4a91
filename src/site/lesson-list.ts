import { lessonCard, type LessonCard } from '../outputs/library/lesson-card.ts';
import type { LessonFile } from './lessons.ts';
import type { Media } from './media-folders.ts';
import { mediaProblems } from './media-problems.ts';
import { lookAtMedia, lookForFilms, type SeenFilms, type SeenMedia } from './media-state.ts';

/** A lesson with what lies in `media/` of what it shows. */
export type WholeLesson = LessonFile & { readonly media: SeenMedia };

/** A lesson with its films alone: all that a class sees of `media/` but the pictures themselves. */
export type FilmedLesson = LessonFile & { readonly media: SeenFilms };

/** All lessons as the library lists them, in `lessons.json`. */
export function listLessons(
  files: readonly LessonFile[],
  media: Media,
): Promise<readonly LessonCard[]> {
  return Promise.all(files.map(async (file) => cardOf(await withMedia(file, media))));
}

/** One lesson as the library lists it. */
export async function cardOf({ lesson, problems, plan, media }: WholeLesson): Promise<LessonCard> {
  return lessonCard({ lesson, problems: await problems, plan: plan?.slug ?? null }, media);
}

/** A lesson with its media, and with their problems among the others, in the order of the text. */
export async function withMedia(file: LessonFile, folder: Media): Promise<WholeLesson> {
  const media = await lookAtMedia(file.lesson, folder);
  const inMedia = mediaProblems(file.lesson, media);
  const problems = file.problems.then((found) =>
    [...found, ...inMedia].toSorted((a, b) => a.line - b.line || a.column - b.column),
  );
  return { ...file, media, problems };
}

/** One lesson with its films. */
export async function withFilms(file: LessonFile, folder: Media): Promise<FilmedLesson> {
  return { ...file, media: await lookForFilms(file.lesson, folder) };
}
