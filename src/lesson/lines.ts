import type { SourceLine } from '../poll/question.ts';

/** The lines of a text, numbered from 1, whatever ends them (LF, CRLF, CR); a byte order mark is no part of the first. */
export function readLines(text: string): readonly SourceLine[] {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return plain.split(/\r\n|\n|\r/).map((line, at) => ({ text: line, line: at + 1 }));
}

/** The column, from 1, of a line's first character that is not blank. */
export function firstColumn(text: string): number {
  return text.length - text.trimStart().length + 1;
}
