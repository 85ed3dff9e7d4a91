import { runWords, type Run } from './office-blocks.ts';

/** A part of a letter, as it stands on its sheet. */
export type LetterPart = {
  readonly kind: 'heading' | 'paragraph' | 'item';
  readonly words: readonly Run[];
};

/** A letter that a school sends as it likes: its title, and all that stands below it. */
export type Letter = { readonly title: string; readonly parts: readonly LetterPart[] };

/** A letter as text for an email or a message: a blank line between its parts, a dash before an item. */
export function letterText({ title, parts }: Letter): string {
  const lines = parts.map(({ kind, words }, at) => {
    const above = kind === 'item' && parts[at - 1]?.kind === 'item' ? '\n' : '\n\n';
    return `${above}${kind === 'item' ? '- ' : ''}${runWords(words)}`;
  });
  return `${title}${lines.join('')}\n`;
}
