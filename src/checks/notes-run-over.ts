import { toWords } from '../document/to-text.ts';
import { has } from '../document/visit.ts';
import type { Block, Cut, Lesson, Slide } from '../lesson/lesson.ts';
import { mayShowOnBoard } from '../poll/question.ts';
import type { Finding, Hazard } from './hazard.ts';
import { minutesNoted, versionOf } from './noted-minutes.ts';
import { notesInView } from './notes-in-view.ts';

/** What every slide takes, in minutes: to be shown, read, and left. */
const SLIDE = 0.5;
/** What it takes besides where the class answers or sorts, and sees what came of it. */
const RESULT = 0.5;
/** A film with all its parts. A lesson may name several, of any length: ours for ages 11 to 16 has 2:52. */
const FILM = 3;

/** H24: what the notes of a part ask for fits into its minutes, in the whole lesson and in each shorter version. */
export const notesRunOver: Hazard = {
  row: 'H24',
  code: 'notes-run-over',
  severity: 'warning',
  audience: 'everyone',
  source: 'NatCen, pilot of “Send me a pic?”: lessons were too long and their endings were dropped',
  find: ({ lesson }) => [
    ...lesson.blocks.flatMap((block) => ofBlock(block, lesson)),
    ...lesson.cuts.flatMap((cut) => cut.sessions.flatMap((_, at) => ofSession(lesson, cut, at))),
  ],
};

function ofBlock({ title, minutes, line, slides }: Block, lesson: Lesson): readonly Finding[] {
  const takes = sumOf(slides, { lesson, version: null });
  return minutes === null || takes <= minutes
    ? []
    : [{ line, column: 1, message: runsOver(`“${title}” has ${inMinutes(minutes)}`, takes) }];
}

function ofSession(lesson: Lesson, cut: Cut, at: number): readonly Finding[] {
  const found = cut.sessions[at]?.blocks.flatMap(({ block: id, title, minutes }) => {
    const block = lesson.blocks.find((one) => one.id === id);
    // In all its minutes a part was looked at already.
    if (block === undefined || minutes === null || minutes === block.minutes) return [];
    const slides = block.slides.filter((slide) => isTaught({ slide, id, lesson, cut, at }));
    const takes = sumOf(slides, { lesson, version: cut.name });
    const where = `“${title}” has ${inMinutes(minutes)} in the version “${cut.name}”`;
    return takes <= minutes ? [] : [runsOver(where, takes)];
  });
  return (found ?? []).map((message) => ({ line: cut.line, column: 1, message }));
}

type InSession = {
  readonly slide: Slide;
  /** The block it is in. */
  readonly id: string;
  readonly lesson: Lesson;
  readonly cut: Cut;
  readonly at: number;
};

// A question is asked once more in the last session that has it, if it was asked before.
function isTaught({ slide, id, lesson, cut, at }: InSession): boolean {
  if (slide.kind !== 'poll' || slide.moment !== 'after') return true;
  const first = lesson.blocks.find(({ slides }) =>
    slides.some(
      (one) => one.kind === 'poll' && one.moment === 'before' && one.question === slide.question,
    ),
  );
  const isIn = (block: string | undefined, some: Cut['sessions']) =>
    some.some(({ blocks }) => blocks.some((one) => one.block === block));
  return isIn(first?.id, cut.sessions.slice(0, at + 1)) && !isIn(id, cut.sessions.slice(at + 1));
}

type Taught = { readonly lesson: Lesson; readonly version: string | null };

function sumOf(slides: readonly Slide[], { lesson, version }: Taught): number {
  const film = slides.some(({ kind }) => kind === 'film') ? FILM : 0;
  return slides.reduce((sum, slide) => {
    const shown = slide.kind === 'film' ? 0 : SLIDE;
    const result = hasResult(slide, lesson) ? RESULT : 0;
    return sum + shown + result + noted(toWords(notesInView(slide.notes)), version);
  }, film);
}

// What pupils think of themselves is shown to no one.
function hasResult(slide: Slide, { questions }: Lesson): boolean {
  if (slide.kind !== 'poll') return has(slide.body, 'cards');
  const question = questions.find(({ id }) => id === slide.question);
  return question !== undefined && mayShowOnBoard(question);
}

function noted(words: string, version: string | null): number {
  const name = version === null ? null : versionOf(version);
  return minutesNoted(words).reduce((sum, { minutes, instead }) => {
    const here = instead.find(
      ({ versions }) => name !== null && (versions.length === 0 || versions.includes(name)),
    );
    return sum + (here?.minutes ?? minutes);
  }, 0);
}

function inMinutes(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function runsOver(where: string, takes: number): string {
  const all = `${Math.floor(takes)}${takes % 1 === 0 ? '' : '½'}`;
  return `${where}, and its slides and notes come to ${all}: half a minute for each slide, as much again for a result, three minutes for a film, and the minutes that notes give. A lesson that runs over loses its ending. Give it more minutes, or what the class does there fewer, as in “Four minutes; two in 20 minutes.”`;
}
