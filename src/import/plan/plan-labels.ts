import type { SourceLine } from '../../document/source-line.ts';
import type { Part } from '../../lesson/part.ts';
import type { PlanTaken, TakenLine } from './plan-sections.ts';
import { codeParts } from './code-parts.ts';
import { cellsOf, labelTable, splitLabels } from './label-lines.ts';
import { readLength } from '../../text/minutes.ts';
import { plainWords } from '../../document/plain-words.ts';
import { noFields, withUnit, type FoundFields } from './read-fields.ts';
import { planName, type PlanName } from './section-names.ts';

/** A label with what stands behind it, `**Duration:** 60 minutes`. */
export type Label = PlanName & { readonly value: string };

/** Reads a line such as `Key stage: 3`, `**Resources:** slips`, `- Year group: 8` or `| Subject | PSHE |`; undefined for any other. */
export function readLabel(text: string): Label | undefined {
  if (text.length > 2000) return undefined;
  const line = plainWords(text.replace(/^\s*(?:[-*+•]\s+|\d{1,2}[.)]\s+)?/, ''))
    .replace(/^\|/, '')
    .replace(/\|$/, '');
  const [, name = '', value = ''] = /^([^:|]{2,50}?)\s*[:|]\s*(.*)$/.exec(line) ?? [];
  const found = name === '' ? undefined : planName(name, true);
  return found === undefined ? undefined : { ...found, value };
}

/** Takes the labels above a plan's first section, `Key stage: 3`, with the lists below them: fields, and notes where they are for adults. Labels further down that are for adults become notes. */
export function takePlanLabels(parts: readonly Part[]): PlanTaken {
  const reading: Reading = {
    found: noFields(),
    remaining: [],
    taken: [],
    open: undefined,
    whole: undefined,
  };
  const start = parts.findIndex(
    (part, at) =>
      part.type === 'heading' &&
      !(at === firstHeading(parts) && part.level === 1) &&
      !planName(part.text, true)?.early,
  );
  const isCode = codeParts(parts);
  let tableEnd = 0;
  for (const [at, part] of parts.entries()) {
    if (at < tableEnd) continue;
    const where = start < 0 || at < start ? 'head' : 'below';
    const table = labelTable(parts, at);
    const rows = table === undefined ? [] : parts.slice(at, table.end);
    if (table !== undefined && rows.length > BARE) {
      tableEnd = table.end;
      reading.open = undefined;
      const isHead = where === 'head';
      if (isHead && table.labels !== null) takeLabels(reading, rows, table.labels);
      else if (isHead && table.isLabels) takeLabelRows(reading, rows);
      else takeTable(reading, rows, isHead ? table.name : undefined);
    } else if (part.type === 'text' && part.to === 'body' && isCode[at] !== true) {
      for (const text of where === 'head' ? splitLabels(part.text) : [part.text]) {
        takeLine(reading, { ...part, text }, where);
      }
    } else {
      reading.open = undefined;
      reading.remaining.push(part);
    }
  }
  return { parts: reading.remaining, found: reading.found, taken: reading.taken };
}

/** The row of names and the rule: a table with no more is no table yet. */
const BARE = 2;

// `| Subject | Year |` above one row.
function takeLabels(reading: Reading, rows: readonly Part[], labels: readonly string[]): void {
  const row = rows.at(-1);
  if (row?.type !== 'text') return;
  for (const text of labels) takeLine(reading, { ...row, text }, 'head');
}

// `| Subject | History |` in each row, as word processors lay out a plan's head; what has another name is in doubt.
function takeLabelRows(reading: Reading, rows: readonly Part[]): void {
  for (const row of rows) {
    if (row.type !== 'text' || /^[\s|:-]+$/.test(row.text)) continue;
    const goesOn = cellsOf(row.text)?.[0] === '' && reading.open !== undefined;
    if (goesOn || readLabel(row.text) !== undefined) takeLine(reading, row, 'head');
    else {
      reading.open = undefined;
      reading.remaining.push(asNote(row));
    }
  }
}

