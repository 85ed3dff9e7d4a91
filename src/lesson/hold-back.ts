import { FOR_CLASS } from '../document/audience-marks.ts';
import { readBlockHeading } from '../document/block-heading.ts';
import { closesCode, codeOpening, type CodeMark } from '../document/code-blocks.ts';
import {
  readOffBoard,
  readOffBoardHeading,
  rightMark,
  withoutRightMarks,
  type OffBoard,
} from '../document/off-board.ts';
import { plainWords } from '../document/plain-words.ts';
import type { Problem } from '../document/problem.ts';
import { sectionName } from '../document/section-names.ts';
import type { SourceLine } from '../document/source-line.ts';
import { isQuestionWord } from './fences.ts';
import type { Part } from './part.ts';

type Text = Part & { readonly type: 'text' };

/** Parts of which the class is shown no answer and no word for the teacher by mistake, and what was held back. */
export type HeldBack = { readonly parts: readonly Part[]; readonly problems: readonly Problem[] };

const ITEM = /^(\s*)(?:[-*+•]|\(?(?:\d{1,3}|[a-z])[.)])\s+\S/i;
const LETTERED = /^\s*(?:[-*+•]\s+)?[*_]{0,2}\(?[a-h][.)]/i;
const ASKED = /^\s*(?:[-*+•]\s+)?[*_]{0,2}(?:q(?:uestion)?\.? ?\d{0,2}|\d{1,3}|\(?[a-z])[.):]/i;
const BOLD_LINE = /^\s{0,3}(\*\*|__)(?=\S)[^*_]{1,80}\1\s*:?\s*$/;
const SMALL = /^ {0,3}#{4,6}[ \t]/;

/**
 * Moves into the notes of its own slide what gives an answer away and what speaks to the teacher,
 * by the one table of signs, unless a comment above says that the class sees it. What stands in a
 * question is its own, and so is what a layout shows one by one. In another tool's deck
 * (`isDeck`), a slide that is called “Answers” is one; of a plan (`isPlan`), whose headings are
 * sorted by themselves, those for the teacher are left to that.
 */
