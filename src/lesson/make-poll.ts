import { emptyDocument, isEmpty, type Audience, type Document } from '../document/nodes.ts';
import { asOurs } from '../document/parse.ts';
import { toWords } from '../document/to-text.ts';
import { LINE_END } from '../document/token-nodes.ts';
import type { SourceLine } from '../document/source-line.ts';
import type { Picks, Question } from '../poll/question.ts';
import { kinds } from '../questions/kinds.ts';
import { readQuestion, type ReadQuestion } from '../questions/read-question.ts';
import type { Problem } from '../document/problem.ts';
import { withoutAnswerBoxes } from './answer-boxes.ts';
import type { DraftSlide, FenceLine, QuestionFence } from './draft.ts';
import { AFTER, type QuestionWord } from './fences.ts';
import { createIds } from '../text/ids.ts';
import type { Block, Slide } from './lesson.ts';
import { headingWords, wordsIn } from './written-words.ts';

/** The questions of a lesson while its slides are made. */
export type Polls = {
  /** By their names, in the order they are asked. */
  readonly questions: Map<string, Question>;
  readonly problems: Problem[];
  /** A name that is taken gets a number, so that no question is lost. */
  readonly nextId: (wanted: string) => string;
  /** The names of those asked once more, by `::: after`. */
  readonly again: Set<string>;
  /** Those that say they are asked before and after, and the line they say it on. */
  readonly before: { readonly id: string; readonly line: number; readonly column: number }[];
};

type Fence = QuestionFence;

/** How a slide's lines become words: `lines` are all of the lesson's, as they are written. */
type Parsing = {
  readonly lines: readonly SourceLine[];
  readonly parse: (lines: readonly SourceLine[], audience: Audience) => Document;
};

/** No questions yet; mistakes go to `problems`. */
export function startPolls(problems: Problem[]): Polls {
  return { questions: new Map(), problems, nextId: createIds(), again: new Set(), before: [] };
}

/** The slide of a question, or of one that is asked again; null where there is nothing to show. */
export function makePoll(
  polls: Polls,
  slide: DraftSlide,
  { fence, ...parsing }: { readonly fence: Fence } & Parsing,
): Slide | null {
  const { word, ...line } = fence;
  return word === AFTER
    ? makeAgain(polls, slide, { fence: line, ...parsing })
    : makeFirst(polls, slide, { word, fence: line, ...parsing });
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
  const isFirst = (slide: Slide) =>
    slide.kind === 'poll' && slide.moment === 'once' && polls.again.has(slide.question);
  const paired = (slide: Slide): Slide =>
    slide.kind === 'poll' && isFirst(slide) ? { ...slide, moment: 'before' } : slide;
  return {
    blocks: blocks.map((block) => ({ ...block, slides: block.slides.map(paired) })),
    questions: [...polls.questions.values()].map((question) =>
      polls.again.has(question.id) ? { ...question, paired: true } : question,
    ),
  };
}

type First = Parsing & {
  readonly word: Exclude<QuestionWord, typeof AFTER>;
  readonly fence: FenceLine;
};

function makeFirst(polls: Polls, slide: DraftSlide, { word, fence, ...parsing }: First): Slide {
  const { words, line, column } = fence;
  const headingNodes = headingWords(slide.heading, slide.headingLine, parsing.lines);
  const source = {
    kind: word,
    words,
    line,
    column,
    heading: toWords(headingNodes),
    lines: slide.body,
  };
  const read = readQuestion(source, kinds[word], (some) => wordsIn(some, parsing.lines));
  const written = { headingNodes, asked: read.nodes };
  const { isBefore } = read;
  // Of a misspelt fence one thing is wrong, and that is known.
  const unread = { slide, picks: kinds[word].picks, written, ...parsing };
  if (fence.misspelt) return unasked(read, unread);
  for (const problem of read.problems) polls.problems.push(problem);
  if (read.question === null) return unasked(read, unread);
  const question = { ...read.question, id: polls.nextId(read.question.id) };
  if (question.id !== read.question.id) {
    const message = `Cannot ask two questions called “${read.question.id}”: each needs a name of its own, such as “${question.id}”`;
    refuse(polls, fence, { code: 'duplicate-question', message });
  }
  polls.questions.set(question.id, question);
  if (isBefore) polls.before.push({ id: question.id, line, column });
  return {
    id: '',
    line: slide.line,
    heading: question.prompt,
    ...written,
    body: emptyDocument('class'),
    notes: parsing.parse(slide.notes, 'teacher'),
    kind: 'poll',
    question: question.id,
    moment: 'once',
  };
}

