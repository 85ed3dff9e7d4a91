import { readJsonAs } from '../text/schema.ts';
import { waitingNotes } from './box.ts';
import { parseLeftNote } from './left-note.ts';
import type { LeftNote } from './left-note.ts';
import { noteSchema, type Note } from './protocol.ts';

/** A note as `JSON.stringify` writes it, as far as it goes: its id, its words up to their end or to the first torn byte, and what follows them. */
const NOTE =
  /\{"id":"([\w-]{43})","text":"((?:[^"\\\p{Cc}\uFFFD]|\\["\\/bfnrt]|\\u[\dA-Fa-f]{4})*)("[^{}]{0,300}\})?/gu;

/** A sealed note that was left: of a torn one nothing can be had. */
const SEALED =
  /\{"id":"[\w-]{43}","sealed":\{"version":1,"keys":\[[^\]]*\],"body":"[\w-]*"\},"goneAt":(?:null|\d+)\}/g;

/**
 * The notes that no one may forget yet, in what is left of a file or of a row that cannot be read (R31). Of a note that is
 * there more than once the last one counts, and a sealed one before one that is not. A torn note ends in “…”.
 */
export function salvageNotes(torn: string): readonly LeftNote[] {
  const plain = [...torn.matchAll(NOTE)].map(([whole, id = '', words = '', end]): Note => {
    const read = end === undefined ? null : readJsonAs(noteSchema, whole);
    return read ?? { id, text: `${String(JSON.parse(`"${words}"`))} …`, triage: null };
  });
  const last = new Map(plain.map((one) => [one.id, one]));
  const sealed = [...torn.matchAll(SEALED)]
    .map(([whole]) => parseLeftNote(whole))
    .filter((one) => one !== null);
  const all = new Map<string, LeftNote>(
    waitingNotes({ isOpen: false, notes: [...last.values()] }).map((one) => [one.id, one]),
  );
  for (const one of sealed) all.set(one.id, one);
  return [...all.values()];
}
