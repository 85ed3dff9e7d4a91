import { slipOf } from '../subjects/subjects.ts';
import type { Problem } from '../document/problem.ts';
import { placeOfField } from './place-of-field.ts';
import type { Lesson } from './lesson.ts';

/** A subject that may be a slip of a known one. Any other name is a subject of the school's own. */
export function subjectProblems(written: string, lesson: Lesson): readonly Problem[] {
  const known = lesson.subject.isAnswered ? slipOf(written) : undefined;
  if (known === undefined) return [];
  return [
    {
      code: 'subject-unknown',
      severity: 'warning',
      ...placeOfField(lesson, 'subject'),
      message: `“${written.slice(0, 40)}” is a subject of your own here, and is shown on the title slide. Is it “${known}”?`,
    },
  ];
}
