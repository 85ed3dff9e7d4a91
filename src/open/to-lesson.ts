import { readLines } from '../document/lines.ts';
import type { SourceLine } from '../document/source-line.ts';
import { isAudienceMark } from '../document/audience-marks.ts';
import type { DraftSlide } from '../lesson/draft.ts';
import { withPlan } from '../import/plan/plan-sections.ts';
import { planName } from '../import/plan/section-names.ts';
import { takeHandouts, type LessonHandout } from '../lesson/take-handouts.ts';
import { readDraft, type LessonDraft } from '../lesson/read-draft.ts';
import { subjectOf } from '../subjects/subjects.ts';
import { guessMinutes, USUAL_MINUTES } from './guess-minutes.ts';
import { headLines, type HeadFields } from './lesson-head.ts';
import { lessonLines, type LessonLine } from './lesson-lines.ts';
import type { Destination, Finding, OpenedMinutes, OpenedPart, TextToOpen } from './opened.ts';
import { partReason } from './part-reason.ts';
import { picturesInWords } from './shown-words.ts';

/** A lesson's text, where each line of the opened text is in it, and what became of its parts. */
export type MadeLesson = {
  readonly text: string;
  readonly tool: string | null;
  readonly lineOf: (line: number) => number | null;
  readonly parts: readonly OpenedPart[];
  readonly findings: readonly Finding[];
  readonly minutes: readonly OpenedMinutes[];
  /** How long its plan says it is; null where it does not. */
  readonly total: number | null;
};

/** Makes a lesson in our own grammar of a text in any dialect. One that is a lesson of ours already stays as it is, letter by letter. Of a plan all that is in doubt is in the notes, and no word of it is lost. */
export function toLesson(source: TextToOpen): MadeLesson {
  // Its handouts are in our own grammar already, and nothing of them is on a slide.
  const { rest, handouts } = takeHandouts(source.text);
  const lines = readLines(rest);
  const draft = readDraft(lines, { isPlan: source.isPlan });
  if (draft.isOurs && !source.isPlan) return asItIs(source, draft);
  const total = draft.front.minutes ?? draft.plan.minutes;
  const { blocks, guessed } =
    draft.readAs === 'plan'
      ? guessMinutes(draft.blocks, total)
      : { blocks: draft.blocks, guessed: [] };
  const body = lessonLines({ ...draft, blocks });
  const written = withLostWords(body, { draft, lines, isPlan: source.isPlan });
  const text = wholeText({ draft, source, body: written });
  const whole = `${text.head}\n${text.body}`;
  // What is said of a part is read back from the lesson that is made.
  const back = readDraft(readLines(whole));
  if (!source.isPlan && !isAlike(draft, back)) return asItIs(source, draft);
  const first = readLines(text.head).length + 1;
  const lineOf = lineFinder(written, first);
  const parts = openedParts({ source, lines, written, first, back, lineOf, draft });
  return {
    text: `${whole}${handouts.map((one) => `\n${writtenIn(source.text, one)}\n`).join('')}`,
    tool: draft.tool,
    lineOf,
    parts,
    minutes: blocks.flatMap((block) =>
      block.minutes === null
        ? []
        : [
            {
              title: plainTitle(block.title),
              minutes: block.minutes,
              isGuess: guessed.includes(block),
            },
          ],
    ),
    total,
    findings: [
      ...minutesFindings({ blocks, guessed, total, lineOf, source }),
      ...partFindings(parts, draft),
      ...problemFindings(draft, lineOf),
    ],
  };
}

function writtenIn(text: string, { line, to }: LessonHandout): string {
  const lines = readLines(text).slice(line - 1, to);
  return lines.map((one) => one.text).join('\n');
}

// What cannot be said in our own grammar, slide by slide, is better left in its author's.
function isAlike(draft: LessonDraft, again: LessonDraft): boolean {
  const [before, after] = [slidesSeen(draft), slidesSeen(again)];
  return before.length === after.length && before.every((one, at) => one === after[at]);
}

function slidesSeen({ blocks }: LessonDraft): readonly string[] {
  const wordsOf = (lines: readonly SourceLine[]) => tokens(lines.map(({ text }) => text).join(' '));
  return blocks.flatMap(({ slides }) =>
    slides.map(({ heading, body, notes, show }) =>
      JSON.stringify([
        show.kind === 'fenced' ? show.as : show.kind,
        tokens(heading),
        wordsOf(body),
        wordsOf(notes),
      ]),
    ),
  );
}

