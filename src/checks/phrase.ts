// Every character is either between words or in one, so that a gap can be read in one way alone; words of any length would be read again from each start.
const BETWEEN = String.raw`[ ,"]`;
const WORD = String.raw`[^ .!?;,"]`;
const GAP = `(?:['-]${WORD}{0,40})?(?:${BETWEEN}+${WORD}{1,40}){0,8}?(?:${BETWEEN}+['-]*|['-]+)`;

/** Makes a phrase of a word list into a pattern for whole words in any case: `(a|b)`, `(a )?` and `…` (up to eight words of the same sentence) may stand in it. */
export function phrase(words: string): RegExp {
  const source = words.replaceAll('(', '(?:').replaceAll(/ ?… ?/g, GAP);
  return new RegExp(String.raw`(?<![\p{L}\p{N}_-])(?:${source})(?![\p{L}\p{N}_-])`, 'giu');
}

/** Several phrases as one pattern. */
export function phrases(list: readonly string[]): RegExp {
  return phrase(list.length === 0 ? '[^\\s\\S]' : list.join('|'));
}
