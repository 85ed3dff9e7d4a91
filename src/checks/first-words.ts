/** A piece of a pattern: a character, the edge of a word, anything at all, what a short form may follow, or one of several ways. */
type Piece =
  | { readonly is: 'character'; readonly text: string }
  | { readonly is: 'edge' | 'anything' | 'short' }
  | { readonly is: 'ways'; readonly ways: readonly (readonly Piece[])[] };

/** More first words than any list has. */
const MAX_WORDS = 2_000;

/** Stands in a source where nothing but a short form may follow: the “'s” of “who's”, the “n't” of “isn't”, or “nt”. */
export const SHORT = '\uE000';

/** The words, in small letters, with which a phrase of a word list may begin; null where that can be any word. */
export function firstWords(source: string): ReadonlySet<string> | null {
  const pieces = readSource(upToBlank(source));
  return pieces && collect((found) => stepThrough({ pieces, at: 0, after: null }, '', found));
}

// Nothing behind the first blank that every way comes by is of any first word, and most of a phrase is behind it.
function upToBlank(source: string): string {
  let depth = 0;
  let blank = source.length;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '[') at = source.indexOf(']', at);
    else if (depth === 0 && character === '|') return source;
    else if (depth === 0 && character === ' ' && !REPEATS.has(source[at + 1] ?? '')) {
      blank = Math.min(blank, at);
    }
    if (at < 0) return source;
  }
  return source.slice(0, blank + 1);
}

const REPEATS: ReadonlySet<string> = new Set('?*+{');

// Null where a word could be anything, or is none.
function collect(walk: (found: (word: string) => boolean) => boolean): ReadonlySet<string> | null {
  const words = new Set<string>();
  const isKnown = walk((word) => words.add(word) && words.size <= MAX_WORDS);
  return isKnown && !words.has('') ? words : null;
}

/** A word as it is looked up among first words: all numbers are one. */
export function asFirstWord(word: string): string {
  const small = word.toLowerCase();
  return /[ſ\d]/.test(small) ? small.replaceAll('ſ', 's').replaceAll(/\d+/g, '0') : small;
}

type Rest = { readonly pieces: readonly Piece[]; readonly at: number; readonly after: Rest } | null;

// Goes every way through the pieces up to the end of the first word; false where a word could be anything.
function stepThrough(rest: Rest, so: string, found: (word: string) => boolean): boolean {
  if (rest === null) return found(asFirstWord(so));
  const piece = rest.pieces[rest.at];
  if (piece === undefined) return stepThrough(rest.after, so, found);
  const after: Rest = { pieces: rest.pieces, at: rest.at + 1, after: rest.after };
  switch (piece.is) {
    case 'character':
      return so.length < 40 && stepThrough(after, so + piece.text, found);
    case 'edge':
      return found(asFirstWord(so));
    case 'short':
      return [so, `${so}n`, `${so}nt`].every((word) => found(asFirstWord(word)));
    case 'anything':
      return false;
    case 'ways':
      return piece.ways.every((way) => stepThrough({ pieces: way, at: 0, after }, so, found));
  }
}

type Reader = { readonly source: string; at: number };

/** The pieces of a pattern; null where it cannot be read to its end. */
function readSource(source: string): readonly Piece[] | null {
  const reader = { source, at: 0 };
  const pieces = readWays(reader);
  return reader.at === source.length ? pieces : null;
}

function readWays(reader: Reader): readonly Piece[] {
  const ways: (readonly Piece[])[] = [readPieces(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    ways.push(readPieces(reader));
  }
  return [{ is: 'ways', ways }];
}

function readPieces(reader: Reader): readonly Piece[] {
  const pieces: Piece[] = [];
  for (
    let next = reader.source[reader.at];
    next !== undefined && next !== '|' && next !== ')';
    next = reader.source[reader.at]
  ) {
    pieces.push(readRepeated(reader, readPiece(reader)));
  }
  return pieces;
}

function readPiece(reader: Reader): Piece {
  const character = reader.source[reader.at] ?? '';
  reader.at += 1;
  if (/[\p{L}\p{N}]/u.test(character)) return { is: 'character', text: character };
  switch (character) {
    case SHORT:
      return { is: 'short' };
    case '(': {
      if (reader.source.startsWith('?:', reader.at)) reader.at += 2;
      // What looks ahead or behind is not read, nor is the pattern that it is in.
      if (reader.source[reader.at] === '?') reader.at = reader.source.length + 1;
      const [ways] = readWays(reader);
      reader.at += 1;
      return ways ?? { is: 'anything' };
    }
    case '[':
      return readClass(reader);
    case '\\': {
      const [escaped = ''] = /^[pP]\{\w+\}|^[^]?/.exec(reader.source.slice(reader.at)) ?? [];
      reader.at += escaped.length;
      return { is: /\w/.test(escaped) ? 'anything' : 'edge' };
    }
    case '.':
    case '^':
    case '$':
      return { is: 'anything' };
  }
  return { is: 'edge' };
}

function readClass(reader: Reader): Piece {
  const end = reader.source.indexOf(']', reader.at);
  const inside = reader.source.slice(reader.at, end);
  reader.at = end + 1;
  if (end < 0 || !/^[\p{L}\p{N} '-]+$/u.test(inside) || /[^ ']-[^ ']/.test(inside)) {
    return { is: 'anything' };
  }
  return {
    is: 'ways',
    ways: [...inside].map((text) => [
      /[\p{L}\p{N}]/u.test(text) ? { is: 'character', text } : { is: 'edge' },
    ]),
  };
}

// What may be left out is a way of its own; what may come again is followed once, and after that may be anything.
function readRepeated(reader: Reader, piece: Piece): Piece {
  const [mark = ''] =
    /^(?:[?*+]|\{\d*,?\d*\})\??/.exec(reader.source.slice(reader.at, reader.at + 12)) ?? [];
  reader.at += mark.length;
  if (mark === '') return piece;
  if (mark.startsWith('{')) return { is: 'anything' };
  const again: readonly Piece[] = mark.startsWith('?')
    ? [piece]
    : [piece, { is: 'ways', ways: [[], [{ is: 'anything' }]] }];
  return { is: 'ways', ways: mark.startsWith('+') ? [again] : [again, []] };
}
