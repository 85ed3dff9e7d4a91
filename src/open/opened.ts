import { LIMITS, type Amount } from './limits.ts';

/** What became of a part of a file: as it was, written otherwise, moved to the notes, not in the lesson, or in it and to be looked at; and where its minutes come from. */
export type FindingKind =
  | 'unchanged'
  | 'changed'
  | 'to-notes'
  | 'left-out'
  | 'look'
  | 'minutes-found'
  | 'minutes-guessed';

/** One thing that is reported of a file: `place` is where it was, in words (`slide 3`), and `line` where it is in the lesson, from 1; null where it is not in it. */
export type Finding = {
  readonly kind: FindingKind;
  readonly words: string;
  readonly place: string;
  readonly line: number | null;
};

/** A picture of the lesson: its path under `media/`, and what it is. */
export type MediaFile = { readonly path: string; readonly bytes: Uint8Array };

/** What was opened: a word processor's file, slides, Markdown, or what was pasted. */
export type SourceKind = 'docx' | 'pptx' | 'markdown' | 'text' | 'html';

/** Who sees a part of what was opened: `some` where the class sees some of it, and the teacher the rest; null where no one does. */
export type Destination = 'teacher' | 'board' | 'some' | 'details' | null;

/** A paragraph, list or table of what was opened, where it goes and why: `line` is its place in the lesson. */
export type OpenedPart = {
  /** Its number among the parts of what was opened, from 0. */
  readonly id: number;
  readonly written: string;
  readonly place: string;
  readonly goes: Destination;
  readonly reason: string;
  readonly line: number | null;
};

/** A text that is to become a lesson, a plan for sure or whatever it reads like, with the parts it has: `name` is what it is called where it says nothing itself. */
export type TextToOpen = {
  readonly text: string;
  readonly isPlan: boolean;
  readonly name: string;
  readonly parts: readonly TextPart[];
};

/** A part of an opened text: its first and last line there, and where it was in its file. */
export type TextPart = { readonly from: number; readonly to: number; readonly place: string };

/** A timed part of a lesson, and whether its minutes are a guess. */
export type OpenedMinutes = {
  readonly title: string;
  readonly minutes: number;
  readonly isGuess: boolean;
};

/** A lesson in our own grammar with its pictures, and a report of what became of the file. */
export type Opened = {
  readonly kind: 'opened';
  readonly source: SourceKind;
  /** The tool that the file was made with, where it can be seen: `Marp`. */
  readonly tool: string | null;
  readonly slug: string;
  readonly text: string;
  readonly media: readonly MediaFile[];
  readonly findings: readonly Finding[];
  readonly parts: readonly OpenedPart[];
  /** What `checkPlan` lets its author turn; null for slides, and for what is a lesson already. */
  readonly plan: TextToOpen | null;
};

/** Why a file is not opened, and what to do instead. */
export type NotOpened = {
  readonly kind: 'not-opened';
  readonly code: RefusalCode;
  readonly message: string;
};

/** What stops a file from being opened. */
export type RefusalCode =
  | 'empty-file'
  | 'damaged-file'
  | 'other-kind'
  | 'password'
  | 'too-large'
  | 'unsafe-file';

/** A file that would take too long, or too much of the page's memory. */
export function tooMuch(): CannotOpen {
  return new CannotOpen(
    'too-large',
    'Cannot open this file: there is too much in it for one lesson. Save the pages or slides of one lesson as a file of their own, and open that',
  );
}

const PARAGRAPHS: ReadonlySet<string> = new Set(['w:p', 'a:p']);
const RUNS: ReadonlySet<string> = new Set(
  'w:r w:br w:cr w:tab w:ptab w:sym w:object w:pict w:drawing a:r a:br a:fld m:r'.split(' '),
);

/** Counts an element of Word or PowerPoint, and ends the reading of a file that has more of them than one lesson does. */
export function countIn(amount: Amount, name: string): void {
  if (PARAGRAPHS.has(name)) amount.paragraphs += 1;
  else if (RUNS.has(name)) amount.runs += 1;
  else return;
  if (amount.paragraphs > LIMITS.paragraphs || amount.runs > LIMITS.runs) throw tooMuch();
}

/** Ends the reading of a file; `openFile` hands its sentence on. */
export class CannotOpen extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}
