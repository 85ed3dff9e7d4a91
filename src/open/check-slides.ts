import { readLines } from '../document/lines.ts';
import type { SourceLine } from '../document/source-line.ts';
import { isAudienceMark } from '../document/audience-marks.ts';
import type { DraftSlide } from '../lesson/draft.ts';
import { slidesOf } from '../lesson/lesson.ts';
import { readDraft, type LessonDraft } from '../lesson/read-draft.ts';
import { takeHandouts } from '../lesson/take-handouts.ts';
import { slideKinds } from '../slides/kinds.ts';
import { readLesson } from '../lesson/read-lesson.ts';
import {
  choicesFor,
  markedLines,
  type CheckedPart,
  type PartChoice,
  type PartPlace,
  type PlanCheck,
} from './check-plan.ts';
import { timedParts } from './correct-minutes.ts';
import { groupsOf, trimBlank } from './line-groups.ts';
import { offBoardReason } from './part-reason.ts';
import { isForSheet } from './sheet-lines.ts';
import { audienceByLine } from './to-lesson.ts';

/** What slides were made with, for the reasons: a presentation, or a text that has slides and notes of its own. */
export type SlidesFrom = 'presentation' | 'text';

type Role = 'slide' | 'notes' | 'ending';

/** The words of a slide, or its notes: `lines` as they stand in the text. */
type Place = {
  readonly id: number;
  readonly role: Role;
  readonly slide: DraftSlide | null;
  readonly title: string;
  readonly lines: readonly SourceLine[];
  readonly choices: readonly PartChoice[];
};

/** Makes the lesson of slides as their author turns them: what is on a slide may go to its notes, what is in its notes may go onto it. Where each part is then is read back from what was written. */
export function checkSlides(
  text: string,
  from: SlidesFrom,
  choices: ReadonlyMap<number, PartChoice>,
): PlanCheck {
  const lines = readLines(text);
  const places = placesIn(draftOf(text), lines);
  const turned = withChoices(lines, places, choices);
  const made = choices.size === 0 ? text : turned.map((line) => line.text).join('\n');
  const { lesson } = readLesson('plan', made);
  const seenBy = audienceByLine(draftOf(made));
  const lineOf = new Map<number, number>();
  turned.forEach((line, at) => {
    if (line.from !== null && !lineOf.has(line.from)) lineOf.set(line.from, at + 1);
  });
  const starts = slidesOf(lesson).map(({ line }) => line);
  return {
    text: made,
    slides: starts.length,
    minutes: timedParts(lesson).map(({ title, minutes }) => ({ title, minutes, isGuess: false })),
    total: lesson.minutes,
    parts: places.map((place): CheckedPart => {
      const { id, role, slide, title, lines: own, choices: may } = place;
      const written = wordsOf(own);
      const suggested: PartPlace =
        role !== 'slide' ? 'teacher' : isForSheet(written) ? 'worksheet' : 'board';
      const line = lineOf.get(own[0]?.line ?? slide?.headingLine ?? 0) ?? 0;
      const seen = new Set(own.map((one) => seenBy.get(lineOf.get(one.line) ?? 0)));
      const at = starts.findLastIndex((start) => start <= line);
      return {
        id,
        title,
        written,
        suggested: { goes: suggested, reason: reasonOf(place, from) },
        goes: placeNow(seen, { suggested, choice: choices.get(id) }),
        choices: may,
        slide: at < 0 || role === 'ending' ? null : at + 1,
      };
    }),
  };
}

// Its handouts are on no slide.
function draftOf(text: string): LessonDraft {
  return readDraft(readLines(takeHandouts(text).rest));
}

// A part of which the class sees one line is on the board.
function placeNow(
  seen: ReadonlySet<'class' | 'teacher' | undefined>,
  { suggested, choice }: { readonly suggested: PartPlace; readonly choice: PartChoice | undefined },
): PartPlace {
  if (choice === undefined) return suggested;
  if (!seen.has('class')) return seen.has('teacher') ? 'teacher' : suggested;
  return choice === 'worksheet' ? 'worksheet' : 'board';
}

