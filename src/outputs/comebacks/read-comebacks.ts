import type { Problem } from '../../document/problem.ts';
import { nearest } from '../../text/nearest.ts';
import {
  answeredAskers,
  tones,
  unansweredAskers,
  type AnsweredAsker,
  type Tone,
} from './askers.ts';
import type { Comeback } from './comebacks.ts';

/** A line that young people of a place wrote, and where it stands in their file. */
export type OwnComeback = Comeback & { readonly line: number };

/** A file of comebacks as it was read: its lines, who wrote and who checked them (a role and a day, never a name; S8), and what is wrong. */
export type ReadComebacks = {
  readonly lines: readonly OwnComeback[];
  readonly written: string | null;
  readonly checked: string | null;
  readonly problems: readonly Problem[];
};

/** As much as a message can be without being a letter. */
const LONGEST = 90;
const CODE = 'comebacks-file';

type Reading = {
  asker: AnsweredAsker | null;
  tone: Tone | null;
  readonly lines: OwnComeback[];
  readonly problems: Problem[];
  written: string | null;
  checked: string | null;
};

/**
 * Reads `handouts/our-comebacks.txt`: `Written by:` and `Checked by:`, then `## ` who is asking,
 * `### ` the tone, `- ` a line. Never throws. A line under a heading that cannot be read is
 * reported, and left out.
 */
export function readComebacks(text: string): ReadComebacks {
  const reading: Reading = {
    asker: null,
    tone: null,
    lines: [],
    problems: [],
    written: null,
    checked: null,
  };
  text.split(/\r?\n/).forEach((line, at) => readLine(reading, line, at + 1));
  if (reading.written === null) report(reading, 1, missing('Written by', 'our youth council'));
  if (reading.checked === null) report(reading, 1, missing('Checked by', 'the safeguarding lead'));
  const { lines, written, checked, problems } = reading;
  return { lines, written, checked, problems };
}

function missing(field: string, role: string): string {
  return `“${field}:” is missing: a role and a day, such as “${field}: ${role}, 2027-01-20”. Until it is there, no line is shown`;
}

function readLine(reading: Reading, line: string, at: number): void {
  const [, mark = '', words = ''] = /^(###|##|[-*])[ \t]+(.*\S)\s*$/.exec(line) ?? [];
  if (mark === '##') return readAsker(reading, words, at);
  if (mark === '###') return readTone(reading, words, at);
  if (mark !== '') return readComeback(reading, words, at);
  const [, field = '', value = ''] = /^(written|checked) by:\s*(.*\S)\s*$/i.exec(line) ?? [];
  if (field !== '') {
    return readBy(reading, field.toLowerCase() === 'written' ? 'written' : 'checked', {
      value,
      at,
    });
  }
  if (line.trim() === '' || line.startsWith('# ')) return;
  report(
    reading,
    at,
    `Cannot read “${line.trim().slice(0, 60)}”: a line starts with “- ”, who is asking with “## ”, a tone with “### ”`,
  );
}

function readBy(
  reading: Reading,
  field: 'written' | 'checked',
  { value, at }: { readonly value: string; readonly at: number },
): void {
  if (/\d{4}-\d{2}-\d{2}$/.test(value)) reading[field] = value;
  else {
    report(
      reading,
      at,
      `Cannot read “${value}”: it needs a role and a day at its end, such as “our youth council, 2027-01-20”`,
    );
  }
}

function readAsker(reading: Reading, words: string, at: number): void {
  reading.tone = null;
  reading.asker = answeredAskers.find(({ label }) => isSame(label, words))?.id ?? null;
  if (reading.asker !== null) return;
  if (unansweredAskers.some(({ label }) => isSame(label, words))) {
    return report(reading, at, `“${words}” gets no line: what helps there is help (M15)`);
  }
  report(reading, at, `Cannot read “${words}”: ${meant(words, answeredAskers)}`);
}

function readTone(reading: Reading, words: string, at: number): void {
  reading.tone =
    tones.find(({ label, before = label }) => isSame(label, words) || isSame(before, words))?.id ??
    null;
  if (reading.tone === null) {
    report(reading, at, `Cannot read the tone “${words}”: ${meant(words, tones)}`);
  }
}

function readComeback(reading: Reading, text: string, at: number): void {
  const { asker, tone } = reading;
  if (asker === null || tone === null) {
    return report(
      reading,
      at,
      `“${text.slice(0, 60)}” has no one above it, or no tone: it is left out`,
    );
  }
  if (text.length > LONGEST) {
    return report(
      reading,
      at,
      `“${text.slice(0, 40)} …” has ${text.length} letters: a line has ${LONGEST} at most`,
    );
  }
  reading.lines.push({ id: `own-${asker}-${tone}-${at}`, asker, tone, text, line: at });
}

function meant(words: string, choices: readonly { readonly label: string }[]): string {
  const labels = choices.map(({ label }) => label);
  const close = nearest(words, labels);
  return close === undefined
    ? `it needs to be ${labels.map((label) => `“${label}”`).join(', ')}`
    : `“${close}” may be meant`;
}

function isSame(a: string, b: string): boolean {
  const plain = (words: string) => words.toLowerCase().replaceAll('’', "'");
  return plain(a) === plain(b);
}

function report(reading: Reading, line: number, message: string): void {
  reading.problems.push({ code: CODE, severity: 'error', line, column: 1, message: `${message}.` });
}
