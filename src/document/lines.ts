import type { SourceLine } from './source-line.ts';

/** The lines of a text, numbered from 1, whatever ends them (LF, CRLF, CR); a byte order mark is no part of the first. */
export function readLines(text: string): readonly SourceLine[] {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return plain.split(/\r\n|\n|\r/).map((line, at) => ({ text: line, line: at + 1 }));
}

/** Lines parted at the ends that word processors leave within them (U+2028 and the like), so that what stands behind one is read as a line; both keep their line's number. */
export function partLines(lines: readonly SourceLine[]): readonly SourceLine[] {
  return lines.some(({ text }) => SOFT_END.test(text))
    ? lines.flatMap(({ text, line }) => text.split(SOFT_END).map((part) => ({ text: part, line })))
    : lines;
}

/** The ends within a line that word processors write, as a class of characters has them. */
const SOFT = String.raw`\u000b\u000c\u0085\u2028\u2029`;
const SOFT_END = new RegExp(`[${SOFT}]`);
const ANY_END = new RegExp(String.raw`\r\n|[\n\r${SOFT}]`, 'g');

/** A line with where it stands in its text: from its first character to behind its last, without its end. */
export type PlacedLine = SourceLine & { readonly from: number; readonly to: number };

/** The lines of a text as `partLines` parts them, each with its place. */
export function placedLines(text: string): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  let [from, line] = [text.startsWith('\uFEFF') ? 1 : 0, 1];
  const add = (to: number) => lines.push({ text: text.slice(from, to), line, from, to });
  for (const { 0: end, index } of text.matchAll(ANY_END)) {
    add(index);
    from = index + end.length;
    if (/[\r\n]/.test(end)) line += 1;
  }
  add(text.length);
  return lines;
}

/** The column, from 1, of a line's first character that is not blank. */
export function firstColumn(text: string): number {
  return text.length - text.trimStart().length + 1;
}
