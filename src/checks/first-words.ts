/** A piece of a pattern: a character, the edge of a word, anything at all, or one of several ways. */
type Piece =
  | { readonly is: 'character'; readonly text: string }
  | { readonly is: 'edge' | 'anything' }
  | { readonly is: 'ways'; readonly ways: readonly (readonly Piece[])[] };

/** More first words than any list has. */
const MAX_WORDS = 2_000;

/** The words, in small letters, with which a phrase of a word list may begin; null where that can be any word. */
export function firstWords(source: string): ReadonlySet<string> | null {
  const reader = { source, at: 0 };
  const words = new Set<string>();
  const isKnown = stepThrough(
    { pieces: readWays(reader), at: 0, after: null },
    '',
    (word) => words.add(word) && words.size <= MAX_WORDS,
  );
  return isKnown && reader.at === source.length && !words.has('') ? words : null;
}

/** The words, in small letters, that may come second in a phrase; null where that can be any word, or none. */
export function secondWords(source: string): ReadonlySet<string> | null {
  const reader = { source, at: 0 };
  const words = new Set<string>();
  const isKnown = walkOn(readWays(reader), (word) => words.add(word) && words.size <= MAX_WORDS);
  return isKnown && reader.at === source.length && !words.has('') ? words : null;
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
    case 'anything':
      return false;
    case 'ways':
      return piece.ways.every((way) => stepThrough({ pieces: way, at: 0, after }, so, found));
  }
}

/** Where a walk is: before the first word, in it, or behind it. */
type Part = 'before' | 'first' | 'behind';

// Goes every way through the pieces up to the second word, and each place in each part once: from the second word on `stepThrough` goes on.
function walkOn(pieces: readonly Piece[], found: (word: string) => boolean): boolean {
  const seen = new Map<readonly Piece[], Set<string>>();
  return step({ pieces, at: 0, after: null }, 'before');

  function step(rest: Rest, part: Part): boolean {
    // A phrase of one word says nothing of the next.
    if (rest === null) return false;
    const places = seen.get(rest.pieces) ?? new Set();
    seen.set(rest.pieces, places);
    if (places.has(part + rest.at)) return true;
    places.add(part + rest.at);
    const piece = rest.pieces[rest.at];
    if (piece === undefined) return step(rest.after, part);
    const after: Rest = { pieces: rest.pieces, at: rest.at + 1, after: rest.after };
    switch (piece.is) {
      case 'character':
        return part === 'behind' ? stepThrough(rest, '', found) : step(after, 'first');
      case 'edge':
        return step(after, part === 'first' ? 'behind' : part);
      case 'anything':
        return false;
      case 'ways':
        return piece.ways.every((way) => step({ pieces: way, at: 0, after }, part));
    }
  }
}

type Reader = { readonly source: string; at: number };

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
    case '(': {
      if (reader.source.startsWith('?:', reader.at)) reader.at += 2;
      const [ways] = reader.source[reader.at] === '?' ? [] : readWays(reader);
      reader.at += 1;
      return ways ?? { is: 'anything' };
    }
    case '[':
      return readClass(reader);
    case '\\': {
      const escaped = reader.source[reader.at] ?? '';
      reader.at += 1;
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
