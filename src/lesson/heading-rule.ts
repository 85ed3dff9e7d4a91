import type { SourceLine } from '../document/source-line.ts';
import { readBlockHeading } from '../document/block-heading.ts';
import { fenceHolds } from './fences.ts';
import { isInNotesFence, startSlide } from './fence-rule.ts';
import { isLandTitle, landRule } from './land-rule.ts';
import { isNotesTitle, readNotesLine } from '../document/notes-line.ts';
import { notesRule } from './notes-rule.ts';
import { NOTHING_ABOVE } from '../document/paragraph.ts';
import type { Part } from './part.ts';
import { sectionName } from '../document/section-names.ts';
import { pushText, SLIDES_AT, warn, type Scan } from './scan-state.ts';
import { warnOfRaised } from './typed-marks.ts';
import { sectionOf } from './staff-sections.ts';

/** Takes a heading over what is the teacher's: notes, the safe ending, or a section such as `## Hard questions`. */
export function teacherHeadingRule(scan: Scan, line: SourceLine): boolean {
  const heading = headingOn(line.text);
  if (heading === undefined) return false;
  const { level, words } = heading;
  if (isNotesTitle(words) || readNotesLine(words) !== undefined) {
    const text = isNotesTitle(words) ? 'Notes:' : words;
    return notesRule(scan, { text, line: line.line });
  }
  if (isLandTitle(words)) return landRule(scan, { text: 'End calmly:', line: line.line });
  if (!startsSlide(level) || !isSectionHere(scan, words)) return false;
  return takeHeading(scan, line, { level, words });
}

/** Takes any other heading, `### Who can help`. */
export function headingRule(scan: Scan, line: SourceLine): boolean {
  const heading = headingOn(line.text);
  if (heading === undefined) return false;
  const { level, words } = heading;
  return startsSlide(level)
    ? takeHeading(scan, line, { level, words })
    : takeSmall(scan, line, words);
}

type HeadingLine = { readonly level: number; readonly words: string };

