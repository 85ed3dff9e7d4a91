import { GAP, NOTHING, NUMBER, wholeWords } from './phrase.ts';
import { makePhrases, type Phrases } from './word-places.ts';

/** A phrase read: the source of its pattern and what must stand before it, or what is wrong with it, a sentence without its beginning. */
export type ReadPhrase =
  | { readonly source: string; readonly behind: string; readonly problem: null }
  | { readonly source: null; readonly problem: string };

/** Named pieces that several phrases of a list share, as `<family>`. */
type Pieces = Readonly<Record<string, string>>;

// No longer than words and numbers are, so that a text without blanks is not read again from each start.
const BLANK = '(?:,?[ -]+)';
const WORD = String.raw`[^\s.,!?;:"()|{}]{1,40}`;
const SENTENCE_START = String.raw`(?<=(?:^|[.!?:;"(] ?)["(]?)`;
const SENTENCE_END = String.raw`(?=\s*(?:[.!?;:]|$))`;

// What people write in full in a list, and short in a lesson. The blank before it goes with it.
const SHORT_FORMS: readonly (readonly [full: RegExp, short: string])[] = [
  [/(?<![\p{L}'])can(?:not| not)(?!\p{L})/giu, "(?:cannot|can not|can'?t)"],
  [/(?<![\p{L}'])will not(?!\p{L})/giu, "(?:will not|won'?t)"],
  [/ not(?!\p{L})/giu, "(?: not|n'?t)"],
  [/ (?:is|has)(?!\p{L})/giu, "(?:$&|'s)"],
  [/ (?:had|would)(?!\p{L})/giu, "(?:$&|'d)"],
  [/ are(?!\p{L})/giu, "(?:$&|'re)"],
  [/ have(?!\p{L})/giu, "(?:$&|'ve)"],
  [/ will(?!\p{L})/giu, "(?:$&|'ll| wo(?=n'?t))"],
  [/ can(?!\p{L}|not| not|'?\?t)/giu, "(?:$&| ca(?=n'?t))"],
];

/** Reads a phrase in the language of `words/README.md`: `(a|b)`, `s?`, `…`, `*`, `#` and `<piece>`; short forms such as “won’t” come by themselves. */
export function readPhrase(words: string, pieces: Pieces = {}): ReadPhrase {
  const [, start, inner = '', end] = /^(\^?)(.*?)(\$?)$/su.exec(words.trim()) ?? [];
  const tokens = inner.replaceAll(/ *… */g, '…').match(/<[\p{L}\p{N}-]+>|[()|?*#…]|[^…()|?*#<>\\]+|./gsu) ?? [];
  let [source, depth, last] = ['', 0, '('];
  for (const [at, token] of tokens.entries()) {
    const problem = misplaced({ token, last, depth, next: tokens[at + 1] }) ?? unknownPiece(token, pieces);
    if (problem !== null) return { source: null, problem };
    depth += token === '(' ? 1 : token === ')' ? -1 : 0;
    source += meaningOf(token, pieces);
    last = token;
  }
  if (depth > 0) return { source: null, problem: 'a bracket is opened and never closed' };
  if (tokens.length === 0) return { source: null, problem: 'there are no words in it' };
  return { source: end === '' ? source : source + SENTENCE_END, behind: start === '' ? '' : SENTENCE_START, problem: null };
}

type Place = { readonly token: string; readonly last: string; readonly depth: number; readonly next: string | undefined };

function misplaced({ token, last, depth, next }: Place): string | null {
  const isEdge = last === '(' || last === '|';
  if (/^[\\<>]$/.test(token)) return `“${token}” means nothing in a phrase`;
  if (token === ')' && depth === 0) return 'a bracket is closed that was never opened';
  if (token === '|' && depth === 0) return '“|” stands between choices in brackets, as in “(a|b)”';
  if ((token === ')' || token === '|') && isEdge) return 'a choice in brackets is empty; what may be missing is written “(very )?”';
  if (token === '?' && (isEdge || /[?…]$/u.test(last))) return '“?” comes right after a letter or a bracket';
  if (token === '…' && (isEdge || next === undefined)) return '“…” stands between words';
  return null;
}

function unknownPiece(token: string, pieces: Pieces): string | null {
  if (!/^<.+>$/.test(token)) return null;
  const { problem } = readPiece(token, pieces);
  return problem === null ? null : `in “${token}”, ${problem}`;
}

// A piece may hold others; it cannot hold itself.
function readPiece(token: string, pieces: Pieces): ReadPhrase {
  const { [token.slice(1, -1)]: piece, ...rest } = pieces;
  return piece === undefined ? { source: null, problem: 'there is no piece of this name' } : readPhrase(piece, rest);
}

function meaningOf(token: string, pieces: Pieces): string {
  if (token === '(') return '(?:';
  if (token === ')' || token === '|' || token === '?') return token;
  if (token === '*') return WORD;
  if (token === '#') return NUMBER;
  if (token === '…') return GAP;
  if (token.startsWith('<')) return `(?:${readPiece(token, pieces).source})`;
  return literal(token);
}

function literal(words: string): string {
  const escaped = words.replaceAll(/[.+^$[\]{}]/g, String.raw`\$&`);
  return SHORT_FORMS.reduce((source, [full, short]) => source.replace(full, short), escaped).replaceAll(/[ -]+/g, BLANK);
}

/** Phrases as one pattern for whole words in any case; those that cannot be read find nothing. */
export function phrasePattern(list: readonly string[], pieces: Pieces = {}): RegExp {
  const sources = read(list, pieces).map(({ source, behind }) => behind + source);
  return wholeWords(sources.length === 0 ? NOTHING : sources.join('|'));
}

/** Phrases ready to be found in a lesson; those that cannot be read find nothing. */
export function readPhrases(list: readonly string[], pieces: Pieces = {}): Phrases {
  return makePhrases(read(list, pieces));
}

function read(list: readonly string[], pieces: Pieces): readonly (ReadPhrase & { readonly problem: null })[] {
  return list.map((words) => readPhrase(words, pieces)).filter((one) => one.problem === null);
}
