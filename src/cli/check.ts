import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { slidesOf } from '../lesson/lesson.ts';
import { mediaProblems } from '../server/media-problems.ts';
import type { Problem } from '../text/problem.ts';
import type { CheckedFile } from './check/checked-file.ts';
import { allLessons, findLessons, type Found } from './check/find-lessons.ts';
import { measureBoards, type Boards } from './check/measure-boards.ts';
import { HELP, readOptions, type CheckOptions } from './check/options.ts';
import { plainReport, summary } from './check/plain-report.ts';
import { paint, prettyReport, type Look } from './check/pretty-report.ts';
import { root } from './root.ts';

/** Reads the lessons named (all of `lessons/` when none is) and prints what is wrong with each. Exit code 1 on errors, and where something could not be checked. */
export async function check(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if ('wrong' in options) return refuse(`${options.wrong}\n\n${HELP}`);
  if (options.help) return tell(HELP);
  const { names, board, json } = options;
  const { found, missing } = names.length > 0 ? await findLessons(names, process.env['INIT_CWD'] ?? process.cwd()) : await allLessons();
  for (const sentence of missing) console.error(sentence);
  const boards = board && found.length > 0 ? await measureBoards(found) : null;
  const files = await Promise.all(found.map((one) => checked(one, boards?.problems.get(one.path) ?? [])));
  if (json) console.log(JSON.stringify({ files }, null, 2));
  else await print(files, found, options);
  if (boards !== null) tellBoards(boards, json);
  const wrong = files.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  return wrong || missing.length > 0 || boards?.failed === true ? 1 : 0;
}

async function checked({ name, lesson: { lesson, problems } }: Found, onBoard: readonly Problem[]): Promise<CheckedFile> {
  const all = [...problems, ...(await mediaProblems(lesson, join(root, 'media'))), ...onBoard];
  return {
    file: name,
    slides: slidesOf(lesson).length,
    minutes: lesson.blocks.reduce((sum, block) => sum + (block.minutes ?? 0), 0),
    questions: lesson.questions.length,
    problems: all
      .map(({ code, severity, line, column, message }) => ({ code, severity, line, column, message }))
      .toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}

async function print(files: readonly CheckedFile[], found: readonly Found[], { form }: CheckOptions): Promise<void> {
  const isPretty = form === 'pretty' || (form === null && process.stdout.isTTY);
  const look: Look = { width: Math.max(40, Math.min(process.stdout.columns ?? 80, 100)), colours: isPretty && wantsColours() };
  for (const [at, file] of files.entries()) {
    const text = isPretty ? await readFile(found[at]?.path ?? '', 'utf8').catch(() => '') : '';
    console.log(isPretty ? `${prettyReport(file, text, look)}\n` : plainReport(file));
  }
  if (files.length > 0) console.log(`${paint(look, 'bold', summary(files))}.`);
}

// Node's own rules: NO_COLOR, FORCE_COLOR, and whether this is a terminal.
function wantsColours(): boolean {
  return styleText('bold', ' ', { stream: process.stdout }) !== ' ';
}

function tellBoards({ line, failed }: Boards, json: boolean): void {
  if (failed || json) console.error(line);
  else console.log(line);
}

function tell(sentence: string): number {
  console.log(sentence);
  return 0;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 1;
}
