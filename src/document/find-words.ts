import type { SourceLine } from './source-line.ts';

/** Where in the file some words of a text stand: from its character `at` on, until the next piece. */
export type Piece = { readonly at: number; readonly line: number; readonly column: number };

/** Finds words again in the lines they were read from, always behind what was found last. */
export type WordFinder = {
  /** The pieces of `words`, which become the text from `at` on; what is written otherwise than it reads has the place of its neighbours. */
  readonly find: (words: string, at: number) => readonly Piece[];
  /** The piece of a code span between `mark`s, which may run over lines. */
  readonly findCode: (code: string, at: number, mark: string) => readonly Piece[];
  /** The place behind what was found last. */
  readonly here: () => Omit<Piece, 'at'>;
  /** Where words stand, without going on behind them. */
  readonly peek: (words: string) => Omit<Piece, 'at'>;
  /** Goes on at the line of that number among the finder's lines, from 0. Words that are not on their own line are looked for up to the line `end`, as in HTML of which some is left out. */
  readonly goTo: (index: number, end?: number) => void;
  readonly nextLine: () => void;
};

/** More words than this that are written otherwise than they read, and the rest has the place of what stands before it. */
const MAX_MISSED = 100;

/** How many lines further on words are looked for that are not on their own: a link's address may run over lines. */
const REACH = 3;

/** Starts at the first of some lines. */
export function startFinder(some: readonly SourceLine[]): WordFinder {
  const { lines, rows } = withoutCopies(some);
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.length + 1;
  }
  const raw = lines.map(({ text }) => text).join('\n');
  const startOf = (line: number) => starts[line] ?? raw.length;
  const state = { index: 0, row: 0, cursor: 0, missed: 0, end: 0 };
  const moveTo = (offset: number) => {
    state.cursor = offset;
    while (state.index + 1 < lines.length && startOf(state.index + 1) <= offset) {
      state.index += 1;
      state.row = rows === null ? state.index : rows.indexOf(state.index, state.row);
    }
  };
  const placeOf = (offset: number) => {
    let index = state.index;
    while (index + 1 < lines.length && startOf(index + 1) <= offset) index += 1;
    return { line: lines[index]?.line ?? 1, column: offset - startOf(index) + 1 };
  };
  const spot = (words: string, reach: number): number => {
    if (state.missed >= MAX_MISSED) return -1;
    const end = Math.min(startOf(state.index + 1 + reach), raw.length);
    if (raw.startsWith(words, state.cursor) && state.cursor + words.length <= end) {
      return state.cursor;
    }
    const found = raw.slice(state.cursor, end).indexOf(words);
    return found < 0 ? -1 : state.cursor + found;
  };
  const take = (words: string, reach: number): Omit<Piece, 'at'> | undefined => {
    const found = spot(words, reach);
    if (found < 0) return undefined;
    const place = placeOf(found);
    moveTo(found + words.length);
    return place;
  };
  const takeEach = (words: string, at: number): readonly Piece[] => {
    const pieces: Piece[] = [];
    for (const word of words.matchAll(/\S+/g)) {
      const letters = /[\p{L}\p{N}]+/u.exec(word[0]);
      const exact = take(word[0], 0);
      // `Stop\\!` reads “Stop!”: its letters are still there.
      const place = exact ?? (letters === null ? undefined : take(letters[0], 0));
      if (place === undefined) {
        state.missed += 1;
        continue;
      }
      const from = word.index + (exact === undefined ? (letters?.index ?? 0) : 0);
      // What is written otherwise than it reads, before the first words that are found, has their place, and ends in their line.
      if (from > 0 && pieces.length === 0) {
        const end = (lines[state.index]?.text.length ?? 0) + 1;
        pieces.push({
          at,
          line: place.line,
          column: Math.max(1, Math.min(place.column, end - from)),
        });
      }
      pieces.push({ at: at + from, ...place });
    }
    return pieces;
  };
  return {
    find(words, at) {
      if (words.trim() === '') return [];
      const further = state.end - state.index - 1;
      const exact = take(words, 0) ?? (further > 0 ? take(words, further) : undefined);
      if (exact !== undefined) return [{ at, ...exact }];
      const each = takeEach(words, at);
      return each.length > 0 ? each : [{ at, ...(take(words, REACH) ?? placeOf(state.cursor)) }];
    },
    findCode(code, at, mark) {
      const open = raw.indexOf(mark, state.cursor);
      if (open < 0) return [{ at, ...placeOf(state.cursor) }];
      moveTo(open + mark.length);
      const [, blank = ''] = /^([ \n]?)\S/.exec(raw.slice(state.cursor, state.cursor + 2)) ?? [];
      const from = state.cursor + (/^[ \n]/.test(code) ? 0 : blank.length);
      const place = placeOf(from);
      const close = raw.indexOf(mark, from + code.length);
      moveTo(close < 0 ? from : close + mark.length);
      return [{ at, ...place }];
    },
    here: () => placeOf(state.cursor),
    peek(words) {
      const found = spot(words, REACH);
      return placeOf(found < 0 ? state.cursor : found);
    },
    goTo(index, end = 0) {
      const row = Math.min(index, Math.max(some.length - 1, 0));
      const line = rows === null ? row : (rows[row] ?? 0);
      // What one line gave several times, as a row of an outline does, is found along that line.
      const along = row !== state.row && line === state.index ? state.cursor - startOf(line) : 0;
      state.row = row;
      state.index = line;
      state.end = end;
      state.cursor = startOf(line) + along;
    },
    nextLine() {
      if (rows === null || rows[state.row + 1] !== state.index) {
        return moveTo(startOf(state.index + 1));
      }
      state.row += 1;
      state.cursor = startOf(state.index);
    },
  };
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
