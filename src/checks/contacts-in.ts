import { knownNumbers } from '../help/known-contacts.ts';
import { readContacts, type ContactWords } from '../help/read-contacts.ts';
import type { TextBlock } from './text-block.ts';

/** A number or address in a lesson, and where it stands; `isCited` where it tells adults a source. */
export type FoundContact = ContactWords & {
  readonly textBlock: TextBlock;
  readonly isCited: boolean;
};

/** Every number and address in a lesson's words: text, links, notes and fields alike. */
export function contactsIn(textBlocks: readonly TextBlock[]): readonly FoundContact[] {
  return textBlocks.flatMap((textBlock) => {
    // A footnote is a source wherever it is written.
    const note = /\[\^[\w-]{1,60}\]:/.exec(textBlock.text);
    const cited =
      textBlock.to === 'teacher' || textBlock.role === 'footnote'
        ? 0
        : note === null
          ? Infinity
          : note.index + note[0].length;
    return readContacts(textBlock.text, knownNumbers).map((contact) => ({
      ...contact,
      textBlock,
      isCited: contact.index >= cited,
    }));
  });
}
