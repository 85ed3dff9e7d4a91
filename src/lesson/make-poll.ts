import type { Question, SourceLine } from '../poll/question.ts';
import { kindOf } from '../questions/kinds.ts';
import { readQuestion, type ReadQuestion } from '../questions/read-question.ts';
import type { Problem } from '../text/problem.ts';
import type { DraftSlide } from './draft.ts';
import { AFTER } from './fences.ts';
import type { Block, Slide } from './lesson.ts';
import type { Part } from './part.ts';
import { plainText } from './slide.ts';

/** The questions of a lesson while its slides are made. */
export type Polls = {
  /** By their names, in the order they are asked. */
  readonly questions: Map<string, Question>;
  readonly problems: Problem[];
  /** The names of those asked once more, by `::: after`. */
  readonly again: Set<string>;
  /** Those that say they are asked before and after, and the line they say it on. */
  readonly before: { readonly id: string; readonly line: number; readonly column: number }[];
};

type Fence = Part & { readonly type: 'open' };
type Render = (lines: readonly SourceLine[]) => string;

/** No questions yet; mistakes go to `problems`. */
export function startPolls(problems: Problem[]): Polls {
  return { questions: new Map(), problems, again: new Set(), before: [] };
}

/** The slide of a question, or of one that is asked again; null where there is nothing to show. */
export function makePoll(polls: Polls, slide: DraftSlide, { fence, render }: { readonly fence: Fence; readonly render: Render }): Slide | null {
  return fence.word === AFTER ? makeAgain(polls, slide, { fence, render }) : makeFirst(polls, slide, { fence, render });
}

/** The blocks and questions, once it is known which questions are asked before and after. */
export function pairQuestions(
  polls: Polls,
  blocks: readonly Block[],
): { readonly blocks: readonly Block[]; readonly questions: readonly Question[] } {
  for (const { id, line, column } of polls.before) {
    if (polls.again.has(id)) continue;
    const message = `“${id}” says that it is asked before and after: it needs a line “::: ${AFTER} ${id}” further down, and “:::”`;
    polls.problems.push({ code: 'no-after', severity: 'warning', line, column, message });
  }
  const isFirst = (slide: Slide) => slide.kind === 'poll' && slide.moment === 'once' && polls.again.has(slide.question);
  const paired = (slide: Slide): Slide => (slide.kind === 'poll' && isFirst(slide) ? { ...slide, moment: 'before' } : slide);
  return {
    blocks: blocks.map((block) => ({ ...block, slides: block.slides.map(paired) })),
    questions: [...polls.questions.values()].map((question) => (polls.again.has(question.id) ? { ...question, paired: true } : question)),
  };
}

function makeFirst(polls: Polls, slide: DraftSlide, { fence, render }: { readonly fence: Fence; readonly render: Render }): Slide {
  const { word, words, line, column } = fence;
  const kind = kindOf(word);
  if (kind === undefined) throw new TypeError(`No kind of question is called ${word}`);
  const read = readQuestion({ kind: word, words, line, column, lines: slide.body }, kind, plainText);
  const { question, isBefore, problems } = read;
  const notes = render(slide.notes);
  for (const problem of problems) polls.problems.push(problem);
  if (question === null) return unasked(read, { line, notes, render });
  if (polls.questions.has(question.id)) {
    refuse(polls, fence, { code: 'duplicate-question', message: `Cannot ask two questions called “${question.id}”: each needs a name of its own` });
    return unasked(read, { line, notes, render });
  }
  polls.questions.set(question.id, question);
  if (isBefore) polls.before.push({ id: question.id, line, column });
  return { id: '', line, heading: question.prompt, body: '', notes, kind: 'poll', question: question.id, moment: 'once' };
}

type Left = { readonly line: number; readonly notes: string; readonly render: Render };

// A question that cannot be asked stays on the board as text: nothing that was written is lost. A myth never stands there as if the lesson said so.
function unasked({ outline: { prompt, options }, isStatement }: ReadQuestion, { line, notes, render }: Left): Slide {
  const list = options.filter(({ text }) => text !== '').map(({ text }) => ({ text: `- ${text.replaceAll(/[^\p{L}\p{N} ]/gu, '\\$&')}`, line }));
  const heading = isStatement ? `Myth or fact? ${prompt}`.trim() : prompt;
  return { id: '', line, heading, body: render(list), notes, kind: 'text' };
}

function makeAgain(polls: Polls, slide: DraftSlide, { fence, render }: { readonly fence: Fence; readonly render: Render }): Slide | null {
  const { words, line } = fence;
  const [id = ''] = words;
  const question = polls.questions.get(id);
  for (const stray of slide.body.filter(({ text }) => text.trim() !== '')) {
    const message = `“${stray.text.trim().slice(0, 60)}” is not shown: a question that is asked again keeps its words, and only notes may stand here`;
    polls.problems.push({ code: 'stray-text', severity: 'warning', line: stray.line, column: 1, message });
  }
  const cannot = `Cannot ask ${id === '' ? 'a question' : `“${words.join(' ').slice(0, 60)}”`} again`;
  if (question === undefined || words.length > 1) {
    refuse(polls, fence, { code: 'no-before', message: `${cannot}: it needs the name of one question further up, as in “::: ${AFTER} my-question”` });
    return null;
  }
  if (polls.again.has(id)) {
    refuse(polls, fence, { code: 'second-after', message: `${cannot}: it is asked twice already, it needs to be once before and once after` });
    return null;
  }
  polls.again.add(id);
  return { id: '', line, heading: question.prompt, body: '', notes: render(slide.notes), kind: 'poll', question: id, moment: 'after' };
}

function refuse(polls: Polls, { line, column }: Fence, { code, message }: Pick<Problem, 'code' | 'message'>): void {
  polls.problems.push({ code, severity: 'error', line, column, message });
}
