/** A line without its HTML comments; `open` is true while a comment goes on in the next line. */
export type Uncommented = { readonly text: string; readonly open: boolean; readonly column: number };

/** Drops `<!-- … -->` from a line, but not where it stands in `code`; `open` says whether the line begins inside a comment. */
export function dropComments(text: string, open: boolean): Uncommented {
  if (!open && !text.includes('<!--')) return { text, open: false, column: 1 };
  const kept: string[] = [];
  const last = lastRuns(text);
  let at = 0;
  if (open) {
    const end = text.indexOf('-->');
    if (end < 0) return { text: '', open: true, column: 1 };
    at = end + 3;
  }
  const token = /`+|<!--/g;
  token.lastIndex = at;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [mark] = found;
    if (mark !== '<!--') {
      if ((last.get(mark.length) ?? -1) > found.index) token.lastIndex = runAfter(text, token.lastIndex, mark.length);
      continue;
    }
    kept.push(text.slice(at, found.index));
    const end = text.indexOf('-->', found.index + 4);
    if (end < 0) return { text: kept.join(''), open: true, column: found.index + 1 };
    at = end + 3;
    token.lastIndex = at;
  }
  return { text: [...kept, text.slice(at)].join(''), open: false, column: 1 };
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
