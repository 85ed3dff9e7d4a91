import { isEmpty, type Audience, type Document } from '../document/nodes.ts';
import { mathsProblems } from '../document/maths-problems.ts';
import { parseDocument } from '../document/parse.ts';
import { toWords } from '../document/to-text.ts';
import { NO_TIMES, type OwnTimes } from '../film/stops.ts';
import type { SourceLine } from '../document/source-line.ts';
import { withinItsLine, withWholeCharacters, type Problem } from '../document/problem.ts';
import type { DraftBlock, DraftSlide } from './draft.ts';
import { matchCuts } from './cuts.ts';
import { emptyLesson } from './empty-lesson.ts';
import { groupProblems } from './group-problems.ts';
import type { FrontMatter } from './head-fields.ts';
import { hiddenSigns } from './hidden-signs.ts';
import { createIds, slugOf } from '../text/ids.ts';
import type { Block, Lesson, ReadLesson, Slide, StaffNotes } from './lesson.ts';
import { fencedSlide } from '../slides/kinds.ts';
import { readLines } from '../document/lines.ts';
import { makePoll, pairQuestions, startPolls, type Polls } from './make-poll.ts';
import type { SlideFiles } from '../import/importer.ts';
import { withPlan } from '../import/plan/plan-sections.ts';
import { NO_MEMORY, type ReadMemory } from './read-memory.ts';
import { readDraft, type LessonDraft } from './read-draft.ts';
import type { StaffLines } from './staff-sections.ts';
import type { ReadPacks } from '../subjects/read-pack.ts';
import { subjectOf } from '../subjects/subjects.ts';
import { takeHandouts, type LessonHandout } from './take-handouts.ts';
import { subjectProblems } from './subject-problems.ts';
import { withQuickFixes } from './teacher-problems.ts';
import { wholeProblems } from './whole-problems.ts';
import { asWritten, fieldsOf, headingWords, wordsIn } from './written-words.ts';

/** Without packs of a school's own. */
const NO_PACKS: ReadPacks = { packs: [], problems: {} };

/** What is known beside a lesson's text: its school's packs, the files beside it whose slides it shows, by their paths from its folder, and whether it stays a safeguarding lesson whatever its head says. */
export type BesideLesson = {
  readonly packs?: ReadPacks;
  readonly files?: SlideFiles;
  readonly staysSafeguarding?: boolean;
  /** What the lesson is called where no word of it says so; by default as its file is. */
  readonly untitled?: string;
  /** What is remembered of the text's last version. */
  readonly memory?: ReadMemory;
};

/** Reads a lesson from its Markdown. Never throws on what is written there: what can be read is read, and the rest is in `problems`, in the order of the text. */
export function readLesson(
  slug: string,
  text: string,
  {
    packs: school = NO_PACKS,
    files,
    staysSafeguarding = false,
    untitled = slug,
    memory = NO_MEMORY,
  }: BesideLesson = {},
): ReadLesson {
  memory.begin();
  const lines = readLines(text);
  if (text.trim() === '') {
    return {
      lesson: emptyLesson(slug, untitled),
      problems: [
        {
          code: 'empty-lesson',
          severity: 'error',
          line: 1,
          column: 1,
          message: 'Cannot read this lesson: the file is empty',
        },
      ],
    };
  }
  const { rest, handouts, problems: handoutProblems } = takeHandouts(text);
  const draft = readDraft(handouts.length === 0 ? lines : readLines(rest), { files, memory });
  // The name in a plan's label is asked apart, since it opens nothing that would be asked about.
  const { subjectName } = draft.front;
  const { subjectName: _, ...front } = { ...draft.front, ...withPlan(draft.front, draft.plan) };
  const making = startMaking({ sourceNames: draft.sourceNames, lines, memory });
  const made = draft.blocks.map((block) => makeBlock(making, block));
  const { blocks: paired, questions } = pairQuestions(making.polls, made);
  const blocks = memory.same(nameSlides(paired));
  const { cuts, problems: cutProblems } = matchCuts(front.cuts, blocks);
  const lesson: Lesson = {
    slug,
    ...front,
    subject: subjectOf(subjectName, {
      lines: [...lines, ...linesOf(files)],
      packs: school.packs,
      label: draft.plan.subjectName,
      staysSafeguarding,
    }),
    ...titlesOf(front, blocks, untitled),
    filmTimes: ownTimes(draft),
    cuts,
    staff: makeStaff(making, draft.staff),
    blocks,
    questions,
    fields: fieldsOf(draft, lines),
    handouts,
    pictures: [...making.pictures, ...handouts.flatMap((one) => picturesOn(one))],
  };
  const problems = [
    ...draft.problems,
    ...handoutProblems,
    ...making.problems,
    ...blocks.flatMap(wordProblems),
    ...hiddenSigns(lines, text),
    ...cutProblems,
    ...subjectProblems(subjectName, lesson, school),
    ...wholeProblems({
      lesson,
      stated: front,
      filmLine: draft.filmLine,
      timesLine: draft.filmTimes.line,
      length: text.length,
    }),
  ];
  const press = withQuickFixes(text);
  const placed = problems.map((problem) =>
    withWholeCharacters(press(withinItsLine(titled(problem, lesson.title, untitled), lines))),
  );
  return {
    lesson,
    problems: groupProblems(placed.toSorted((a, b) => a.line - b.line || a.column - b.column)),
  };
}

