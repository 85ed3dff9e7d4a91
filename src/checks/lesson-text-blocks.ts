import type { Node } from '../document/nodes.ts';
import { nodesOf } from '../document/word-fields.ts';
import type { Block, Lesson, Slide, StaffNotes } from '../lesson/lesson.ts';
import type { Question, QuestionNodes } from '../poll/question.ts';
import { ownWords } from '../slides/kinds.ts';
import type { Shown } from '../slides/slide-kind.ts';
import { placeIn, type TextBlock, type TextBlockKind } from './text-block.ts';
import { documentTextBlocks, fieldTextBlocks, textBlocksIn } from './text-blocks-in.ts';
import { visitFields, type Fields } from './visit-fields.ts';

/**
 * All words of a lesson in the order of the text, each text block with its audience and its place,
 * found by visiting the trees that everything shown is made of.
 */
export function lessonTextBlocks(lesson: Lesson): readonly TextBlock[] {
  return visitFields(lesson, lessonFields)
    .map((textBlock) => ({ textBlock, ...placeIn(textBlock, 0) }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .map(({ textBlock }) => textBlock);
}

/** What is written at the head of a lesson, or in a plan's own sections, is visited in `fields`, where it has its place. */
const lessonFields: Fields<Lesson, 'in fields'> = {
  slug: 'no words',
  title: 'in fields',
  boardTitle: 'in fields',
  summary: 'in fields',
  subject: 'in fields',
  stage: 'in fields',
  setting: 'in fields',
  helpTopic: 'in fields',
  isDraft: 'no words',
  follows: 'no words',
  minutes: 'no words',
  nation: 'in fields',
  language: 'in fields',
  translationCheckedBy: 'in fields',
  objectives: 'in fields',
  vocabulary: 'in fields',
  resources: 'in fields',
  references: 'in fields',
  sources: 'in fields',
  reviewed: 'in fields',
  reviewedBy: 'in fields',
  films: 'in fields',
  filmTimes: 'no words',
  cuts: 'in fields',
  names: 'in fields',
  roles: 'in fields',
  contentNote: 'in fields',
  fields: (fields) => fields.flatMap(fieldTextBlocks),
  staff: (staff) => visitFields(staff, staffFields),
  blocks: (blocks) => blocks.flatMap((block) => visitFields(block, blockFields)),
  questions: (questions) => questions.flatMap((question) => visitFields(question, questionFields)),
  // Their words are checked as handouts (`checks.ts`).
  handouts: 'no words',
  pictures: 'no words',
};

const teachers: TextBlockKind = { to: 'teacher', role: 'text', within: null };

const staffFields: Fields<StaffNotes> = {
  hardQuestions: (all) => all.flatMap((one) => visitFields(one, hardQuestionFields)),
  alternativeTask: documentTextBlocks,
  adaptations: documentTextBlocks,
  grouping: documentTextBlocks,
  toReview: (all) => all.flatMap((one) => visitFields(one, reviewFields)),
};

const hardQuestionFields: Fields<StaffNotes['hardQuestions'][number]> = {
  line: 'no words',
  question: 'in nodes',
  questionNodes: (nodes) => textBlocksIn(nodes, { ...teachers, role: 'hard question' }),
  answer: documentTextBlocks,
};

const reviewFields: Fields<StaffNotes['toReview'][number]> = {
  line: 'no words',
  reviewer: 'in nodes',
  reviewerNodes: (nodes) => headingTextBlocks(nodes, 'teacher'),
  points: documentTextBlocks,
};

const blockFields: Fields<Block> = {
  id: 'no words',
  line: 'no words',
  minutes: 'no words',
  optional: 'no words',
  title: 'in nodes',
  titleNodes: (nodes) => headingTextBlocks(nodes, 'teacher'),
  slides: (slides) => slides.flatMap(slideTextBlocks),
  landSafely: documentTextBlocks,
};

/** The fields that slides of every kind have; a kind says itself which words its own fields have. */
const shownFields: Fields<Shown> = {
  id: 'no words',
  line: 'no words',
  heading: 'in nodes',
  headingNodes: (nodes) => headingTextBlocks(nodes, 'pupils'),
  asked: (asked) => (asked === null ? [] : visitFields(asked, askedFields)),
  body: documentTextBlocks,
  notes: documentTextBlocks,
};

/** The text blocks of a slide. */
function slideTextBlocks(slide: Slide): readonly TextBlock[] {
  return [
    ...visitFields<Shown>(slide, shownFields),
    ...ownWords(slide).flatMap(({ role, words }) =>
      textBlocksIn(nodesOf(words), { to: 'pupils', role, within: null }),
    ),
  ];
}

/** What the class is asked is visited on its slide, where it has its place. */
const questionFields: Fields<Question & { readonly right?: readonly string[] }, 'in asked'> = {
  id: 'no words',
  kind: 'no words',
  picks: 'no words',
  tag: 'no words',
  right: 'no words',
  paired: 'no words',
  prompt: 'in asked',
  options: 'in asked',
  explanation: 'in asked',
};

const askedFields: Fields<QuestionNodes> = {
  line: 'no words',
  isMyth: 'no words',
  prompt: (nodes, { line, isMyth }) => askedTextBlocks(nodes, line, isMyth ? 'myth' : 'prompt'),
  options: (options, { line }) =>
    options.flatMap((option) => visitFields(option, optionFields(line))),
  explanation: (nodes, { line }) => askedTextBlocks(nodes, line, 'explanation'),
};

function optionFields(line: number): Fields<QuestionNodes['options'][number]> {
  return {
    isWrong: 'no words',
    nodes: (nodes, { isWrong }) =>
      textBlocksIn(nodes, {
        ...(isWrong && { isWrong: true as const }),
        to: 'pupils',
        role: 'option',
        within: line,
      }),
  };
}

function askedTextBlocks(
  nodes: readonly Node[],
  line: number,
  role: TextBlockKind['role'],
): readonly TextBlock[] {
  return textBlocksIn(nodes, { to: 'pupils', role, within: line }, { isParted: true });
}

function headingTextBlocks(nodes: readonly Node[], to: TextBlock['to']): readonly TextBlock[] {
  return textBlocksIn(nodes, { to, role: 'heading', within: null });
}
