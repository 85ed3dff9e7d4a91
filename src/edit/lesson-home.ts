import * as v from 'valibot';
import { LIMITS } from '../open/limits.ts';
import type { MediaFile } from '../open/opened.ts';
import { number, whole } from '../text/schema.ts';
import type { LessonVersion, ListedVersion } from './history.ts';

/** A lesson as a home has it; `version` is another one after each change, by which two windows see each other's; 0 for one that is in no home yet. */
export type SavedLesson = v.InferOutput<typeof savedLesson>;

/** How a saved lesson is read; `undo` is the editor's own, as it wrote it. */
export const savedLesson = v.object({
  v: v.literal(1),
  id: v.string(),
  title: v.string(),
  text: v.string(),
  version: whole,
  /** When it was saved, in ms since 1970. */
  saved: number,
  /** Where the cursor was, in characters from the start. */
  cursor: whole,
  undo: v.unknown(),
  /** True where it was once a safeguarding lesson: it stays one until the safeguarding lead releases it. */
  staysSafeguarding: v.optional(v.boolean(), false),
});

/** A lesson in a list of them; `isUnsaved` where it is in this browser alone so far, and its home is another; `isDraft` where the library does not list it. */
export type ListedLesson = Pick<SavedLesson, 'id' | 'title' | 'saved' | 'version'> & {
  readonly isUnsaved?: true;
  readonly isDraft?: boolean;
};

/** A lesson as it is opened: `isUnsaved` where this browser has words of it that its home has not. */
export type ReadLesson = SavedLesson & { readonly isUnsaved?: true };

/**
 * Why nothing could be saved: no more room in this browser, a browser that keeps nothing here; and,
 * where lessons are the program's: it is out of reach, with the text saved in this browser meanwhile
 * or not, staff are signed out, its disk is full, its folder may only be read, the text is too long,
 * or anything else. A folder of this computer's may be out of reach, or no longer open to the page,
 * with the text saved in this browser meanwhile.
 */
export type Refusal =
  | 'full'
  | 'blocked'
  | 'away'
  | 'away, and blocked'
  | 'signed out'
  | 'disk full'
  | 'read-only'
  | 'too long'
  | 'folder away'
  | 'folder closed'
  | 'failed';

/** What became of a save: done, or another window saved this lesson since it was read, or the home refused. Nothing is written over in the last two. */
export type SaveResult =
  | { readonly is: 'saved'; readonly version: number; readonly staysSafeguarding: boolean }
  | { readonly is: 'changed elsewhere'; readonly theirs: SavedLesson }
  | { readonly is: 'refused'; readonly why: Refusal };

/** Where lessons live: this browser, the program, or a folder of this computer. Nothing here throws; what cannot be read is null. */
export type LessonHome = {
  readonly place: 'browser' | 'server' | 'folder';
  /** In words, after “Saved to”. */
  readonly name: string;
  /** A name for a new lesson of this title, which no other has. */
  freshId(title: string): Promise<string>;
  /** The last saved first; null where the home cannot be opened. */
  list(): Promise<readonly ListedLesson[] | null>;
  read(id: string): Promise<ReadLesson | null>;
  /** Saves over the version it was read with; version 0 makes a new one. */
  save(lesson: SavedLesson): Promise<SaveResult>;
  /** Deletes a lesson, and the pictures that no other shows; one that is saved again with version 0 is back, and they with it. */
  remove(id: string): Promise<boolean>;
  /** Saves a picture whose path is one of `picturePath`, before a text shows it; why not, where it is refused. */
  addPicture(picture: MediaFile): Promise<Refusal | null>;
  /** The bytes of such a picture; null where the home has none of this path. */
  picture(path: string): Promise<Uint8Array | null>;
  /** Whether there is a picture of this path, with those that people put into `media/` where the home has that; null where it cannot be known now. */
  hasPicture(path: string): Promise<boolean | null>;
  /** What this window has typed, in this browser; none where that is the home itself. */
  readonly drafts?: WindowDrafts;
  /** Asks for leave to use it again, at a press; none where no one can take that away. */
  readonly reopen?: () => Promise<void>;
  /** Earlier versions of its lessons; none where the home has no history. */
  readonly history?: HomeHistory;
};

/** The earlier versions of a home's lessons, each by when it was saved. */
export type HomeHistory = {
  /** The newest first; null where they cannot be read now. */
  list(id: string): Promise<readonly ListedVersion[] | null>;
  read(id: string, saved: number): Promise<LessonVersion | null>;
  /** A lesson was taught with this text; none where the home itself knows. */
  taught?(id: string, text: string): Promise<void>;
};

/** What a window has typed of lessons that their home has not yet: a reload or a crash finds it in this browser. */
export type WindowDrafts = {
  /** False where the browser keeps nothing. */
  put(lesson: SavedLesson): Promise<boolean>;
  remove(id: string): Promise<void>;
};

/** How it is with what was typed. */
export type SaveState =
  | { readonly is: 'untouched' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved' }
  | { readonly is: 'not saved'; readonly why: Refusal }
  | { readonly is: 'changed elsewhere'; readonly theirs: SavedLesson };

/** The state in words for the teacher; `home` is the home's name. */
export function stateInWords(state: SaveState, home: string): string {
  switch (state.is) {
    case 'untouched':
      return '';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Saved to ${home}`;
    case 'not saved':
      return NOT_SAVED[state.why];
    case 'changed elsewhere':
      return 'Changed somewhere else';
  }
}

const NOT_SAVED: Readonly<Record<Refusal, string>> = {
  full: 'Not saved: this computer is full. Save a copy',
  blocked: 'Not saved: this browser keeps nothing here. Save a copy',
  away: 'Connection lost: your words are safe in this browser. Trying again…',
  'away, and blocked': 'Not saved: connection lost. Save a copy',
  'signed out': 'Not saved: you are signed out. Sign in again in another window',
  'disk full': 'Not saved: the disk is full. Save a copy',
  'read-only': 'Not saved: the folder of lessons can only be read. Save a copy',
  'too long': 'Not saved: this is longer than any lesson. Save a copy',
  'folder away': 'Your folder can’t be reached: your words are safe in this browser. Trying again…',
  'folder closed': 'Your folder is closed: your words are safe in this browser. Open it again',
  failed: 'Not saved: Wholeclass could not save it. Save a copy',
};

/** A lesson's file name, `why-ice-floats.md`, from its title's slug. */
export function fileName(slug: string): string {
  return `${slug === '' ? 'lesson' : slug}.md`;
}

/** More than any lesson has, in characters: a larger file is refused before it is read. */
export const MAX_CHARACTERS = LIMITS.characters;

/** A file's text as the editor has it: without a mark of its encoding, and with one kind of line end; null for what is no text. */
export function openedText(text: string): string | null {
  if (text.includes('\0') || text.length > MAX_CHARACTERS) return null;
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}
