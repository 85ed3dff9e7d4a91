import type { LessonToApprove } from '../approval/lesson-to-approve.ts';
import type { FilmThere } from '../film/film-protocol.ts';
import type { Deck, Notes } from '../outputs/board/deck.ts';
import type { FilmPages } from '../outputs/board/film-pages.ts';
import type { HandoutText } from '../outputs/handouts/handout-texts.ts';
import type { ToPrint } from '../outputs/handouts/to-print.ts';
import type { StartPath } from './own-folder.ts';
import type { Question } from '../poll/question.ts';
import type { Slots } from '../text/fill-page.ts';
import { isNameIn } from '../text/own.ts';

/** A lesson of one’s own as its home has it, where no program does. */
export type MyLesson = {
  readonly slug: string;
  readonly text: string;
  /** Whether it stays a safeguarding lesson whatever its head says. */
  readonly staysSafeguarding: boolean;
  /** What lies beside it of its review; null for nothing. */
  readonly review: string | null;
  /** Why the site itself keeps it from a class, where it came with it; null where nothing does. */
  readonly why: string | null;
  /** What is said of the films that it names, where something is. */
  readonly films: readonly FilmThere[];
  /** The handouts of the site, as they are written; none where no sheet is made. */
  readonly handouts: readonly HandoutText[];
  /** Its pictures by their path under `media/`, where the file has them in it. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** The day, `2026-11-24`. */
  readonly today: string;
};

/** What is made of such a lesson, by the names that the site’s files have: the data of its pages, its own page, its sheets, and files of other programs. */
export type MyFiles = {
  /** The films that it names, in their order. */
  readonly films: readonly string[];
  /** The pictures that it shows, by their paths under `media/`. */
  readonly pictures: readonly string[];
  readonly 'deck.json': Deck & { readonly v: number };
  readonly 'notes.json': Notes;
  readonly 'questions.json': readonly Question[];
  readonly 'film.json': FilmPages;
  readonly 'lesson.json': LessonToApprove | null;
  readonly plan: Slots;
  /** What asks the safeguarding lead to approve it. */
  readonly approve: Slots;
  readonly slides: Slots;
  /** Every sheet that is made for it, by the sheet’s id. */
  readonly sheets: Readonly<Record<string, Slots>>;
  /** Their paper alone, for a page that prints several at once. */
  readonly 'sheets.json': Readonly<Record<string, string>>;
  /** All of its sheets, those of the school’s that a class needs among them. */
  readonly 'print.json': ToPrint['lessons'][number];
  /** The two first pages of a folder that has it, by their paths, and the film that plays, null for none. */
  readonly start: {
    readonly slots: Readonly<Record<StartPath, Slots>>;
    readonly film: string | null;
  };
  readonly 'slides.pptx': Uint8Array;
  readonly 'plan.docx': Uint8Array;
};

/** The name of such a file. */
export type MyFile = keyof MyFiles;

/** The name of one for another program. */
export type OfficeFile = 'slides.pptx' | 'plan.docx';

const NAMES: Readonly<Record<MyFile, true>> = {
  films: true,
  pictures: true,
  'deck.json': true,
  'notes.json': true,
  'questions.json': true,
  'film.json': true,
  'lesson.json': true,
  plan: true,
  approve: true,
  slides: true,
  sheets: true,
  'sheets.json': true,
  'print.json': true,
  start: true,
  'slides.pptx': true,
  'plan.docx': true,
};

/** True for the name of one. */
export function isMyFile(name: string): name is MyFile {
  return isNameIn(NAMES, name);
}

/** True for the name of one for another program. */
export function isOfficeFile(name: MyFile): name is OfficeFile {
  return name === 'slides.pptx' || name === 'plan.docx';
}

/** A file to make of a lesson of one’s own. */
export type MakeRequest = { readonly make: MyFile; readonly of: MyLesson };

/** The file; null where it could not be made. */
export type MakeAnswer = MyFiles[MyFile] | null;
