import { lessonCard, type LessonCard } from '../handout/lesson-card.ts';
import { findFilm } from './films.ts';
import type { LessonFile } from './lessons.ts';
import { mediaProblems } from './media-problems.ts';

/** All lessons as the library lists them, in `lessons.json`. */
export function listLessons(files: readonly LessonFile[], media: string): Promise<readonly LessonCard[]> {
  return Promise.all(
    files.map(async (file) => lessonCard(await withMediaProblems(file, media), (await findFilm(file.lesson, media))?.manifest.title ?? null)),
  );
}

/** A lesson with the problems of its pictures and film among the others, in the order of the text. */
export async function withMediaProblems(file: LessonFile, media: string): Promise<LessonFile> {
  const problems = [...file.problems, ...(await mediaProblems(file.lesson, media))];
  return { ...file, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}
