import type { SourceLine } from '../document/source-line.ts';
import { pushText, warn, type Scan } from './scan-state.ts';

// “Land safely” is how lessons written earlier say it; it is read for good.
const LABEL =
  /^[*_]{0,3}(?:end(?:ing)? calmly|land(?:ing)? safely) ?(?:[*_]{0,3} ?[:：][*_]{0,3})(.*)$/i;
const MAY_BE = /calmly|safely/i;
const ALIKE = /^(?:[>*+\-#([{_ \t]+)?(?:end(?:ing)? calmly|land(?:ing)? safely)\b/i;

/** Takes a line that starts the words a teacher ends the lesson with when the bell is near, `End calmly:`; they go on as notes do. */
export function landRule(scan: Scan, line: SourceLine): boolean {
  const text = line.text.trim();
  if (!MAY_BE.test(text.slice(0, 80))) return false;
  const [, rest] = LABEL.exec(text) ?? [];
  if (rest === undefined) {
    if (!scan.notes && ALIKE.test(text)) {
      const message = `“${text.slice(0, 60)}” looks like the teacher’s ending, but the class sees it: write “End calmly:” on a line of its own above it`;
      warn(scan, line, { code: 'looks-like-notes', message });
    }
    return false;
  }
  scan.notes = true;
  scan.landing = true;
  // A block's ending may stand in several places: each is a paragraph of its own.
  pushText(scan, { text: '', line: line.line });
  if (rest.trim() !== '') pushText(scan, { text: rest.trim(), line: line.line });
  return true;
}

/** True for the words of a heading over that ending. */
export function isLandTitle(words: string): boolean {
  return /^[*_]{0,3}(?:end(?:ing)? calmly|land(?:ing)? safely)[*_:]{0,4}$/i.test(words.trim());
}
