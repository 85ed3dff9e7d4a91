// A statement that is a myth, or a fact:
//
//   ::: myth only-strangers              ::: myth law-under-18 fact
//   Only strangers put people            The law protects everyone
//   under pressure.                      under 18.
//
//   > It is often someone they know.     > It is there to keep them safe.
//   :::                                  :::
import type { SourceLine } from '../../document/source-line.ts';
import type { QuestionOutline, QuestionHead } from '../../poll/question.ts';
import type { Problem } from '../../document/problem.ts';
import { acceptOption } from '../accept-option.ts';
import type { Look } from '../look.ts';
import { letteredOption, readOptionLine, strayText } from '../option-lines.ts';
import { sortLines } from '../question-lines.ts';
import type { QuestionKind } from '../question-kind.ts';

const FACT = 'fact';

/**
 * A statement to call a myth or a fact; it is always a question of knowledge, and its result
 * corrects a myth.
 */
export const myth: QuestionKind = {
  picks: 'one',
  marks: 'said',
  tag: 'knowledge',
  words: [FACT],
  outline,
  accept: acceptOption,
  insert: {
    name: 'Myth or fact',
    about: 'A statement, and what is true',
    icon: 'todo',
    text: (id) => `::: myth ${id}\n‹A statement that is not true.›\n\n> What is true.\n:::\n`,
  },
  form: { promptLabel: 'Statement', answers: 'none', abouts: ['knowledge'] },
};

/** A statement with words above it, so that no one takes it for the lesson's own; it is never shown without what corrects it. */
export const mythLook: Partial<Look> = {
  chip: 'Myth or fact?',
  isStatement: true,
  nameOf: ({ text }) => `a ${text.toLowerCase()}`,
  choice: (name) => `said it’s ${name}`,
  talk: () => 'In pairs: why might someone get this wrong?',
  rightSentence: ([right = '']) => `It is a ${right.toLowerCase()}.`,
};

function outline(
  lines: readonly SourceLine[],
  { tag, words, line }: QuestionHead,
): QuestionOutline {
  const options = ['Myth', 'Fact'].map((text, at) => letteredOption([{ text, line }], at));
  const { prompt, items, explanation, stray } = sortLines(lines, readOptionLine);
  const isFact = words.includes(FACT);
  const wanted = 'a myth has one statement, and an explanation starts with “>”';
  const problems: Problem[] = [...items, ...stray].map((one) => strayText(one, wanted));
  if (tag !== undefined && !isFact && explanation.length === 0) {
    const message =
      'Cannot read this myth: nothing puts it right, it needs a line such as “> What is true is …”';
    problems.push({ code: 'no-explanation', severity: 'error', line, column: 1, message });
  }
  return {
    prompt,
    options,
    right: options.slice(isFact ? 1 : 0, isFact ? 2 : 1).map(({ id }) => id),
    wrong: [],
    explanation,
    problems,
  };
}
