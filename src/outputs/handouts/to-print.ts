import type { LessonCard } from '../library/lesson-card.ts';
import type { SheetEntry } from './sheet.ts';

/** What there is to print: each lesson with its own sheets, and what is the same for the whole school. */
export type ToPrint = {
  readonly lessons: readonly {
    readonly card: LessonCard;
    readonly sheets: readonly SheetEntry[];
  }[];
  readonly school: readonly SheetEntry[];
};

/** The sheets of a lesson, or the school’s own for null; null where there is no such lesson. */
export function sheetsFor(
  { lessons, school }: ToPrint,
  slug: string | null,
): readonly SheetEntry[] | null {
  if (slug === null) return school;
  return lessons.find(({ card }) => card.slug === slug)?.sheets ?? null;
}
