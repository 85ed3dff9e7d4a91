import { isCommentFence, takeComments } from '../document/comments.ts';
import type { SourceLine } from '../document/source-line.ts';
import { audienceOf } from '../document/audience-marks.ts';
import type { OpenComment, Scan } from './scan-state.ts';

// The rules that decide what a comment is for, in order; a comment that none takes is a note.
const rules: readonly ((scan: Scan, comment: OpenComment) => boolean)[] = [
  hideComment,
  audienceComment,
  partingComment,
  toolComment,
  noteComment,
];

/** A line without its comments, which have been read: a comment is never shown. */
export function withoutComments(scan: Scan, line: SourceLine): SourceLine {
  if (scan.comment === null && isCommentFence(line.text) && scan.lastPercents > scan.at) {
    scan.comment = { line: line.line, column: 1, open: { end: '%%', depth: 1 }, content: [] };
    return { text: '', line: line.line };
  }
  const { text, pieces } = takeComments(line.text, scan.comment?.open ?? null);
  for (const { content, end, column, open } of pieces) {
    const comment = (scan.comment ??= {
      line: line.line,
      column,
      open: { end, depth: 1 },
      content: [],
    });
    comment.content.push({ text: content, line: line.line });
    if (open !== null) comment.open = open;
    else {
      scan.comment = null;
      if (end === '-->') rules.some((rule) => rule(scan, comment));
      else noteComment(scan, comment);
    }
  }
  return pieces.length === 0 ? line : { text, line: line.line };
}

// A slide that the class is not shown, `<!-- hide this slide -->`.
function hideComment(scan: Scan, { line, content }: OpenComment): boolean {
  if (content.length !== 1 || content[0]?.text.trim() !== 'hide this slide') return false;
  scan.parts.push({ type: 'hide', line });
  return true;
}

// Who sees the paragraph, list or table below it, `<!-- for the class -->`, `<!-- for the teacher -->`.
function audienceComment(scan: Scan, { line, content }: OpenComment): boolean {
  const audience = content.length === 1 ? audienceOf(content[0]?.text ?? '') : undefined;
  if (audience === undefined) return false;
  scan.parts.push({ type: 'audience', audience, line });
  return true;
}

// What starts a slide and what ends notes from here on: `<!-- slides start at: # ## --- -->`, `<!-- notes end at: --- -->`.
function partingComment(scan: Scan, { content }: OpenComment): boolean {
  const words = content.length === 1 ? (content[0]?.text.trim() ?? '') : '';
  const [, marks] = /^slides start at: *((?:#{1,6} +)*)---$/.exec(words) ?? [];
  if (marks !== undefined) {
    scan.slidesAt = marks.split(' ').flatMap((mark) => (mark === '' ? [] : [mark.length]));
    return true;
  }
  if (!/^notes end at: *---$/.test(words)) return false;
  scan.notesEndAtRules = true;
  return true;
}

// Comments for editors and checkers, and `allow`, which is for our own checks.
function toolComment(_: Scan, { content }: OpenComment): boolean {
  return /^\s*(?:allow [a-z0-9-]+ ?:|prettier-|fit\s*$|markdownlint-|textlint-|cspell:|vale )/.test(
    content[0]?.text ?? '',
  );
}

function noteComment(scan: Scan, { line, content }: OpenComment): boolean {
  if (content.every(({ text }) => text.trim() === '')) return true;
  scan.remarks.push(
    { text: '', line, at: scan.at },
    ...content.map((own) => ({ text: remarkOf(own.text), line: own.line, at: scan.at })),
  );
  return true;
}

function remarkOf(text: string): string {
  return /^\s*[-=]+\s*$/.test(text) ? '' : text.trim().replace(/^speaker_notes?:\s*(?:\|$)?/, '');
}
