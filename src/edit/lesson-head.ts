import { readLines } from '../document/lines.ts';
import type { SourceLine } from '../document/source-line.ts';
import { isHeadName } from '../lesson/head-names.ts';
import {
  closedLines,
  HEAD_END,
  hasNotes,
  hasTitle,
  headStart,
  openLines,
} from '../lesson/head-lines.ts';

/** A text in three, line by line: what is above the fields of its head, these, and what is below them, from the line that ends the head on where it has an end. */
export type TextHead = {
  readonly above: readonly string[];
  readonly fields: readonly string[];
  readonly below: readonly string[];
};

/** The head of a text as the reader of lessons finds it, though its YAML is not read; null where it has none. Lines end with LF. */
export function headOf(text: string): TextHead | null {
  const lines = readLines(text);
  const start = headStart(lines);
  if (start === null) return null;
  const closed = closedLines(lines, start);
  const within =
    closed === null ||
    (hasTitle(closed.within) && (isBroken(closed.within) || hasNotes(closed.within)))
      ? openFields(lines, start)
      : closedFields(closed.within);
  if (within === null) return null;
  const all = text.split('\n');
  const end = start + 1 + within.length;
  return {
    above: all.slice(0, start + 1),
    fields: all.slice(start + 1, end),
    below: all.slice(end),
  };
}

/** The last line of a text's head, from 1, with the one that ends it; 1 where it has none. */
export function lastLineOfHead(text: string): number {
  const head = headOf(text);
  if (head === null) return 1;
  const { above, fields, below } = head;
  return above.length + fields.length + (HEAD_END.test(below[0] ?? '') ? 1 : 0);
}

/** A field of a head: its name and its value as it is written. */
const FIELD = /^(["']?)(.+?)\1[ \t]*:(?:[ \t]+(.*))?$/;

/** The name and the written value of a line that is a field of a head; null for another. */
export function fieldIn(line: string): { readonly name: string; readonly value: string } | null {
  const [, , name, value = ''] = FIELD.exec(line.trim()) ?? [];
  return name === undefined || /^(?:#|- )/.test(name) ? null : { name, value: value.trim() };
}

function openFields(lines: readonly SourceLine[], start: number): readonly SourceLine[] | null {
  const { within } = openLines(lines, start);
  const [first = ''] = inked(within);
  const isOurs = within.some(
    ({ text }) => isTop(text, first) && isHeadName(fieldIn(text)?.name ?? ''),
  );
  return isOurs && !isItem(first) ? within : null;
}

// Words alone between two lines `---` are a slide; what YAML cannot read is a head that is broken.
function closedFields(within: readonly SourceLine[]): readonly SourceLine[] | null {
  const [first = '', ...others] = inked(within);
  const isHead =
    within.every(({ text }) => text.trim() === '') ||
    /^\s*["'@`%{}[\]!*&>|,]/.test(first) ||
    (isItem(first) ? isBroken(within) : [first, ...others].some((line) => isTop(line, first)));
  return isHead ? within : null;
}

function isTop(line: string, first: string): boolean {
  return indentOf(line) <= indentOf(first) && fieldIn(line) !== null;
}

/** True where YAML finds neither a list nor fields, each once. */
function isBroken(within: readonly SourceLine[]): boolean {
  const lines = inked(within);
  const [first = ''] = lines;
  const top = lines.filter((line) => indentOf(line) <= indentOf(first));
  if (isItem(first)) return !top.every(isItem);
  const names = top.flatMap((line) => fieldIn(line)?.name ?? []);
  const hasWords = top.some((line) => !isItem(line) && fieldIn(line) === null);
  return hasWords || new Set(names).size < names.length;
}

function isItem(line: string): boolean {
  return /^\s*- /.test(line);
}

/** Lines that are neither blank nor a comment of YAML. */
function inked(lines: readonly SourceLine[]): readonly string[] {
  return lines.map(({ text }) => text).filter((text) => !/^\s*(?:#|$)/.test(text));
}

/** How many blanks a line begins with. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
