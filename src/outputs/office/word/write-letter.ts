import { HeadingLevel } from 'docx';
import type { Letter } from '../letter.ts';
import { plainRun } from '../office-blocks.ts';
import { packWord } from './pack-word.ts';
import { bulletItem } from './word-lists.ts';
import { paragraph } from './word-text.ts';

/** Writes a letter as a document of Word, to be changed before it is sent. */
export function writeLetter({ title, parts }: Letter): Promise<Uint8Array<ArrayBuffer>> {
  const body = parts.map(({ kind, words }) => {
    switch (kind) {
      case 'heading':
        return paragraph(words, { heading: HeadingLevel.HEADING_1 });
      case 'paragraph':
        return paragraph(words);
      case 'item':
        return paragraph(words, { numbering: bulletItem(0) });
    }
  });
  const first = paragraph([plainRun(title)], { heading: HeadingLevel.TITLE });
  return packWord([first, ...body], { title, foot: title });
}
