import { toWords } from '../../src/document/to-text.ts';
import { allOf } from '../../src/document/visit.ts';
import { slidesOf, type Lesson } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { openFile } from '../../src/open/open-file.ts';
import type { Opened } from '../../src/open/opened.ts';

/** A file that must open. */
export function opened(name: string, bytes: Uint8Array): Opened {
  const found = openFile({ name, bytes });
  if (found.kind !== 'opened') throw new Error(found.message);
  return found;
}

/** What the class sees, a line each: minutes of blocks, headings, words, pictures. */
export function boardOf(lesson: Lesson): readonly string[] {
  return lesson.blocks.flatMap((block) => [
    ...(block.minutes === null ? [] : [`[${block.minutes} min]`]),
    ...block.slides.flatMap(({ heading, body }) => [
      `# ${heading}`,
      ...[toWords(body)].filter((words) => words !== ''),
      ...allOf(body, 'picture').map(({ path }) => `picture ${path}`),
    ]),
  ]);
}

/** What only the teacher sees of its slides, in letters and figures alone. */
export function notesOf(lesson: Lesson): string {
  return lettersOf(
    slidesOf(lesson)
      .map(({ notes }) => toWords(notes))
      .join(' '),
  );
}

/** Words without anything but letters and figures. */
export function lettersOf(words: string): string {
  return words
    .replaceAll(/<[^<>]*>|[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** The lesson of a file that must open. */
export function lessonOf({ slug, text }: Opened): Lesson {
  return readLesson(slug, text).lesson;
}