function placesIn({ blocks }: LessonDraft, source: readonly SourceLine[]): readonly Place[] {
  const places: Omit<Place, 'id'>[] = [];
  for (const block of blocks) {
    for (const slide of block.slides) {
      const title = plain(slide.heading) || plain(block.title) || 'A slide';
      const [body, notes] = [trimBlank(slide.body), trimBlank(slide.notes)];
      if (body.length > 0 || notes.length === 0 || slide.heading !== '') {
        const choices = body.length > 0 && mayTurn(slide, body, source) ? choicesOf(body) : [];
        places.push({ role: 'slide', slide, title, lines: body, choices });
      }
      if (notes.length > 0) {
        const isFree = mayTurn(slide, notes, source) && marker(source, notes, slide) !== null;
        places.push({
          role: 'notes',
          slide,
          title,
          lines: notes,
          choices: isFree ? choicesOf(notes) : [],
        });
      }
    }
    const land = trimBlank(block.land);
    if (land.length > 0) {
      places.push({ role: 'ending', slide: null, title: block.title, lines: land, choices: [] });
    }
  }
  return places.map((place, id) => ({ ...place, id }));
}

function choicesOf(lines: readonly SourceLine[]): readonly PartChoice[] {
  return choicesFor(wordsOf(lines));
}

