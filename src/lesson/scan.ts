import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import { withoutBox } from './answer-boxes.ts';
import { breakRule } from './break-rule.ts';
import { outsideSpans } from '../document/code-blocks.ts';
import { codeRule } from './code-rule.ts';
import { withoutComments } from './comment-rules.ts';
import { closeFence, fenceRule } from './fence-rule.ts';
import { isKind } from '../questions/kinds.ts';
import { headingRule, underlineRule } from './heading-rule.ts';
import { landRule } from './land-rule.ts';
import { notesRule } from './notes-rule.ts';
import { readAbove } from '../document/paragraph.ts';
import type { Part } from './part.ts';
import {
  currentAudience,
  pushRemarks,
  pushText,
  SLIDES_AT,
  startScan,
  warn,
  type Rule,
  type Scan,
} from './scan-state.ts';
import { straightQuotes, warnOfFormulas, withListMark } from './typed-marks.ts';
import { warnOfTable } from './typed-tables.ts';

export type { Part };

// The whole grammar, in order: the first rule that knows the line takes it.
const rules: readonly Rule[] = [
  codeRule,
  headingRule,
  underlineRule,
  breakRule,
  fenceRule,
  landRule,
  notesRule,
  textRule,
];

// Half of a lesson's lines are blank, and only these rules have to do with them.
const blankRules: readonly Rule[] = [codeRule, textRule];

/** Sorts lines into parts: code blocks and comments first, then what makes slides. */
export function scanLines(lines: readonly SourceLine[]): {
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
  /** True where the text says itself what starts a slide. */
  readonly saysParting: boolean;
} {
  const scan = startScan(lines);
  for (const [at, line] of lines.entries()) {
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
  return {
    parts: scan.parts,
    problems: scan.problems,
    saysParting: scan.slidesAt !== SLIDES_AT,
  };
}

function shownOf(scan: Scan, line: SourceLine): SourceLine {
  // Most lines have nothing in them that could be a comment.
  const { text } =
    scan.comment === null && !/[<%{]/.test(line.text) ? line : withoutComments(scan, line);
  return text.includes('](')
    ? { text: outsideSpans(text, straightQuotes), line: line.line }
    : { text, line: line.line };
}

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
      {
        code: 'formula',
        message:
          '“$$” is shown as it is written: formulas are not laid out; write them in words or as a picture',
      },
    );
  }
  scan.formula = isEdge && !scan.formula;
}
