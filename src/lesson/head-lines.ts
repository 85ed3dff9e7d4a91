import type { SourceLine } from '../document/source-line.ts';
import { readNotesLine } from '../document/notes-line.ts';

/** Where the lines of a head are, whatever is written in them: those of its fields, and those below it. */
export type HeadLines = {
  readonly start: number;
  readonly within: readonly SourceLine[];
  readonly rest: readonly SourceLine[];
};

/** The line from 0 on which a head may begin; null where the first words of a text are no `---`. */
export function headStart(lines: readonly SourceLine[]): number | null {
  const start = lines.findIndex(({ text }) => text.trim() !== '');
  return start >= 0 && lines[start]?.text.trimEnd() === '---' ? start : null;
}

/** The lines up to the `---` or `...` that ends a head; null where there is none, and where slides are before it: then its own is missing. */
export function closedLines(lines: readonly SourceLine[], start: number): HeadLines | null {
  const end = lines.findIndex(({ text }, at) => at > start && HEAD_END.test(text));
  if (end < 0) return null;
  const comment = openComment(lines, start, end);
  const within = lines.slice(start + 1, comment ?? end);
  if (within.some(({ text }) => /^(?:#{2,3} |:::)/.test(text))) return null;
  return { start, within, rest: lines.slice(comment ?? end + 1) };
}

/** The line that ends a head. */
export const HEAD_END = /^(?:---|\.\.\.)\s*$/;

/** True where a title is among the lines of a head. Right below a field, it is a comment of YAML. */
export function hasTitle(within: readonly SourceLine[]): boolean {
  return within.some(
    ({ text }, at) =>
      text.startsWith('# ') && !/^\s*(?:#|[\w ]+:)/.test(within[at - 1]?.text ?? ''),
  );
}

/** True where notes begin among the lines of a head. */
export function hasNotes(within: readonly SourceLine[]): boolean {
  return within.some(({ text }) => readNotesLine(text) !== undefined);
}

// A comment that is begun among the fields and goes on below them: what it says is no lesson's.
function openComment(lines: readonly SourceLine[], start: number, end: number): number | undefined {
  const at = lines
    .slice(0, end)
    .findLastIndex(({ text }, nth) => nth > start && text.trimStart().startsWith('<!--'));
  return at < 0 || lines.slice(at, end).some(({ text }) => text.includes('-->')) ? undefined : at;
}

/** The lines of a head without an end: up to the first that is none of it. What is HTML may be a note that begins there. */
export function openLines(lines: readonly SourceLine[], start: number): HeadLines {
  const isOutside = (text: string) =>
    text.trim() === '' ||
    /^(?:#{1,3} |:::|---|\s{0,3}<)/.test(text) ||
    readNotesLine(text) !== undefined;
  const found = lines.findIndex(({ text }, at) => at > start && isOutside(text));
  const end = found < 0 ? lines.length : found;
  return { start, within: lines.slice(start + 1, end), rest: lines.slice(end) };
}
