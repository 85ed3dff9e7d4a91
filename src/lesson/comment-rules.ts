import { revealComment } from './dialects/reveal.ts';
import { marpComment } from './dialects/marp.ts';
import { breakComment } from './break-rule.ts';
import { takeComments } from './comments.ts';
import type { SourceLine } from '../poll/question.ts';
import type { OpenComment, Scan } from './scan-state.ts';

// Who knows what a comment is for, in order; one that nobody knows is a note.
const rules: readonly ((scan: Scan, comment: OpenComment) => boolean)[] = [breakComment, revealComment, marpComment, toolComment, noteComment];

/** A line without its comments, which have been read: a comment is never shown. */
export function withoutComments(scan: Scan, line: SourceLine): SourceLine {
  const { text, pieces } = takeComments(line.text, scan.comment?.end ?? null);
  for (const { said, end, column, ends } of pieces) {
    const comment = (scan.comment ??= { line: line.line, column, end, said: [] });
    comment.said.push({ text: said, line: line.line });
    if (!ends) continue;
    scan.comment = null;
    if (end === '</aside>') noteComment(scan, comment);
    else rules.some((rule) => rule(scan, comment));
  }
  return pieces.length === 0 ? line : { text, line: line.line };
}

// What editors and checkers are told, and `allow`, which is for our own checks.
function toolComment(_: Scan, { said }: OpenComment): boolean {
  return /^\s*(?:allow [a-z0-9-]+ ?:|prettier-|fit\s*$|markdownlint-|textlint-|cspell:|vale )/.test(said[0]?.text ?? '');
}

function noteComment(scan: Scan, { line, said }: OpenComment): boolean {
  if (said.every(({ text }) => text.trim() === '')) return true;
  scan.remarks.push({ text: '', line }, ...said.map((own) => ({ text: /^\s*[-=]+\s*$/.test(own.text) ? '' : own.text.trim(), line: own.line })));
  return true;
}
