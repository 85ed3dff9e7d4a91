import { own } from '../text/own.ts';
import type { ReadPacks } from '../subjects/read-pack.ts';
import { slipOf } from '../subjects/subjects.ts';
import type { Problem } from '../document/problem.ts';
import { placeOfField } from './place-of-field.ts';
import type { Lesson } from './lesson.ts';

/** A subject whose pack cannot be read, or that may be a slip of a known one. Any other name is a subject of the school's own. */
export function subjectProblems(
  written: string,
  lesson: Lesson,
  { packs, problems }: ReadPacks,
): readonly Problem[] {
  const place = placeOfField(lesson, 'subject');
  const unread = own(problems, lesson.subject.name);
  if (unread !== undefined) {
    return [{ code: 'subject-pack', severity: 'error', ...place, message: unread }];
  }
  const known = lesson.subject.isAnswered ? slipOf(written, packs) : undefined;
  if (known === undefined) return [];
  const taken =
    lesson.subject.name === known
      ? `“${written.slice(0, 40)}” is read as “${known}”, which needs an approval. Write that name`
      : `“${written.slice(0, 40)}” is a subject of your own here, and is shown on the title slide. Is it “${known}”?`;
  return [
    {
      code: 'subject-unknown',
      severity: 'warning',
      ...place,
      message: taken,
    },
  ];
}