function headingOn(text: string): HeadingLine | undefined {
  if (!text.includes('#')) return undefined;
  const [, marks, rest = ''] = /^ {0,3}(#{1,6})(?:[ \t](.*))?$/.exec(text) ?? [];
  return marks === undefined
    ? undefined
    : { level: marks.length, words: withoutClosingMarks(rest) };
}

function takeHeading(
  scan: Scan,
  { text, line }: SourceLine,
  { level, words }: { readonly level: 1 | 2 | 3; readonly words: string },
): true {
  if (!scan.notes) warnOfRaised(scan, { text: words, line });
  if (!scan.notes && /^(?:[\p{L}-]+ ){1,3}notes?:?$/iu.test(words)) {
    warnOfTitle(scan, { text: words, line });
  }
  pushHeading(scan, { level, text: words, line, raw: [{ text, line }] });
  return true;
}

function startsSlide(level: number): level is 1 | 2 | 3 {
  return level === 1 || level === 2 || level === 3;
}

// Where rules alone part slides, the first heading of a slide is the slide's own, however small it is written.
function takeSmall(scan: Scan, { text, line }: SourceLine, words: string): boolean {
  const { slidesAt, notes, parts, fences } = scan;
  if (slidesAt.length > 0 || notes || fences.length > 0 || words === '') {
    return false;
  }
  const above = parts
    .slice(-NEAR)
    .findLast((part) => part.type !== 'text' || part.text.trim() !== '');
  if (above === undefined ? parts.length >= NEAR : above.type !== 'break') return false;
  pushHeading(scan, { level: 3, text: words, line, raw: [{ text, line }] });
  return true;
}

/** Blank lines between a `---` or a comment and the heading of its slide. */
const NEAR = 6;

function warnOfTitle(scan: Scan, { text, line }: SourceLine): void {
  const message = `“${text.slice(0, 60)}” looks like notes, but the class sees it: write “Teacher notes” if it is for the teacher`;
  warn(scan, { text: '', line }, { code: 'looks-like-notes', message });
}

// Takes a heading: it starts a slide, or is its slide's own, or stands in notes.
function pushHeading(
  scan: Scan,
  heading: Omit<Part & { readonly type: 'heading' }, 'type' | 'splits'>,
): void {
  const { level, text, line, raw } = heading;
  const isSection = isSectionHere(scan, text);
  const audience = audienceAbove(scan);
  const isSure =
    scan.fences[0]?.word === 'film' || typeof readBlockHeading(text) === 'object' || isSection;
  const splits = isSure || scan.slidesAt.includes(level);
  if (staysInNotes(scan, { level, splits, isSure, isSection })) {
    if (splits && !isInNotesFence(scan)) {
      const message = `“${text.slice(0, 60)}” is in notes, so it is kept for the teacher: put “---” above it if the class is to see it`;
      warn(scan, { text: '', line }, { code: 'heading-in-notes', message });
    }
    raw.forEach((one) => pushText(scan, one));
    return;
  }
  if (isLaidOut(scan, text)) {
    raw.forEach((one) => pushText(scan, one));
    return;
  }
  if (splits) {
    startSlide(scan, line);
    scan.level = level;
  }
  scan.above = NOTHING_ABOVE;
  scan.parts.push({ type: 'heading', splits, ...heading, audience });
}

// Who sees the section below a heading, where a comment right above it says so.
function audienceAbove({ parts }: Scan): 'class' | 'teacher' | undefined {
  const above = parts
    .slice(-NEAR)
    .findLast((part) => part.type !== 'close' && !(part.type === 'text' && isEnd(part.text)));
  return above?.type === 'audience' ? above.audience : undefined;
}

// Nothing, or the end of a layout, which is written above the heading where another tool writes none.
function isEnd(text: string): boolean {
  return /^\s*(?::::+\s*)?$/.test(text);
}

function isSectionHere(scan: Scan, heading: string): boolean {
  return (
    sectionOf(heading, scan.slidesAt !== SLIDES_AT) !== undefined && audienceAbove(scan) !== 'class'
  );
}

type Standing = {
  readonly level: number;
  readonly splits: boolean;
  readonly isSure: boolean;
  readonly isSection: boolean;
};

// In a deck whose headings part nothing, what stands in notes stays there; so does what is below the slide's own heading where `---` parts slides.
function staysInNotes(scan: Scan, { level, splits, isSure, isSection }: Standing): boolean {
  if (isInNotesFence(scan)) return !isSection;
  if (!scan.notes) return false;
  return !splits || (!isSure && scan.notesEndAtRules && scan.level > 0 && level > scan.level);
}

// What begins a block, and words for adults alone, never go in a layout: no one would see them
// there.
function isOfPlan(scan: Scan, heading: string): boolean {
  return (
    typeof readBlockHeading(heading) === 'object' ||
    isSectionHere(scan, heading) ||
    (sectionName(heading) !== undefined && audienceAbove(scan) !== 'class')
  );
}

// How far below a heading the `:::` of its layout is looked for.
const FAR = 60;

// A heading between a layout's fences is part of it: the name of a group of cards, the head of a column.
function isLaidOut(scan: Scan, text: string): boolean {
  const { fences, lines, at } = scan;
  const around = fences.at(-1);
  if (around === undefined || fenceHolds(around.word) !== 'part') return false;
  if (isOfPlan(scan, text)) return false;
  let depth = 1;
  for (const line of lines.slice(at + 1, at + FAR)) {
    const [, word] = /^ {0,3}:::+[ \t]*(.*?)[ \t]*$/.exec(line.text) ?? [];
    if (word !== undefined) depth += word === '' ? -1 : 1;
    if (depth === 0) return true;
    if (/^ {0,3}(?:-{2,}[ \t]*$|#{1,3}[ \t]+stop\b)/i.test(line.text)) return false;
  }
  return false;
}

function withoutClosingMarks(heading: string): string {
  const text = heading.trim();
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end -= 1;
  return end === 0 || /[ \t]/.test(text[end - 1] ?? '') ? text.slice(0, end).trimEnd() : text;
}

/** Takes the line under a heading. `Title` over `===` or `---` is a heading, as in Markdown; in notes a `---` always ends the slide, so that no note is ever taken for one. */
export function underlineRule(scan: Scan, { text, line: under }: SourceLine): boolean {
  if (scan.above.paragraph === 0) return false;
  const [, mark] = /^ {0,3}(=|-)\1*[ \t]*$/.exec(text) ?? [];
  if (mark === undefined) return false;
  const lines = scan.parts
    .splice(scan.parts.length - scan.above.paragraph)
    .filter((part) => part.type === 'text');
  const line = lines[0]?.line ?? 1;
  const words = lines.map((part) => part.text.trim()).join(' ');
  if (isNotesTitle(words)) {
    // Before its underline was read, it only looked like notes.
    if (scan.problems.at(-1)?.code === 'looks-like-notes') scan.problems.pop();
    return notesRule(scan, { text: 'Notes:', line });
  }
  warnOfUnderline(scan, { words, line, under: text.trim() });
  pushHeading(scan, {
    level: mark === '=' ? 1 : 2,
    text: words,
    line,
    raw: [...lines, { text, line: under }],
  });
  return true;
}

// A rule of three or four dashes is meant to part slides more often than not.
function warnOfUnderline(
  scan: Scan,
  { words, line, under }: { readonly words: string; readonly line: number; readonly under: string },
): void {
  if (!/^-{2,4}$/.test(under) || words.length === under.length) return;
  const message = `“${words.slice(0, 60)}” becomes a heading, because “${under}” is right below it: leave a blank line above “${under}” if it starts a slide`;
  warn(scan, { text: '', line }, { code: 'text-above-rule', message });
}
