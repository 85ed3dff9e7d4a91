import type { Problem } from '../document/problem.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { placeOfField } from '../lesson/place-of-field.ts';
import { nearest } from '../text/nearest.ts';

/** What is wrong with the lessons that a lesson follows, which its text alone cannot tell; `slugs` are those of all lessons. */
export function beforeProblems(
  lesson: Pick<Lesson, 'slug' | 'follows' | 'fields' | 'blocks'>,
  slugs: readonly string[],
): readonly Problem[] {
  const { slug } = lesson;
  const others = slugs.filter((one) => one !== slug);
  return lesson.follows
    .filter((follows) => !others.includes(follows))
    .map((follows) => {
      const meant = nearest(follows, others);
      const why = follows === slug ? 'a lesson cannot follow itself' : 'there is no such lesson';
      return {
        code: 'unknown-lesson',
        severity: 'warning',
        ...placeOfField(lesson, 'follows'),
        message: `“follows: ${follows}” is left out: ${why}${meant === undefined ? '' : `. Is it “${meant}”?`}`,
      };
    });
}
