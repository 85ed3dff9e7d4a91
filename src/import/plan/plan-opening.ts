import type { Part } from '../../lesson/part.ts';
import { plainWords } from '../../document/plain-words.ts';

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
  const lines = parts
    .flatMap((part) =>
      part.type === 'heading' || (part.type === 'text' && part.to === 'body')
        ? [plainWords(part.text.slice(0, 200)).trim()]
        : [],
    )
    .filter((words) => words !== '')
    .slice(0, FIRST_LINES);
  return SIGNS.filter((sign) => lines.some((line) => sign.test(line))).length >= MIN_SIGNS;
}
