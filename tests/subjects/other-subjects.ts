import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadLesson } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const folder = new URL('lessons/', import.meta.url);

/** A lesson of another subject than safeguarding, short but true to life. */
export type OtherLesson = ReadLesson & {
  readonly slug: string;
  readonly text: string;
  readonly path: string;
};

/** All of them, as their files have them. */
export function otherLessons(): readonly OtherLesson[] {
  return readdirSync(folder).map((name) => {
    const slug = name.replace('.md', '');
    const path = fileURLToPath(new URL(name, folder));
    const text = readFileSync(path, 'utf8');
    return { slug, text, path, ...readLesson(slug, text) };
  });
}
