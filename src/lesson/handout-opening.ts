import { codeOpening, isAboutSlides, type CodeMark } from '../document/code-blocks.ts';
import { firstColumn } from '../document/lines.ts';
import type { Problem } from '../document/problem.ts';
import type { SourceLine } from '../document/source-line.ts';
import { nearest } from '../text/nearest.ts';
import { fenceHolds } from './fences.ts';

/** The line that begins a handout: how many colons it has, or the mark of the code block that it was written as, what is wrong with it, and a later line of it without the list or the quote that it is in. */
export type HandoutOpening = {
  readonly colons: number;
  readonly code: CodeMark | null;
  readonly fault: Pick<Problem, 'code' | 'column' | 'message'> | null;
  readonly bare: (text: string) => string;
};

const OPENS = /^ {0,3}(:{3,})\s*handout\b\s*(.*)$/i;

// With marks that are on the same keys, in a list or a quote, bold or escaped, or as another tool’s class: `> :::: handout`, `:: hand-out`, `::: {.handout}`.
const HIDDEN = String.raw`\s\u200b-\u200d\u2060`;
const MARKS = ':;：';
const LIKE = new RegExp(
  String.raw`^(?<before>[${HIDDEN}]*(?:(?:>|[-*+]|\d{1,9}[.)])[${HIDDEN}]*)*)[\\*_]{0,3}(?<marks>[${MARKS}]{2,})[^\p{L}${MARKS}]{0,6}(?<word>\p{L}+)(?:[- ](?<next>\p{L}+))?(?<rest>.*)$`,
  'u',
);
const WORDS = new RegExp(
  String.raw`(?<![${MARKS}])[${MARKS}]{2,}[^\p{L}${MARKS}\r\n]{0,6}(?<word>\p{L}+)(?:[- ](?<next>\p{L}+))?`,
  'gu',
);

// Colons, those that only look like them, and what may come between two of them: `\:\:\:`, `: : :`.
const COLON = '[:;：﹕∶꞉]';
const COLONS = String.raw`${COLON}(?:[ \t\u00a0\\\u200b-\u200f\u2060]{0,3}${COLON})+`;
const ANY_COLONS = new RegExp(COLONS);
const FIRST_COLONS = new RegExp(
  String.raw`^(?<before>[^\p{L}\p{N}:;：﹕∶꞉]*)(?<marks>${COLONS})(?<rest>.*)$`,
  'u',
);

// As a code block, ```handout, in a list or a quote too.
const CODE =
  /^(?<before>[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*)(?<fence>(?:`{3,}|~{3,})[^\p{L}`~]{0,6}(?:(?<word>\p{L}+)(?:[- ](?<next>\p{L}+))?)?.*)$/u;
const ANY_CODE = /`{3}|~{3}/;
const CODE_WORDS = /(?:`{3,}|~{3,})[^\p{L}`~\r\n]{0,6}(?<word>\p{L}+)(?:[- ](?<next>\p{L}+))?/gu;

/** False for a text in which no line begins a handout, in little time. */
export function mayOpenHandouts(text: string): boolean {
  if (ANY_CODE.test(text)) {
    if (AUDIENCE_ANYWHERE.test(text)) return true;
    if ([...text.matchAll(CODE_WORDS)].some(isHandoutWord)) return true;
  }
  if (!ANY_COLONS.test(text)) return false;
  if (AUDIENCE_ANYWHERE.test(text)) return true;
  return [...text.matchAll(WORDS)].some(
    (one) => isHandoutWord(one) || isPaper(one.groups?.['word'] ?? ''),
  );
}

/** True for a line that begins a handout as it is to be written, whatever is behind it, or as a code block. */
export function opensHandout(text: string): boolean {
  if (OPENS.test(text)) return true;
  const code = ANY_CODE.test(text) ? CODE.exec(text) : null;
  return code?.groups?.['word'] !== undefined && isHandoutWord(code);
}

/** How the line at an index begins a handout that was written as a code block; undefined where it begins none. Its word is “handout”, or it is for adults and is no code about slides; what is behind such a block is not shown to the class either where it has no end. */
export function handoutInCode(
  lines: readonly SourceLine[],
  at: number,
): HandoutOpening | undefined {
  const { text = '' } = lines[at] ?? {};
  if (!ANY_CODE.test(text)) return undefined;
  const written = CODE.exec(text);
  const { before = '', fence = '', word } = written?.groups ?? {};
  const code = codeOpening(fence);
  if (written === null || code === undefined) return undefined;
  const isMeant = word !== undefined && isHandoutWord(written);
  if (!isMeant && (isAboutSlides(fence) || !isForAdults(lines, at))) return undefined;
  const asCode = isMeant ? '' : '; code that the class is to see begins “```text”';
  const message = `Cannot read “${fence.trim().slice(0, 40)}”: it needs to be “:::: handout”, and its last line “::::”${asCode}`;
  return {
    colons: 0,
    code,
    fault: { code: 'unknown-fence', column: firstColumn(text), message },
    bare: (line) => outOf(before, line),
  };
}

