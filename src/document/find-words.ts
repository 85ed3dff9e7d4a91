import type { Span } from './nodes.ts';
import type { SourceLine } from './source-line.ts';

/** Where in the file some words of a text stand: from their character `at` on, until the next piece. */
export type Piece = Span & { readonly at: number };

/** Finds words again in the lines they were read from, always behind what was found last. */
export type WordFinder = {
  /** The lines as they were given, of which `lines` has each line of the file once. */
  readonly given: readonly SourceLine[];
  readonly lines: readonly SourceLine[];
  /** The line of each given one; null where they are the same. */
  readonly rows: readonly number[] | null;
  readonly raw: string;
  /** Where in `raw` each line begins. */
  readonly starts: readonly number[];
  row: number;
  index: number;
  /** Where in `raw` the search goes on. */
  cursor: number;
  /** So many words were written otherwise than they read. */
  missed: number;
  /** Words that are not on their own line are looked for up to this one. */
  end: number;
};

/** More words than this that are written otherwise than they read, and the rest has the place of what stands before it. */
const MAX_MISSED = 100;

/** How many lines further on words are looked for that are not on their own: a link's address may run over lines. */
const REACH = 3;

/** Starts at the first of some lines. */
export function startFinder(given: readonly SourceLine[]): WordFinder {
  const { lines, rows } = withoutCopies(given);
  const raw =
    lines.length === 1 ? (lines[0]?.text ?? '') : lines.map(({ text }) => text).join('\n');
  let next = 0;
  const starts = lines.map(({ text }) => {
    const start = next;
    next += text.length + 1;
    return start;
  });
  return { given, lines, rows, raw, starts, row: 0, index: 0, cursor: 0, missed: 0, end: 0 };
}

/** The pieces of `words`; what is written otherwise than it reads has the place of its neighbours. */
export function findWords(finder: WordFinder, words: string): readonly Piece[] {
  if (words.trim() === '') return [];
  const whole = findWhole(finder, words);
  return whole === undefined ? findPieces(finder, words) : [{ at: 0, ...whole }];
}

/** The pieces of words that do not stand anywhere as they are. */
export function findPieces(finder: WordFinder, words: string): readonly Piece[] {
  const each = takeEach(finder, words);
  return each.length > 0
    ? each
    : [{ at: 0, ...(take(finder, words, REACH) ?? placeOf(finder, finder.cursor)) }];
}

/** Where `words` stand as they are; undefined where they are written otherwise than they read. */
export function findWhole(finder: WordFinder, words: string): Span | undefined {
  const own = take(finder, words, 0);
  if (own !== undefined) return own;
  const further = finder.end - finder.index - 1;
  return further > 0 ? take(finder, words, further) : undefined;
}

/** Where a code span between `mark`s begins, which may run over lines. */
export function findCode(finder: WordFinder, code: string, mark: string): Span {
  const { raw } = finder;
  const open = raw.indexOf(mark, finder.cursor);
  if (open < 0) return placeOf(finder, finder.cursor);
  moveTo(finder, open + mark.length);
  const [, blank = ''] = /^([ \n]?)\S/.exec(raw.slice(finder.cursor, finder.cursor + 2)) ?? [];
  const from = finder.cursor + (/^[ \n]/.test(code) ? 0 : blank.length);
  const place = placeOf(finder, from);
  const close = raw.indexOf(mark, from + code.length);
  moveTo(finder, close < 0 ? from : close + mark.length);
  return place;
}

/** The place behind what was found last. */
export function placeHere(finder: WordFinder): Span {
  return placeOf(finder, finder.cursor);
}

/** Where words stand, without going on behind them. */
export function peekWords(finder: WordFinder, words: string): Span {
  const found = spot(finder, words, REACH);
  return placeOf(finder, found < 0 ? finder.cursor : found);
}

