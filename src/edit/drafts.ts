import * as v from 'valibot';
import type { MediaFile } from '../open/opened.ts';
import { savedLesson, type Refusal, type SavedLesson } from './lesson-home.ts';

/** What a window has of a lesson of the program's: as it was typed, with the version it was read at. */
export type Draft = {
  /** Of the window. */
  readonly window: string;
  readonly lesson: SavedLesson;
  /** True once the program has these very words. */
  readonly isSaved: boolean;
};

/** How a draft is read from a browser’s database; `key` is of its lesson and its window. */
export const draft = v.object({
  key: v.string(),
  window: v.string(),
  lesson: savedLesson,
  isSaved: v.boolean(),
});

/** The drafts of a browser, each window’s its own. Nothing here throws; where a browser keeps nothing, `put` is false. */
export type Drafts = {
  all(): Promise<readonly Draft[]>;
  put(draft: Draft): Promise<boolean>;
  remove(draft: Draft): Promise<void>;
  /** Pictures that the program has not yet. */
  readonly pictures: SavedPictures;
};

/** Pictures in a database of a browser; where it keeps nothing, `add` says why. */
export type SavedPictures = {
  add(picture: MediaFile): Promise<Refusal | null>;
  get(path: string): Promise<Uint8Array | null>;
  /** null where the database cannot be read. */
  has(path: string): Promise<boolean | null>;
  remove(path: string): Promise<void>;
  /** Takes away what no text of the database, and none besides, has shown for a day. */
  sweep(besides?: readonly unknown[]): Promise<void>;
};

/** The draft of a lesson that its home has not, the last typed; else the one that is as the home has it, for what can be undone. Where the home is out of reach, the last of all. */
export function draftOf(
  drafts: readonly Draft[],
  id: string,
  there: Pick<SavedLesson, 'text'> | 'away' | null,
): Draft | null {
  const own = drafts
    .filter(({ lesson }) => lesson.id === id)
    .toSorted((a, b) => b.lesson.saved - a.lesson.saved);
  if (there === 'away') return own.find(({ isSaved }) => !isSaved) ?? own[0] ?? null;
  const isThere = ({ lesson }: Draft) => lesson.text === there?.text;
  return own.find((one) => !one.isSaved && !isThere(one)) ?? own.find(isThere) ?? null;
}
