import { plainRun, runWords, type Run } from '../office-blocks.ts';
import { paragraph, blocksXml, type Gathering } from './word-text.ts';
import { packWord } from './write-word.ts';

/** A part of a letter, as it stands on its sheet. */
export type LetterPart = {
  readonly kind: 'heading' | 'paragraph' | 'item';
  readonly words: readonly Run[];
};

/** A letter that a school sends as it likes: its title, and all that stands below it. */
export type Letter = { readonly title: string; readonly parts: readonly LetterPart[] };

/** Writes a letter as a document of Word, to be changed before it is sent. The same letter makes the same bytes. */
export function writeLetter({ title, parts }: Letter): Uint8Array {
  const gathering: Gathering = { relations: [], lists: [] };
  const body = parts.map(({ kind, words }) => {
    switch (kind) {
      case 'heading':
        return paragraph(words, gathering, { style: 'Heading1' });
      case 'paragraph':
        return paragraph(words, gathering);
      case 'item':
        return blocksXml([{ kind, level: 0, number: null, isSmall: false, words }], gathering);
    }
  });
  const whole = [paragraph([plainRun(title)], gathering, { style: 'Title' }), ...body].join('');
  return packWord(whole, { title, foot: title, gathering, day: null });
}

/** The same as text for an email or a message: a blank line between its parts, a dash before an item. */
export function letterText({ title, parts }: Letter): string {
  const lines = parts.map(({ kind, words }, at) => {
    const above = kind === 'item' && parts[at - 1]?.kind === 'item' ? '\n' : '\n\n';
    return `${above}${kind === 'item' ? '- ' : ''}${runWords(words)}`;
  });
  return `${title}${lines.join('')}\n`;
}