// A table with a row of names: at a plan's head, `| Resource | Where |` is a list of them; anywhere else, it is the slide's.
function takeTable(reading: Reading, rows: readonly Part[], name: PlanName | undefined): void {
  reading.open = undefined;
  const field = name?.field;
  for (const [at, row] of rows.entries()) {
    if (
      row.type !== 'text' ||
      (field !== 'resources' && field !== 'references' && field !== 'adults')
    ) {
      reading.remaining.push(row);
    } else if (field === 'adults') reading.remaining.push({ ...row, to: 'notes' });
    else {
      if (at > 1) {
        reading.found[field].push({
          text: `- ${(cellsOf(row.text) ?? []).filter((cell) => cell !== '').join(': ')}`,
          line: row.line,
        });
      }
      reading.taken.push({ text: row.text, line: row.line, field });
    }
  }
}

type Text = Part & { readonly type: 'text' };
type Reading = {
  readonly found: FoundFields;
  readonly remaining: Part[];
  readonly taken: TakenLine[];
  open: PlanName | undefined;
  /** The indent of the item that the open label is, with its words behind it: the next one is no part of it. */
  whole: string | undefined;
};

function firstHeading(parts: readonly Part[]): number {
  return parts.findIndex(({ type }) => type === 'heading');
}

function takeLine(reading: Reading, part: Text, where: 'head' | 'below'): void {
  const label = readLabel(part.text);
  const indent = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s/.exec(part.text)?.[1];
  const goesOn =
    reading.open !== undefined &&
    label === undefined &&
    (indent === undefined || indent !== reading.whole) &&
    (part.text.trim() === '' || /^\s*(?:[-*+•]|\d{1,3}[.)])\s|^\s{2,}\S|^\s*\|/.test(part.text));
  if (!goesOn) {
    reading.open = label;
    reading.whole = label === undefined || label.value === '' ? undefined : indent;
  }
  const name = reading.open;
  if (name === undefined || (where === 'below' && (name.onBoard || name.field === 'title'))) {
    if (where === 'below') reading.open = undefined;
    return void reading.remaining.push(part);
  }
  if (part.text.trim() === '') return void reading.remaining.push(part);
  if (/^[\s|:-]+$/.test(part.text)) return;
  const { field } = name;
  if (name.isSubject && where === 'head') {
    reading.found.subjectName.push({ text: label?.value ?? part.text, line: part.line });
  }
  if (
    field === 'adults' ||
    (where === 'below' && field !== 'resources' && field !== 'references')
  ) {
    reading.remaining.push(asNote(part));
    return;
  }
  const isList =
    field !== 'title' && field !== 'stage' && field !== 'minutes' && field !== 'vocabulary';
  const value =
    label === undefined
      ? part.text
      : isList && label.value !== ''
        ? `- ${label.value}`
        : label.value;
  const words: SourceLine = { text: withUnit(value, name.unit), line: part.line };
  if (words.text.trim() !== '' && !/^[\s|:-]+$/.test(words.text)) reading.found[field].push(words);
  if (name.onBoard) reading.remaining.push(part);
  // A year group, and a length that cannot be read, are still the teacher's to see.
  else if (field === 'stage' || (field === 'minutes' && readLength(words.text) === undefined)) {
    reading.remaining.push(asNote(part));
  } else reading.taken.push({ text: part.text, line: part.line, field });
}

// A row of a table that has lost its rule is read as a line.
function asNote(part: Text): Part {
  const cells = cellsOf(part.text)?.filter((cell) => cell !== '');
  return { ...part, text: cells === undefined ? part.text : cells.join(': '), to: 'notes' };
}

/** How long a line says that the part above it goes, `**Time:** 10 minutes`. */
export function readTimeLabel(text: string): number | undefined {
  const label = readLabel(text);
  return label?.field === 'minutes' ? readLength(label.value) : undefined;
}
