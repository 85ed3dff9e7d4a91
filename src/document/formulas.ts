/** A formula over more lines than this has lost its end. */
const MAX_LINES = 60;

/** A formula within a line: its TeX, what stands on both sides of it, and the place behind it. */
export type Formula = { readonly tex: string; readonly mark: '$' | '$$'; readonly end: number };

/** The formula that begins with the `$` at this place of a text; null where it is a price, or anything else. */
export function formulaAt(src: string, pos: number): Formula | null {
  const mark = src.startsWith('$$', pos) ? '$$' : '$';
  const from = pos + mark.length;
  if (src[from] === '$' || /[$\p{L}\p{N}]/u.test(src[pos - 1] ?? '')) return null;
  const close = closingAt(src, from);
  if (close <= from || !src.startsWith(mark, close)) return null;
  const tex = src.slice(from, close);
  const end = close + mark.length;
  if (mark === '$$') return tex.trim() === '' ? null : { tex, mark, end };
  if (src[end] === '$' || /^\s|\s$/.test(tex) || !isFormula(tex, src[end] ?? '')) return null;
  return { tex, mark, end };
}

// The next `$` that no backslash stands before.
function closingAt(src: string, from: number): number {
  for (let at = from; at < src.length; at += 1) {
    if (src[at] === '\\') at += 1;
    else if (src[at] === '$') return at;
  }
  return -1;
}

// “$5 and 6$” are two prices, and “$HOME/bin:$PATH” two names; “the $n$th” is a formula.
function isFormula(tex: string, next: string): boolean {
  if (/\d/.test(next) || tex.includes('`')) return false;
  if (/[\\^_{]/.test(tex.replaceAll('\\$', ''))) return !/\p{L}/u.test(next) || !hasWords(tex);
  return !hasWords(tex) && !/\b(?:and|or|to)\b|[,;.:]\s+\p{L}{2}|^\d[\d.,]*\s+\p{L}/u.test(tex);
}

function hasWords(tex: string): boolean {
  return /\p{L}{3}/u.test(tex.replaceAll(/\\\p{L}+/gu, ''));
}

/** The end of a formula between `$$`, with the name that Pandoc and Quarto give it. */
export const ENDS = /\$\$[ \t]*(?:\{#[\w:-]{1,60}\})?[ \t]*$/;

/** The line on which the formula ends that begins with `$$` on line `from`; -1 where words follow its end, or it has none. */
export function closingLine(lineAt: (at: number) => string | null, from: number): number {
  const [first = ''] = [lineAt(from)?.trim()];
  if (first.length > 2 && first.includes('$$', 2)) return endsOnce(first.slice(2)) ? from : -1;
  for (let at = from + 1; at <= from + MAX_LINES; at += 1) {
    const line = lineAt(at);
    if (line === null) return -1;
    if (line.includes('$$')) return endsOnce(line) ? at : -1;
  }
  return -1;
}

function endsOnce(line: string): boolean {
  return ENDS.test(line) && line.indexOf('$$') === line.search(ENDS);
}
