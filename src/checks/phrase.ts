/** Makes a phrase of a word list into a pattern for whole words in any case: `(a|b)`, `(a )?` and `…` (up to eight words of the same sentence) may stand in it. */
export function phrase(words: string): RegExp {
  const gap = String.raw`(?:[ ,"'-]+[^ .!?;,"]+){0,8}?[ ,"'-]+`;
  const source = words.replaceAll('(', '(?:').replaceAll(/ ?… ?/g, gap);
  return new RegExp(String.raw`(?<![\w-])(?:${source})(?![\w-])`, 'giu');
}

/** Several phrases as one pattern. */
export function phrases(list: readonly string[]): RegExp {
  return phrase(list.length === 0 ? '[^\\s\\S]' : list.join('|'));
}
