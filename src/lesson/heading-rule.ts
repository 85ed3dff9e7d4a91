import type { SourceLine } from '../poll/question.ts';
import { readBlockHeading } from './block-heading.ts';
import { startSlide } from './fence-rule.ts';
import { isLandTitle, landRule } from './land-rule.ts';
import { isNotesTitle, readNotesLine } from './notes-line.ts';
import { notesRule } from './notes-rule.ts';
import { NOTHING_ABOVE } from './paragraph.ts';
import type { Part } from './part.ts';
import { pushText, type Scan } from './scan-state.ts';
import { sectionOf } from './staff-sections.ts';

/** Takes a heading, `### Who can help`; one that reads `Teacher notes` starts notes. */
export function headingRule(scan: Scan, { text, line }: SourceLine): boolean {
  const [, marks, rest] = /^ {0,3}(#{1,6})(?:[ \t](.*))?$/.exec(text) ?? [];
  if (marks === undefined) return false;
  const words = withoutClosingMarks(rest ?? '');
  if (isNotesTitle(words) || readNotesLine(words) !== undefined) return notesRule(scan, { text: isNotesTitle(words) ? 'Notes:' : words, line });
  if (isLandTitle(words)) return landRule(scan, { text: 'Land safely:', line });
  if (marks.length > 3) return false;
  pushHeading(scan, { level: marks.length as 1 | 2 | 3, text: words, line, raw: [{ text, line }] });
  return true;
}

function pushHeading(scan: Scan, heading: Omit<Part & { readonly type: 'heading' }, 'type' | 'splits'>): void {
  const isInFilm = scan.fences[0]?.word === 'film';
  const splits =
    isInFilm ||
    scan.habits.headings.includes(heading.level) ||
    typeof readBlockHeading(heading.text) === 'object' ||
    sectionOf(heading.text) !== undefined;
  // In a deck whose headings part nothing, what stands in notes stays there.
  if (!splits && scan.notes) heading.raw.forEach((line) => pushText(scan, line));
  else {
    if (splits) startSlide(scan, heading.line);
    scan.above = NOTHING_ABOVE;
    scan.parts.push({ type: 'heading', splits, ...heading });
  }
}

function withoutClosingMarks(heading: string): string {
  const text = heading.trim();
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end -= 1;
  return end === 0 || /[ \t]/.test(text[end - 1] ?? '') ? text.slice(0, end).trimEnd() : text;
}

/** Takes the line under a heading. `Title` over `===` or `---` is a heading, as in Markdown; in notes a `---` always ends the slide, so that no note is ever taken for one. */
export function underlineRule(scan: Scan, { text, line: under }: SourceLine): boolean {
  const [, mark] = /^ {0,3}(=|-)\1*[ \t]*$/.exec(text) ?? [];
  if (mark === undefined || scan.notes || scan.above.paragraph === 0) return false;
  const lines = scan.parts.splice(scan.parts.length - scan.above.paragraph) as (Part & { readonly type: 'text' })[];
  const line = lines[0]?.line ?? 1;
  pushHeading(scan, {
    level: mark === '=' ? 1 : 2,
    text: lines.map((part) => part.text.trim()).join(' '),
    line,
    raw: [...lines, { text, line: under }],
  });
  return true;
}
