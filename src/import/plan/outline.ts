import type { Problem } from '../../document/problem.ts';
import { readBlockHeading } from '../../document/block-heading.ts';
import { slugOf } from '../../text/ids.ts';
import type { Part } from '../../lesson/part.ts';
import { findOutlineList } from './outline-list.ts';
import { aboveOutline, isOutlineName } from './outline-names.ts';
import { findOutlineTable, type Outline, type Row } from './outline-table.ts';
import { boardTitle } from './board-title.ts';
import { plainWords } from '../../document/plain-words.ts';

type Heading = Part & { readonly type: 'heading' };

/** Parts whose outline has become blocks, and what could not be matched. */
export type Outlined = { readonly parts: readonly Part[]; readonly problems: readonly Problem[] };

/** Gives a plan's blocks the minutes of its outline, a table with a column of times or a list of timed items; where the plan has no such headings, its rows become the blocks. */
export function applyOutline(given: readonly Part[], plan: boolean): Outlined {
  const parts = plan ? withoutContainers(given) : given;
  const outline = findOutlineTable(parts) ?? (plan ? findOutlineList(parts) : undefined);
  if (outline === undefined) return { parts, problems: [] };
  const { rows, at, behind } = outline;
  const from = aboveOutline(parts, at);
  const [above, below] = [parts.slice(0, from), parts.slice(behind)];
  const byName = rowsByName(rows);
  const headings = [...above, ...below].flatMap((part) => (part.type === 'heading' ? [part] : []));
  const named = new Set(headings.flatMap((one) => [headingName(one), withoutKind(one.text)]));
  const isNamed = ({ title }: Row) =>
    [nameOf(title), withoutKind(title)].some((name) => name !== '' && named.has(name));
  if (!rows.some(isNamed)) {
    return { parts: asBlocks(parts, outline, { from, headings, plan }), problems: [] };
  }
  const withMinutes = (part: Part) =>
    part.type === 'heading'
      ? timedHeading(part, byName.get(nameOf(part.text)) ?? byName.get(withoutKind(part.text)))
      : part;
  return {
    parts: [
      ...above.map(withMinutes),
      ...parts.slice(at, behind).map(asNote),
      ...below.map(withMinutes),
    ],
    problems: rows.filter((row) => !isNamed(row)).map(unmatched),
  };
}

// By all their words, and by those behind a colon where no other row is called so.
function rowsByName(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const byName = new Map<string, Row>();
  for (const row of rows) {
    const name = withoutKind(row.title);
    if (name !== '' && !byName.has(name)) byName.set(name, row);
  }
  for (const row of rows) byName.set(nameOf(row.title), row);
  byName.delete('');
  return byName;
}

// A table or list on a slide may well have times in it: it is the plan's where nothing else is, or where it says so.
function asBlocks(
  parts: readonly Part[],
  { rows, at, behind, isPlain }: Outline,
  {
    from,
    headings,
    plan,
  }: { readonly from: number; readonly headings: readonly Heading[]; readonly plan: boolean },
): readonly Part[] {
  const isLabelled = from < at;
  const isWhole = plan && rows.length > 2 && rows.reduce((sum, one) => sum + one.minutes, 0) >= 20;
  const isPlan = isLabelled || !isPlain || isWhole || !headings.some(({ level }) => level > 1);
  const isTimed = headings.some(({ text }) => typeof readBlockHeading(text) === 'object');
  const [above, below] = [parts.slice(0, from), parts.slice(behind)];
  // Where the blocks have their times already, an outline that says it is one is for the teacher.
  if (isTimed && isLabelled) return [...above, ...parts.slice(at, behind).map(asNote), ...below];
  if (isTimed || !isPlan) return parts;
  return [
    ...above,
    ...rows.flatMap(blockOf),
    { type: 'break', line: rows.at(-1)?.line ?? 1, soft: true },
    ...below,
  ];
}

// A heading such as “Procedure” with nothing of its own stands above the blocks, and is no slide.
function withoutContainers(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part, at): readonly Part[] => {
    if (part.type !== 'heading' || !isOutlineName(part.text)) return [part];
    const next = parts.slice(at + 1).find((one) => one.type !== 'text' || one.text.trim() !== '');
    return next?.type === 'heading' && next.level > part.level
      ? [{ type: 'break', line: part.line, soft: true }]
      : [part];
  });
}

function asNote(part: Part): Part {
  return part.type === 'text' ? { ...part, to: 'notes' } : part;
}

function unmatched({ title, minutes, line }: Row): Problem {
  const message = `“${title.slice(0, 60)}” is in the outline, but no heading has its name, so its minutes are not counted: it needs “## ${title.slice(0, 60)} (${minutes} min)”`;
  return { code: 'outline-row', severity: 'warning', line, column: 1, message };
}

function timedHeading(heading: Heading, row: Row | undefined): Heading {
  return row === undefined
    ? heading
    : { ...heading, splits: true, text: `${heading.text} (${row.minutes} min)` };
}

function blockOf({ title, minutes, rest, line }: Row): readonly Part[] {
  const heading = { type: 'heading', splits: true, line, raw: [] } as const;
  const notes = rest.flatMap((words): Part[] => [
    { type: 'text', to: 'notes', text: '', line },
    { type: 'text', to: 'notes', ...words },
  ]);
  const shown = boardTitle(title);
  const whole: readonly Part[] =
    shown === plainWords(title) ? [] : [{ type: 'text', to: 'notes', text: title, line }];
  return [
    { ...heading, level: 2, text: `${shown} (${minutes} min)`, mayBeEmpty: true },
    ...whole,
    ...notes,
  ];
}

function nameOf(words: string): string {
  return slugOf(plainWords(words).replace(/^\s*\d{1,3}[.)]\s*/, ''));
}

// What an outline says a part is, and its heading leaves out, `Lesson: Volcanoes`, `Guided Activity: Sorting`.
function withoutKind(words: string): string {
  const [, , rest] = /^([\p{L}\p{N} &/-]{2,40}):\s*(\S.*)$/u.exec(plainWords(words)) ?? [];
  return rest === undefined ? '' : nameOf(rest);
}

function headingName({ text }: Heading): string {
  const block = readBlockHeading(text);
  return nameOf(typeof block === 'object' ? block.title : text);
}
