import type { Node } from '../document/nodes.ts';
import type { Problem } from '../document/problem.ts';
import { toText } from '../document/to-text.ts';
import { allOf } from '../document/visit.ts';
import type { FrontMatter } from './head-fields.ts';
import type { Lesson } from './lesson.ts';
import { placeOfField } from './place-of-field.ts';

/** A lesson once it is read, what its head states, the lines of its first `::: film` and of the first time it gives to it, and its length in characters. */
export type Whole = {
  readonly lesson: Lesson;
  readonly stated: Pick<FrontMatter, 'films'>;
  readonly filmLine: number | null;
  readonly timesLine: number | null;
  readonly length: number;
};

/** More than a lesson ever needs, in characters. */
const LONGEST = 1_000_000;

/** What is wrong with a lesson as a whole. */
export function wholeProblems({
  lesson,
  stated,
  filmLine,
  timesLine,
  length,
}: Whole): readonly Problem[] {
  const problems: Problem[] = [];
  const tell = (problem: Pick<Problem, 'code' | 'severity' | 'message'>, line = 1) =>
    problems.push({ ...problem, line, column: 1 });
  if (!lesson.blocks.some(({ slides }) => slides.length > 0)) {
    tell({
      code: 'no-slides',
      severity: 'error',
      message:
        'Cannot teach this lesson: it has no slides, it needs headings such as “# Welcome” or “### What we agree” below its fields',
    });
  }
  if (length > LONGEST) {
    tell({
      code: 'too-long',
      severity: 'error',
      message: `Cannot teach a lesson of ${length} characters: it needs at most ${LONGEST}`,
    });
  }
  if (filmLine !== null && stated.films.length === 0) {
    tell(
      {
        code: 'film-not-named',
        severity: 'error',
        message:
          'Cannot play a film here: the lesson names none, it needs a line “films: [my-film]” at its head',
      },
      filmLine,
    );
  }
  if (timesLine !== null && stated.films.length > 1) {
    const films = stated.films.slice(0, 3).map((film) => `media/${film}/film.yaml`);
    const message = `Cannot time the film here: the lesson names ${stated.films.length} films, and each has times of its own. They need to be in ${films.join(' and ')}, or the lesson needs to name one film`;
    tell({ code: 'film-times', severity: 'error', message }, timesLine);
  }
  if (filmLine === null && stated.films.length > 0) {
    tell(
      {
        code: 'film-not-shown',
        severity: 'warning',
        message: 'This lesson names a film, but no slide shows it: it needs “::: film”',
      },
      placeOfField(lesson, 'films', 'film').line,
    );
  }
  for (const { line, message } of rightFirst(lesson)) {
    tell({ code: 'right-first', severity: 'warning', message }, line);
  }
  for (const { line, message } of timersTooLong(lesson)) {
    tell({ code: 'timer-minutes', severity: 'warning', message }, line);
  }
  return problems;
}

/** Fewer questions than this may have their right answer first by chance. */
const ENOUGH = 3;

// Pupils soon see that it is always A.
function rightFirst({ questions, blocks }: Lesson): readonly Advice[] {
  const picked = questions.filter(({ tag, picks }) => tag === 'knowledge' && picks === 'one');
  const isFirst = (question: Lesson['questions'][number]) =>
    question.tag === 'knowledge' && question.right[0] === question.options[0]?.id;
  const asked = picked.filter(({ kind }) => kind === 'choice');
  if (asked.length < ENOUGH || !asked.every(isFirst)) return [];
  const slides = blocks.flatMap((block) => block.slides);
  const first = slides.find((one) => one.kind === 'poll' && one.question === asked[0]?.id);
  const message = `The right answer is the first of its options in all ${asked.length} questions: “shuffle” behind a question’s name asks them in another order, “::: choice my-question knowledge shuffle”`;
  return [{ line: first?.asked?.line ?? first?.line ?? 1, message }];
}

type Advice = Pick<Problem, 'line' | 'message'>;

// A block's timers are part of its minutes.
function timersTooLong({ blocks }: Lesson): readonly Advice[] {
  return blocks.flatMap(({ title, minutes, line, slides }) => {
    const clocks = slides.flatMap(({ body }) => allOf(body, 'timerClock').map(secondsOf));
    const timed = Math.ceil(clocks.reduce((sum, seconds) => sum + seconds, 0) / 60);
    if (minutes === null || timed <= minutes) return [];
    const message = `The timers of “${title.slice(0, 60)}” take ${timed} minutes, and it has ${minutes}`;
    return [{ line, message }];
  });
}

function secondsOf(clock: Node): number {
  const [minutes = 0, seconds = 0] = toText(clock).split(':').map(Number);
  return minutes * 60 + seconds;
}
