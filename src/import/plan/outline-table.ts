import type { SourceLine } from '../../document/source-line.ts';
import type { Part } from '../../lesson/part.ts';
import { codeParts } from './code-parts.ts';
import { lengthsOf, readSpan } from '../../text/minutes.ts';
import { plainWords } from '../../document/plain-words.ts';

/** A part of the lesson as a plan's outline gives it; `rest` is what else its row says. */
export type Row = {
  readonly title: string;
  readonly minutes: number;
  readonly rest: readonly SourceLine[];
  readonly line: number;
};

/** An outline among the parts: its rows, where it begins and what comes behind it; `isPlain` is true where nothing but its times says that it is one. */
export type Outline = {
  readonly rows: readonly Row[];
  readonly at: number;
  readonly behind: number;
  readonly isPlain: boolean;
};

type Cells = { readonly cells: readonly string[]; readonly line: number };

/** The first table that holds the times of a lesson's parts: it has a column `Time`, or one whose cells are all times. */
export function findOutlineTable(parts: readonly Part[]): Outline | undefined {
  const isCode = codeParts(parts);
  for (let at = 0; at < parts.length; at += 1) {
    if (isCode[at] === true) continue;
    const table = tableAt(parts, at);
    if (table === undefined) continue;
    const rows = readRows(table.head, table.rows);
    if (rows !== undefined) return { ...rows, at, behind: table.behind };
    at = table.behind - 1;
  }
  return undefined;
}

/** A table: the names of its columns, its rows, and the part behind it. */
export type Table = {
  readonly head: readonly string[];
  readonly rows: readonly Cells[];
  readonly behind: number;
};

/** The table that begins at a part, as Markdown, HTML or a word processor has it. */
export function tableAt(parts: readonly Part[], at: number): Table | undefined {
  return pipeTable(parts, at) ?? htmlTable(parts, at) ?? tabTable(parts, at);
}

function bodyText(part: Part | undefined): string | undefined {
  return part?.type === 'text' && part.to === 'body' ? part.text : undefined;
}

function pipeTable(parts: readonly Part[], at: number): Table | undefined {
  const [head, rule] = [bodyText(parts[at]), bodyText(parts[at + 1])];
  if (
    head === undefined ||
    rule === undefined ||
    !head.includes('|') ||
    !rule.includes('-') ||
    !/^[\s|:-]+$/.test(rule)
  ) {
    return undefined;
  }
  let behind = at + 2;
  const rows: Cells[] = [];
  for (let text = bodyText(parts[behind]); text?.includes('|'); text = bodyText(parts[behind])) {
    rows.push({ cells: cellsOf(text), line: parts[behind]?.line ?? 1 });
    behind += 1;
  }
  return { head: cellsOf(head), rows, behind };
}

/** More lines than a table pasted from a word processor has. */
const MAX_LINES = 400;

const TABLE = /^\s*<table\b/i;

