import * as v from 'valibot';
import { number, whole } from '../text/schema.ts';

/** A lesson as a home has it; `version` grows with every save, by which two windows see each other's. */
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
});

/** A lesson in a list of them. */
export type ListedLesson = Pick<SavedLesson, 'id' | 'title' | 'saved' | 'version'>;

/** Why nothing could be saved: no more room, or a browser that keeps nothing here. */
export type Refusal = 'full' | 'blocked';

/** What became of a save: done, or another window saved this lesson since it was read, or the home refused. Nothing is written over in the last two. */
export type SaveResult =
  | { readonly is: 'saved'; readonly version: number }
  | { readonly is: 'changed elsewhere'; readonly theirs: SavedLesson }
  | { readonly is: 'refused'; readonly why: Refusal };

/** Where lessons live: this browser, later also the server and a folder. Nothing here throws; what cannot be read is null. */
export type LessonHome = {
  /** In words, after “Saved to”. */
  readonly name: string;
  /** The last saved first; null where the home cannot be opened. */
  list(): Promise<readonly ListedLesson[] | null>;
  read(id: string): Promise<SavedLesson | null>;
  /** Saves over the version it was read with; version 0 makes a new one. */
  save(lesson: SavedLesson): Promise<SaveResult>;
  remove(id: string): Promise<boolean>;
};

/** How it is with what was typed. */
export type SaveState =
  | { readonly is: 'untouched' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved' }
  | { readonly is: 'not saved'; readonly why: Refusal }
  | { readonly is: 'changed elsewhere' };

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
      return state.why === 'full'
        ? 'Not saved: this computer is full. Save a copy'
        : 'Not saved: this browser keeps nothing here. Save a copy';
    case 'changed elsewhere':
      return 'Changed in another window';
  }
}

/** A lesson's file name, `why-ice-floats.md`, from its title's slug. */
export function fileName(slug: string): string {
  return `${slug === '' ? 'lesson' : slug}.md`;
}

/** More than any lesson has, in characters: a larger file is refused before it is read. */
const MAX_CHARACTERS = 2_000_000;

/** A file's text as the editor has it: without a mark of its encoding, and with one kind of line end; null for what is no text. */
export function openedText(text: string): string | null {
  if (text.includes('\0') || text.includes('\uFFFD') || text.length > MAX_CHARACTERS) return null;
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}
