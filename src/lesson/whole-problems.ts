import type { Problem } from '../text/problem.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Block, Lesson } from './lesson.ts';

/** A lesson once it is read, what its head states, the line of its first `::: film`, and its length in characters. */
export type Whole = { readonly lesson: Lesson; readonly stated: FrontMatter; readonly filmLine: number | null; readonly length: number };

/** More than a lesson ever needs, in characters. */
const LONGEST = 1_000_000;

/** What is wrong with a lesson as a whole. */
export function wholeProblems({ lesson, stated, filmLine, length }: Whole): readonly Problem[] {
  const problems: Problem[] = [];
  const tell = (problem: Pick<Problem, 'code' | 'severity' | 'message'>, line = 1) => problems.push({ ...problem, line, column: 1 });
  if (!lesson.blocks.some(({ slides }) => slides.length > 0)) {
    tell({
      code: 'no-slides',
      severity: 'error',
      message: 'Cannot teach this lesson: it has no slides, it needs headings such as “# Welcome” or “### What we agree” below its fields',
    });
  }
  if (length > LONGEST) {
    tell({ code: 'too-long', severity: 'error', message: `Cannot teach a lesson of ${length} characters: it needs at most ${LONGEST}` });
  }
  if (filmLine !== null && stated.films.length === 0) {
    tell(
      {
        code: 'film-not-named',
        severity: 'error',
        message: 'Cannot play a film here: the lesson names none, it needs a line “films: [my-film]” at its head',
      },
      filmLine,
    );
  }
  if (filmLine === null && stated.films.length > 0) {
    tell({ code: 'film-not-shown', severity: 'warning', message: 'This lesson names a film, but no slide shows it: it needs “::: film”' });
  }
  const sums = minutesOf(lesson.blocks);
  if (stated.minutes !== null && sums !== null && sums.all !== stated.minutes && sums.core !== stated.minutes) {
    const total = sums.all === sums.core ? `${sums.all} minutes` : `${sums.core} minutes, ${sums.all} with the optional ones`;
    tell({ code: 'minutes-sum', severity: 'warning', message: `The blocks come to ${total}; the lesson says ${stated.minutes}` });
  }
  return problems;
}

function minutesOf(blocks: readonly Block[]): { readonly all: number; readonly core: number } | null {
  const timed = blocks.flatMap(({ minutes, optional }) => (minutes === null ? [] : [{ minutes, optional }]));
  const sum = (some: typeof timed) => some.reduce((total, { minutes }) => total + minutes, 0);
  return timed.length === 0 ? null : { all: sum(timed), core: sum(timed.filter(({ optional }) => !optional)) };
}
