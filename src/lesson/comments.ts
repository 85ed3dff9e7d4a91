/** What ends a comment, or what reveal.js calls `<aside class="notes">`. */
export type CommentEnd = '-->' | '</aside>';

/** A line without its comments, and what they said: `ends` is false for one that goes on in the next line. */
export type Uncommented = {
  readonly text: string;
  readonly pieces: readonly { readonly said: string; readonly end: CommentEnd; readonly column: number; readonly ends: boolean }[];
};

const NO_PIECES: Uncommented['pieces'] = [];

/** Takes `<!-- … -->` out of a line, but not where it stands in `code`; `open` says what the line begins inside of. */
export function takeComments(text: string, open: CommentEnd | null): Uncommented {
  if (open === null && !/<(?:!--|aside)/i.test(text)) return { text, pieces: NO_PIECES };
  const kept: string[] = [];
  const pieces: Uncommented['pieces'][number][] = [];
  const last = lastRuns(text);
  const lower = text.toLowerCase();
  let at = 0;
  const take = (from: number, end: CommentEnd, column: number): boolean => {
    const to = lower.indexOf(end, from);
    pieces.push({ said: text.slice(from, to < 0 ? text.length : to), end, column, ends: to >= 0 });
    at = to < 0 ? text.length : to + end.length;
    return to >= 0;
  };
  if (open !== null && !take(0, open, 1)) return { text: '', pieces };
  const token = /`+|<!--|<aside\b[^<>]{0,200}\bnotes\b[^<>]{0,200}>/gi;
  token.lastIndex = at;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [mark] = found;
    if (mark.startsWith('`')) {
      if ((last.get(mark.length) ?? -1) > found.index) token.lastIndex = runAfter(text, token.lastIndex, mark.length);
      continue;
    }
    kept.push(text.slice(at, found.index));
    if (!take(token.lastIndex, mark === '<!--' ? '-->' : '</aside>', found.index + 1)) break;
    token.lastIndex = at;
  }
  return { text: [...kept, text.slice(at)].join(''), pieces };
}

// Where the last run of so many backticks begins, by its length.
function lastRuns(text: string): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  for (const run of text.matchAll(/`+/g)) last.set(run[0].length, run.index);
  return last;
}

// Just behind the next run of exactly so many backticks.
function runAfter(text: string, from: number, length: number): number {
  const run = /`+/g;
  run.lastIndex = from;
  for (let found = run.exec(text); found !== null; found = run.exec(text)) {
    if (found[0].length === length) return run.lastIndex;
  }
  return text.length;
}