// What another file says may tell of safeguarding, too.
function linesOf(files: SlideFiles = new Map()): readonly SourceLine[] {
  return [...files.values()].flatMap(readLines);
}

// Of several films each has times of its own, in its film.yaml.
function ownTimes({ front, filmTimes: { from, to, stops } }: LessonDraft): OwnTimes {
  return front.films.length === 1 ? { from, to, stops: Object.fromEntries(stops) } : NO_TIMES;
}

function titlesOf(
  front: Pick<FrontMatter, 'title' | 'boardTitle'>,
  blocks: readonly Block[],
  untitled: string,
): Pick<Lesson, 'title' | 'boardTitle'> {
  const slides = blocks.flatMap((block) => block.slides);
  const title =
    onOneLine(front.title) || slides.find(({ heading }) => heading !== '')?.heading || untitled;
  return {
    title,
    boardTitle: front.boardTitle || slides.find(({ kind }) => kind === 'title')?.heading || title,
  };
}

// They are files like any other’s, and are where the lesson is.
function picturesOn({ line, text }: LessonHandout): Lesson['pictures'] {
  if (!text.includes('![')) return [];
  const lines = readLines(text).map((one) => ({ ...one, line: one.line + line }));
  return parseDocument(lines, { audience: 'paper' }).pictures;
}

// Decks break the lines of their titles.
function onOneLine(title: string): string {
  return title.includes('<br') ? title.replaceAll(/\s*<br\s*\/?>\s*/gi, ' ').trim() : title;
}

// A lesson that says nothing at its head, and takes its title from its first heading, can be taught.
function titled(problem: Problem, title: string, untitled: string): Problem {
  if ((problem.code !== 'no-front-matter' && problem.code !== 'no-title') || title === untitled) {
    return problem;
  }
  const more =
    problem.code === 'no-title'
      ? 'to call it otherwise, write a line “title: …” at its head'
      : 'to say its title, stage and length, begin it with a line “---”, then “title: …”, “stage: …” and “minutes: …”, then a line “---”';
  return {
    ...problem,
    severity: 'warning',
    message: `This lesson is called “${title.slice(0, 60)}” after its own words: ${more}`,
  };
}

// Of what is words on one line, a heading or a question, only a formula can be wrong.
function wordProblems({ titleNodes, slides }: Block): readonly Problem[] {
  const nodes = slides.flatMap(({ headingNodes, asked }) => [
    ...headingNodes,
    ...(asked?.prompt ?? []),
    ...(asked?.options ?? []).flatMap((option) => option.nodes),
    ...(asked?.explanation ?? []),
  ]);
  return mathsProblems([...titleNodes, ...nodes]);
}

type Making = {
  readonly sourceNames: ReadonlySet<string>;
  /** The whole text, as it is written. */
  readonly lines: readonly SourceLine[];
  readonly memory: ReadMemory;
  readonly problems: Problem[];
  readonly polls: Polls;
  readonly pictures: Lesson['pictures'][number][];
};

function startMaking(known: Pick<Making, 'sourceNames' | 'lines' | 'memory'>): Making {
  const problems: Problem[] = [];
  return { ...known, problems, polls: startPolls(problems), pictures: [] };
}

