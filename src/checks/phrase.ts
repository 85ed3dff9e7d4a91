// Every character is either between words or in one, so that a gap can be read in one way alone; words of any length would be read again from each start.
const BETWEEN = String.raw`[ ,"]`;
const WORD = String.raw`[^ .!?;,"]`;
/** Up to eight words of the same sentence, as a pattern. */
export const GAP = `(?:['-]${WORD}{0,40})?(?:${BETWEEN}+${WORD}{1,40}){0,8}?(?:${BETWEEN}+['-]*|['-]+)`;

/** The source of a pattern that finds nothing. */
export const NOTHING: string = String.raw`[^\s\S]`;

/** Makes a phrase of the code into a pattern for whole words in any case: `(a|b)`, `(a )?` and `…` (up to eight words of the same sentence) may stand in it. */
function phrase(words: string): RegExp {
  return wholeWords(phraseSource(words));
}

/** Several phrases as one pattern. */
export function phrases(list: readonly string[]): RegExp {
  return list.length === 0 ? wholeWords(NOTHING) : phrase(list.join('|'));
}

/** A phrase of the code as the source of a pattern. */
export function phraseSource(words: string): string {
  return words.replaceAll('(', '(?:').replaceAll(/ ?… ?/g, GAP);
}

// Small classes, and letters of one plane, are made ready in a fraction of the time and of the room.
const LETTERS = String.raw`[\wÀ-ɏﬀ-ﬆ-]`;

/** The source of a pattern as one for whole words in any case. */
export function wholeWords(source: string): RegExp {
  return new RegExp(`(?<!${LETTERS})(?:${source})(?!${LETTERS})`, `gi${planesOf(source)}`);
}

/** The source of a pattern as one to be tried where a word begins. */
export function atWord(source: string): RegExp {
  return new RegExp(`(?:${source})(?!${LETTERS})`, `iy${planesOf(source)}`);
}

function planesOf(source: string): '' | 'u' {
  return source.includes(String.raw`\p`) ? 'u' : '';
}

/** A number in figures, as a pattern. */
export const NUMBER: string = String.raw`\d{1,12}(?:[.,]\d{1,12}){0,4}`;

/** A blank, as a pattern: a hyphen is one too, and a comma may stand before it. */
export const BLANK = '(?:,?[ -]+)';

/** A blank, or what takes its place before a short form, as in “who's”, as a pattern. */
export const BLANK_OR_SHORT: string = `(?:,?[ -]+|(?='|n'?t))`;
