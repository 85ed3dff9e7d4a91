import type { SourceLine } from '../document/source-line.ts';
import type { Option, QuestionOutline } from '../poll/question.ts';
import type { Problem } from '../document/problem.ts';
import { sortLines } from './question-lines.ts';

const IDS = 'abcdefghijklmnopqrstuvwxyz';

/** Reads a question whose options are a list, `- None` or `- [x] Everyone`. */
export function outlineOptions(lines: readonly SourceLine[]): QuestionOutline {
  const { prompt, items, explanation, stray } = sortLines(lines, readOptionLine);
  const problems = [
    ...items.filter(({ text }) => text === '').map(emptyOption),
    ...stray.map((one) => strayText(one, 'an option starts with “-”, an explanation with “>”')),
  ];
  const options = items.map(({ text }, at) => letteredOption(text, at));
  const right = options.filter((_, at) => items[at]?.right === true).map(({ id }) => id);
  return { prompt, options, right, explanation, problems };
}

/** The option in this place, from 0: `a` on the wire and A on its disc. */
export function letteredOption(text: string, at: number): Option {
  const id = IDS[at] ?? `z${at}`;
  return { id, label: id.toUpperCase(), text };
}

/** Said of an option without words. */
export function emptyOption({ line }: { readonly line: number }): Problem {
  return {
    code: 'empty-option',
    severity: 'error',
    line,
    column: 1,
    message: 'Cannot read this option: it is empty, it needs words',
  };
}

/** Said of a line that belongs to nothing; `wanted` says what lines there may be. */
export function strayText({ text, line }: SourceLine, wanted: string): Problem {
  const message = `“${text.slice(0, 60)}” is not shown: ${wanted}`;
  return { code: 'stray-text', severity: 'warning', line, column: 1, message };
}

/** Reads one line of a list, `- None` or `- [x] Everyone`, also without the blanks round the box; undefined for any other line. */
export function readOptionLine(
  line: string,
): { readonly text: string; readonly right: boolean } | undefined {
  const [, box, text] = /^[-*+](?:[ \t]*\[([ xX]?)\](?!\())?(?:(?<=\])|[ \t]+|$)(.*)$/.exec(
    line,
  ) ?? [null, undefined, null];
  return text === null
    ? undefined
    : { text: (text ?? '').trim(), right: box === 'x' || box === 'X' };
}