const LAID_OUT = /^\s*(?:`{3}|~{3}|:::|\+{3}|\$\$|#{1,3}\s|<|-{2,}\s*$|={2,}\s*$)/;

// Only what stands in the text as it is read may move: words in a comment, or behind a mark on its line, are where they are. What is laid out in a way of its own is one thing with its fences.
function mayTurn(
  { show }: DraftSlide,
  lines: readonly SourceLine[],
  source: readonly SourceLine[],
): boolean {
  const isPlain = show.kind === 'text' || show.kind === 'title' || show.kind === 'stop';
  return (
    isPlain &&
    isWhole(lines, source) &&
    lines.every(({ text, line }) => source[line - 1]?.text === text && !LAID_OUT.test(text))
  );
}

// What stands within it in the text, as notes do within the words of a slide, would move with it.
function isWhole(lines: readonly SourceLine[], source: readonly SourceLine[]): boolean {
  const own = new Set(lines.map(({ line }) => line));
  const [first, last] = [lines[0]?.line ?? 0, lines.at(-1)?.line ?? 0];
  return source
    .slice(first - 1, last)
    .every(({ text, line }) => own.has(line) || text.trim() === '' || isAudienceMark(text));
}

// The line that begins the notes: `Notes:`, or a fence of them.
function marker(
  source: readonly SourceLine[],
  notes: readonly SourceLine[],
  slide: DraftSlide,
): SourceLine | null {
  const first = notes[0]?.line ?? 0;
  for (let line = first - 1; line >= slide.line; line -= 1) {
    const words = source[line - 1]?.text ?? '';
    if (/^\s*(?:Notes:|::: ?notes)\s*$/.test(words)) return source[line - 1] ?? null;
    if (words.trim() !== '') return null;
  }
  return null;
}

function reasonOf({ role, slide, lines, choices }: Place, from: SlidesFrom): string {
  switch (role) {
    case 'ending':
      return 'words for the end of a part, when time is short';
    case 'notes': {
      const offBoard = lines.map(({ text }) => offBoardReason(text)).find((one) => one !== null);
      if (offBoard !== undefined) return offBoard;
      return from === 'presentation'
        ? 'it was in the speaker notes, or beside the slide'
        : 'it is among the notes';
    }
    case 'slide':
      return slideReason(slide, choices, from);
  }
}

function slideReason(
  slide: DraftSlide | null,
  choices: readonly PartChoice[],
  from: SlidesFrom,
): string {
  switch (slide?.show.kind) {
    case 'question':
      return 'a question to the class';
    case 'film':
      return 'a film';
    case 'fenced':
      return slideKinds[slide.show.as].fence.insert.name.toLowerCase();
    case 'title':
    case 'text':
    case 'stop':
    case undefined:
      if (from === 'presentation') return 'it was on a slide';
      return choices.length === 0 ? 'it is laid out as a slide' : 'it is on a slide';
  }
}

type TurnedLine = { readonly text: string; readonly from: number | null };

function withChoices(
  source: readonly SourceLine[],
  places: readonly Place[],
  choices: ReadonlyMap<number, PartChoice>,
): readonly TurnedLine[] {
  const gone = new Set<number>();
  const before = new Map<number, TurnedLine[]>();
  for (const place of places) {
    const choice = choices.get(place.id);
    if (choice === undefined || !place.choices.includes(choice)) continue;
    if (place.role === 'notes' && choice === 'teacher') continue;
    const [first, last] = [place.lines[0]?.line ?? 0, place.lines.at(-1)?.line ?? 0];
    const own = source.slice(first - 1, last).filter(({ text }) => !isAudienceMark(text));
    const moved = turnedLines(own, choice);
    for (let line = first; line <= last; line += 1) gone.add(line);
    if (place.role === 'slide') {
      before.set(first, [...(before.get(first) ?? []), BLANK, ...moved, BLANK]);
      removeMarkAbove(source, first, gone);
    } else if (place.slide !== null) {
      const mark = marker(source, place.lines, place.slide);
      if (mark === null) continue;
      before.set(mark.line, [...(before.get(mark.line) ?? []), BLANK, ...moved, BLANK]);
      removeNotes(source, { mark: mark.line, last }, gone);
    }
  }
  return withoutBlankRuns(
    source.flatMap(({ text, line }): readonly TurnedLine[] => [
      ...(before.get(line) ?? []),
      ...(gone.has(line) ? [] : [{ text, from: line }]),
    ]),
  );
}

const BLANK: TurnedLine = { text: '', from: null };

// Each line of the source knows where it is now; of what is written otherwise for the worksheet, each group.
function turnedLines(own: readonly SourceLine[], choice: PartChoice): readonly TurnedLine[] {
  const groups = groupsOf(own, ({ text }) => text);
  if (choice === 'worksheet') return sheetGroups(groups);
  return groups.flatMap((group, nth) => {
    const words = group.map(({ text }) => text);
    const marked = markedLines(words, choice).map((text, at): TurnedLine => ({
      text,
      from: group[at - 1]?.line ?? null,
    }));
    return nth === 0 ? marked : [BLANK, ...marked];
  });
}

function sheetGroups(groups: readonly (readonly SourceLine[])[]): readonly TurnedLine[] {
  const words = groups.flatMap((group) => ['', ...group.map(({ text }) => text)]);
  const marked = markedLines(words, 'worksheet');
  // Behind each mark is a group; the first is what says that it is for the worksheet.
  let nth = -2;
  return marked.map((text, at): TurnedLine => {
    if (isAudienceMark(text)) nth += 1;
    const isFirst = at > 0 && isAudienceMark(marked[at - 1] ?? '');
    return { text, from: isFirst ? (groups[nth]?.[0]?.line ?? null) : null };
  });
}

function removeMarkAbove(source: readonly SourceLine[], first: number, gone: Set<number>): void {
  for (let line = first - 1; line > 0; line -= 1) {
    const words = source[line - 1]?.text ?? '';
    if (isAudienceMark(words)) gone.add(line);
    if (words.trim() !== '') return;
  }
}

// With the last of the notes goes the line that begins them, and the end of their fence.
function removeNotes(
  source: readonly SourceLine[],
  { mark, last }: { readonly mark: number; readonly last: number },
  gone: Set<number>,
): void {
  gone.add(mark);
  if (!/^\s*:::/.test(source[mark - 1]?.text ?? '')) return;
  const close = source.find(({ text, line }) => line > last && /^\s*:::\s*$/.test(text));
  if (close !== undefined) gone.add(close.line);
}

function withoutBlankRuns(lines: readonly TurnedLine[]): readonly TurnedLine[] {
  return lines.filter(
    ({ text, from }, at) =>
      from !== null || text !== '' || (at > 0 && lines[at - 1]?.text.trim() !== ''),
  );
}

function wordsOf(lines: readonly SourceLine[]): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .trim();
}

function plain(heading: string): string {
  return heading.replaceAll(/[*_`\\]/g, '').trim();
}
