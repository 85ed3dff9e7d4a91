import { describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { beforeProblems } from '../../src/site/lesson-before.ts';

const lesson = (follows: string) =>
  readLesson('fair-play-again', `---\ntitle: Again\nfollows: ${follows}\n---\n\n# Again\n`);
const SLUGS = ['fair-play', 'fair-play-again', 'our-coast'];

describe('the lesson that another follows', () => {
  test('is named by its file, and is no mistake where there is one', () => {
    const read = lesson('fair-play');
    expect(read.problems).toEqual([]);
    expect(read.lesson.follows).toEqual(['fair-play']);
    expect(beforeProblems(read.lesson, SLUGS)).toEqual([]);
  });

  test('is warned of at its line where there is none, with the name that was meant', () => {
    expect(beforeProblems(lesson('fair-pley').lesson, SLUGS)).toEqual([
      {
        code: 'unknown-lesson',
        severity: 'warning',
        line: 3,
        column: 10,
        message: '“follows: fair-pley” is left out: there is no such lesson. Is it “fair-play”?',
      },
    ]);
  });

  test('may be one of two, where one story comes in two ways, and only the name that is wrong is warned of', () => {
    const read = lesson('[fair-play, our-cost]');
    expect(read.problems).toEqual([]);
    expect(read.lesson.follows).toEqual(['fair-play', 'our-cost']);
    expect(beforeProblems(read.lesson, SLUGS).map(({ message }) => message)).toEqual([
      '“follows: our-cost” is left out: there is no such lesson. Is it “our-coast”?',
    ]);
  });

  test('is never the lesson itself', () => {
    const [problem] = beforeProblems(lesson('fair-play-again').lesson, SLUGS);
    expect(problem?.message).toContain('a lesson cannot follow itself');
  });

  test('cannot be read from a title or a path', () => {
    for (const name of ['Fair play', 'lessons/fair-play.md', '']) {
      const { problems, lesson: read } = lesson(name);
      expect(read.follows).toEqual([]);
      expect(problems.map(({ code }) => code)).toEqual(['field-type']);
    }
  });
});
