import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';

// Signs that turn the order of letters round, and signs that take no room: what is read is not what is written (Unicode UAX #9, UTS #39).
const HIDDEN = /[\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2064\u00ad\ufeff]/;

/**
 * Warns of each line with an invisible character, which hides words from readers and from the
 * checks.
 */
export function hiddenSigns(lines: readonly SourceLine[], text: string): readonly Problem[] {
  if (!HIDDEN.test(text.slice(1))) return [];
  return lines.flatMap(({ text: words, line }): readonly Problem[] => {
    const at = words.search(HIDDEN);
    if (at < 0) return [];
    const code = words.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    const message = `A sign that nobody sees (U+${code}) is here, and words may read differently from how they are written: delete this line and type it again`;
    return [{ code: 'hidden-sign', severity: 'warning', line, column: at + 1, message }];
  });
}
