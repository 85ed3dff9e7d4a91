import { plainWords } from '../../document/plain-words.ts';
import type { Part } from '../../lesson/part.ts';
import { readLength } from '../../text/minutes.ts';
import { readStage, stageOfYear } from './read-fields.ts';
import type { PlanFields } from './section-names.ts';

/** What the first lines of a plan say, as UK, US and Irish teachers write them in short: a sign for each. */
const SIGNS: readonly RegExp[] = [
  // Whose it is: `Y8`, `yr 9`, `Grade 6`, `9th ELA`, `5th class`, `KS3`.
  /\b(?:y(?:r|ear)?s? ?\d{1,2}|grades? ?\d{1,2}|\d{1,2}(?:st|nd|rd|th) (?:class|grade|year|ela)|ks ?[1-5]|class ?\d{1,2}[a-z])\b/i,
  // Which of a sequence, and when: `wk 4`, `lesson 2 of 6`, `periods 2 4`.
  /\b(?:w(?:ee)?k ?\d{1,2}|lesson \d{1,2}|l\d{1,2}|periods? ?\d)\b/i,
  // How long, as a lesson is: `50 min`, `55'`, `40 mins`.
  /(?<!\d)(?:[2-9]\d|1[0-2]\d) ?(?:['’′]|mins?\b|minutes\b)/i,
  // What it is for.
  /^(?:lo|los|walt|wilf|swbat|aims?|obj\w*|intent|learning (?:goal|intention|target)s?|standards?|success criteria|sc)\b\s*[:–—=-]?\s*\S/i,
  // What to bring.
  /^(?:bring|need|kit|mats?|equip(?:ment)?|resources|materials|prac(?:tical)? order|prep|print(?:ing)?)\b\s*[:–—!-]?\s*\S/i,
];

/** Lines within which a plan says what it is, and how many of the signs tell it. */
const FIRST_LINES = 12;
const MIN_SIGNS = 2;

/** True where a text opens as a teacher's plan does, though it has no heading or label of one. */
export function opensAsPlan(parts: readonly Part[]): boolean {
  if (parts.some(({ type }) => type === 'open')) return false;
  const lines = firstLines(parts);
  return SIGNS.filter((sign) => lines.some((line) => sign.test(line))).length >= MIN_SIGNS;
}

function firstLines(parts: readonly Part[]): readonly string[] {
  return parts
    .flatMap((part) =>
      part.type === 'heading' || (part.type === 'text' && part.to === 'body')
        ? [plainWords(part.text.slice(0, 200)).trim()]
        : [],
    )
    .filter((words) => words !== '')
    .slice(0, FIRST_LINES);
}

/** What of a class a plan names, and which school year in England has children of that age. */
const YEARS: readonly (readonly [sign: RegExp, yearOf: (number: number) => number])[] = [
  [/\by(?:r|ear)?s? ?(?:group ?)?(\d{1,2})(?!\d)/i, (year) => year],
  // A grade of the US, and a class of an Irish primary school, is of children a year older.
  [/\bgrades? ?(\d{1,2})(?!\d)/i, (grade) => grade + 1],
  [/(?<!\d)(\d{1,2})(?:st|nd|rd|th) (?:grade|class|ela)\b/i, (grade) => grade + 1],
  // The years of an Irish secondary school are counted from its first.
  [/(?<!\d)([1-6])(?:st|nd|rd|th) year\b/i, (year) => year + 7],
];

/** Lines at the very beginning, among which a length is that of the whole lesson. */
const VERY_FIRST = 6;

/** A length of fewer minutes is that of a part. */
const SHORT = 25;

/** The stage and length that a plan's first lines name, where no label of it gives them; null where none does. */
export function openingFields(parts: readonly Part[]): Pick<PlanFields, 'stage' | 'minutes'> {
  const lines = firstLines(parts);
  return {
    stage: lines.map(stageIn).find((stage) => stage !== null) ?? null,
    minutes:
      lines
        .slice(0, VERY_FIRST)
        .map(lengthIn)
        .find((length) => length !== null) ?? null,
  };
}

function stageIn(line: string): PlanFields['stage'] {
  const [stage] = /\b(?:ks|key stage) ?[1-5]\b/i.exec(line) ?? [];
  if (stage !== undefined) return readStage(stage) ?? null;
  for (const [sign, yearOf] of YEARS) {
    const [, number] = sign.exec(line) ?? [];
    if (number !== undefined) return stageOfYear(yearOf(Number(number))) ?? null;
  }
  if (/\bgcse\b/i.test(line)) return 'KS4';
  return /\ba[- ]level\b/i.test(line) ? 'KS5' : null;
}

// `50 min`, `55'`, `one hour` is said of a lesson; `Main (30 min)` of a part, whose name stands before it.
function lengthIn(line: string): number | null {
  const [, number] = /(?<![\d–-])(\d{2,3}) ?(?:['’′]|mins?\b|minutes\b)/i.exec(line) ?? [];
  const length = number === undefined ? readLength(line) : Number(number);
  return length === undefined || length < SHORT || PART.test(line) ? null : length;
}

const PART =
  /^(?:starter|main|plenary|intro\w*|activity|task|warm|hook|part|practice|independent|group|i do|we do|you do)\b/i;
