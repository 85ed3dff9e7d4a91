import type { Lesson } from '../lesson/lesson.ts';
import type { Handout } from '../outputs/handouts/handout.ts';
import { ownHandouts } from '../outputs/handouts/own-handouts.ts';

/** A handout that is written in a lesson, as it is looked at beside the text: what it is called, the lines it begins and ends at, from 1, and its sheet as HTML; null where what draws it did not load. */
export type HandoutBeside = {
  readonly title: string;
  readonly line: number;
  readonly to: number;
  readonly sheet: string | null;
};

/** What draws a handout as its sheet. */
export type DrawHandout = (handout: Handout, lesson: Lesson) => string;

/** The handouts of a lesson, in their order. */
export function handoutsBeside(lesson: Lesson, draw: DrawHandout | null): readonly HandoutBeside[] {
  return ownHandouts(lesson).map(({ handout }, at) => {
    const { line = 0, to = 0 } = lesson.handouts[at] ?? {};
    return { title: handout.title, line, to, sheet: draw && draw(handout, lesson) };
  });
}