function makeBlock(making: Making, { title, slides, land, ...block }: DraftBlock): Block {
  const isHeading = block.minutes === null || slides.some(({ line }) => line === block.line);
  const nodes = headingWords(title, block.line, making.lines);
  const made = slides.map((slide) => makeSlide(making, slide)).filter((slide) => slide !== null);
  return {
    ...block,
    id: slugOf(title),
    title: toWords(nodes),
    titleNodes: isHeading ? [] : nodes,
    slides: made,
    landSafely: parse(making, land, 'teacher'),
  };
}

function makeStaff(
  making: Making,
  { hardQuestions, toReview, ...sections }: StaffLines,
): StaffNotes {
  return {
    alternativeTask: parse(making, sections.alternativeTask, 'teacher'),
    hardQuestions: hardQuestions.map(({ question, line, answer }) => {
      const nodes = wordsIn([{ text: question, line }], making.lines);
      return {
        question: toWords(nodes),
        questionNodes: nodes,
        answer: parse(making, answer, 'teacher'),
        line,
      };
    }),
    adaptations: parse(making, sections.adaptations, 'teacher'),
    grouping: parse(making, sections.grouping, 'teacher'),
    toReview: toReview.map(({ reviewer, line, points }) => {
      const nodes = headingWords(reviewer, line, making.lines);
      return {
        reviewer: toWords(nodes),
        reviewerNodes: nodes,
        points: parse(making, points, 'teacher'),
        line,
      };
    }),
  };
}

function makeSlide(making: Making, slide: DraftSlide): Slide | null {
  const { show, line } = slide;
  if (show.kind === 'question') {
    return makePoll(making.polls, slide, {
      fence: show.fence,
      lines: making.lines,
      parse: (lines, audience) => parse(making, lines, audience),
    });
  }
  const body = parse(making, slide.body, 'class');
  const notes = parse(making, slide.notes, 'teacher');
  const headingNodes = headingWords(slide.heading, slide.headingLine, making.lines);
  const heading = toWords(headingNodes);
  const shown = { id: '', line, heading, headingNodes, asked: null, body, notes };
  if (show.kind === 'text' && shown.heading === '' && isEmpty(body)) {
    making.problems.push({
      code: 'empty-slide',
      severity: 'warning',
      line,
      column: 1,
      message: 'This slide shows the class nothing: it needs a heading or words of its own',
    });
  }
  if (show.kind === 'fenced') return fencedSlide(show.as, shown);
  // How many stops there are is known once all are read.
  return show.kind === 'stop' ? { ...shown, ...show, n: 0, of: 0 } : { ...shown, ...show };
}

function parse(
  { sourceNames, lines: all, memory, problems, pictures }: Making,
  lines: readonly SourceLine[],
  audience: Audience,
): Document {
  const parsed = memory.parse(lines, {
    audience,
    sourceNames,
    written: asWritten(lines, all),
  });
  for (const problem of parsed.problems) problems.push(problem);
  for (const picture of parsed.pictures) pictures.push(picture);
  return parsed.document;
}

// Ids that other things rely on are given first; headings take what is left.
function nameSlides(blocks: readonly Block[]): readonly Block[] {
  const [slideId, blockId] = [createIds(), createIds()];
  const slides = blocks.flatMap((block) => block.slides);
  const of = slides.filter(({ kind }) => kind === 'stop').length;
  let [films, stops] = [0, 0];
  const fixed = new Map<Slide, string>();
  for (const slide of slides) {
    if (slide.kind === 'poll') {
      fixed.set(
        slide,
        slideId(`${slide.moment === 'after' ? 'after' : 'question'}-${slide.question}`),
      );
    } else if (slide.kind === 'stop') fixed.set(slide, slideId(`stop-${slide.stop}`));
    else if (slide.kind === 'film') fixed.set(slide, slideId(`film-${(films += 1)}`));
  }
  const named = (slide: Slide): Slide => {
    const id = fixed.get(slide) ?? slideId(slugOf(slide.heading) || 'slide');
    return slide.kind === 'stop' ? { ...slide, id, n: (stops += 1), of } : { ...slide, id };
  };
  return blocks.map((block) => ({
    ...block,
    id: blockId(block.id || 'block'),
    slides: block.slides.map(named),
  }));
}
