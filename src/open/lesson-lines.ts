import type { SourceLine } from '../document/source-line.ts';
import { FOR_CLASS, FOR_TEACHER } from '../document/audience-marks.ts';
import type { DraftBlock, DraftSlide } from '../lesson/draft.ts';
import { sectionName } from '../document/section-names.ts';
import type { LessonDraft } from '../lesson/read-draft.ts';
import { sectionOf } from '../lesson/staff-sections.ts';
import { trimBlank } from './line-groups.ts';

/** A line of a lesson as it is written: who sees it, and the line of the opened text it came from; null for one that is new. */
export type LessonLine = {
  readonly text: string;
  readonly from: number | null;
  readonly seenBy: 'class' | 'teacher';
};

/** Writes blocks and slides in our own grammar. */
export function lessonLines({ blocks, staff }: Pick<LessonDraft, 'blocks' | 'staff'>) {
  const lines: LessonLine[] = [];
  for (const block of blocks) writeBlock(block, lines);
  writeStaff(staff, lines);
  return withoutBlankRuns(lines);
}

function writeBlock(block: DraftBlock, lines: LessonLine[]): void {
  const { title, minutes, optional, line } = block;
  if (minutes !== null) {
    const time = `${minutes} min${optional ? ', optional' : ''}`;
    lines.push(blank(line));
    // “Resources (5 min)” is on the board, “Adaptations (5 min)” is not.
    if (sectionOf(title, false) !== undefined) lines.push(shown(FOR_CLASS, null));
    lines.push(shown(`## ${title} (${time})`, line));
  }
  block.slides.forEach((slide, at) => {
    const isBlocks = minutes !== null && at === 0 && slide.line === line && slide.heading === title;
    // The heading of a block is its slide's where something is below it, or where there is no other.
    writeSlide(slide, lines, isBlocks && (isWritten(slide) || block.slides.length === 1));
  });
  if (block.land.some(({ text }) => text.trim() !== '')) {
    lines.push(blank(null), { ...shown('End calmly:', null), seenBy: 'teacher' });
    for (const { text, line: from } of block.land) lines.push({ text, from, seenBy: 'teacher' });
  }
}

function isWritten({ body, notes }: DraftSlide): boolean {
  return [...body, ...notes].some(({ text }) => text.trim() !== '');
}

function writeSlide(slide: DraftSlide, lines: LessonLine[], isBlocks: boolean): void {
  const { heading, headingLine, body, notes, show } = slide;
  if (!isBlocks) {
    const marks = show.kind === 'title' ? '#' : '###';
    lines.push(blank(slide.line));
    if (isOffBoard(heading)) lines.push(shown(FOR_CLASS, null));
    if (heading === '') lines.push(shown('---', null));
    else lines.push(shown(`${marks} ${heading}`, headingLine));
  }
  lines.push(blank(null));
  for (const line of withSmallHeadings(body)) lines.push(shown(line.text, line.line));
  writeNotes(notes, lines);
}

/** True for the heading of a slide that would be off the board for its name, “Resources”. */
export function isOffBoard(heading: string): boolean {
  return sectionOf(heading, false) !== undefined || sectionName(heading)?.onBoard === false;
}

function writeNotes(notes: readonly SourceLine[], lines: LessonLine[]): void {
  const written = trimBlank(notes);
  if (written.length === 0) return;
  const isFenced = written.some(({ text }) => ENDS_NOTES.test(text));
  const mark = (text: string): LessonLine => ({ text, from: null, seenBy: 'teacher' });
  lines.push(mark(''), mark(isFenced ? '::: notes' : 'Notes:'));
  let above: number | null = null;
  for (const { text, line } of written) {
    // What was moved here from two places is two paragraphs.
    if (above !== null && line > above + 1 && text.trim() !== '') lines.push(mark(''));
    const words = isFenced ? text.replace(/^ {0,3}(?=:::)/, '\\') : text;
    lines.push({ text: words, from: line, seenBy: 'teacher' });
    above = text.trim() === '' ? null : line;
  }
  if (isFenced) lines.push(mark(':::'));
}

// What starts a slide ends notes, but in a fence of notes.
const ENDS_NOTES = /^ {0,3}(?:#{1,3}(?:\s|$)|-{2,}v?\s*$|=+\s*$)/;

// In a deck whose author parts the slides a heading may be words of one; here it would start the next.
function withSmallHeadings(body: readonly SourceLine[]): readonly SourceLine[] {
  let code: string | null = null;
  return trimBlank(body).map(({ text, line }) => {
    const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? [];
    if (mark !== '') {
      if (code === null) code = mark;
      else if (mark.startsWith(code) && text.trim() === mark) code = null;
    }
    return code === null
      ? { text: text.replace(/^ {0,3}#{1,3}(?=\s)/, '####'), line }
      : { text, line };
  });
}

function writeStaff(staff: LessonDraft['staff'], lines: LessonLine[]): void {
  const section = (title: string, written: readonly SourceLine[]) => {
    if (!written.some(({ text }) => text.trim() !== '')) return;
    lines.push(blank(null), teachers(FOR_TEACHER, null));
    lines.push(teachers(`## ${title}`, null), blank(null));
    for (const { text, line } of trimBlank(written)) lines.push(teachers(text, line));
  };
  const headed = (
    heading: string,
    line: number,
    below: readonly SourceLine[],
  ): readonly SourceLine[] => [
    { text: '', line },
    ...(heading === '' ? [] : [{ text: `### ${heading}`, line }]),
    { text: '', line },
    ...below,
  ];
  section('Alternative task', staff.alternativeTask);
  section(
    'Hard questions',
    staff.hardQuestions.flatMap(({ question, line, answer }) => headed(question, line, answer)),
  );
  section('Adaptations', staff.adaptations);
  section('Mixed and single-sex', staff.grouping);
  section(
    'To be reviewed',
    staff.toReview.flatMap(({ reviewer, line, points }) => headed(reviewer, line, points)),
  );
}

function shown(text: string, from: number | null): LessonLine {
  return { text, from, seenBy: 'class' };
}

function teachers(text: string, from: number | null): LessonLine {
  return { text, from, seenBy: 'teacher' };
}

function blank(from: number | null): LessonLine {
  return { text: '', from, seenBy: 'class' };
}

// One blank line parts as well as three; those in code stay.
function withoutBlankRuns(lines: readonly LessonLine[]): readonly LessonLine[] {
  const out: LessonLine[] = [];
  let code = false;
  for (const line of lines) {
    if (/^ {0,3}(?:`{3,}|~{3,})/.test(line.text)) code = !code;
    const isBlank = line.text.trim() === '';
    if (isBlank && !code && (out.length === 0 || out.at(-1)?.text.trim() === '')) continue;
    out.push(line);
  }
  return out;
}