/** What the class reads below a question that cannot be asked. */
const NOT_READY = 'This question isn’t ready to be answered yet.';

type Unasked = Parsing & {
  readonly slide: DraftSlide;
  readonly picks: Picks;
  readonly written: Pick<Slide, 'headingNodes' | 'asked'>;
};

// A question that cannot be asked still looks like one, with its letters and without its answer; a mark on it says so. A myth never looks like what the lesson teaches.
function unasked(
  { outline, isStatement }: ReadQuestion,
  { slide, picks, written, parse }: Unasked,
): Slide {
  const { line } = slide;
  const { options, right, explanation } = outline;
  const prompt = withoutAnswerBoxes(outline.prompt);
  const asLines = (texts: readonly string[]) => texts.map((text) => ({ text, line }));
  const list = options
    .filter(({ text }) => text !== '')
    .map(({ label, text }) => `- **${label}** ${literal(withoutAnswerBoxes(text))}`);
  const labels = right.map((id) => options.find((option) => option.id === id)?.label ?? '');
  const answer =
    labels.length === 0 || isStatement
      ? []
      : ['', `${picks === 'order' ? 'The right order' : 'Marked right'}: ${labels.join(', ')}.`];
  const words = explanation === '' ? [] : ['', `Its explanation: ${literal(explanation)}`];
  return {
    id: '',
    line,
    heading: isStatement ? `Myth or fact? ${prompt}`.trim() : prompt,
    ...written,
    body: ours(parse(asLines([...list, '', `*${NOT_READY}*`]), 'class')),
    notes: joined(
      parse(slide.notes, 'teacher'),
      ours(
        parse(
          asLines([
            'This question can’t be a poll yet: check the lesson to see why.',
            ...answer,
            ...words,
          ]),
          'teacher',
        ),
      ),
    ),
    kind: 'text',
  };
}

// What is said of a question stands nowhere in the text, and the words of its own are its nodes.
function ours(document: Document): Document {
  return { ...document, children: asOurs(document.children) };
}

function joined(above: Document, below: Document): Document {
  if (isEmpty(above)) return below;
  return { ...below, children: [...above.children, LINE_END, ...below.children] };
}

// Words as Markdown that reads as they are: a backslash before any other sign than these would be seen.
function literal(words: string): string {
  return words.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

function makeAgain(
  polls: Polls,
  slide: DraftSlide,
  { fence, lines, parse }: { readonly fence: FenceLine } & Parsing,
): Slide | null {
  const { words, line } = fence;
  const [id = ''] = words;
  const question = polls.questions.get(id);
  for (const stray of slide.body.filter(({ text }) => text.trim() !== '')) {
    const message = `“${stray.text.trim().slice(0, 60)}” is not shown: a question that is asked again keeps its words, and only notes may follow here`;
    polls.problems.push({
      code: 'stray-text',
      severity: 'warning',
      line: stray.line,
      column: 1,
      message,
    });
  }
  if (slide.heading !== '') {
    const heading = toWords(headingWords(slide.heading, slide.headingLine, lines));
    const message = `“${heading.slice(0, 60)}” is not shown: a question that is asked again has the words it had before`;
    polls.problems.push({
      code: 'stray-text',
      severity: 'warning',
      line: slide.headingLine,
      column: 1,
      message,
    });
  }
  const cannot = `Cannot ask ${id === '' ? 'a question' : `“${words.join(' ').slice(0, 60)}”`} again`;
  if (question === undefined || words.length > 1) {
    refuse(polls, fence, {
      code: 'no-before',
      message: `${cannot}: it needs the name of one question further up, as in “::: ${AFTER} my-question”`,
    });
    return null;
  }
  if (polls.again.has(id)) {
    refuse(polls, fence, {
      code: 'second-after',
      message: `${cannot}: it is asked twice already, it needs to be once before and once after`,
    });
    return null;
  }
  polls.again.add(id);
  return {
    id: '',
    line,
    heading: question.prompt,
    headingNodes: [],
    asked: null,
    body: emptyDocument('class'),
    notes: parse(slide.notes, 'teacher'),
    kind: 'poll',
    question: id,
    moment: 'after',
  };
}

function refuse(
  polls: Polls,
  { line, column }: FenceLine,
  { code, message }: Pick<Problem, 'code' | 'message'>,
): void {
  polls.problems.push({ code, severity: 'error', line, column, message });
}
