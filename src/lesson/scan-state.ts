import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import { findCodeEnds, type CodeEnds, type CodeMark } from '../document/code-blocks.ts';
import type { CommentOpen } from '../document/comments.ts';
import { firstColumn } from '../document/lines.ts';
import { NOTHING_ABOVE, type Above } from '../document/paragraph.ts';
import type { Part } from './part.ts';

/** A fence that is open, and whether its lines stand in notes. */
export type Fence = {
  readonly word: string;
  readonly line: number;
  readonly column: number;
  readonly notesBefore: boolean;
  /** True for one that is indented, within a list. */
  readonly inner?: boolean | undefined;
  /** Where among the lines a fence of notes ends; it holds headings and `---` too. */
  readonly until?: number | undefined;
};

/** A comment whose end is still to come, and what it says so far. */
export type OpenComment = {
  readonly line: number;
  readonly column: number;
  open: CommentOpen;
  readonly content: SourceLine[];
};

/** What is known of a lesson while its lines are sorted. */
export type Scan = {
  readonly parts: Part[];
  readonly problems: Problem[];
  readonly fences: Fence[];
  readonly lines: readonly SourceLine[];
  /** The last line that has `%%` in it. */
  readonly lastPercents: number;
  readonly codeEnds: CodeEnds;
  /** The levels of heading that start a slide; a heading of another level is the slide's own if it has none. */
  slidesAt: readonly number[];
  /** True where notes go on past headings below the slide's own, to the next rule. */
  notesEndAtRules: boolean;
  at: number;
  notes: boolean;
  /** True where those notes are the block's safe ending. */
  landing: boolean;
  code: CodeMark | null;
  comment: OpenComment | null;
  /** The comment that was open when this line began. */
  commentAbove: OpenComment | null;
  /** What comments say to the teacher, until the slide they stand on ends, and at which of the lines they end. */
  remarks: (SourceLine & { readonly at: number })[];
  /** How many of the open fences hold text alone. */
  textFences: number;
  above: Above;
  /** Where among the lines the last formula ends that stands between two lines `$$`; -1 before any. */
  formulaEnd: number;
  /** The level of the heading of the slide the scan stands on; 0 where it has none. */
  level: number;
};

/** The levels of heading that start a slide where a lesson says nothing else. */
export const SLIDES_AT: readonly number[] = [1, 2, 3];

/** A scan before its first line. */
export function startScan(lines: readonly SourceLine[]): Scan {
  return {
    parts: [],
    problems: [],
    fences: [],
    lines,
    lastPercents: lines.findLastIndex(({ text }) => text.includes('%%')),
    codeEnds: findCodeEnds(lines),
    slidesAt: SLIDES_AT,
    notesEndAtRules: false,
    at: 0,
    notes: false,
    landing: false,
    code: null,
    comment: null,
    commentAbove: null,
    remarks: [],
    textFences: 0,
    above: NOTHING_ABOVE,
    formulaEnd: -1,
    level: 0,
  };
}

/**
 * The audience of text at this point of the scan: the class, the teacher, or the teacher when the
 * bell is near.
 */
export function currentAudience({
  notes,
  landing,
}: Scan): (Part & { readonly type: 'text' })['to'] {
  if (!notes) return 'body';
  return landing ? 'land' : 'notes';
}

/** Takes a line as text: of the slide, or of its notes. */
export function pushText(scan: Scan, { text, line }: SourceLine): true {
  scan.parts.push({ type: 'text', to: currentAudience(scan), text, line });
  scan.above = NOTHING_ABOVE;
  return true;
}

/** Hands on what comments above `line` said, as notes of the slide they stand on. */
export function pushRemarks(scan: Scan, line: number): void {
  if (scan.remarks.length === 0) return;
  // Lines of another file all have the number of the line that names it.
  const isHere = scan.lines[scan.at]?.line === line;
  const later: typeof scan.remarks = [];
  for (const remark of scan.remarks) {
    if (remark.line < line || (isHere && remark.line === line && remark.at < scan.at)) {
      scan.parts.push({ type: 'text', to: 'notes', text: remark.text, line: remark.line });
    } else later.push(remark);
  }
  scan.remarks = later;
}

/** Warns that something on a line of the lesson is left out, or may be misread. */
export function warn(
  scan: Scan,
  { text, line }: SourceLine,
  { code, message }: Pick<Problem, 'code' | 'message'>,
): void {
  scan.problems.push({
    code,
    severity: 'warning',
    line,
    column: Math.min(firstColumn(text), text.length + 1),
    message,
  });
}
