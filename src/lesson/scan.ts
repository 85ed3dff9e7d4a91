import type { SourceLine } from '../poll/question.ts';
import type { Problem } from '../text/problem.ts';
import { closesCode, codeOpening, laterClosings, type CodeMark } from './code-blocks.ts';
import { dropComments } from './comments.ts';
import { fenceHolds } from './fences.ts';
import { firstColumn } from './lines.ts';
import { readNotesLine } from './notes-line.ts';
import { NOTHING_ABOVE, readAbove, type Above } from './paragraph.ts';

/** A lesson's lines, each known for what it is; fences are well nested, and every text line knows whether the class may see it. */
export type Part =
  | { readonly type: 'text'; readonly to: 'body' | 'notes'; readonly text: string; readonly line: number }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly line: number }
  | { readonly type: 'break'; readonly line: number }
  | { readonly type: 'open'; readonly word: string; readonly words: readonly string[]; readonly line: number; readonly column: number }
  | { readonly type: 'close'; readonly word: string; readonly line: number };

type Fence = { readonly word: string; readonly line: number; readonly column: number; readonly notesBefore: boolean };

type Scan = {
  readonly parts: Part[];
  readonly problems: Problem[];
  readonly fences: Fence[];
  readonly closings: ReturnType<typeof laterClosings>;
  at: number;
  notes: boolean;
  code: CodeMark | null;
  comment: { readonly line: number; readonly column: number } | null;
  /** How many of the open fences hold text alone. */
  textFences: number;
  above: Above;
};

/** A rule takes a line and says whether it was its own. */
type Rule = (scan: Scan, line: SourceLine) => boolean;

// The whole grammar, in order: the first rule that knows the line takes it.
const rules: readonly Rule[] = [codeRule, headingRule, underlineRule, breakRule, fenceRule, notesRule, textRule];

/** Sorts lines into parts: code blocks and comments first, then what makes slides. */
export function scanLines(lines: readonly SourceLine[]): { readonly parts: readonly Part[]; readonly problems: readonly Problem[] } {
  const scan: Scan = {
    parts: [],
    problems: [],
    fences: [],
    closings: laterClosings(lines),
    at: 0,
    notes: false,
    code: null,
    comment: null,
    textFences: 0,
    above: NOTHING_ABOVE,
  };
  for (const [at, line] of lines.entries()) {
    scan.at = at;
    const shown = scan.code === null ? uncommented(scan, line) : line;
    rules.some((rule) => rule(scan, shown));
  }
  const last = lines.at(-1)?.line ?? 1;
  while (scan.fences.length > 0) closeFence(scan, last, 'missing');
  if (scan.comment !== null) {
    scan.problems.push({
      code: 'unclosed-comment',
      severity: 'error',
      ...scan.comment,
      message: 'Cannot find the end of this comment, so nothing after it is shown: it needs “-->”',
    });
  }
  return { parts: scan.parts, problems: scan.problems };
}

function uncommented(scan: Scan, line: SourceLine): SourceLine {
  const { text, open, column } = dropComments(line.text, scan.comment !== null);
  scan.comment = open ? (scan.comment ?? { line: line.line, column }) : null;
  return text === line.text ? line : { text, line: line.line };
}

function codeRule(scan: Scan, { text, line }: SourceLine): boolean {
  if (scan.code !== null) {
    if (closesCode(text, scan.code)) scan.code = null;
    else if (!scan.notes && readNotesLine(text) !== undefined) {
      scan.problems.push({
        code: 'notes-in-code',
        severity: 'warning',
        line,
        column: firstColumn(text),
        message: `“${text.trim().slice(0, 60)}” stands in a code block, so the class sees it: close the block above it if it is meant for the teacher`,
      });
    }
    return pushText(scan, { text, line });
  }
  const opening = codeOpening(text);
  if (opening === undefined) return false;
  if ((scan.closings[opening.mark][scan.at] ?? 0) < opening.length) {
    scan.problems.push({
      code: 'unclosed-code',
      severity: 'error',
      line,
      column: firstColumn(text),
      message: `Cannot find the end of this code block: it needs a line “${opening.mark.repeat(opening.length)}”`,
    });
    return pushText(scan, { text, line });
  }
  scan.code = opening;
  return pushText(scan, { text, line });
}