export function holdBack(
  parts: readonly Part[],
  { isDeck, isPlan }: { readonly isDeck: boolean; readonly isPlan: boolean },
): HeldBack {
  const out: Part[] = [];
  const problems: Problem[] = [];
  // What a label above takes with it, until it ends.
  let below: Below | null = null;
  // The section of a heading that is off the board.
  let section: { readonly level: number; readonly why: OffBoard } | null = null;
  let question = 0;
  let layout: string[] = [];
  let code: CodeMark | undefined;
  let vocabulary = false;
  const first = parts.findIndex(({ type }) => type === 'heading');
  const items = itemLists(parts);
  const tables = answerTables(parts);
  for (const [at, part] of parts.entries()) {
    if (part.type !== 'text') {
      code = undefined;
      below = null;
      if (part.type === 'open') question += isQuestionWord(part.word) ? 1 : 0;
      if (part.type === 'close') question = Math.max(0, question - 1);
      if (part.type === 'break' || part.type === 'open') section = null;
      if (part.type !== 'heading') {
        if (part.type === 'break') layout = [];
        out.push(part);
        continue;
      }
      layout = [];
      vocabulary = sectionName(part.text)?.field === 'vocabulary';
      if (section !== null && part.level <= section.level) section = null;
      const timed = readBlockHeading(part.text);
      if (typeof timed === 'object' || part.audience !== undefined) section = null;
      const named: OffBoard | undefined =
        section === null && part.audience === undefined && at !== first && !isDeck
          ? readOffBoardHeading(typeof timed === 'object' ? timed.title : part.text)
          : undefined;
      const why: OffBoard | undefined = isPlan && named === 'teacher' ? undefined : named;
      if (why !== undefined) {
        section = { level: part.level, why };
        problems.push(problemOf({ text: part.text, line: part.line }, why, 'section'));
      }
      if (section !== null && typeof timed !== 'object') {
        if (why !== undefined) dropBreakAbove(out);
        out.push(...asNotes([`#### ${part.text}`], part.line));
      } else out.push(part);
      continue;
    }
    const { text, line } = part;
    const wasCode = code !== undefined;
    if (code === undefined) code = codeOpening(text);
    else if (closesCode(text, code)) code = undefined;
    const isCode = wasCode || code !== undefined;
    const fence = isCode ? null : /^ {0,3}(:{3,})[ \t]*([\w-]*)/.exec(text);
    if (fence !== null) {
      if (fence[2] === '') layout.pop();
      else layout.push(fence[2] ?? '');
      below = null;
    }
    const isOwn =
      part.to !== 'body' ||
      part.sure === true ||
      question > 0 ||
      fence !== null ||
      isShownLater(layout);
    if (isOwn) {
      if (part.to === 'body' && text.trim() !== '') below = null;
      out.push(part);
      continue;
    }
    if (section !== null) {
      out.push({ ...part, to: 'notes' });
      continue;
    }
    if (text.trim() === '') {
      if (below !== null) below = afterBlank(below);
      out.push(part);
      continue;
    }
    if (below !== null && !goesOn(below, text, isCode)) below = null;
    if (below !== null) {
      if (!below.begun) out.push({ type: 'text', to: 'notes', text: '', line });
      below = { ...below, begun: true, isBlank: false, isList: below.isList ?? ITEM.test(text) };
      out.push({ ...part, to: 'notes' });
      continue;
    }
    if (isCode) {
      out.push(part);
      continue;
    }
    const table = tables.get(at);
    if (table !== undefined) {
      if (table.isFirst) problems.push(problemOf({ text: table.name, line }, 'answer', 'table'));
      if (table.isFirst) out.push({ type: 'text', to: 'notes', text: '', line });
      out.push({ ...part, to: 'notes' });
      continue;
    }
    const list = items.get(at);
    const found = readOffBoard(text, { isWord: vocabulary || list?.isWords === true });
    const isReply = found === undefined && isAnswerToQuestion(out, text);
    if (found?.is === 'whole' || isReply) {
      const why = found?.why ?? 'answer';
      const isLabel = found?.is === 'whole' && found.isLabel;
      const indent = text.length - text.trimStart().length;
      const isHeading = isLabel && (BOLD_LINE.test(text) || SMALL.test(text));
      below = {
        is: isHeading ? 'bold' : isLabel ? 'label' : 'words',
        indent,
        isItem: ITEM.test(text),
        isBlank: false,
        begun: !isLabel,
        isList: isLabel ? null : false,
      };
      problems.push(problemOf({ text, line }, why, isLabel ? 'label' : 'line'));
      out.push(...asNotes([text.trim()], line));
      continue;
    }
    if (found?.is === 'part') {
      problems.push(problemOf({ text, line }, found.why, 'part'));
      out.push({ ...part, text: found.shown }, ...asNotes([text.trim()], line));
      continue;
    }
    if (list !== undefined && list.isMarked) {
      const shown = withoutRightMarks(text);
      if (shown !== text && rightMark(text) !== undefined) {
        problems.push(problemOf({ text, line }, 'answer', 'option'));
        out.push({ ...part, text: shown }, ...asNotes([text.trim()], line));
      } else out.push({ ...part, text: shown });
      continue;
    }
    out.push(part);
  }
  return problems.length === 0 ? { parts, problems } : { parts: out, problems };
}

type Below = {
  /** What took it: a label in bold or a small heading, to the next of its kind; one with a colon, the list or paragraph below; a line with its own words, the lines of its paragraph. */
  readonly is: 'bold' | 'label' | 'words';
  readonly indent: number;
  readonly isItem: boolean;
  readonly isBlank: boolean;
  readonly begun: boolean;
  /** Null before anything stands below it. */
  readonly isList: boolean | null;
};

function afterBlank(below: Below): Below | null {
  return below.is === 'words' && !below.isItem ? null : { ...below, isBlank: true };
}

