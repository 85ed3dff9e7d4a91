import type { BoxView, Note, NoteView, Step } from './protocol.ts';
import { NOTE_LENGTH } from './note-length.ts';
import { isWorrying } from './worrying-words.ts';

/** The question box of a room: shut until the teacher opens it (M11). The notes lie in the order of their random ids, which says nothing (R11). */
export type Box = { readonly isOpen: boolean; readonly notes: readonly Note[] };

/** The name that box ballots lie under among the ballots of questions: no question's id is empty. */
export const BOX = '';
/** Notes one seat may send. */
export const NOTES_PER_SEAT = 2;

/** A box before the teacher opens it. */
export const SHUT: Box = { isOpen: false, notes: [] };

// What joins or fills and is not seen: a note of nothing else is empty, however long it is (R23). U+2800 is an empty Braille pattern.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Z}\p{C}\p{M}\u2800\s]/gu;

/** A note as it may be kept, without signs that cannot be seen; null for an empty or a long one. */
export function readNote(text: string): string | null {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (sign) =>
      sign === '\n' || sign === '\u200D' ? sign : '',
    )
    .trim();
  return plain.replace(UNSEEN, '') === '' || text.length > NOTE_LENGTH ? null : plain;
}

/** The box with one more note, among the others where its random id puts it. */
export function addNote(box: Box, { id, text }: Pick<Note, 'id' | 'text'>): Box {
  return {
    ...box,
    notes: [...box.notes, { id, text, triage: null }].toSorted((one, other) =>
      one.id < other.id ? -1 : 1,
    ),
  };
}

/** The box with notes sorted, or, with null, unsorted again; null when it lacks one of them. */
export function triageNote(
  box: Box,
  { note, also = [], as }: Extract<Step, { readonly type: 'triage' }>,
): Box | null {
  const ids = new Set([note, ...also]);
  if (box.notes.filter(({ id }) => ids.has(id)).length < ids.size) return null;
  return {
    ...box,
    notes: box.notes.map((one) => (ids.has(one.id) ? { ...one, triage: as } : one)),
  };
}

/** The notes that no one may forget yet: not sorted, or for the DSL and not handed over (R8). */
export function waitingNotes({ notes }: Box): readonly Note[] {
  return notes.filter(({ triage }) => triage === null || triage === 'dsl');
}

/** The box as the teacher alone sees it: what should be read first comes first. */
export function boxView({ isOpen, notes }: Box): BoxView {
  const views = notes.map((note): NoteView => ({ ...note, first: isWorrying(note.text) }));
  return {
    isOpen,
    notes: [...views.filter(({ first }) => first), ...views.filter(({ first }) => !first)],
  };
}
