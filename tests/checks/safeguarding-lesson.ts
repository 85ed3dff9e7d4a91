import type { Lesson } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { subjectOf } from '../../src/subjects/subjects.ts';

/** A lesson, or a piece of one, as its author would have it read: `subject: safeguarding`, without a line for it in each piece. */
export function safeguardingLesson(slug: string, source: string): Lesson {
  return { ...readLesson(slug, source).lesson, subject: subjectOf('safeguarding', { lines: [] }) };
}
