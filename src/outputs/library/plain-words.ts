/** One word of a text. */
export const WORD = /[\p{L}\p{N}]+/gu;

/** A text in lower case and without accents, as a search compares it. */
export function plain(words: string): string {
  return words
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The words of a text as a search compares them. */
export function plainWords(words: string): readonly string[] {
  return plain(words).match(WORD) ?? [];
}
