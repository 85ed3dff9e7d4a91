// From 1 to 5, with words for both ends:
//
//   ::: scale sure confidence
//   How sure are you that you could help a friend find support?
//   1: Not at all sure
//   5: Very sure
//   :::
import type { SourceLine } from '../../document/source-line.ts';
import type { QuestionOutline } from '../../poll/question.ts';
import type { Problem } from '../../document/problem.ts';
import { acceptOption } from '../accept-option.ts';
import type { Look } from '../look.ts';
import { sortLines } from '../question-lines.ts';
import type { QuestionKind } from '../question-kind.ts';

const STEPS = ['1', '2', '3', '4', '5'];

/** A question answered on five steps. */
export const scale: QuestionKind = {
  picks: 'one',
  marks: 'none',
  tag: null,
  words: [],
  outline,
  accept: acceptOption,
  insert: {
    name: 'Scale',
    about: 'From 1 to 5, for how sure people are',
    icon: 'minus',
    text: (id) =>
      `::: scale ${id} confidence\n‹How sure are you?›\n1: Not at all sure\n5: Very sure\n:::\n`,
  },
  form: { promptLabel: 'Question', answers: 'ends', abouts: ['confidence', 'view', 'character'] },
};

/** Steps side by side, with words below both ends. */
export const scaleLook: Partial<Look> = { list: 'scale', listHeight: 110 + 16 + 2 * 51 };

function outline(lines: readonly SourceLine[]): QuestionOutline {
  const { prompt, items, explanation, stray } = sortLines(lines, readItem);
  const problems: Problem[] = [];
  const words = new Map(items.map(({ step, lines: own }) => [step, own]));
  const firstLine = lines[0]?.line ?? 1;
  for (const end of ['1', '5']) {
    if (words.get(end)?.some(({ text }) => text !== '') ?? false) continue;
    problems.push({
      code: 'scale-end',
      severity: 'error',
      line: firstLine,
      column: 1,
      message: `Cannot read this scale: step ${end} has no words, it needs a line such as “${end}: ${end === '1' ? 'Not at all sure' : 'Very sure'}”`,
    });
  }
  for (const { text, line } of stray) {
    problems.push({
      code: 'stray-text',
      severity: 'warning',
      line,
      column: 1,
      message: `“${text.slice(0, 60)}” is not shown: an end of the scale starts with “1:” or “5:”, an explanation with “>”`,
    });
  }
  const options = STEPS.map((step) => ({ id: step, label: step, lines: words.get(step) ?? [] }));
  return { prompt, options, right: [], wrong: [], explanation, problems };
}

function readItem(line: string): { readonly text: string; readonly step: string } | undefined {
  const [, step, text] = /^(?:[-*+][ \t]+)?([1-5])[ \t]*:(.*)$/.exec(line) ?? [];
  return step === undefined || text === undefined ? undefined : { step, text: text.trim() };
}
