import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';

// Signs that turn the order of letters round, and signs that take no room: what is read is not what is written (Unicode UAX #9, UTS #39).
const HIDDEN = /[\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2064\u00ad\ufeff]/;

/**
 * Warns of each line with an invisible character, which hides words from readers and from the
 * checks.
 */
export function hiddenSigns(lines: readonly SourceLine[], text: string): readonly Problem[] {
  if (!mayHoldSigns(text)) return [];
  return lines.flatMap(({ text: words, line }): readonly Problem[] => {
    const at = words.search(HIDDEN);
    if (at < 0) return [];
    const code = words.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    const message = `A sign that nobody sees (U+${code}) is here, and words may read differently from how they are written: delete this line and type it again`;
    return [{ code: 'hidden-sign', severity: 'warning', line, column: at + 1, message }];
  });
}

// Whether a text has any sign of the kinds above, or one beside them: a whole lesson is looked through in a quarter of the time that the pattern takes.
function mayHoldSigns(text: string): boolean {
  // A mark at the very start only tells how the file is written.
  for (let at = 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xad || code === 0xfeff || (code >= 0x200b && code <= 0x206f && !isTyped(code))) {
      return true;
    }
  }
  return false;
}

// Dashes, quotes, dots and spaces, which lessons are full of.
function isTyped(code: number): boolean {
  return code >= 0x2010 && code <= 0x2027;
}
