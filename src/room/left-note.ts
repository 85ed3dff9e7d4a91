import * as v from 'valibot';
import { number, readJsonAs, type Fields, type Schema } from '../text/schema.ts';

import { triages, type Note } from './protocol.ts';

/** How long it can be undone that a note was dealt with, in ms (R26). */
export const UNDO_MS = 24 * 60 * 60_000;

/** The key of a note's text, wrapped for one holder of a safeguarding key; all base64url. */
export type WrappedKey = {
  /** The holder's public key. */
  readonly to: string;
  /** By which the holder's words are known again: salt of the key, and the hint of the words. */
  readonly salt: string;
  readonly hint: string;
  /** The other public key of the exchange, made for this note alone. */
  readonly from: string;
  readonly key: string;
};

/** A note's text as only the words of a holder open it (R25). */
export type SealedNote = {
  readonly version: 1;
  readonly keys: readonly WrappedKey[];
  readonly body: string;
};

/** A sealed note that outlived its room; `goneAt` is when it is deleted, in ms since 1970, null while it waits. */
export type SealedLeftNote = {
  readonly id: string;
  readonly sealed: SealedNote;
  readonly goneAt: number | null;
};

/** A note that outlived its room (R8): sealed, or as it was written while the school has no safeguarding key. */
export type LeftNote = Note | SealedLeftNote;

/** Seals notes for the safeguarding lead. */
export type NoteSealer = {
  /** Learns which keys there are now. */
  readonly refresh: () => Promise<void>;
  /** null while there is no key. */
  readonly seal: (note: Note) => SealedNote | null;
};

/** For a place where no one has a key. */
export const NO_SEALER: NoteSealer = { refresh: async () => {}, seal: () => null };

/** True for a note that is sealed. */
export function isSealed(note: LeftNote): note is SealedLeftNote {
  return 'sealed' in note;
}

/** The note as it may be written down once its room is gone: sealed wherever there is a key, and as it is where it was sealed already (R25). */
export function toLeftNote(note: LeftNote, { seal }: NoteSealer): LeftNote {
  if (isSealed(note)) return note;
  const { id, text, triage } = note;
  const sealed = seal({ id, text, triage });
  return sealed === null ? { id, text, triage } : { id, sealed, goneAt: null };
}

/** The note from the moment at which the safeguarding lead has dealt with it (R26). */
export function dealtWith(note: SealedLeftNote, now: number): SealedLeftNote {
  return { ...note, goneAt: note.goneAt ?? now + UNDO_MS };
}

/** True from exactly 24 hours after it was dealt with: it cannot be had back, and goes (R26). */
export function isGone(note: LeftNote, now: number): boolean {
  return isSealed(note) && note.goneAt !== null && now >= note.goneAt;
}

/** Notes that wait for the safeguarding lead, sealed or not. */
export function waitingFor(notes: readonly LeftNote[]): readonly LeftNote[] {
  return notes.filter((note) => !isSealed(note) || note.goneAt === null);
}

/** A left note as a store writes it. */
export function formatLeftNote(note: LeftNote): string {
  return JSON.stringify(note);
}

/** Reads what `formatLeftNote` wrote, of this version or of one before there were keys; null for anything else. */
export function parseLeftNote(json: string): LeftNote | null {
  return readJsonAs<LeftNote>(sealedLeftNote, json) ?? readJsonAs(note, json);
}

/** How a note was sorted; a word that is not known here is no reason to lose the note. */
export const sortedAs: Schema<Note['triage']> = v.fallback(v.nullable(v.picklist(triages)), null);

const wrappedKey = v.object({
  to: v.string(),
  salt: v.string(),
  hint: v.string(),
  from: v.string(),
  key: v.string(),
} satisfies Fields<WrappedKey>);
const sealedNote = v.object({
  version: v.literal(1),
  keys: v.array(wrappedKey),
  body: v.string(),
} satisfies Fields<SealedNote>);
const sealedLeftNote = v.object({
  id: v.string(),
  sealed: sealedNote,
  goneAt: v.nullable(number),
} satisfies Fields<SealedLeftNote>);
const note = v.object({
  id: v.string(),
  text: v.string(),
  triage: sortedAs,
} satisfies Fields<Note>);
