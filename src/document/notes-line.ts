const WHO =
  '(?:teacher|teaching|speaker|presenter|presentation|facilitator|facilitation|tutor|staff|leader|instructor|trainer|lecturer|educator|coach|mentor|host|session|delivery)';
const NOTE = '(?:notes?|(?<=^[*_]{0,3}\\S{5,14}[ -])(?:guidance|script|prompts?|information|only))';
const WHOSE = `(?:${WHO}s?['’]?s?['’]?[ -])?`;
const FOR = `(?: ?[([]?(?:for|to) (?:the )?${WHO}s?[)\\]]?)?`;
const NOTES = new RegExp(`^[*_]{0,3}${WHOSE}${NOTE}${FOR} ?(?:[*_]{0,3} ?:[*_]{0,3})(.*)$`, 'is');
const TITLE = new RegExp(`^[*_]{0,3}${WHOSE}${NOTE}${FOR}[*_]{0,3}$`, 'i');
const ALIKE = new RegExp(
  `^(?:${WHOSE}notes? ?(?:[:|\\])=–—-]|$|(?:to|for) (?:self|(?:the )?${WHO}))|n\\.?b\\.?[: ]|(?:for |to )?(?:the )?${WHO}s?(?: only)? ?:|(?:talking points|talk track|voice-?over|narration) ?:)`,
  'i',
);

/** What follows on a line that starts notes: `Notes:`, `Note:`, `**Teacher notes:**`, `Speaker notes:`, with any indent and in any case, `.notes:` as in landslide, or `???` as in remark; undefined for any other line. */
export function readNotesLine(text: string): string | undefined {
  // Nearly every line is ruled out by having no colon, and no question mark, in which invisible
  // characters may hide.
  if (!text.includes(':') && !text.includes('：') && !text.includes('?')) return undefined;
  if (!MAY_BE_NOTES.test(text.trimStart().slice(0, 80))) return undefined;
  const line = plainLine(text);
  if (line.startsWith('???')) return line.slice(3).trim();
  const words = line.replace(/^(?:\.(?=notes?:)|[\p{Extended_Pictographic}\uFE0F]+ ?)/u, '');
  const rest = NOTES.exec(words)?.[1]?.trim();
  // Of a line that is all in italics or bold, `*Note: wait.*`, the mark at its end goes with the first.
  const [mark = ''] = /^[*_]{1,3}(?=[^*_]+:(?![*_]))/.exec(words) ?? [];
  return mark !== '' && rest?.endsWith(mark) === true ? rest.slice(0, -mark.length) : rest;
}

/** True for the words of a heading over notes: `Notes`, `Teacher notes`. */
export function isNotesTitle(words: string): boolean {
  return TITLE.test(plainLine(words).replace(/^[\p{Extended_Pictographic}\uFE0F]+ ?/u, ''));
}

/** True for the name of a column in which a table has its teacher’s notes: `Teacher notes`, `Your notes`. */
export function isNotesColumn(name: string): boolean {
  return isNotesTitle(
    name
      .trim()
      .replace(/^(?:your|my|our) /i, '')
      .replace(/ ?:$/, ''),
  );
}

/**
 * True for a line that may be meant as notes, though it is none: `(Note: …)`, `> Notes:`,
 * `Notes – …`, `Teacher: …`, `<aside>`, `%% …`.
 */
export function looksLikeNotes(text: string): boolean {
  if (!MAY_LOOK_ALIKE.test(text.trimStart().slice(0, 200))) return false;
  const line = plainLine(text);
  return (
    /^(?:<aside\b|%%|\\note\b|@notes?\b)/i.test(line) ||
    ALIKE.test(
      line
        .slice(0, 200)
        .replace(/^[>*+\-#|([{!_ \t\p{Extended_Pictographic}\uFE0F]+/u, '')
        .replace(/[*_]+/g, '')
        .trimEnd(),
    )
  );
}

// Signs that may hide a word. Most lines have none of them, and nothing of what is looked for.
const SIGNS = String.raw`[\u200b-\u200f\u2060-\u2064\u00ad\ufeff\u202a-\u202e\u2066-\u2069\t\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000：]`;
const UNPLAIN = new RegExp(SIGNS);
const MAY_BE_NOTES = new RegExp(
  String.raw`^\?\?\?|note|guidance|script|prompt|information|only|${SIGNS}`,
  'i',
);
const MAY_LOOK_ALIKE = new RegExp(String.raw`[:%*_|]|note|n\.?b|<aside|${SIGNS}`, 'i');

// Invisible and wide characters are read as what they look like: a note is a note however it was
// typed.
function plainLine(text: string): string {
  const line = text.trim();
  if (!UNPLAIN.test(line.slice(0, 200))) return line;
  return line
    .replaceAll(/[\u200b-\u200f\u2060-\u2064\u00ad\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[\s\u00a0]/g, ' ')
    .replaceAll('：', ':')
    .trim();
}
