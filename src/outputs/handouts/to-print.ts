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
