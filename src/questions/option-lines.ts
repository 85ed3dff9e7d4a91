import type { SourceLine } from '../document/source-line.ts';
import type { OptionOutline, QuestionHead, QuestionOutline } from '../poll/question.ts';
import type { Problem } from '../document/problem.ts';
import { sortLines } from './question-lines.ts';
import { shuffle } from './shuffle.ts';

const IDS = 'abcdefghijklmnopqrstuvwxyz';

/** Behind a question's name: its options are asked in another order than they are written, the same for the class and on paper. */
export const SHUFFLE = 'shuffle';

/** Reads a question whose options are a list, `- None` or `- [x] Everyone`. */
export function outlineOptions(
  lines: readonly SourceLine[],
  { words }: Pick<QuestionHead, 'words'>,
): QuestionOutline {
  const { prompt, items: written, explanation, stray } = sortLines(lines, readOptionLine);
  const items = words.includes(SHUFFLE) ? shuffled(written) : written;
  const problems = [
    ...items.filter(({ text }) => text === '').map(emptyOption),
    ...stray.map((one) => strayText(one, 'an option starts with “-”, an explanation with “>”')),
  ];
  const options = items.map((item, at) => letteredOption(item.lines, at));
  const marked = (box: 'right' | 'wrong') =>
    options.filter((_, at) => items[at]?.box === box).map(({ id }) => id);
  return {
    prompt,
    options,
    right: marked('right'),
    wrong: marked('wrong'),
    explanation,
    problems,
  };
}

function shuffled<Item extends { readonly text: string }>(items: readonly Item[]): readonly Item[] {
  return shuffle(items.map(({ text }) => text)).flatMap((place) => items[place] ?? []);
}

/** The option in this place, from 0: `a` on the wire and A on its disc. */
export function letteredOption(lines: readonly SourceLine[], at: number): OptionOutline {
  const id = IDS[at] ?? `z${at}`;
  return { id, label: id.toUpperCase(), lines };
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
): { readonly text: string; readonly box: 'right' | 'wrong' | null } | undefined {
  const [, box, text] = /^[-*+](?:[ \t]*\[([ xX]?)\](?!\())?(?:(?<=\])|[ \t]+|$)(.*)$/.exec(
    line,
  ) ?? [null, undefined, null];
  if (text === null) return undefined;
  const isTicked = box === 'x' || box === 'X';
  return {
    text: (text ?? '').trim(),
    box: box === undefined ? null : isTicked ? 'right' : 'wrong',
  };
}
