import { readAbove } from '../document/paragraph.ts';
import type { SourceLine } from '../document/source-line.ts';
import { isKind } from '../questions/kinds.ts';
import { withoutBox } from './answer-boxes.ts';
import { currentAudience, pushText, type Scan } from './scan-state.ts';
import { warnOfRaised } from './typed-marks.ts';
import { missingRule } from './typed-tables.ts';

/** Takes any line that no other rule has taken, as text of the slide or of its notes. */
export function textRule(scan: Scan, line: SourceLine): boolean {
  const { text } = line;
  const above = readAbove(scan.above, text);
  const around = scan.fences.at(-1);
  const { text: words, ticked } = withoutBox(scan, line);
  // Notes within a list are indented as it is.
  const indent =
    around?.inner === true && scan.notes && text.slice(0, around.column - 1).trim() === ''
      ? around.column - 1
      : 0;
  const own = words.slice(indent);
  pushText(scan, own === text ? line : { text: own, line: line.line });
  // The tick is the teacher's to see.
  if (ticked !== null) {
    for (const note of ['', `Right: ${ticked}`, '']) {
      scan.parts.push({ type: 'text', to: 'notes', text: note, line: line.line });
    }
  }
  if (currentAudience(scan) === 'body') readTyped(scan, line);
  scan.above = above;
  return true;
}

// What the class would see as it is typed.
function readTyped(scan: Scan, line: SourceLine): void {
  warnOfRaised(scan, line);
  const rule = isKind(scan.fences.at(-1)?.word ?? '') ? null : missingRule(scan, line);
  if (rule !== null) pushText(scan, { text: rule, line: line.line });
}
