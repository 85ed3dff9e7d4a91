import { isEmpty } from '../../../document/nodes.ts';
import { stepsIn } from '../../../document/steps.ts';
import { allOf } from '../../../document/visit.ts';
import { boardHelp } from '../../../help/board-help.ts';
import { helpTopicOf, type Block, type Lesson, type Slide } from '../../../lesson/lesson.ts';
import { fillWords } from '../../../lesson/names.ts';
import type { Question } from '../../../poll/question.ts';
import { lookOf } from '../../../questions/looks.ts';
import { filmHeading, noteOf, WAY_OUT } from '../../../slides/film.ts';
import { shownBody, type SlideOf } from '../../../slides/kinds.ts';
import { STOP_TALK } from '../../../slides/stop.ts';
import { chipOf } from '../../../slides/title.ts';
import { cares } from '../../../subjects/pack.ts';
import { withoutDevices } from '../../board/poll-panel.ts';
import {
  blocksOf,
  boldRun,
  plainParagraph,
  plainRun,
  runsOf,
  type OfficeBlock,
  type Run,
} from '../office-blocks.ts';
import { slideNotes } from './slide-notes.ts';

/** The film that plays, and where it is to be seen: an address on the web, null where there is none. */
export type FilmToShow = {
  readonly title: string;
  readonly contentNote: string;
  readonly endsWithHelp: boolean;
  readonly address: string | null;
};

/** How a slide is laid out. */
export type PageLayout = 'title' | 'text' | 'question' | 'stop' | 'film' | 'help';

/** A slide as PowerPoint has it: what the class sees, and the teacher's notes, which are in a part of their own. */
export type SlidePage = {
  readonly id: string;
  readonly layout: PageLayout;
  /** A word above the title; empty for none. */
  readonly chip: string;
  readonly title: readonly Run[];
  readonly body: readonly OfficeBlock[];
  /** What stands at the slide's foot. */
  readonly foot: readonly OfficeBlock[];
  /** What leads to the film; null for a slide without one. */
  readonly film: FilmToShow | null;
  readonly notes: readonly OfficeBlock[];
  /** The part of the lesson it belongs to, from 0. */
  readonly part: number;
  /** What of it does not move here. */
  readonly still: { readonly steps: number; readonly timers: number; readonly cards: number };
};

/** A lesson's slides in order, each once, with all its steps shown. What is right, what is explained later and what only the teacher may see is in the notes alone. */
export function slidePages(lesson: Lesson, film: FilmToShow | null): readonly SlidePage[] {
  return lesson.blocks.flatMap((block, part) =>
    block.slides.map((slide) => slidePage(slide, { lesson, block, part, film })),
  );
}

/** What a slide stands in. */
type Around = {
  readonly lesson: Lesson;
  readonly block: Block;
  readonly part: number;
  readonly film: FilmToShow | null;
};

/** One of them. */
export function slidePage(slide: Slide, around: Around): SlidePage {
  const { lesson, block, part } = around;
  const body = shownBody(slide);
  return {
    id: slide.id,
    chip: '',
    foot: [],
    film: null,
    title: headingRuns(slide, lesson),
    body: blocksOf(body.children, lesson.names),
    part,
    notes: slideNotes(slide, { lesson, block, hasFilm: around.film !== null }),
    still: {
      steps: stepsIn(body),
      timers: allOf(body, 'timerClock').length,
      cards: allOf(body, 'cards').length,
    },
    ...ownPart(slide, around),
  };
}

// A question that cannot be asked yet has its words for a heading, and no nodes of one.
function headingRuns({ heading, headingNodes }: Slide, { names }: Lesson): readonly Run[] {
  if (headingNodes.length > 0) return runsOf(headingNodes, names).map(unbold);
  return heading === '' ? [] : [plainRun(fillWords(heading, names))];
}

type OwnPart = Pick<SlidePage, 'layout'> &
  Partial<Pick<SlidePage, 'chip' | 'title' | 'body' | 'foot' | 'film'>>;

