import type { Problem } from '../document/problem.ts';
import type { FrontMatter } from './head-fields.ts';
import type { Lesson } from './lesson.ts';

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
    const message = `Cannot time the film here: the lesson names ${stated.films.length} films, and each has times of its own. They need to stand in ${films.join(' and ')}, or the lesson needs to name one film`;
    tell({ code: 'film-times', severity: 'error', message }, timesLine);
  }
  if (filmLine === null && stated.films.length > 0) {
    tell({
      code: 'film-not-shown',
      severity: 'warning',
      message: 'This lesson names a film, but no slide shows it: it needs “::: film”',
    });
  }
  return problems;
}
