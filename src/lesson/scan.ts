import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import { withoutBox } from './answer-boxes.ts';
import { blankLinesRule, breakRule } from './break-rule.ts';
import { outsideSpans } from '../document/code-blocks.ts';
import { codeRule } from './code-rule.ts';
import { withoutComments } from './comment-rules.ts';
import { withoutBraces, withoutCodeClass } from './dialects/braces.ts';
import { withoutNamedPictures } from './dialects/chunks.ts';
import { decksetPictures, decksetRule } from './dialects/deckset.ts';
import { gitPitchRule } from './dialects/gitpitch.ts';
import { markLater } from './dialects/fragments.ts';
import { directives, marpPictures } from './dialects/marp.ts';
import { pandocRule, pandocWords } from './dialects/pandoc.ts';
import { withoutBoxes } from './dialects/remark-boxes.ts';
import { remarkRule, skipRemarkFields } from './dialects/remark.ts';
import { revealNotes } from './dialects/reveal.ts';
import { importRule, slidevClicks, slotRule } from './dialects/slidev.ts';
import { closeFence, fenceRule } from './fence-rule.ts';
import { isKind } from '../questions/kinds.ts';
import { OUR_HABITS, type Habits } from './habits.ts';
import { headingRule, underlineRule } from './heading-rule.ts';
import { landRule } from './land-rule.ts';
import { notesRule } from './notes-rule.ts';
import { readAbove } from '../document/paragraph.ts';
import type { Part } from './part.ts';
import { boldRule } from './plans/bold-rule.ts';
import {
  currentAudience,
  pushRemarks,
  pushText,
  startScan,
  warn,
  type Cleaner,
  type Rule,
  type Scan,
} from './scan-state.ts';
import { straightQuotes, warnOfFormulas, withListMark } from './typed-marks.ts';
import { warnOfTable } from './typed-tables.ts';

export type { Part };

// The whole grammar, in order: the first rule that knows the line takes it.
const rules: readonly Rule[] = [
  blankLinesRule,
  codeRule,
  remarkRule,
  pandocRule,
  decksetRule,
  gitPitchRule,
  importRule,
  headingRule,
  underlineRule,
  breakRule,
  fenceRule,
  slotRule,
  landRule,
  notesRule,
  boldRule,
  textRule,
];

// Half of a lesson's lines are blank, and only these rules have to do with them.
const blankRules: readonly Rule[] = [blankLinesRule, codeRule, notesRule, textRule];

// What other tools write within a line.
const wordCleaners: readonly Cleaner[] = [
  marpPictures,
  decksetPictures,
  pandocWords,
  withoutBraces,
  straightQuotes,
];
const cleaners: readonly Cleaner[] = [revealNotes, slidevClicks, ...wordCleaners];

/** Sorts lines into parts: code blocks and comments first, then what makes slides. */
export function scanLines(
  lines: readonly SourceLine[],
  habits: Habits = OUR_HABITS,
): { readonly parts: readonly Part[]; readonly problems: readonly Problem[] } {
  const scan = startScan(lines, habits);
  if (habits.tool === 'remark') skipRemarkFields(scan, 0);
  for (const [at, line] of lines.entries()) {
    if (at < scan.next) continue;
    scan.at = at;
    const shown =
      scan.code === null
        ? shownOf(scan, { text: withListMark(scan, line.text), line: line.line })
        : line;
    const some = shown.text.trim() === '' ? blankRules : rules;
    some.some((rule) => rule(scan, shown));
  }
  const last = lines.at(-1)?.line ?? 1;
  while (scan.fences.length > 0) closeFence(scan, last, 'missing');
  pushRemarks(scan, last + 1);
  if (scan.comment !== null) {
    const { line, column, open } = scan.comment;
    const message = `Cannot find the end of this comment, so nothing after it is shown: it needs “${open.end}”`;
    scan.problems.push({ code: 'unclosed-comment', severity: 'error', line, column, message });
  }
  return { parts: scan.parts, problems: scan.problems };
}

function shownOf(scan: Scan, line: SourceLine): SourceLine {
  if (scan.habits.tool === 'remark') {
    return shownOfAny(scan, {
      text: withoutBoxes(scan, withoutNamedPictures(scan, line)),
      line: line.line,
    });
  }
  return shownOfAny(scan, line);
}

function shownOfAny(scan: Scan, line: SourceLine): SourceLine {
  // Most lines have nothing in them that could be a comment, or of another tool.
  if (scan.comment === null && !scan.later && !/[<%![{]/.test(line.text)) return line;
  const { text, line: number } = clean(scan, withoutComments(scan, line));
  return { text: markLater(scan, text), line: number };
}

function clean(scan: Scan, { text, line }: SourceLine): SourceLine {
  if (!/[<![{]/.test(text)) return { text, line };
  const cleanAll = (some: readonly Cleaner[], whole: string) =>
    some.reduce((words, cleaner) => cleaner(scan, { text: words, line }), whole);
  // Between two pieces of code, words are words.
  return {
    text: text.includes('`')
      ? outsideSpans(withoutCodeClass(text), (words) => cleanAll(wordCleaners, words))
      : cleanAll(cleaners, text),
    line,
  };
}

const LONE_TAG = /^<(?:br|\/?(?:div|center|section|small))\b[^<>]*>\s*$/i;

function textRule(scan: Scan, { text, line }: SourceLine): boolean {
  const above = readAbove(scan.above, text);
  const around = scan.fences.at(-1);
  const words = withoutBox(scan, { text, line });
  // Notes within a list are indented as it is.
  const indent =
    around?.inner === true && scan.notes && text.slice(0, around.column - 1).trim() === ''
      ? around.column - 1
      : 0;
  pushText(scan, { text: words.slice(indent), line });
  if (currentAudience(scan) === 'body') warnOfTyped(scan, { text, line });
  // In remark and pandoc, Markdown goes on right below a tag.
  const goesOn = scan.habits.tool === 'remark' || scan.habits.tool === 'pandoc';
  if (goesOn && text.startsWith('<') && LONE_TAG.test(text)) pushText(scan, { text: '', line });
  scan.above = above;
  return true;
}

// What the class would see as it is typed.
function warnOfTyped(scan: Scan, line: SourceLine): void {
  warnOfFormula(scan, line);
  if (!scan.formula) warnOfFormulas(scan, line);
  if (!isKind(scan.fences.at(-1)?.word ?? '')) warnOfTable(scan, line);
}

// Between two lines `$$` stands one formula.
function warnOfFormula(scan: Scan, { text, line }: SourceLine): void {
  if (!text.startsWith('$$')) return;
  const isEdge = text.indexOf('$$', 2) < 0;
  if (!scan.formula) {
    warn(
      scan,
      { text, line },
      { code: 'formula', message: `“$$” is shown as it is written: ${directives['math']}` },
    );
  }
  scan.formula = isEdge && !scan.formula;
}