/** How the line at an index begins a handout; undefined where it begins none. What may be one for staff is one, however it is written: on a slide the class would see it. */
export function handoutOpening(
  lines: readonly SourceLine[],
  at: number,
  { isInHandout }: { readonly isInHandout: boolean },
): HandoutOpening | undefined {
  const { text = '' } = lines[at] ?? {};
  if (!ANY_COLONS.test(text)) return undefined;
  const [, colons, behind = ''] = OPENS.exec(text) ?? [];
  if (colons !== undefined) {
    const fault = behind.trim() === '' ? null : behindHandout(behind.trim());
    return { colons: colons.length, code: null, fault, bare: (line) => line };
  }
  const like = LIKE.exec(text);
  const { before = '', marks = '', word = '', rest = '' } = like?.groups ?? {};
  if (like === null) return isInHandout ? undefined : openingForAdults(lines, at);
  const isMeant = isHandoutWord(like) && (marks.length > 2 || rest.replace(/[*_\\]+$/, '') === '');
  const isNamed = saysAudience(lines, at);
  const isHead = isNamed || (isPaper(word) && hasTitle(lines, at));
  const isOther = isInHandout || marks.length < 3 || isFence(word) || !isHead;
  if (!isMeant && isOther) return isInHandout ? undefined : openingForAdults(lines, at);
  const isWithin = /[>\d+-]|\*\s|^(?: {4}|\t)/.test(before);
  return {
    colons: marks.length,
    code: null,
    fault: isWithin && isMeant ? WITHIN : misread(text, isMeant || !isNamed),
    bare: (line) => withPlainMarks(outOf(before, line)),
  };
}

// Whatever it is called and whatever its colons are among, below it stands that it is for adults.
function openingForAdults(lines: readonly SourceLine[], at: number): HandoutOpening | undefined {
  const { text = '' } = lines[at] ?? {};
  const [marks = ''] = ANY_COLONS.exec(text) ?? [];
  const [, word = ''] = /^ {0,3}:{3,}\s*([a-z-]+)/i.exec(text) ?? [];
  if (isFence(word) || !isForAdults(lines, at)) return undefined;
  const before = text.slice(0, text.indexOf(marks));
  return {
    colons: countOf(marks),
    code: null,
    fault: misread(text, /handout/i.test(text)),
    bare: (line) => withPlainMarks(outOf(before, line)),
  };
}

function countOf(marks: string): number {
  return [...marks].filter((one) => COLON.includes(one)).length;
}

function isHandoutWord({ groups: { word = '', next = '' } = {} }: RegExpMatchArray): boolean {
  return [word, word + next].some((one) => nearest(one, ['handout'], MAX_SLIPS) !== undefined);
}

/** Letters of “handout” that are wrong, too many or too few: with three it is “layout” or “hand”. */
const MAX_SLIPS = 2;

function isFence(word: string): boolean {
  return fenceHolds(word.toLowerCase()) !== undefined;
}

const AUDIENCE = /^[\s>*+-]*audience\s*:/i;
const AUDIENCE_ANYWHERE = /audience\s*:/i;
const FIELD = /^[\s>*+_-]*[a-z][a-z ]*[*_]*\s*:/i;
/** More lines than a handout has fields. */
const MAX_FIELDS = 12;

// No part of a slide has a line that names its audience; a part of a handout may.
function saysAudience(lines: readonly SourceLine[], at: number): boolean {
  for (const { text } of lines.slice(at + 1, at + 1 + MAX_FIELDS)) {
    if (AUDIENCE.test(text)) return true;
    if (text.trim() !== '' && !FIELD.test(text)) return false;
  }
  return false;
}

// What a teacher may call a handout. With a title below it is one; without, its words stay on the slide, as they do in decks of other tools.
function isPaper(word: string): boolean {
  return /^(?:work)?sheets?$|^letter$|^slips?$/i.test(word);
}

function hasTitle(lines: readonly SourceLine[], at: number): boolean {
  const first = lines.slice(at + 1).find(({ text }) => text.trim() !== '');
  return first !== undefined && TITLE.test(first.text);
}

const TITLE = /^[\s>*+_-]*title[*_]*\s*:/i;
const FOR_ADULTS = /^[\s>*+_-]*audience[*_]*\s*:[*_\s]*(?:staff|lead|parents|governors)[*_\s]*$/i;
const NO_FIELD = /^[\s>*+_-]*$/;

// Both lines that a handout begins with: on a slide, “Audience: parents” alone may be about a poster.
function isForAdults(lines: readonly SourceLine[], at: number): boolean {
  const below = lines.slice(at + 1, at + 1 + MAX_FIELDS).map(({ text }) => text);
  const other = below.findIndex((text) => !NO_FIELD.test(text) && !FIELD.test(text));
  const head = other < 0 ? below : below.slice(0, other);
  return head.some((text) => TITLE.test(text)) && head.some((text) => FOR_ADULTS.test(text));
}

function outOf(before: string, line: string): string {
  if (before.includes('>')) return line.replace(/^\s*(?:>[ \t]?)+/, '');
  const blanks = line.length - line.trimStart().length;
  return line.slice(Math.min(blanks, before.length));
}

function withPlainMarks(line: string): string {
  const { marks = '', rest = '' } = FIRST_COLONS.exec(line)?.groups ?? {};
  return marks === '' ? line : ':'.repeat(countOf(marks)) + rest.replace(/[*_\\~=`]+\s*$/, '');
}

const WITHIN = {
  code: 'handout-within',
  column: 1,
  message:
    'Cannot leave this handout here: “:::: handout” needs to begin its line, in no list and no quote',
} as const;

function misread(text: string, isMeant: boolean): NonNullable<HandoutOpening['fault']> {
  const written = text.trim().replaceAll(/:{3,}/g, ':::').slice(0, 40);
  const what = isMeant
    ? 'it needs to be “::: handout”'
    : 'what says “audience: …” needs to be a handout, “::: handout”';
  return {
    code: 'unknown-fence',
    column: firstColumn(text),
    message: `Cannot read “${written}”: ${what}`,
  };
}

function behindHandout(words: string): NonNullable<HandoutOpening['fault']> {
  return {
    code: 'handout-words',
    column: 1,
    message: `Cannot use “${words.slice(0, 60)}” behind “handout”: what it is called goes below, in a line “title: …”`,
  };
}
