import type { SourceLine } from '../poll/question.ts';
import { closesCode, codeOpening } from './code-blocks.ts';
import { firstColumn } from './lines.ts';
import { readNotesLine } from './notes-line.ts';
import { pushText, type Scan } from './scan-state.ts';

/** Takes the lines of a code block, so that nothing in it is taken for anything else. */
export function codeRule(scan: Scan, { text, line }: SourceLine): boolean {
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