/** Goes on at the line of that number among the given ones, from 0. Words that are not on their own line are looked for up to the line `end`, as in HTML of which some is left out. */
export function goToLine(finder: WordFinder, index: number, end = 0): void {
  const row = Math.min(index, Math.max(finder.given.length - 1, 0));
  const line = finder.rows === null ? row : (finder.rows[row] ?? 0);
  const start = startOf(finder, line);
  // What one line gave several times, as a row of an outline does, is found along that line.
  const along =
    row !== finder.row && line === finder.index ? finder.cursor - startOf(finder, finder.index) : 0;
  finder.row = row;
  finder.index = line;
  finder.end = end;
  finder.cursor = start + along;
}

/** Goes on at the next of the given lines. */
export function goToNextLine(finder: WordFinder): void {
  const { rows, row, index } = finder;
  if (rows === null || rows[row + 1] !== index) {
    moveTo(finder, startOf(finder, index + 1));
    return;
  }
  finder.row += 1;
  finder.cursor = startOf(finder, index);
}

function startOf({ starts, raw }: WordFinder, line: number): number {
  return starts[line] ?? raw.length;
}

function moveTo(finder: WordFinder, offset: number): void {
  const { lines, rows } = finder;
  finder.cursor = offset;
  while (finder.index + 1 < lines.length && startOf(finder, finder.index + 1) <= offset) {
    finder.index += 1;
    finder.row = rows === null ? finder.index : rows.indexOf(finder.index, finder.row);
  }
}

function placeOf(finder: WordFinder, offset: number): Span {
  const { lines } = finder;
  let { index } = finder;
  while (index + 1 < lines.length && startOf(finder, index + 1) <= offset) index += 1;
  return { line: lines[index]?.line ?? 1, column: offset - startOf(finder, index) + 1 };
}

// Where words begin, at most `reach` lines below; -1 where they do not stand there.
function spot(finder: WordFinder, words: string, reach: number): number {
  if (finder.missed >= MAX_MISSED) return -1;
  const { raw, cursor } = finder;
  const end = Math.min(startOf(finder, finder.index + 1 + reach), raw.length);
  if (raw.startsWith(words, cursor) && cursor + words.length <= end) return cursor;
  const found = raw.slice(cursor, end).indexOf(words);
  return found < 0 ? -1 : cursor + found;
}

function take(finder: WordFinder, words: string, reach: number): Span | undefined {
  const found = spot(finder, words, reach);
  if (found < 0) return undefined;
  const place = placeOf(finder, found);
  moveTo(finder, found + words.length);
  return place;
}

function takeEach(finder: WordFinder, words: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const word of words.matchAll(/\S+/g)) {
    const letters = /[\p{L}\p{N}]+/u.exec(word[0]);
    const exact = take(finder, word[0], 0);
    // `Stop\\!` reads “Stop!”: its letters are still there.
    const place = exact ?? (letters === null ? undefined : take(finder, letters[0], 0));
    if (place === undefined) {
      finder.missed += 1;
      continue;
    }
    const from = word.index + (exact === undefined ? (letters?.index ?? 0) : 0);
    // What is written otherwise than it reads, before the first words that are found, has their place, and ends in their line.
    if (from > 0 && pieces.length === 0) {
      const end = (finder.lines[finder.index]?.text.length ?? 0) + 1;
      pieces.push({
        at: 0,
        line: place.line,
        column: Math.max(1, Math.min(place.column, end - from)),
      });
    }
    pieces.push({ at: from, ...place });
  }
  return pieces;
}

// A line of the file that gave many lines of a text, each of which has it whole, is there once; `rows` is null where none did.
function withoutCopies(some: readonly SourceLine[]): {
  readonly lines: readonly SourceLine[];
  readonly rows: readonly number[] | null;
} {
  if (!some.some((line, at) => isCopy(line, some[at - 1]))) return { lines: some, rows: null };
  const lines: SourceLine[] = [];
  const rows = some.map((line) => {
    if (!isCopy(line, lines.at(-1))) lines.push(line);
    return lines.length - 1;
  });
  return { lines, rows };
}

function isCopy({ line, text }: SourceLine, above: SourceLine | undefined): boolean {
  return above?.line === line && above.text === text;
}
