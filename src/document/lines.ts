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

const SOFT_END = /[\u000b\u000c\u0085\u2028\u2029]/;

/** The column, from 1, of a line's first character that is not blank. */
export function firstColumn(text: string): number {
  return text.length - text.trimStart().length + 1;
}
