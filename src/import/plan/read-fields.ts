import type { SourceLine } from '../../document/source-line.ts';
import type { Stage } from '../../lesson/lesson.ts';
import { cellsOf } from './label-lines.ts';
import { readLength } from '../../text/minutes.ts';
import { isNotesColumn } from '../../document/notes-line.ts';
import { plainWords } from '../../document/plain-words.ts';
import type { PlanFields } from './section-names.ts';

/** Lines of a plan by the field they give. */
export type FoundFields = { readonly [Field in keyof PlanFields]: SourceLine[] };

/** No lines yet. */
export function noFields(): FoundFields {
  return {
    title: [],
    stage: [],
    minutes: [],
    objectives: [],
    vocabulary: [],
    resources: [],
    references: [],
    sources: [],
    subjectName: [],
  };
}

/** The fields that a plan's lines give; what cannot be read gives nothing. */
export function readPlanFields(found: FoundFields): PlanFields {
  const list = (field: 'objectives' | 'resources' | 'references' | 'sources') => {
    // Where a list is, what stands around it only leads to it.
    const lines = withoutTables(found[field], { isForClass: field === 'objectives' });
    const items = lines.filter(({ text }) => /^\s*(?:[-*+•]|\d{1,3}[.)])\s/.test(text));
    return (items.length > 0 ? items : lines)
      .flatMap(({ text }) => itemOf(text))
      .filter((item) => !item.endsWith(':'));
  };
  return {
    title: plainWords(found.title[0]?.text ?? ''),
    stage: firstOf(found.stage, readStage),
    minutes: firstOf(found.minutes, (text) => readLength(text.replace(/\s*\(.*$/, ''))),
    objectives: list('objectives'),
    vocabulary: withoutTables(found.vocabulary, { isForClass: true }).flatMap(({ text }) =>
      wordsOf(text),
    ),
    resources: list('resources'),
    references: list('references'),
    sources: list('sources'),
    subjectName: firstOf(found.subjectName, readSubject) ?? '',
  };
}

// Rows as items, `- word: meaning`; the names of columns are none. What stands in one of the teacher's notes is not for the class.
function withoutTables(
  lines: readonly SourceLine[],
  { isForClass }: { readonly isForClass: boolean },
): readonly SourceLine[] {
  let names: readonly string[] = [];
  return lines.flatMap(({ text, line }, at) => {
    const cells = cellsOf(text);
    if (cells === undefined) {
      names = [];
      return [{ text, line }];
    }
    if (isRule(text)) return [];
    if (isRule(lines[at + 1]?.text ?? '')) {
      names = cells;
      return [];
    }
    const own = cells.filter(
      (cell, column) =>
        cell !== '' && !(isForClass && isNotesColumn(plainWords(names[column] ?? ''))),
    );
    return [{ text: `- ${own.join(': ')}`, line }];
  });
}

function isRule(row: string): boolean {
  return /^[\s|:-]*-[\s|:-]*$/.test(row);
}

function firstOf<T>(lines: readonly SourceLine[], read: (text: string) => T | undefined): T | null {
  for (const { text } of lines) {
    const value = read(
      plainWords(text.replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+/, '')).replace(/[.,;]$/, ''),
    );
    if (value !== undefined) return value;
  }
  return null;
}

/** A subject's name without the class that is often written behind it, `History, Year 8`; undefined for words that are no name. */
function readSubject(text: string): string | undefined {
  const name = text
    .replace(/\\$/, '')
    .replace(/[\s,;:/|(–—-]*\b(?:years?|yrs?|y ?\d|ks ?\d|key stages?|grades?|class)\b.*$/i, '')
    .trim();
  return name === '' || name.length > MAX_NAME || /[\d:.!?]/.test(name) ? undefined : name;
}

/** Characters of the longest name that a subject has on a title slide. */
const MAX_NAME = 30;

const STAGES: readonly Stage[] = ['KS1', 'KS2', 'KS3', 'KS4', 'KS5'];

/** The key stage that words name: `3`, `KS3`, `Key stage 3`, `Year 8`, `Y8–9`; of several the first. Undefined where they name none in England. */
export function readStage(text: string): Stage | undefined {
  const [, stage] =
    /^(?:ks|key stages?)? ?([1-5])(?: ?(?:[-–&/,]|and) ?(?:ks)? ?[1-5])?$/i.exec(text) ??
    /\b(?:ks|key stage) ?([1-5])\b/i.exec(text) ??
    [];
  if (stage !== undefined) return STAGES[Number(stage) - 1];
  const [, year] = /^(?:years?|y|yr) ?(\d{1,2})\b/i.exec(text) ?? [];
  return year === undefined ? undefined : stageOfYear(Number(year));
}

/** Words with their unit before a number alone, `8` of `Year group`. */
export function withUnit(text: string, unit: string | undefined): string {
  return unit === undefined || !/^\s*(?:[-*+]\s+)?\d/.test(text)
    ? text
    : `${unit} ${text.replace(/^\s*(?:[-*+]\s+)?/, '')}`;
}

/** The key stage of a school year in England, from 1; undefined for none that there is. */
export function stageOfYear(year: number): Stage | undefined {
  const lasts = [2, 6, 9, 11, 13];
  const at = year < 1 ? -1 : lasts.findIndex((last) => year <= last);
  return at < 0 ? undefined : STAGES[at];
}

function itemOf(text: string): readonly string[] {
  const words = text
    .trim()
    .replace(/^(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ x]\]\s+)?/i, '')
    .replaceAll('**', '')
    .replaceAll(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]{1,300})(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .trim();
  return words === '' || /^[-|:\s]+$/.test(words) ? [] : [words];
}

// `pressure: pushing someone`, `**pressure** – pushing someone`, or words alone with commas between.
function wordsOf(text: string): PlanFields['vocabulary'] {
  return itemOf(text.replace(/^\s*\|/, '').replace(/\|\s*$/, '')).flatMap((item) => {
    const [, word, meaning] = /^([^:=|–—]{1,60}?)\s*(?::|=|\||[–—]| - )\s*(.+)$/.exec(item) ?? [];
    if (word !== undefined && meaning !== undefined) {
      return [{ word: word.trim(), meaning: meaning.trim() }];
    }
    return item
      .split(/[,;]/)
      .map((one) => ({ word: one.trim(), meaning: '' }))
      .filter((one) => one.word !== '');
  });
}
