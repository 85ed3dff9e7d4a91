import { withShortForms } from './short-forms.ts';
import { BLANK, BLANK_OR_SHORT, GAP, NOTHING, NUMBER, wholeWords } from './phrase.ts';
import { makePhrases, type Phrases } from './word-places.ts';

/** A phrase read: the source of its pattern and what must stand before it, or what is wrong with it, a sentence without its beginning. */
export type ReadPhrase =
  | { readonly source: string; readonly behind: string; readonly problem: null }
  | { readonly source: null; readonly problem: string };

/** Named pieces that several phrases of a list share, as `<family>`. */
type Pieces = Readonly<Record<string, string>>;

// No longer than words and numbers are, so that a text without blanks is not read again from each start.
const WORD = String.raw`[^\s.,!?;:"()|{}]{1,40}`;
const SENTENCE_START = String.raw`(?<=(?:^|[.!?:;"(] ?)["(]?)`;
const SENTENCE_END = String.raw`(?=\s*(?:[.!?;:]|$))`;

// Each phrase of a list is read to be held against the rules and again to be found, and a piece wherever it is named. All lists together have some 1,100 phrases; the names of lessons' characters come on top.
const read = new Map<string, ReadPhrase>();
const MAX_READ = 5_000;

/** Reads a phrase in the language of `words/README.md`: `(a|b)`, `s?`, `…`, `*`, `#` and `<piece>`; short forms such as “won’t” come by themselves. */
export function readPhrase(words: string, pieces: Pieces = {}): ReadPhrase {
  // What it means hangs on the pieces that it names.
  if (words.includes('<')) return readTokens(words, pieces);
  const known = read.get(words);
  if (known !== undefined) return known;
  if (read.size >= MAX_READ) read.clear();
  const fresh = readTokens(words, pieces);
  read.set(words, fresh);
  return fresh;
}

function readTokens(words: string, pieces: Pieces): ReadPhrase {
  const [, start, inner = '', end] = /^(\^?)(.*?)(\$?)$/su.exec(words.trim()) ?? [];
  const tokens = inner.replaceAll(/ *… */g, '…').match(TOKEN) ?? [];
  let [source, last] = ['', '('];
  // For each bracket that is open: whether its choices stand behind a blank.
  const open: boolean[] = [];
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    const problem =
      misplaced({ token, last, depth: open.length, next }) ?? unknownPiece(token, pieces);
    if (problem !== null) return { source: null, problem };
    const isChoice = (last === '(' || last === '|') && open.at(-1) === true;
    if (token === '(') open.push(isChoice || last.endsWith(' '));
    if (token === ')') open.pop();
    source +=
      SIGNS.has(token) || token.startsWith('<')
        ? meaningOf(token, pieces)
        : literal(token, { isChoice, isBeforeChoice: next === '(' });
    last = token;
  }
  if (open.length > 0) return { source: null, problem: 'a bracket is opened and never closed' };
  if (tokens.length === 0) return { source: null, problem: 'there are no words in it' };
  return {
    source: end === '' ? source : source + SENTENCE_END,
    behind: start === '' ? '' : SENTENCE_START,
    problem: null,
  };
}

const TOKEN = /<[\p{L}\p{N}-]+>|[()|?*#…]|[^…()|?*#<>\\]+|./gsu;
const SIGNS: ReadonlySet<string> = new Set('()|?*#…');

type Place = {
  readonly token: string;
  readonly last: string;
  readonly depth: number;
  readonly next: string | undefined;
};

function misplaced({ token, last, depth, next }: Place): string | null {
  const isEdge = last === '(' || last === '|';
  if (['\\', '<', '>'].includes(token)) return `“${token}” means nothing in a phrase`;
  if (token === ')' && depth === 0) return 'a bracket is closed that was never opened';
  if (token === '|' && depth === 0) return '“|” goes between choices in brackets, as in “(a|b)”';
  if ((token === ')' || token === '|') && isEdge) {
    return 'a choice in brackets is empty; what may be missing is written “(very )?”';
  }
  if (token === '?' && (isEdge || last.endsWith('?') || last.endsWith('…'))) {
    return '“?” comes right after a letter or a bracket';
  }
  if (token === '…' && (isEdge || next === undefined)) return '“…” goes between words';
  return null;
}

function unknownPiece(token: string, pieces: Pieces): string | null {
  if (!token.startsWith('<')) return null;
  const { problem } = readPiece(token, pieces);
  return problem === null ? null : `in “${token}”, ${problem}`;
}

// A piece may hold others; it cannot hold itself.
function readPiece(token: string, pieces: Pieces): ReadPhrase {
  const { [token.slice(1, -1)]: piece, ...rest } = pieces;
  return piece === undefined
    ? { source: null, problem: 'there is no piece of this name' }
    : readPhrase(piece, rest);
}

function meaningOf(token: string, pieces: Pieces): string {
  if (token === '(') return '(?:';
  if (token === ')' || token === '|' || token === '?') return token;
  if (token === '*') return WORD;
  if (token === '#') return NUMBER;
  if (token === '…') return GAP;
  return `(?:${readPiece(token, pieces).source})`;
}

type LiteralPlace = { readonly isChoice: boolean; readonly isBeforeChoice: boolean };

// Lists say the same few thousand words again and again, and each of them is read twice: to be held against the rules, and to be found.
const literals = new Map<string, string>();

function literal(words: string, place: LiteralPlace): string {
  const name = `${place.isChoice} ${place.isBeforeChoice} ${words}`;
  const source = literals.get(name) ?? literalSource(words, place);
  literals.set(name, source);
  return source;
}

function literalSource(words: string, { isChoice, isBeforeChoice }: LiteralPlace): string {
  const blank = isBeforeChoice && words.endsWith(' ') ? BLANK_OR_SHORT : '';
  const escaped = (blank === '' ? words : words.slice(0, -1)).replaceAll(
    /[.+^$[\]{}]/g,
    String.raw`\$&`,
  );
  return withShortForms(escaped, isChoice).replaceAll(/[ -]+/g, BLANK) + blank;
}

/** Phrases as one pattern for whole words in any case; those that cannot be read find nothing. */
export function phrasePattern(list: readonly string[], pieces: Pieces = {}): RegExp {
  const sources = readAll(list, pieces).map(({ source, behind }) => behind + source);
  return wholeWords(sources.length === 0 ? NOTHING : sources.join('|'));
}

/** Makes phrases into a pattern, and makes it again only where the pieces are others: lessons name their own characters. */
export function keepPattern(list: readonly string[]): (pieces: Pieces) => RegExp {
  let cached: { readonly key: string; readonly pattern: RegExp } | null = null;
  return (pieces) => {
    const key = JSON.stringify(pieces);
    if (cached?.key !== key) cached = { key, pattern: phrasePattern(list, pieces) };
    return cached.pattern;
  };
}

/** Phrases ready to be found in a lesson; those that cannot be read find nothing. */
export function readPhrases(list: readonly string[], pieces: Pieces = {}): Phrases {
  return makePhrases(readAll(list, pieces));
}

function readAll(
  list: readonly string[],
  pieces: Pieces,
): readonly (ReadPhrase & { readonly problem: null })[] {
  return list.map((words) => readPhrase(words, pieces)).filter((one) => one.problem === null);
}
