import { basename, dirname, join, resolve } from 'node:path';
import { slidesOf } from '../lesson/lesson.ts';
import { openLessons, type LessonFile } from '../server/lessons.ts';
import { mediaProblems } from '../server/media-problems.ts';
import { writeProblem, type Problem } from '../text/problem.ts';
import { root } from './root.ts';

/** What `npm run check -- --json` says of one file. `minutes` is the sum of the blocks' minutes. */
type CheckedFile = {
  readonly file: string;
  readonly slides: number;
  readonly minutes: number;
  readonly questions: number;
  readonly problems: readonly Problem[];
};

/** A lesson as it is named on the command line; null when there is no such file. */
type Named = { readonly name: string; readonly lesson: LessonFile | null };

/** Reads the lessons named (all of `lessons/` when none is) and prints what is wrong with each, or all of it as JSON. Exit code 1 on errors. */
export async function check(args: readonly string[]): Promise<number> {
  const names = args.filter((word) => !word.startsWith('-'));
  const found = names.length > 0 ? await Promise.all(names.map(findLesson)) : await allLessons();
  if (found.length === 0) console.error('There is no lesson to check: put one into lessons/, such as lessons/my-lesson.md.');
  for (const { name, lesson } of found) {
    if (lesson === null) console.error(`Cannot check ${name}: there is no such lesson, it needs a file with a name such as my-lesson.md.`);
  }
  const there = found.flatMap(({ name, lesson }) => (lesson === null ? [] : [checked(name, lesson)]));
  const files = await Promise.all(there);
  if (args.includes('--json')) console.log(JSON.stringify({ files }, null, 2));
  else for (const file of files) console.log(report(file));
  const wrong = files.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  return wrong || files.length < Math.max(found.length, 1) ? 1 : 0;
}

async function allLessons(): Promise<readonly Named[]> {
  const lessons = await openLessons(join(root, 'lessons')).all();
  return lessons.map((lesson) => ({ name: `lessons/${lesson.slug}.md`, lesson }));
}

async function findLesson(name: string): Promise<Named> {
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
  return { name, lesson: path.endsWith('.md') ? await openLessons(dirname(path)).one(basename(path, '.md')) : null };
}

async function checked(file: string, { lesson, problems }: LessonFile): Promise<CheckedFile> {
  const all = [...problems, ...(await mediaProblems(lesson, join(root, 'media')))];
  return {
    file,
    slides: slidesOf(lesson).length,
    minutes: lesson.blocks.reduce((sum, block) => sum + (block.minutes ?? 0), 0),
    questions: lesson.questions.length,
    problems: all
      .map(({ code, severity, line, column, message }) => ({ code, severity, line, column, message }))
      .toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}

function report({ file, slides, minutes, questions, problems }: CheckedFile): string {
  if (problems.length === 0) return `${file}: nothing to put right (${slides} slides, ${minutes} minutes, ${questions} questions)`;
  return problems.map((problem) => `${file}:${writeProblem(problem)}`).join('\n');
}