function asItIs({ text, parts }: TextToOpen, draft: LessonDraft): MadeLesson {
  const lines = readLines(text);
  return {
    text,
    tool: draft.tool,
    lineOf: (line) => (line >= 1 && line <= lines.length ? line : null),
    parts: [],
    minutes: [],
    total: null,
    findings: [
      {
        kind: 'unchanged',
        words: draft.isOurs
          ? 'It is a lesson of this program already: all of it is as it was'
          : 'All of it is as it was: it is read as it is, and cannot be written otherwise',
        place: parts[0]?.place ?? 'the whole file',
        line: 1,
      },
    ],
  };
}

type Whole = {
  readonly draft: LessonDraft;
  readonly source: TextToOpen;
  readonly body: readonly LessonLine[];
};

function wholeText({ draft, source, body }: Whole): {
  readonly head: string;
  readonly body: string;
} {
  const text = `${body
    .map((line) => line.text)
    .join('\n')
    .trimEnd()}\n`;
  const wanted = withPlan(draft.front, draft.plan);
  const slides = draft.blocks.flatMap((block) => block.slides);
  // A section of a plan, “Learning objectives”, is no name for it.
  const isName = ({ heading }: DraftSlide) =>
    heading !== '' && planName(heading, true) === undefined;
  const named = slides.find(({ show }) => show.kind === 'title') ?? slides.find(isName);
  const heading = plainTitle(named?.heading ?? '');
  const title = wanted.title || heading || source.name;
  const base: HeadFields = {
    ...NO_FIELDS,
    title,
    boardTitle: draft.front.boardTitle || (named?.show.kind === 'title' ? heading : title),
    subjectName: subjectIn(draft, source),
    stage: wanted.stage,
    minutes: wanted.minutes,
  };
  const own = draft.head;
  // What the lesson's own sections say is read from there again.
  const again = readDraft(readLines(`${headLines(own, base).join('\n')}\n\n${text}`));
  const has = withPlan(again.front, again.plan);
  const missing = <T>(all: readonly T[], there: readonly T[]) => {
    const known = new Set(there.map((one) => JSON.stringify(one)));
    return all.filter((one) => !known.has(JSON.stringify(one)));
  };
  const fields: HeadFields = {
    ...base,
    objectives: missing(wanted.objectives, has.objectives),
    vocabulary: missing(wanted.vocabulary, has.vocabulary),
    resources: missing(wanted.resources, has.resources),
    references: missing(wanted.references, has.references),
    sources: missing(wanted.sources, has.sources),
  };
  return { head: `${headLines(own, fields).join('\n')}\n`, body: text };
}

// A plan's label names the subject where nothing would be asked about it; else the lesson asks, as any without one does.
function subjectIn({ front, plan }: LessonDraft, { text }: TextToOpen): string {
  const label = plan.subjectName;
  if (front.subjectName !== '' || label === '') return '';
  const { name, isAnswered } = subjectOf('', { lines: readLines(text), label });
  return isAnswered && name === label.toLowerCase() ? label : '';
}

const NO_FIELDS = {
  objectives: [],
  vocabulary: [],
  resources: [],
  references: [],
  sources: [],
} as const;

// A heading without its marks.
function plainTitle(heading: string): string {
  return heading
    .replaceAll(/<br\s{0,3}\/?>/gi, ' ')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/\*{1,3}|<\/?(?:b|strong|em|i|su[bp])>/g, '')
    .trim();
}

