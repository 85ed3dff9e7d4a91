import { styleText } from 'node:util';
import { lineToWrite, type Problem, type Severity } from '../../document/problem.ts';
import type { ReadyItem } from '../../outputs/plan/ready.ts';
import { parseProblemMessage } from '../../document/problem-message.ts';
import type { Checked } from './checked-file.ts';
import { printable } from './plain-report.ts';
import { viewSource } from './source-line.ts';

/** How a report for people is set: its lines are at most `width` long. */
export type Look = { readonly width: number; readonly colours: boolean };

type Style = Parameters<typeof styleText>[0];

const styles: Readonly<Record<Severity, Style>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: ['bold', 'cyan'],
};

/** What was found in a file, for people: errors, then warnings, then what may stand and why, each with its line of the lesson; and what it still needs before it is taught. */
export function prettyReport({ file, text, ready }: Checked, look: Look): string {
  const { problems, slides, minutes, questions } = file;
  const head = paint(look, 'bold', file.file);
  const lines = text.split(/\r\n|\r|\n/);
  const part = (severity: Severity) =>
    problems
      .filter((problem) => problem.severity === severity)
      .map((problem) => finding(problem, lines, look));
  const stands = part('info');
  const found = [
    ...part('error'),
    ...part('warning'),
    ...titled('Allowed, with a reason', stands, look),
  ];
  const nothing =
    problems.length === 0
      ? [
          slides === 0
            ? '  No errors.'
            : `  No errors (${slides} slides, ${minutes} minutes, ${questions} questions).`,
        ]
      : [];
  return [
    head,
    ...nothing,
    ...found,
    ...titled('Before you teach', readyReport(ready, look), look),
  ].join('\n\n');
}

function titled(title: string, parts: readonly string[], look: Look): readonly string[] {
  return parts.length === 0 ? [] : [`  ${paint(look, 'bold', title)}`, ...parts];
}

const readyWords: Readonly<Record<ReadyItem['state'], readonly [word: string, style: Style]>> = {
  ready: ['ok', ['bold', 'green']],
  look: ['look', ['bold', 'yellow']],
  todo: ['to do', ['bold', 'red']],
};

function readyReport(items: readonly ReadyItem[], look: Look): readonly string[] {
  const rows = items.map(({ name, state, found, todo }) => {
    const [word, style] = readyWords[state];
    const words = wrap(printable([found, todo].filter(Boolean).join('. ')), look.width - 21);
    return `  ${paint(look, style, word.padEnd(6))} ${name.padEnd(10)}  ${words.join(`\n${' '.repeat(21)}`)}`;
  });
  return rows.length === 0 ? [] : [rows.join('\n')];
}

function finding(problem: Problem, lines: readonly string[], look: Look): string {
  const { line, column, severity, code, message, fixes = [] } = problem;
  const word = severity === 'info' ? 'allowed' : severity;
  const head = `  ${paint(look, styles[severity], word)} ${paint(look, 'dim', `${code}, line ${line}`)}`;
  const { found, todo, reason } = parseProblemMessage(printable(message));
  const why = reason === '' ? [] : wrap(`The reason given: ${reason}`, look.width - 4);
  const paragraph = [
    ...wrap(`${found}. ${todo}`.replace(/[. ]+$/, ''), look.width - 4),
    ...why,
    ...fixes.map((fix) => `${fix.label}: ${printable(lineToWrite(fix))}`),
  ].map((words) => `    ${words}`);
  const gutter = ' '.repeat(String(line).length + 4);
  const source = viewSource(lines, { line, column }, look.width - gutter.length - 3);
  if (source === null) return [head, ...paragraph].join('\n');
  const bar = paint(look, 'dim', '|');
  const shown = `    ${paint(look, 'dim', String(line))} ${bar} ${source.line}`;
  return [
    head,
    ...paragraph,
    shown,
    `${gutter} ${bar} ${' '.repeat(source.before)}${paint(look, styles[severity], '^')}`,
  ].join('\n');
}

/** Words in a style where colours are wanted. */
export function paint({ colours }: Look, style: Style, words: string): string {
  return colours ? styleText(style, words, { validateStream: false }) : words;
}

/** Words in lines of at most this many letters; a longer word has a line of its own. */
export function wrap(words: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) lines.push(line);
    line = line !== '' && longer.length > width ? word : longer;
  }
  return [...lines, line];
}
