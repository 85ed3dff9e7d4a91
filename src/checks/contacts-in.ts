import { knownNumbers } from '../help/known-contacts.ts';
import { readContacts, type ContactWords } from '../help/read-contacts.ts';
import type { Passage } from './passage.ts';

/** A number or address in a lesson, and where it stands; `isCited` where it tells adults a source. */
export type FoundContact = ContactWords & { readonly passage: Passage; readonly isCited: boolean };

/** Every number and address in a lesson's words: text, links, notes and fields alike. */
export function contactsIn(passages: readonly Passage[]): readonly FoundContact[] {
  return passages.flatMap((passage) => {
    // A footnote is a source wherever it is written.
    const note = /\[\^[\w-]{1,60}\]:/.exec(passage.text);
    const cited =
      passage.to === 'teacher' || passage.role === 'footnote'
        ? 0
        : note === null
          ? Infinity
          : note.index + note[0].length;
    return readContacts(passage.text, knownNumbers).map((contact) => ({
      ...contact,
      passage,
      isCited: contact.index >= cited,
    }));
  });
}