function htmlTable(parts: readonly Part[], at: number): Table | undefined {
  if (!TABLE.test(bodyText(parts[at]) ?? '')) return undefined;
  const rows: { readonly cells: string[]; readonly line: number }[] = [];
  let behind = at;
  for (
    let text = bodyText(parts[behind]);
    text !== undefined && behind < at + MAX_LINES;
    text = bodyText(parts[behind])
  ) {
    for (const [, tag = '', words = ''] of text.matchAll(
      /<(tr|t[hd])\b[^<>]*>([^<]*(?:<(?!\/?t[rhd]\b|\/table)[^<>]*>[^<]*)*)/gi,
    )) {
      if (tag.toLowerCase() === 'tr') rows.push({ cells: [], line: parts[behind]?.line ?? 1 });
      else rows.at(-1)?.cells.push(plainCell(words.replaceAll(/<[^<>]*>/g, ' ')));
    }
    // Words on a line of their own belong to the cell above.
    if (!/<t[rhd]\b/i.test(text)) {
      appendTo(rows.at(-1)?.cells, plainCell(text.replaceAll(/<[^<>]*>/g, ' ')));
    }
    behind += 1;
    if (/<\/table>/i.test(text)) break;
  }
  const [head, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return head === undefined ? undefined : { head: head.cells, rows: rest, behind };
}

function appendTo(cells: string[] | undefined, words: string): void {
  if (cells === undefined || cells.length === 0 || words === '') return;
  cells[cells.length - 1] = `${cells.at(-1) ?? ''} ${words}`.trim();
}

function tabTable(parts: readonly Part[], at: number): Table | undefined {
  const head = bodyText(parts[at]);
  if (head === undefined || !head.includes('\t') || !/\S\t+\S/.test(head)) return undefined;
  let behind = at + 1;
  const rows: Cells[] = [];
  for (
    let text = bodyText(parts[behind]);
    text !== undefined && /\S\t|\t\S/.test(text);
    text = bodyText(parts[behind])
  ) {
    rows.push({ cells: tabCells(text), line: parts[behind]?.line ?? 1 });
    behind += 1;
  }
  return rows.length === 0 ? undefined : { head: tabCells(head), rows, behind };
}

function tabCells(text: string): readonly string[] {
  return text.split('\t').map(plainCell);
}

function cellsOf(text: string): readonly string[] {
  return text
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map(plainCell);
}

function plainCell(cell: string): string {
  return plainWords(cell.length > 2000 ? cell.slice(0, 2000) : cell);
}

function readRows(
  names: readonly string[],
  rows: readonly Cells[],
): Pick<Outline, 'rows' | 'isPlain'> | undefined {
  const time = timeColumn(names, rows);
  if (time === undefined) return undefined;
  const title = titleColumn(names, time);
  // What a teacher or the class does is no name for a part.
  const isOfPeople =
    /^(?:the )?(?:teachers?|pupils?|students?|learners?|staff|adults?|children)\b/i.test(
      names[title] ?? '',
    );
  const lengths = lengthsOf(rows.map(({ cells }) => readSpan(cells[time] ?? '')));
  const read: (Row & { readonly rest: SourceLine[] })[] = [];
  for (const [at, { cells, line }] of rows.entries()) {
    const minutes = lengths[at] ?? 0;
    const name = isOfPeople ? partIn(cells) : (cells[title] ?? '').replace(/\s*\(.*\)$/, '');
    const rest = cells.flatMap((cell, column) =>
      column === time ||
      (column === title && !isOfPeople) ||
      cell === '' ||
      isTime(names[column] ?? '')
        ? []
        : [{ text: `${names[column] ?? ''}: ${cell}`.replace(/^: /, ''), line }],
    );
    if (/^total\b/i.test(name)) continue;
    if (minutes > 0 && minutes <= 600 && name !== '') {
      read.push({ title: name, minutes, rest, line });
    }
    // What has no time of its own is said with the part above.
    else read.at(-1)?.rest.push(...(name === '' ? [] : [{ text: name, line }]), ...rest);
  }
  return read.length === 0
    ? undefined
    : { rows: read, isPlain: !/outline|lesson/i.test(names.join(' ')) };
}

const PART =
  /^(?:starter|hook|do now|warm[- ]?up|introduction|recap|main(?: (?:task|activity|teaching|part))?|plenary|exit ticket|cool[- ]?down)(?=\s*(?:[:.–—-]|$))/i;

// What a teacher or the class does may begin with the name of the part: “Starter: show the photo”.
function partIn(cells: readonly string[]): string {
  return cells.map((cell) => PART.exec(cell)?.[0]).find((name) => name !== undefined) ?? 'Activity';
}

function isTime(name: string): boolean {
  return /^(?:time|timing|timings|minutes|mins?|duration|length|when)\b/i.test(name);
}

// Of a time of day and a length, the length is sure; without a name, every cell must be a time, and one say so.
function timeColumn(names: readonly string[], rows: readonly Cells[]): number | undefined {
  if (names.length < 2) return undefined;
  const columns = names.map((name, column) => ({
    name,
    column,
    cells: rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== ''),
  }));
  const named = columns.filter(({ name }) => isTime(name));
  const sure =
    named.find(
      ({ name, cells }) =>
        /^(?:duration|length|min)/i.test(name) &&
        cells.some((cell) => readSpan(cell) !== undefined),
    ) ?? named[0];
  if (sure !== undefined) return sure.column;
  const times = columns.find(
    ({ cells }) =>
      cells.length > 1 &&
      cells.every((cell) => readSpan(cell) !== undefined) &&
      cells.some((cell) => /min|hour|\d[:.]\d\d/i.test(cell)),
  );
  return times?.column;
}

const TITLE =
  /^(?:activity|activities|task|section|part|phase|stage|episode|segment|item|session|block|step|topic|title|name|lesson outline|what)\b/i;

function titleColumn(names: readonly string[], time: number): number {
  const named = names.findIndex((name, column) => column !== time && TITLE.test(name));
  if (named >= 0) return named;
  return names.findIndex((name, column) => column !== time && !isTime(name));
}