function headingRule(scan: Scan, { text, line }: SourceLine): boolean {
  const [, marks, rest] = /^ {0,3}(#{1,3})(?:[ \t](.*))?$/.exec(text) ?? [];
  if (marks === undefined) return false;
  startSlide(scan, line);
  scan.parts.push({ type: 'heading', level: marks.length as 1 | 2 | 3, text: withoutClosingMarks(rest ?? ''), line });
  return true;
}

function withoutClosingMarks(heading: string): string {
  const text = heading.trim();
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end -= 1;
  return end === 0 || /[ \t]/.test(text[end - 1] ?? '') ? text.slice(0, end).trimEnd() : text;
}

// `Title` over `===` or `---` is a heading, as in Markdown; in notes a `---` always ends the slide, so that no note is ever taken for one.
function underlineRule(scan: Scan, { text }: SourceLine): boolean {
  const [, mark] = /^ {0,3}(=|-)\1*[ \t]*$/.exec(text) ?? [];
  if (mark === undefined || scan.notes || scan.above.paragraph === 0) return false;
  const lines = scan.parts.splice(scan.parts.length - scan.above.paragraph) as (Part & { readonly type: 'text' })[];
  const line = lines[0]?.line ?? 1;
  startSlide(scan, line);
  scan.parts.push({ type: 'heading', level: mark === '=' ? 1 : 2, text: lines.map((part) => part.text.trim()).join(' '), line });
  return true;
}

function breakRule(scan: Scan, { text, line }: SourceLine): boolean {
  if (!/^ {0,3}-{3,}[ \t]*$/.test(text)) return false;
  startSlide(scan, line);
  scan.parts.push({ type: 'break', line });
  return true;
}

// A new slide ends notes, and any fence that holds text alone.
function startSlide(scan: Scan, line: number): void {
  scan.above = NOTHING_ABOVE;
  while (scan.textFences > 0) closeFence(scan, line, 'missing');
  scan.notes = false;
}

function fenceRule(scan: Scan, { text, line }: SourceLine): boolean {
  const [, rest] = /^ {0,3}:::+(.*)$/.exec(text) ?? [];
  if (rest === undefined) return false;
  scan.above = NOTHING_ABOVE;
  const [word = '', ...words] = rest.trim().split(/\s+/);
  const column = firstColumn(text);
  if (word !== '') openFence(scan, { type: 'open', word: word.toLowerCase(), words, line, column });
  else if (scan.fences.length > 0) closeFence(scan, line, 'found');
  else {
    scan.problems.push({
      code: 'stray-fence',
      severity: 'error',
      line,
      column,
      message: 'Cannot close a block here: “:::” needs a “::: film”, “::: choice”, “::: scale” or “::: help” above it that is still open',
    });
  }
  return true;
}

function openFence(scan: Scan, part: Part & { readonly type: 'open' }): void {
  const { word, line, column } = part;
  const holds = fenceHolds(word);
  const above = scan.fences.at(-1);
  if (holds !== undefined && word !== 'notes' && above !== undefined && fenceHolds(above.word) === 'text') closeFence(scan, line, 'missing');
  scan.fences.push({ word, line, column, notesBefore: scan.notes });
  if (holds === undefined) {
    scan.problems.push({
      code: 'unknown-fence',
      severity: 'error',
      line,
      column,
      message: `Cannot read “::: ${word.slice(0, 40)}”: it needs to be “::: film”, “::: choice”, “::: scale” or “::: help”`,
    });
    return;
  }
  if (holds === 'text') scan.textFences += 1;
  scan.notes = word === 'notes';
  if (word !== 'notes') scan.parts.push(part);
}

function closeFence(scan: Scan, line: number, mark: 'found' | 'missing'): void {
  const fence = scan.fences.pop();
  if (fence === undefined) return;
  const known = fenceHolds(fence.word) !== undefined;
  if (fenceHolds(fence.word) === 'text') scan.textFences -= 1;
  if (known && fence.word !== 'notes') scan.parts.push({ type: 'close', word: fence.word, line });
  if (mark === 'missing' && known) {
    const { column } = fence;
    scan.problems.push({
      code: 'unclosed-fence',
      severity: 'error',
      line: fence.line,
      column,
      message: `Cannot find the end of “::: ${fence.word}”: it needs a line “:::”`,
    });
  }
  // Unknown fences are read as if they were not there.
  if (known) scan.notes = fence.notesBefore;
}

function notesRule(scan: Scan, { text, line }: SourceLine): boolean {
  const rest = readNotesLine(text);
  if (rest === undefined) return false;
  scan.notes = true;
  scan.above = NOTHING_ABOVE;
  if (rest !== '') scan.parts.push({ type: 'text', to: 'notes', text: rest, line });
  return true;
}

function textRule(scan: Scan, { text, line }: SourceLine): boolean {
  const above = readAbove(scan.above, text);
  pushText(scan, { text, line });
  scan.above = above;
  return true;
}

function pushText(scan: Scan, { text, line }: SourceLine): true {
  scan.parts.push({ type: 'text', to: scan.notes ? 'notes' : 'body', text, line });
  scan.above = NOTHING_ABOVE;
  return true;
}
