const WHO = '(?:teacher|teaching|speaker|presenter|facilitator|tutor|staff|leader)';
const NOTES = new RegExp(`^[*_]{0,3}(?:${WHO}s?['’]?s?['’]?[ -])?notes?(?: (?:for|to) (?:the )?${WHO}s?)? ?(?:[*_]{0,3} ?[:：][*_]{0,3})(.*)$`, 'i');
const TITLE = new RegExp(`^[*_]{0,3}(?:${WHO}s?['’]?s?['’]?[ -])?notes?(?: (?:for|to) (?:the )?${WHO}s?)?[*_]{0,3}$`, 'i');
const ALIKE = new RegExp(
  `^(?:(?:${WHO}s?['’]?s?['’]?[ -])?notes? ?(?:[:：\\])=–—-]|$|(?:to|for) (?:self|(?:the )?${WHO}))|n\\.?b\\.?[:： ]|(?:for |to )?(?:the )?${WHO}s?(?: only)? ?[:：])`,
  'i',
);

/** What follows on a line that starts notes: `Notes:`, `Note:`, `**Teacher notes:**`, `Speaker notes:`, with any indent and in any case, or `???` as in remark; undefined for any other line. */
export function readNotesLine(text: string): string | undefined {
  const line = text.trim();
  if (line === '???') return '';
  if (line.length === 0 || !/note/i.test(line.slice(0, 60))) return undefined;
  return NOTES.exec(line)?.[1]?.trim();
}

/** True for the words of a heading over notes: `Notes`, `Teacher notes`. */
export function isNotesTitle(words: string): boolean {
  return TITLE.test(words.trim());
}

/** True for a line that somebody may have meant as notes, though it is none: `(Note: …)`, `> Notes:`, `Notes – …`, `Teacher: …`, `<aside>`, `^ …`. */
export function looksLikeNotes(text: string): boolean {
  const line = text.trimStart();
  return (
    /^(?:<(?:aside|notes?)\b|\^ |\\note\b|@notes?\b)/i.test(line) ||
    ALIKE.test(
      line
        .slice(0, 200)
        .replace(/^[>*+\-#([{_ \t]+/, '')
        .replace(/[*_]+/g, '')
        .trimEnd(),
    )
  );
}
