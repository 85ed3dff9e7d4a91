import type { SourceLine } from '../poll/question.ts';
import { readFrontMatter } from './front-matter.ts';
import { readLines } from './lines.ts';
import { scanLines, type Part } from './scan.ts';
import { staffSectionsOf, type Inside } from './staff-sections.ts';

/** What a passage is in its lesson; the myth of a myth question is there to be put right, a message is what a character writes in a thread, a hard question is a pupil's, there to be answered. */
type Role = 'field' | 'heading' | 'text' | 'message' | 'prompt' | 'option' | 'explanation' | 'myth' | 'hard question';

/** Words that belong together, such as a paragraph, an option or a heading, without their Markdown marks. */
export type Passage = {
  readonly to: 'pupils' | 'teacher';
  readonly role: Role;
  /** The field of the head it stands in, or the line of the question's fence; null elsewhere. */
  readonly within: string | number | null;
  /** Its lines joined by blanks. */
  readonly text: string;
  /** Where in the file the text from `at` on stands. */
  readonly pieces: readonly { readonly at: number; readonly line: number; readonly column: number }[];
};

/** What the class reads of a lesson's head; the rest is for adults. */
const PUPIL_FIELDS: readonly string[] = ['on the board', 'content note', 'objectives', 'vocabulary'];

type Kind = Pick<Passage, 'to' | 'role' | 'within'>;

type Draft = Kind & { text: string; readonly pieces: Passage['pieces'][number][] };

type Reading = {
  readonly passages: Passage[];
  readonly lines: readonly SourceLine[];
  open: Draft | null;
  question: (Part & { readonly type: 'open' }) | null;
  /** The words of the fences that are open within the slide. */
  readonly layouts: string[];
};

/** All words of a lesson in the order of the text, each passage with whom it is for and where it stands. Never throws. */
export function readPassages(text: string): readonly Passage[] {
  const lines = readLines(text);
  const { rest, habits } = readFrontMatter(lines);
  const reading: Reading = { passages: [], lines, open: null, question: null, layouts: [] };
  readHead(reading, lines.slice(0, lines.length - rest.length));
  const { parts } = scanLines(rest, habits);
  const staff = staffSectionsOf(parts);
  for (const [at, part] of parts.entries()) readPart(reading, part, staff[at]);
  close(reading);
  return reading.passages;
}

/** Where in the file the character of a passage's text stands, from 1. */
export function placeIn({ pieces }: Passage, index: number): { readonly line: number; readonly column: number } {
  let [low, high] = [0, pieces.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? 0) <= index) low = middle;
    else high = middle;
  }
  const piece = pieces[low] ?? { at: 0, line: 1, column: 1 };
  return { line: piece.line, column: piece.column + index - piece.at };
}

function readHead(reading: Reading, head: readonly SourceLine[]): void {
  let field = '';
  for (const { text, line } of head) {
    // What YAML calls a comment, such as an author’s “# allow …”.
    if (/^\s*#/.test(text)) continue;
    const [, name, value] = /^([\w][\w ]*):(?:\s+(.*))?$/.exec(text) ?? [];
    field = name?.toLowerCase() ?? field;
    close(reading);
    const words = (value ?? (name === undefined ? text.replace(/^\s*(?:-\s+)?/, '') : '')).replace(/^["'[]|["'\]]$/g, '');
    if (field === '' || words.trim() === '' || /^(?:---|\.\.\.)\s*$/.test(text)) continue;
    add(reading, { to: PUPIL_FIELDS.includes(field) ? 'pupils' : 'teacher', role: 'field', within: field }, { text: words, line });
  }
  close(reading);
}

function readPart(reading: Reading, part: Part, staff: Inside | undefined): void {
  if (part.type === 'text') return readText(reading, staff === undefined ? part : { ...part, to: 'notes' });
  close(reading);
  reading.layouts.length = 0;
  if (staff !== undefined) return readStaffHeading(reading, part, staff);
  if (part.type === 'open' && part.word !== 'film' && part.word !== 'help') reading.question = part;
  else if (part.type === 'close') reading.question = null;
  else if (part.type === 'heading') {
    // One over `===` may have several lines.
    const lines = part.raw.length > 1 ? part.raw.slice(0, -1) : [part];
    for (const line of lines) add(reading, { to: 'pupils', role: 'heading', within: null }, line);
    close(reading);
  }
}

function readStaffHeading(reading: Reading, part: Part, { section, opens }: Inside): void {
  if (part.type !== 'heading') return;
  add(reading, { to: 'teacher', role: section === 'hardQuestions' && !opens ? 'hard question' : 'heading', within: null }, part);
  close(reading);
}

function readText(reading: Reading, { to, text, line }: Part & { readonly type: 'text' }): void {
  const [, fence] = /^ {0,3}:::+[ \t]*(.*)$/.exec(text) ?? [];
  if (fence !== undefined) return readFence(reading, fence);
  const mark = /^\s*(?:[-*+]\s+(?:\[[ xX]?\]\s+)?|\d+[.):]\s+|(?:>\s?)+|#+\s+)?/.exec(text)?.[0] ?? '';
  const rest = text.slice(mark.length);
  if (rest.trim() === '') return close(reading);
  const kind = { to: to === 'body' ? 'pupils' : 'teacher', ...roleOf(reading, to, mark.trim()) } as const;
  const isMore = kind.role !== 'message' && (mark.trim() === '' || mark.trim().startsWith('>'));
  if (reading.open !== null && (!isMore || reading.open.to !== kind.to || (mark.trim() !== '' && reading.open.role !== kind.role))) close(reading);
  add(reading, kind, { text: rest, line });
}

// A thread, and the like, of a slide: its fences are no words.
function readFence(reading: Reading, fence: string): void {
  close(reading);
  if (fence === '') reading.layouts.pop();
  else reading.layouts.push(/[a-z]+/i.exec(fence)?.[0].toLowerCase() ?? '');
}

function roleOf({ question, layouts }: Reading, to: (Part & { readonly type: 'text' })['to'], mark: string): Pick<Passage, 'role' | 'within'> {
  if (layouts.at(-1) === 'chat') return { role: 'message', within: null };
  if (question === null || to !== 'body') return { role: 'text', within: null };
  const within = question.line;
  if (mark.startsWith('>')) return { role: 'explanation', within };
  if (mark !== '') return { role: 'option', within };
  return { role: question.word === 'myth' ? 'myth' : 'prompt', within };
}

// Emphasis is no part of the words, and a word's column is found again behind it.
function add(reading: Reading, kind: Kind, { text, line }: SourceLine): void {
  reading.open ??= { ...kind, text: '', pieces: [] };
  const { open } = reading;
  if (open.text !== '') open.text += ' ';
  const source = reading.lines[line - 1]?.text ?? '';
  let from = Math.max(columnOf(source, text), 0);
  for (const run of text.split(/([*_]+|`+)/)) {
    if (!/^(?:[*_]+|`+)$/.test(run) && run !== '') {
      open.pieces.push({ at: open.text.length, line, column: from + 1 });
      open.text += run;
    }
    from += run.length;
  }
}

// The whole of a long text is never looked for from each place of a long line.
function columnOf(source: string, text: string): number {
  return source.endsWith(text) ? source.length - text.length : source.lastIndexOf(text.slice(0, 200));
}

function close(reading: Reading): void {
  if (reading.open !== null && reading.open.text.trim() !== '') {
    const { text, ...rest } = reading.open;
    reading.passages.push({ ...rest, text: text.replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"').replaceAll('\t', ' ') });
  }
  reading.open = null;
}
