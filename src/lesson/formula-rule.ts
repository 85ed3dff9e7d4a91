import { closingLine } from '../document/formulas.ts';
import type { SourceLine } from '../document/source-line.ts';
import { firstColumn } from '../document/lines.ts';
import { pushText, type Scan } from './scan-state.ts';

/** Takes the lines of a formula between two `$$`, so that nothing in it is taken for anything else. */
export function formulaRule(scan: Scan, { text, line }: SourceLine): boolean {
  if (isInFormula(scan)) return pushText(scan, { text, line });
  if (!text.startsWith('$$')) return false;
  const close = closingLine((at) => scan.lines[at]?.text ?? null, scan.at);
  if (close === scan.at) return false;
  const inside = scan.lines.slice(scan.at + 1, close + 1);
  if (close > 0 && !inside.some(startsSlide)) {
    scan.formulaEnd = close;
    return pushText(scan, { text, line });
  }
  // Words behind `$$ … $$` are a line of text like any other.
  if (text.includes('$$', 2)) return false;
  scan.problems.push({
    code: 'formula',
    severity: 'error',
    line,
    column: firstColumn(text),
    message: 'Cannot find the end of this formula: it needs a line “$$” below it',
  });
  return pushText(scan, { text, line });
}

/** True on the lines of a formula below its first. */
export function isInFormula({ at, formulaEnd }: Scan): boolean {
  return at <= formulaEnd;
}

// No formula has a line like these: the end of one above was forgotten.
function startsSlide({ text }: SourceLine): boolean {
  return /^(?:#{1,6} |---+\s*$|:::|Notes?:)/.test(text);
}