const tokens = (text: string) =>
  text
    .replaceAll(/<[^<>]{0,300}>/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

// A net below the reading of plans: a word that is nowhere in the lesson is in the notes of its last slide.
function withLostWords(
  body: readonly LessonLine[],
  {
    draft,
    lines,
    isPlan,
  }: {
    readonly draft: LessonDraft;
    readonly lines: readonly SourceLine[];
    readonly isPlan: boolean;
  },
): readonly LessonLine[] {
  if (!isPlan) return body;
  const known = new Set([
    ...body.flatMap(({ text }) => tokens(text)),
    ...tokens(JSON.stringify(withPlan(draft.front, draft.plan))),
  ]);
  const taken = new Set(draft.taken.map(({ line }) => line));
  const lost = lines.filter(({ text, line }) => {
    // The name of a field is known by where its words are now.
    const words = taken.has(line) ? withoutFieldName(text) : text;
    return tokens(words).some((word) => !known.has(word) && !TIMES.has(word));
  });
  if (lost.length === 0) return body;
  const mark = (text: string): LessonLine => ({ text, from: null, seenBy: 'teacher' });
  return [
    ...body,
    ...(body.length === 0 ? [mark('---')] : []),
    mark(''),
    ...(isInOpenNotes(body) ? [] : [mark('Notes:'), mark('')]),
    ...lost.flatMap(({ text, line }): readonly LessonLine[] => [
      { text: inNotes(text), from: line, seenBy: 'teacher' },
      mark(''),
    ]),
  ];
}

function withoutFieldName(text: string): string {
  const [label = '', name = ''] = /^\s*(?:[-*+•]\s*)?([^:|]{2,50})[:|]/.exec(text) ?? [];
  return planName(plainTitle(name), true) === undefined ? text : text.slice(label.length);
}

// The minutes themselves say what a column or a field of times is called.
const TIMES: ReadonlySet<string> = new Set(
  'time times timing timings duration length minutes minute mins min'.split(' '),
);

function isInOpenNotes(body: readonly LessonLine[]): boolean {
  const last = body.findLast(({ text }) => text.trim() !== '');
  const begun = body.findLast(({ text, from }) => from === null && text !== '' && text !== '---');
  return (
    last?.seenBy === 'teacher' &&
    last.text !== ':::' &&
    begun !== undefined &&
    begun.text !== 'End calmly:'
  );
}

function inNotes(text: string): string {
  return text
    .trim()
    .replace(/^#{1,3}(?=\s)/, '####')
    .replace(/^(?=:::|-{2,}|=+\s*$)/, '\\');
}

function lineFinder(written: readonly LessonLine[], first: number) {
  const places = new Map<number, number>();
  for (const [at, { text, from }] of written.entries()) {
    if (from !== null && text.trim() !== '' && !places.has(from)) places.set(from, first + at);
  }
  return (line: number) => places.get(line) ?? null;
}

type Opening = {
  readonly source: TextToOpen;
  readonly lines: readonly SourceLine[];
  readonly written: readonly LessonLine[];
  /** The line of the lesson that its first written line is. */
  readonly first: number;
  /** The lesson that was made, read again. */
  readonly back: LessonDraft;
  readonly lineOf: (line: number) => number | null;
  readonly draft: LessonDraft;
};

function openedParts({
  source,
  lines,
  written,
  first,
  back,
  lineOf,
  draft,
}: Opening): readonly OpenedPart[] {
  const now = audienceByLine(back);
  const seen = new Map<number, Set<LessonLine['seenBy']>>();
  for (const [at, { text, from, seenBy }] of written.entries()) {
    if (from === null || text.trim() === '') continue;
    const by = seen.get(from) ?? new Set();
    seen.set(from, by.add(now.get(first + at) ?? seenBy));
  }
  const fields = new Map(draft.taken.map(({ line, field }) => [line, field]));
  return source.parts.flatMap(({ from, to, place }, id): readonly OpenedPart[] => {
    const of = lines.slice(from - 1, to);
    const words = of
      .map(({ text }) => text)
      .filter((text) => !isAudienceMark(text))
      .join('\n');
    if (words.trim() === '' || RULE.test(words)) return [];
    const by = new Set(of.flatMap(({ line }) => [...(seen.get(line) ?? [])]));
    const field = of.map(({ line }) => fields.get(line)).find((one) => one !== undefined);
    const isShown = by.has('class');
    const isWhole = !by.has('teacher') || /^\s*#/.test(words);
    const goes: Destination = isShown
      ? isWhole
        ? 'board'
        : 'some'
      : by.has('teacher')
        ? 'teacher'
        : field === undefined && !isInHead(of)
          ? null
          : 'details';
    const line = of.map((one) => lineOf(one.line)).find((one) => one !== null) ?? null;
    return [
      {
        id,
        written: words.trim(),
        place,
        goes,
        reason: partReason(words, { goes, field, place }),
        line,
      },
    ];
  });
}

// A line between two parts of a text is no part of it.
const RULE = /^\s*(?:-{2,}|\*{3,}|_{3,})\s*$/;

/** Who sees each line of a lesson that shows words: those of its slides, and those of its notes. */
export function audienceByLine({
  blocks,
  staff,
}: LessonDraft): ReadonlyMap<number, 'class' | 'teacher'> {
  const slides = blocks.flatMap((block) => block.slides);
  const teachers = [
    ...blocks.flatMap(({ land }) => land),
    ...slides.flatMap(({ notes }) => notes),
    ...[staff.alternativeTask, staff.adaptations, staff.grouping].flat(),
    ...staff.hardQuestions.flatMap(({ answer }) => answer),
    ...staff.toReview.flatMap(({ points }) => points),
  ];
  return new Map([
    ...teachers.map(({ line }) => [line, 'teacher'] as const),
    ...slides.flatMap(({ body }) => body.map(({ line }) => [line, 'class'] as const)),
  ]);
}

// A label such as “Duration: 60 minutes” is a field of the lesson, and no line of it.
function isInHead(lines: readonly SourceLine[]): boolean {
  return lines.some(({ text }) =>
    /^\s*(?:[*_|-]{0,3}\s*)?[\p{L} ]{2,40}[*_]{0,3}\s*[:|]/u.test(text.slice(0, 200)),
  );
}

function quote(written: string): string {
  const words = plainTitle(picturesInWords(written))
    .replaceAll(/^(?:<!-- for the teacher -->)?[\s#|>-]+/g, '')
    .replaceAll(/[\s|]+/g, ' ')
    .trim();
  return words.length > 70 ? `“${words.slice(0, 68).trimEnd()} …”` : `“${words}”`;
}

function partFindings(parts: readonly OpenedPart[], { readAs }: LessonDraft): readonly Finding[] {
  return parts.flatMap(({ written, place, goes, reason, line }): readonly Finding[] => {
    const what = quote(written);
    switch (goes) {
      case 'board':
        return [{ kind: 'unchanged', words: `${what} is on the board`, place, line }];
      case 'teacher':
        return [
          readAs === 'plan'
            ? { kind: 'to-notes', words: `${what} is in your notes: ${reason}`, place, line }
            : { kind: 'unchanged', words: `${what} is in your notes`, place, line },
        ];
      case 'some':
        return [{ kind: 'look', words: `${what} is on the board in part: ${reason}`, place, line }];
      case 'details':
        return [
          {
            kind: 'changed',
            words: `${what} is in the lesson’s details: ${reason}`,
            place,
            line: null,
          },
        ];
      case null:
        return [];
    }
  });
}

type Minutes = Pick<LessonDraft, 'blocks'> & {
  readonly guessed: LessonDraft['blocks'];
  readonly total: number | null;
  readonly lineOf: (line: number) => number | null;
  readonly source: TextToOpen;
};

function minutesFindings({ blocks, guessed, total, lineOf, source }: Minutes): readonly Finding[] {
  const placeOf = (line: number) =>
    source.parts.find((part) => line >= part.from && line <= part.to)?.place ?? `line ${line}`;
  return blocks.flatMap((block): readonly Finding[] => {
    if (block.minutes === null) return [];
    const isGuess = guessed.includes(block);
    const title = plainTitle(block.title);
    const why =
      total === null
        ? `the plan gives none, and no length of the lesson, so we took ${USUAL_MINUTES} minutes for it`
        : `the plan gives none; the lesson has ${total}`;
    return [
      {
        kind: isGuess ? 'minutes-guessed' : 'minutes-found',
        words: isGuess
          ? `${title}: ${block.minutes} minutes is our guess: ${why}`
          : `${title}: ${block.minutes} minutes`,
        place: placeOf(block.line),
        line: lineOf(block.line),
      },
    ];
  });
}

const REPORTED: ReadonlySet<string> = new Set([
  'left-out',
  'hidden-slide',
  'unknown-field',
  'notes-line',
  'not-supported',
]);

function problemFindings({ problems }: LessonDraft, lineOf: (line: number) => number | null) {
  return problems
    .filter(({ code }) => REPORTED.has(code))
    .map(({ message, line, code }): Finding => ({
      kind: code === 'not-supported' ? 'look' : 'left-out',
      words: message,
      place: `line ${line}`,
      line: lineOf(line),
    }));
}
