import { styleText } from 'node:util';
import type { Problem, Severity } from '../../text/problem.ts';
import type { CheckedFile } from './checked-file.ts';
import { printable } from './plain-report.ts';
import { viewSource } from './source-line.ts';
import { wrap } from './wrap.ts';

/** How a report for people is set: its lines are at most `width` long. */
export type Look = { readonly width: number; readonly colours: boolean };

type Style = Parameters<typeof styleText>[0];

const styles: Readonly<Record<Severity, Style>> = { error: ['bold', 'red'], warning: ['bold', 'yellow'], info: ['bold', 'cyan'] };

/** What was found in a file, for people: errors, then warnings, then what may stand and why, each with its line of the lesson. */
export function prettyReport(file: CheckedFile, text: string, look: Look): string {
  const { problems, slides, minutes, questions } = file;
  const head = paint(look, 'bold', file.file);
  if (problems.length === 0) return `${head}\n  Nothing to put right (${slides} slides, ${minutes} minutes, ${questions} questions).`;
  const lines = text.split(/\r\n|\r|\n/);
  const part = (severity: Severity) => problems.filter((problem) => problem.severity === severity).map((problem) => finding(problem, lines, look));
  const stands = part('info');
  const pardoned = stands.length === 0 ? [] : [`  ${paint(look, 'bold', 'May stand, for a reason')}`, ...stands];
  return [head, ...part('error'), ...part('warning'), ...pardoned].join('\n\n');
}

function finding(problem: Problem, lines: readonly string[], look: Look): string {
  const { line, column, severity, code, message } = problem;
  const word = severity === 'info' ? 'stands' : severity;
  const head = `  ${paint(look, styles[severity], word)} ${paint(look, 'dim', `${code}, line ${line}`)}`;
  const told = wrap(printable(message), look.width - 4).map((words) => `    ${words}`);
  const gutter = ' '.repeat(String(line).length + 4);
  const source = viewSource(lines, { line, column }, look.width - gutter.length - 3);
  if (source === null) return [head, ...told].join('\n');
  const bar = paint(look, 'dim', '|');
  return [
    head,
    ...told,
    `    ${paint(look, 'dim', String(line))} ${bar} ${source.line}`,
    `${gutter} ${bar} ${' '.repeat(source.before)}${paint(look, styles[severity], '^')}`,
  ].join('\n');
}

/** Words in a style where colours are wanted. */
export function paint({ colours }: Look, style: Style, words: string): string {
  return colours ? styleText(style, words, { validateStream: false }) : words;
}
