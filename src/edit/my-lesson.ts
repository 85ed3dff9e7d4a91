import type { LessonToApprove } from '../approval/lesson-to-approve.ts';
import type { FilmThere } from '../film/film-protocol.ts';
import type { Deck, Notes } from '../outputs/board/deck.ts';
import type { FilmPages } from '../outputs/board/film-pages.ts';
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
  /** What is said of the films that it names, where something is. */
  readonly films: readonly FilmThere[];
  /** The day, `2026-11-24`. */
  readonly today: string;
};

/** What is made of such a lesson, by the names that the site’s files have: the data of its pages, its own page, and its sheets. */
export type MyFiles = {
  /** The films that it names, in their order. */
  readonly films: readonly string[];
  readonly 'deck.json': Deck & { readonly v: number };
  readonly 'notes.json': Notes;
  readonly 'questions.json': readonly Question[];
  readonly 'film.json': FilmPages;
  readonly 'lesson.json': LessonToApprove | null;
  readonly plan: Slots;
  readonly worksheet: Slots;
  readonly notes: Slots;
  readonly slides: Slots;
};

/** The name of such a file. */
export type MyFile = keyof MyFiles;

const NAMES: Readonly<Record<MyFile, true>> = {
  films: true,
  'deck.json': true,
  'notes.json': true,
  'questions.json': true,
  'film.json': true,
  'lesson.json': true,
  plan: true,
  worksheet: true,
  notes: true,
  slides: true,
};

/** True for the name of one. */
export function isMyFile(name: string): name is MyFile {
  return isNameIn(NAMES, name);
}

/** A file to make of a lesson of one’s own. */
export type MakeRequest = { readonly make: MyFile; readonly of: MyLesson };

/** The file; null where it could not be made. */
export type MakeAnswer = MyFiles[MyFile] | null;
