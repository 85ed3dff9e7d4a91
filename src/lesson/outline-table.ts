import type { SourceLine } from '../poll/question.ts';
import type { Problem } from '../text/problem.ts';
import { readBlockHeading } from './block-heading.ts';
import { slugOf } from './ids.ts';
import type { Part } from './part.ts';

type Heading = Part & { readonly type: 'heading' };

type Row = { readonly title: string; readonly minutes: number; readonly rest: readonly SourceLine[]; readonly line: number };

/** Parts whose outline has become blocks, and what could not be matched. */
export type Outlined = { readonly parts: readonly Part[]; readonly problems: readonly Problem[] };

const OUTLINE = /^(?:(?:lesson )?(?:outline|plan|overview|structure|timings?)|running order|timeline)$/i;

/** Gives a plan's blocks the minutes of its outline, the table with a column `Time`; where the plan has no such headings, the rows become the blocks. */
export function applyOutline(parts: readonly Part[]): Outlined {
  const at = parts.findIndex((part, here) => isTableHead(part, parts[here + 1]));
  if (at < 0) return { parts, problems: [] };
  let behind = at;
  while (isRow(parts[behind])) behind += 1;
  const rows = readRows(parts.slice(at, behind) as (Part & { readonly type: 'text' })[]);
  if (rows.length === 0) return { parts, problems: [] };
  const from = aboveTable(parts, at);
  const [above, below] = [parts.slice(0, from), parts.slice(behind)];
  const byName = new Map<string, Row>(rows.map((row) => [nameOf(row.title), row]));
  const headings = [...above, ...below].flatMap((part) => (part.type === 'heading' ? [part] : []));
  const named = new Set(headings.map(headingName));
  const isTimed = headings.some(({ text }) => typeof readBlockHeading(text) === 'object');
  if (!rows.some(({ title }) => named.has(nameOf(title)))) {
    // A table on a slide may well have times in it: it is the plan's where nothing else is, or where it says so.
    const isPlan = from < at || /outline|lesson/i.test(textOf(parts[at])) || !headings.some(({ level }) => level > 1);
    const end: Part = { type: 'break', line: rows.at(-1)?.line ?? 1 };
    return { parts: isTimed || !isPlan ? parts : [...above, ...rows.flatMap(blockOf), end, ...below], problems: [] };
  }
  const withMinutes = (part: Part) => (part.type === 'heading' ? timedHeading(part, byName.get(nameOf(part.text))) : part);
  const table = parts.slice(at, behind).map((part) => (part.type === 'text' ? { ...part, to: 'notes' as const } : part));
  return {
    parts: [...above.map(withMinutes), ...table, ...below.map(withMinutes)],
    problems: rows.filter(({ title }) => !named.has(nameOf(title))).map(unmatched),
  };
}

function unmatched({ title, minutes, line }: Row): Problem {
  const message = `“${title.slice(0, 60)}” stands in the outline, but no heading has its name, so its minutes are not counted: it needs “## ${title.slice(0, 60)} (${minutes} min)”`;
  return { code: 'outline-row', severity: 'warning', line, column: 1, message };
}

function timedHeading(heading: Heading, row: Row | undefined): Heading {
  return row === undefined ? heading : { ...heading, splits: true, text: `${heading.text} (${row.minutes} min)` };
}

function blockOf({ title, minutes, rest, line }: Row): readonly Part[] {
  const heading = { type: 'heading', splits: true, line, raw: [] } as const;
  const notes = rest.flatMap((words): Part[] => [
    { type: 'text', to: 'notes', text: '', line },
    { type: 'text', to: 'notes', ...words },
  ]);
  return [{ ...heading, level: 2, text: `${title} (${minutes} min)` }, { ...heading, level: 3, text: title }, ...notes];
}

// The table's own heading goes with it.
function aboveTable(parts: readonly Part[], at: number): number {
  let above = at - 1;
  while (above >= 0 && parts[above]?.type === 'text' && textOf(parts[above]).trim() === '') above -= 1;
  const part = parts[above];
  return part?.type === 'heading' && OUTLINE.test(part.text.trim()) ? above : at;
}

function textOf(part: Part | undefined): string {
  return part?.type === 'text' ? part.text : '';
}

function nameOf(words: string): string {
  return slugOf(words.replace(/^\s*\d{1,3}[.)]\s*/, ''));
}

function headingName({ text }: Heading): string {
  const block = readBlockHeading(text);
  return nameOf(typeof block === 'object' ? block.title : text);
}

function isRow(part: Part | undefined): boolean {
  return part?.type === 'text' && part.to === 'body' && part.text.includes('|');
}

function isTableHead(part: Part, next: Part | undefined): boolean {
  if (part.type !== 'text' || next?.type !== 'text' || !isRow(part) || !/^[\s|:-]+$/.test(next.text) || !next.text.includes('-')) return false;
  const cells = cellsOf(part.text);
  return cells.length > 1 && cells.some(isTime);
}

function isTime(cell: string): boolean {
  return /^(?:time|timing|timings|minutes|mins?|duration|length)\b/i.test(cell);
}

function cellsOf(text: string): readonly string[] {
  return text
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.replaceAll(/\*\*|__/g, '').trim());
}

function readRows([head, , ...rows]: readonly SourceLine[]): readonly Row[] {
  const names = cellsOf(head?.text ?? '');
  const time = names.findIndex(isTime);
  const title = time === 0 ? 1 : 0;
  const spans = rows.map(({ text }) => spanOf(cellsOf(text)[time] ?? ''));
  // `0–5`, `5–12`: from when to when, and not how long.
  const isClock = spans.length > 1 && spans.every((span, at) => span?.from !== undefined && (at === 0 || span.from === spans[at - 1]?.to));
  return rows.flatMap(({ text, line }, at) => {
    const [cells, span] = [cellsOf(text), spans[at]];
    const name = (cells[title] ?? '').slice(0, 200).replace(/\s*\(.*\)$/, '');
    if (span === undefined || name === '' || /^total\b/i.test(name)) return [];
    const minutes = span.to - (isClock ? (span.from ?? 0) : 0);
    const rest = cells.flatMap((cell, column) =>
      column === time || column === title || cell === '' ? [] : [{ text: `${names[column] ?? ''}: ${cell}`, line }],
    );
    return minutes > 0 ? [{ title: name, minutes, rest, line }] : [];
  });
}

function spanOf(cell: string): { readonly from: number | undefined; readonly to: number } | undefined {
  const [, from, to] = /^(?:(\d{1,3}) ?(?:min(?:s|utes?)?)? ?[-–—] ?)?(\d{1,3}) ?(?:m|min(?:s|utes?)?|['’′])?\.?$/i.exec(cell) ?? [];
  return to === undefined ? undefined : { from: from === undefined ? undefined : Number(from), to: Number(to) };
}
