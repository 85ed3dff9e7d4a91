import { styleText } from 'node:util';
import { checkLesson } from './check/check-lesson.ts';
import type { Checked } from './check/checked-file.ts';
import { checkAllHandouts, checkNamedHandouts } from './check/check-handouts.ts';
import { allLessons, findLessons } from './check/find-lessons.ts';
import type { Boards } from './check/measure-boards.ts';
import { HELP, readOptions, type CheckOptions } from './check/options.ts';
import { plainReport, summary } from './check/plain-report.ts';
import { paint, prettyReport, type Look } from './check/pretty-report.ts';
import { placesHere } from './places-here.ts';
import { StartProblem } from '../server/settings.ts';
import { refuse } from './command.ts';

/** Reads the lessons and handouts named (all of `lessons/`, of the school's own and of `handouts/` when none is) and prints what is wrong with each. Exit code 1 on errors, and where something could not be checked. */
export async function check(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if ('wrong' in options) return refuse(`${options.wrong}\n\n${HELP}`);
  if (options.help) return tell(HELP);
  try {
    placesHere();
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return refuse(error.message);
  }
  const { names, board, json } = options;
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  const named =
    names.length > 0
      ? await checkNamedHandouts(names, folder)
      : { checked: await checkAllHandouts(), missing: [], others: [] };
  const lessons = names.length === 0 ? await allLessons() : await findLessons(named.others, folder);
  const [found, missing] = [lessons.found, [...lessons.missing, ...named.missing]];
  for (const sentence of missing) console.error(sentence);
  const boards =
    board && found.length > 0
      ? await (await import('./check/measure-boards.ts')).measureBoards(found)
      : null;
  const all = [
    ...(await Promise.all(
      found.map((one) => checkLesson(one, boards?.problems.get(one.path) ?? null)),
    )),
    ...named.checked,
  ];
  if (json) console.log(JSON.stringify({ files: all.map(({ file }) => file) }, wellFormed, 2));
  else print(all, options);
  if (boards !== null) tellBoards(boards, json);
  const wrong = all.some(({ file }) => file.problems.some(({ severity }) => severity === 'error'));
  return wrong || missing.length > 0 || boards?.failed === true ? 1 : 0;
}

// Half a character, as a file's own name may have it, would make JSON that readers refuse.
function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

function print(all: readonly Checked[], { form }: CheckOptions): void {
  const isPretty = form === 'pretty' || (form === null && process.stdout.isTTY);
  const look: Look = {
    width: Math.max(40, Math.min(process.stdout.columns ?? 80, 100)),
    colours: isPretty && wantsColours(),
  };
  for (const one of all) {
    console.log(isPretty ? `${prettyReport(one, look)}\n` : plainReport(one.file));
  }
  if (all.length > 0) console.log(`${paint(look, 'bold', summary(all.map(({ file }) => file)))}.`);
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
