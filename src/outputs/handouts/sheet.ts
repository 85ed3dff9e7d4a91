import type { Lesson, Stage } from '../../lesson/lesson.ts';
import type { Slots } from '../../text/fill-page.ts';
import type { ProgramFacts } from '../home/program-facts.ts';
import type { Piece } from './piece.ts';
import type { PaperStyle } from './paper-look.ts';
import type { WordedFilm } from './transcript.ts';

/** The audience of a sheet. Adults’ sheets alone may bear a QR code. */
export type SheetAudience = 'pupils' | 'staff' | 'lead' | 'parents' | 'governors';

/** How many a class needs; `once` for what a school prints once and uses again, which is in no pile that no one asked to have it in. */
export type SheetCopies = 'once' | 'one' | 'each pupil' | 'each pair' | 'each four' | 'each adult';

/** How large paper is, upright, in millimetres. */
export const paperSizes = {
  A4: { wide: 210, high: 297 },
  A3: { wide: 297, high: 420 },
} as const;

/** The paper it is made for: A4, which a class is handed, or A3 for a wall. */
export type SheetPaper = keyof typeof paperSizes;

/** When it is handed out: some days before, to the teacher, to the class, when the lesson is over; or the safeguarding lead’s pack. */
export type Pile = 'before' | 'desk' | 'class' | 'after' | 'pack';

/** A handout that is written in a lesson, as another sheet has it. */
export type OwnOnPaper = {
  readonly title: string;
  readonly audience: SheetAudience;
  readonly pieces: readonly Piece[];
};

/** What a sheet of a lesson is made from; `film` is the one that plays. */
export type LessonFacts = {
  readonly lesson: Lesson;
  readonly film: WordedFilm | null;
  readonly today: string;
  /** The handouts that are written in it, where a sheet may have them on it too. */
  readonly own?: readonly OwnOnPaper[];
};

/** What a sheet of the school’s is made from: the stages of its lessons, the day, and what the program knows of itself, where a sheet may say it. */
export type SchoolFacts = {
  readonly stages: readonly (Stage | null)[];
  readonly today: string;
  readonly program?: ProgramFacts;
};

type Common = {
  /** Part of its address: small words joined by hyphens, and none that a filter stops (M26). */
  readonly id: string;
  readonly title: string;
  /** One line to help choose it. */
  readonly about: string;
  readonly audience: SheetAudience;
  readonly copies: SheetCopies;
  readonly pile: Pile;
  /** True for what a class cannot do without. */
  readonly essential: boolean;
  readonly paper: SheetPaper;
  /** How many of it are cut out of one page, in each style it comes in. */
  readonly perPage: Readonly<Partial<Record<PaperStyle, number>>>;
  /** True where its pages are cut apart, so that nothing may be printed on their backs. */
  readonly oneSided: boolean;
  /** Its number among the thirteen items of the safeguarding lead’s pack; null for what is not in it. */
  readonly item: number | null;
  /** What it has of `media/`, by its path there, besides what the lesson has. */
  readonly pictures: readonly string[];
};

/** A sheet that is made for each lesson. */
export type LessonSheet = Common & {
  readonly of: 'lesson';
  /** Where it is, from the site’s root. */
  address(lesson: Pick<Lesson, 'slug' | 'stage' | 'setting' | 'helpTopic' | 'subject'>): string;
  /** False where this lesson has nothing to put on it. */
  isFor(facts: Pick<LessonFacts, 'lesson'> & { readonly film: unknown }): boolean;
  /** Null where another page of the site is the sheet. */
  readonly make: ((facts: LessonFacts) => Slots) | null;
};

/** A sheet that is the same for the whole school. */
export type SchoolSheet = Common & {
  readonly of: 'school';
  /** True where it says the words that filters watch for, which are read for it alone. */
  readonly tellsWatched?: boolean;
  address(): string;
  readonly make: ((facts: SchoolFacts) => Slots) | null;
};

/** A sheet of either sort. */
export type Sheet = LessonSheet | SchoolSheet;

/** A sheet of one lesson or of the school as data, for pages and commands: all there is to say but how it is made. */
export type SheetEntry = Omit<Common, 'pictures'> & {
  readonly address: string;
  readonly styles: readonly PaperStyle[];
};
