import { PASS, readAnswer, writeAnswer, type Answer } from '../../poll/answer.ts';
import type { SourceLine } from '../../document/source-line.ts';
import type { Option, QuestionOutline, QuestionHead } from '../../poll/question.ts';
import { emptyOption, letteredOption, strayText } from '../option-lines.ts';
import { sortLines } from '../question-lines.ts';
import { shuffle } from '../shuffle.ts';
import type { QuestionKind } from '../question-kind.ts';

// Two to five things to put in order. What a knowledge question writes is right, and is shown in another order:
//
//   ::: order telling knowledge          ::: order easiest character
//   What happens when Sam tells?         What would be easiest for Sam?
//   1. An adult listens                  - Tell a friend
//   2. The adult tells the lead          - Tell a teacher
//   3. Sam is asked what should happen   - Write it down
//   :::                                  :::

/** A question whose answer is all of its options in an order. */
export const order: QuestionKind = {
  picks: 'order',
  marks: 'order',
  tag: null,
  words: [],
  outline,
  accept,
  insert: {
    name: 'Order',
    about: 'Put things in the right order',
    icon: 'list',
    text: (id) =>
      `::: order ${id} knowledge\n‹What comes first?›\n\n1. First\n2. Then\n3. Last\n:::\n`,
  },
  form: {
    promptLabel: 'Question',
    answers: 'in order',
    abouts: ['knowledge', 'character', 'view'],
  },
};

// Ids and letters go by the places in which things are shown, so that they tell nothing of what is right.
function outline(lines: readonly SourceLine[], { tag }: QuestionHead): QuestionOutline {
  const { prompt, items, explanation, stray } = sortLines(lines, readItem);
  const problems = [
    ...items.filter(({ text }) => text === '').map(emptyOption),
    ...stray.map((one) => strayText(one, WANTED)),
  ];
  const written = items.map(({ text }) => text);
  // Where it can't be read what the question is about, the order written may be the answer.
  const isAnswer = tag === 'knowledge' || tag === undefined;
  const places = isAnswer ? shuffle(written) : written.map((_, at) => at);
  const options = places.map((place, at) => letteredOption(items[place]?.lines ?? [], at));
  const right = isAnswer ? written.map((_, place) => options[places.indexOf(place)]?.id ?? '') : [];
  return { prompt, options, right, wrong: [], explanation, problems };
}

const WANTED = 'what is put in order starts with “1.” or “-”, an explanation with “>”';

function readItem(line: string): { readonly text: string } | undefined {
  const [found, text = ''] = /^(?:[-*+]|\d{1,3}[.)])(?:[ \t]+(.*))?$/.exec(line) ?? [];
  return found === undefined ? undefined : { text: text.trim() };
}

function accept(
  { options }: { readonly options: readonly Option[] },
  answer: unknown,
): Answer | undefined {
  if (typeof answer !== 'string') return undefined;
  const ids = readAnswer(answer);
  if (ids === null) return PASS;
  const isWhole = ids.length === options.length && options.every(({ id }) => ids.includes(id));
  return isWhole ? writeAnswer(ids) : undefined;
}