function goesOn(below: Below, text: string, isCode: boolean): boolean {
  const indent = text.length - text.trimStart().length;
  if (below.isItem && indent > below.indent) return true;
  if (below.is === 'bold') return isCode || !(BOLD_LINE.test(text) || SMALL.test(text));
  if (BOLD_LINE.test(text) || SMALL.test(text)) return false;
  if (below.is === 'words') {
    return !below.isBlank && !below.isItem && !ITEM.test(text) && !asksAgain(text);
  }
  if (below.isItem) return false;
  if (!below.begun) return true;
  // A list goes on over blank lines, and so do answers that are paragraphs with numbers.
  if (below.isBlank) return ITEM.test(text) || indent > below.indent + 1 || ASKED.test(text);
  return true;
}

function asksAgain(text: string): boolean {
  return ASKED.test(text) || /\?["”’)*_]*$/.test(text.trim());
}

// “A: Lake Geneva” below “Q: Which lake?”.
function isAnswerToQuestion(out: readonly Part[], text: string): boolean {
  if (!/^\s*(?:[-*+•]\s+)?[*_]{0,3}A(?:\d{1,2})?[*_]{0,3}[:：.]/.test(text)) return false;
  const above = out.findLast((part) => part.type !== 'text' || part.text.trim() !== '');
  return (
    above?.type === 'text' &&
    /^\s*(?:[-*+•]\s+)?[*_]{0,3}Q(?:\d{1,2})?[*_]{0,3}[:：.]/.test(above.text)
  );
}

// What the author has made appear, or laid out as a thread or as cards, is as they want it.
const OWN_WAY: ReadonlySet<string> = new Set(['reveal', 'steps', 'chat', 'cards']);

function isShownLater(layout: readonly string[]): boolean {
  return layout.some((word) => OWN_WAY.has(word));
}

// A `---` above a heading that is off the board would start a slide with nothing on it.
function dropBreakAbove(out: Part[]): void {
  const last = out.findLastIndex((part) => part.type !== 'text' || part.text.trim() !== '');
  if (out[last]?.type === 'break' && last > 0) out.splice(last, 1);
}

function asNotes(words: readonly string[], line: number): readonly Text[] {
  return ['', ...words, ''].map((text) => ({ type: 'text', to: 'notes', text, line, sure: true }));
}

type Items = { readonly isWords: boolean; readonly isMarked: boolean };

// For each item, whether its list is one of words with their meanings, and whether some of it are marked as right.
function itemLists(parts: readonly Part[]): ReadonlyMap<number, Items> {
  const all = new Map<number, Items>();
  let run: number[] = [];
  let asked = false;
  let question = 0;
  const end = () => {
    const texts = run.map((at) => textAt(parts, at));
    const known = { isWords: isWordList(texts), isMarked: isMarkedList(texts, asked) };
    for (const at of run) all.set(at, known);
    run = [];
  };
  parts.forEach((part, at) => {
    if (part.type === 'open' && isQuestionWord(part.word)) question += 1;
    if (part.type === 'close') question = Math.max(0, question - 1);
    const text = part.type === 'text' && part.to === 'body' && question === 0 ? part.text : null;
    if (text !== null && text.trim() === '') return;
    if (text !== null && (ITEM.test(text) || LETTERED.test(text) || marked(text))) {
      // “1. Which is a lake?” above “a) …” is the question.
      if (run.length > 0 && !LETTERED.test(text) && /\?\s*$/.test(text)) end();
      if (run.length === 0 || /\?[*_\s]*$/.test(text)) asked ||= /\?[*_\s]*$/.test(text);
      run.push(at);
      return;
    }
    if (run.length > 0) end();
    asked = 'text' in part && /\?[*_"”’)\s]*$/.test(part.text);
  });
  if (run.length > 0) end();
  return all;
}

// “✔ b) la gare” and “**b) la gare** ✅” without a list's own mark.
function marked(text: string): boolean {
  return rightMark(text) !== undefined && LETTERED.test(text.replace(/^[^\p{L}\p{N}(]+/u, ''));
}

function textAt(parts: readonly Part[], at: number): string {
  const part = parts[at];
  return part?.type === 'text' ? part.text : '';
}

const MEANING =
  /^\s*(?:[-*+•]\s+)[*_]{0,3}([^:=–—*_]{2,40}?)[*_]{0,3}\s*(?:[:=]|\s[–—-]\s)[*_]{0,3}\s*\S/;

function isWordList(texts: readonly string[]): boolean {
  const named = texts.filter((text) => MEANING.test(text));
  return (
    named.length > 2 &&
    named.length === texts.length &&
    !texts.some((text) =>
      /^\W*(?:q(?:uestion)?\b|answers?\b|hook|starter|plenary|task)/i.test(text),
    )
  );
}

function isMarkedList(texts: readonly string[], asked: boolean): boolean {
  const marks = texts.map(rightMark);
  if (marks.includes('says so')) return true;
  const ticked = marks.filter((mark) => mark === 'tick').length;
  if (ticked === 0) return false;
  const options = texts.filter((text) => LETTERED.test(text.replace(/^[^\p{L}\p{N}(]+/u, '')));
  // A list with a tick before each, or of what to do and what not, gives no answer away.
  const isPlain = texts.some((text, at) => marks[at] === undefined && !/[❌❎✗✘✖]/u.test(text));
  return options.length > 0 || asked || (isPlain && ticked < texts.length);
}

type AnswerTable = { readonly isFirst: boolean; readonly name: string };

// Tables with a column of answers that are filled in, by each of their rows.
function answerTables(parts: readonly Part[]): ReadonlyMap<number, AnswerTable> {
  const all = new Map<number, AnswerTable>();
  for (let at = 0; at < parts.length; at += 1) {
    const [head, rule] = [textAt(parts, at), textAt(parts, at + 1)];
    if (!/^\s*\|.*answer|^\s*\|.*mark scheme|^\s*\|.*solution/i.test(head)) continue;
    if (!/^[\s|:-]*-[\s|:-]*$/.test(rule)) continue;
    const column = cells(head).findIndex(
      (cell) => readOffBoardHeading(cell) === 'answer' || /^solutions?$/i.test(plainWords(cell)),
    );
    if (column < 0) continue;
    let end = at + 2;
    while (/^\s*\|/.test(textAt(parts, end))) end += 1;
    const isFilled = Array.from({ length: end - at - 2 }, (_, row) => row + at + 2).some((row) =>
      /[\p{L}\p{N}]/u.test(cells(textAt(parts, row))[column] ?? ''),
    );
    if (!isFilled) continue;
    for (let row = at; row < end; row += 1) {
      all.set(row, { isFirst: row === at, name: cells(head)[column] ?? '' });
    }
  }
  return all;
}

function cells(row: string): readonly string[] {
  return row
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

type Withheld = 'line' | 'label' | 'section' | 'table' | 'option' | 'part';

const REASONS: Readonly<Record<OffBoard, string>> = {
  answer: 'it gives an answer away',
  teacher: 'it is for the teacher',
};

function problemOf({ text, line }: SourceLine, why: OffBoard, held: Withheld): Problem {
  const words = `“${plainWords(text)
    .replace(/^[\s>|#]+/, '')
    .slice(0, 60)}”`;
  const reason = REASONS[why];
  const show = `Put a line “${FOR_CLASS}” above it if the class is to see it`;
  const message = ((): string => {
    switch (held) {
      case 'option':
        return `${words} is on the board without its mark, since that ${reason.slice(3)}: the mark is in your notes`;
      case 'part':
        return `${words} is on the board without its end, since that ${reason.slice(3)}: all of it is in your notes. ${show}`;
      case 'table':
        return `${words} is a column of a table that is not on the board, since it gives answers away: the table is in your notes. ${show}`;
      case 'section':
      case 'label':
        return `${words} and what is below it is not on the board, since ${reason}: it is in your notes. ${show}`;
      case 'line':
        return `${words} is not on the board, since ${reason}: it is in your notes. ${show}`;
    }
  })();
  return { code: 'off-the-board', severity: 'warning', line, column: 1, message };
}
