import type { ReadHandout } from './handout.ts';
import { ownHandoutTexts, type LessonOfHandouts } from './own-handout-texts.ts';
import { readHandoutIn } from './read-handout.ts';

/** The handouts that are written in a lesson, in their order. */
export function ownHandouts(lesson: LessonOfHandouts): readonly ReadHandout[] {
  return ownHandoutTexts(lesson).map(({ of, handout }) => readHandoutIn(of, handout));
}
