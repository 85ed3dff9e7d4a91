import { readAbove } from '../document/paragraph.ts';
import type { SourceLine } from '../document/source-line.ts';
import { isKind } from '../questions/kinds.ts';
import { withoutBox } from './answer-boxes.ts';
import { currentAudience, pushText, warn, type Scan } from './scan-state.ts';
import { warnOfFormulas } from './typed-marks.ts';
import { warnOfTable } from './typed-tables.ts';

/** Takes any line that no other rule has taken, as text of the slide or of its notes. */
export function textRule(scan: Scan, { text, line }: SourceLine): boolean {
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
