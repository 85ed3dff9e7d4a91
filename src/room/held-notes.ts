import { formatLeftNote, isGone, isSealed, toLeftNote } from './left-note.ts';
import type { LeftNote, NoteSealer } from './left-note.ts';
import type { Note } from './protocol.ts';

/** The notes that outlived their rooms, in a store's memory; `write` puts each change down first, null for a note that goes. */
export type HeldNotes = {
  readonly at: (now: number) => readonly LeftNote[];
  /** Takes notes as they are to be written, together with what else their room's end writes. */
  readonly take: (notes: readonly LeftNote[], write: (notes: readonly LeftNote[]) => void) => void;
  /** False, and nothing is changed, where the note is no longer as it was. */
  readonly change: (was: LeftNote, next: LeftNote | null) => boolean;
  /** Deletes what is gone, and seals what waits unsealed, once there is a key. */
  readonly sweep: (now: number) => void;
};

/** What they are kept with. */
export type HeldNotesParts = {
  readonly saved: readonly LeftNote[];
  readonly sealer: NoteSealer;
  readonly write: (id: string, note: LeftNote | null) => void;
};

/** Opens the left notes of a store. */
export function openHeldNotes({ saved, sealer, write }: HeldNotesParts): HeldNotes {
  let notes = inOrder(saved);
  const change = (was: LeftNote, next: LeftNote | null): boolean => {
    const now = notes.find(({ id }) => id === was.id);
    if (!now || formatLeftNote(now) !== formatLeftNote(was)) return false;
    write(was.id, next);
    const others = notes.filter((note) => note !== now);
    notes = next === null ? others : inOrder([...others, next]);
    return true;
  };
  return {
    at: (now) => notes.filter((note) => !isGone(note, now)),
    take: (left, writeAll) => {
      const sealed = left.map((note) => toLeftNote(note, sealer));
      writeAll(sealed);
      const ids = new Set(sealed.map(({ id }) => id));
      notes = inOrder([...notes.filter(({ id }) => !ids.has(id)), ...sealed]);
    },
    change,
    sweep: (now) => {
      for (const note of notes) {
        if (isGone(note, now)) change(note, null);
        else if (!isSealed(note)) sealNow(note);
      }
    },
  };

  function sealNow(note: Note): void {
    const sealed = toLeftNote(note, sealer);
    if (isSealed(sealed)) change(note, sealed);
  }
}

// By their random ids: the order in which rooms ended says nothing (R11).
function inOrder(notes: readonly LeftNote[]): readonly LeftNote[] {
  return notes.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
