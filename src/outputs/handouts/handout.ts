import type { Lesson, Stage, WrittenField } from '../../lesson/lesson.ts';
import type { Problem } from '../../document/problem.ts';
import type { Edition } from './edition.ts';
import type { Pile, SheetAudience, SheetCopies, SheetPaper } from './sheet.ts';
import type { Piece } from './piece.ts';
import type { PaperStyle } from './paper-look.ts';

/** A translation of a sheet: its language as browsers know it, `ur`, and who checked it, by role, and when; empty while no one has. */
export type Translation = { readonly language: string; readonly checkedBy: string };

/** One handout, as it was read from `handouts/<slug>.md`. */
export type Handout = Edition & {
  readonly slug: string;
  readonly title: string;
  readonly about: string;
  readonly audience: SheetAudience;
  /** One for each lesson, with the lesson’s own words in it; or one for the school. */
  readonly of: 'lesson' | 'school';
  /** The stages of the lessons it is for, or every lesson for pupils; empty for all. */
  readonly stages: readonly (Stage | 'pupils')[];
  /** The lessons it is for, by the names of their files; empty for all. */
  readonly lessons: readonly string[];
  readonly copies: SheetCopies;
  readonly paper: SheetPaper;
  readonly pile: Pile;
  /** True for what a class cannot do without. */
  readonly essential: boolean;
  /** Its number among the thirteen items of the safeguarding lead’s pack. */
  readonly item: number | null;
  readonly styles: readonly PaperStyle[];
  /** Null for what is written in English. */
  readonly translation: Translation | null;
  /** The words of its fields as they are written, as far as people read them. */
  readonly fields: readonly WrittenField[];
  /** The English of a translation, which stands alongside it. */
  readonly pieces: readonly Piece[];
  /** Its pictures, by their path below `media/`. */
  readonly pictures: readonly string[];
};

/** A handout with everything found wrong with it. `handout` is always there: what could be read is read. */
export type ReadHandout = {
  readonly handout: Handout;
  /** Where each of its pictures is written. */
  readonly pictures: Lesson['pictures'];
  readonly problems: readonly Problem[];
};