// What has no part of its own is a heading and all that is below it.
function ownPart(slide: Slide, { lesson, film }: Around): OwnPart {
  if (slide.kind === 'title') return { layout: 'title', chip: chipOf(lesson) ?? '' };
  if (slide.kind === 'help') return helpPart(slide, lesson);
  if (slide.kind === 'film') return filmPart(slide, lesson, film);
  if (slide.kind === 'stop') return stopPart(slide);
  if (slide.kind === 'poll') return pollPart(slide, lesson);
  return { layout: 'text' };
}

function stopPart({ n, of, body }: SlideOf<'stop'>): OwnPart {
  const saysNothing = body.children.every(({ kind }) => kind === 'thread');
  return {
    layout: 'stop',
    chip: `Stop ${n} of ${of}`,
    ...(saysNothing && { foot: [plainParagraph(STOP_TALK)] }),
  };
}

function helpPart({ heading, body }: SlideOf<'help'>, lesson: Lesson): OwnPart {
  const { title, lines, foot } = boardHelp({ ...lesson, topic: helpTopicOf(lesson) });
  return {
    layout: 'help',
    ...(heading === '' && { title: [plainRun(title)] }),
    body: lines.map(({ before, strong, after }) => ({
      kind: 'paragraph',
      look: 'plain',
      words: [plainRun(before), boldRun(strong), plainRun(after)].filter(
        (run) => run.kind !== 'words' || run.text !== '',
      ),
      inset: 0,
    })),
    foot: isEmpty(body) ? [plainParagraph(foot)] : blocksOf(body.children, lesson.names),
  };
}

function filmPart(
  { from, body }: SlideOf<'film'>,
  lesson: Lesson,
  film: FilmToShow | null,
): OwnPart {
  const { names, contentNote, filmTimes, subject } = lesson;
  const playsToEnd = filmTimes.to === null;
  const inIt = noteOf(film, { contentNote, playsToEnd }, body);
  const ending = film?.endsWithHelp === true && playsToEnd ? 'It ends with help.' : '';
  const note = from === null ? [inIt, ending].filter((one) => one !== '').join(' ') : '';
  return {
    layout: 'film',
    chip: film?.title ?? 'Film',
    title: [plainRun(filmHeading(from))],
    body: [
      ...(note === '' ? [] : [plainParagraph(fillWords(note, names))]),
      ...blocksOf(body.children, names),
    ],
    foot: cares(subject, 'way out') ? [plainParagraph(WAY_OUT)] : [],
    film: film ?? { title: 'Film', contentNote: '', endsWithHelp: false, address: null },
  };
}

function pollPart(slide: SlideOf<'poll'>, { questions, names }: Lesson): OwnPart {
  const question = questions.find(({ id }) => id === slide.question);
  if (question === undefined) return { layout: 'text' };
  return {
    layout: 'question',
    chip: lookOf(question).chip,
    title: [plainRun(fillWords(question.prompt, names))],
    body: optionBlocks(question, (words) => fillWords(words, names)),
    foot: [plainParagraph(withoutDevices(question))],
  };
}

function optionBlocks(
  question: Question,
  named: (words: string) => string,
): readonly OfficeBlock[] {
  const look = lookOf(question);
  if (look.list === 'scale') return scaleBlocks(question, named);
  return question.options.map(({ text }, at) =>
    look.isStatement
      ? { kind: 'item', level: 0, number: null, isSmall: false, words: [plainRun(named(text))] }
      : { kind: 'option', number: at + 1, words: [plainRun(named(text))] },
  );
}

// Five steps side by side, with words below both ends.
function scaleBlocks(
  { options }: Question,
  named: (words: string) => string,
): readonly OfficeBlock[] {
  const cell = (words: Run) => ({
    blocks: [{ kind: 'paragraph', look: 'plain', words: [words], inset: 0 } as const],
    side: 'middle' as const,
    isHead: false,
  });
  return [
    {
      kind: 'table',
      rows: [
        options.map(({ label }) => ({ ...cell(boldRun(label)), isHead: true })),
        options.map(({ text }) => cell(plainRun(named(text)))),
      ],
    },
  ];
}

// A heading is bold as a whole.
function unbold(run: Run): Run {
  return run.kind === 'words' ? { ...run, bold: false } : run;
}
