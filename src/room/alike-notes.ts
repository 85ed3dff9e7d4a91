import type { NoteView } from './protocol.ts';
import { groupBy } from '../text/group-by.ts';

/** Notes that say the same, to be sorted together; each has at least one. */
export type AlikeNotes = readonly NoteView[];

/**
 * Notes in groups of those that say the same but for case, spaces, punctuation and letters held down, and that are sorted alike.
 * Every note is in exactly one group, so that none is hidden; a group is where its first note was (R23).
 */
export function groupAlike(notes: readonly NoteView[]): readonly AlikeNotes[] {
  return [...groupBy(notes, ({ text, triage }) => `${triage ?? ''} ${likeness(text)}`).values()];
}

/** The texts of alike notes as they were written, each once, with how many notes have it. */
export function textsOf(
  notes: AlikeNotes,
): readonly { readonly text: string; readonly count: number }[] {
  return [...groupBy(notes, ({ text }) => text)].map(([text, some]) => ({
    text,
    count: some.length,
  }));
}

// A note of nothing but punctuation is like itself alone.
function likeness(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}\s]+/gu, '')
    .replace(/(\p{L})\1+/gu, '$1');
  return plain === '' ? text : plain;
}
