import type { Lesson } from '../lesson/lesson.ts';
import type { TextBlock } from './text-block.ts';
import type { FoundContact } from './contacts-in.ts';
import type { SourceLine } from '../document/source-line.ts';
import type { Severity } from '../document/problem.ts';
import type { LessonVoices } from './voices.ts';
import type { WordPlaces } from './word-places.ts';

/**
 * A lesson as the checks see it: parsed, as words with their places, and the numbers and addresses
 * in them; `words` has what is quoted to be corrected blanked out.
 */
export type CheckedLesson = {
  readonly lesson: Lesson;
  /** Its lines as they are written, code and HTML included. */
  readonly lines: readonly SourceLine[];
  readonly textBlocks: readonly TextBlock[];
  readonly words: WordPlaces;
  /** Who speaks in those words. */
  readonly voices: LessonVoices;
  readonly contacts: readonly FoundContact[];
  /** The day of the check, `2026-11-24`; null where it is not known, and nothing is overdue. */
  readonly today: string | null;
};

/** One place where a lesson may hurt, with the sentence for its author; one that is milder than its hazard says so. */
export type Finding = {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity?: 'warning';
  /** True where it is about the lesson as a whole: a suppression in the first lines counts for it. */
  readonly isWhole?: true;
};

/** One thing that can go wrong in a lesson on this subject; all of them are the table in `checks.ts`. */
export type Hazard = {
  /** The row of the safeguarding list it comes from, `H2`. */
  readonly row: string;
  /** Lower-case words joined by hyphens; an author overrules a finding by this name. */
  readonly code: string;
  readonly severity: Exclude<Severity, 'info'>;
  /** Whose words are checked: what pupils are shown, or the teacher's notes as well. */
  readonly audience: 'pupils' | 'everyone';
  /** Where the rule was read. */
  readonly source: string;
  /** True where no reason lets a finding stand. */
  readonly final?: true;
  readonly find: (checked: CheckedLesson) => readonly Finding[];
};

/** What a hazard says about itself, without how it looks. */
export type HazardFacts = Omit<Hazard, 'find'>;
