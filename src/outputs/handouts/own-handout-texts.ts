import type { Lesson } from '../../lesson/lesson.ts';
import type { LessonHandout } from '../../lesson/take-handouts.ts';
import { namesOf } from '../../text/own.ts';
import type { InLesson } from './read-handout.ts';

/** A handout that is written in a lesson, with what it takes from there. */
export type OwnHandoutText = { readonly of: InLesson; readonly handout: LessonHandout };

/** What of a lesson its handouts are read from. */
export type LessonOfHandouts = Pick<Lesson, 'slug' | 'reviewed' | 'names' | 'handouts'>;

/** What a lesson’s own handouts are read from, in their order. */
export function ownHandoutTexts({
  slug,
  reviewed,
  names,
  handouts,
}: LessonOfHandouts): readonly OwnHandoutText[] {
  return handouts.map((handout, at) => ({
    of: { slug, n: at + 1, reviewed, names: namesOf(names) },
    handout,
  }));
}
