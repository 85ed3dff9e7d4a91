import type { Node } from '../document/nodes.ts';
import { nodesOf } from '../document/word-fields.ts';
import type { Block, Lesson, Slide, StaffNotes } from '../lesson/lesson.ts';
import type { Question, QuestionNodes } from '../poll/question.ts';
import { ownWords } from '../slides/kinds.ts';
import type { Shown } from '../slides/slide-kind.ts';
import { placeIn, type Passage, type PassageKind } from './passage.ts';
import { documentPassages, fieldPassages, passagesIn } from './passages-in.ts';
import { visitFields, type Fields } from './visit-fields.ts';

/**
 * All words of a lesson in the order of the text, each passage with its audience and its place,
 * found by visiting the trees that everything shown is made of.
 */
export function lessonPassages(lesson: Lesson): readonly Passage[] {
  return visitFields(lesson, lessonFields)
    .map((passage) => ({ passage, ...placeIn(passage, 0) }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .map(({ passage }) => passage);
}

/** What is written at the head of a lesson, or in a plan's own sections, is visited in `fields`, where it has its place. */
const lessonFields: Fields<Lesson, 'in fields'> = {
  slug: 'no words',
  title: 'in fields',
  boardTitle: 'in fields',
  summary: 'in fields',
  stage: 'in fields',
  setting: 'in fields',
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
  contentNote: 'in fields',
  fields: (fields) => fields.flatMap(fieldPassages),
  staff: (staff) => visitFields(staff, staffFields),
  blocks: (blocks) => blocks.flatMap((block) => visitFields(block, blockFields)),
  questions: (questions) => questions.flatMap((question) => visitFields(question, questionFields)),
  pictures: 'no words',
};

const teachers: PassageKind = { to: 'teacher', role: 'text', within: null };

const staffFields: Fields<StaffNotes> = {
  hardQuestions: (all) => all.flatMap((one) => visitFields(one, hardQuestionFields)),
  alternativeTask: documentPassages,
  adaptations: documentPassages,
  grouping: documentPassages,
  toReview: (all) => all.flatMap((one) => visitFields(one, reviewFields)),
};

const hardQuestionFields: Fields<StaffNotes['hardQuestions'][number]> = {
  line: 'no words',
  question: 'in nodes',
  questionNodes: (nodes) => passagesIn(nodes, { ...teachers, role: 'hard question' }),
  answer: documentPassages,
};

const reviewFields: Fields<StaffNotes['toReview'][number]> = {
  line: 'no words',
  reviewer: 'in nodes',
  reviewerNodes: (nodes) => headingPassages(nodes, 'teacher'),
  points: documentPassages,
};

const blockFields: Fields<Block> = {
  id: 'no words',
  line: 'no words',
  minutes: 'no words',
  optional: 'no words',
  title: 'in nodes',
  titleNodes: (nodes) => headingPassages(nodes, 'teacher'),
  slides: (slides) => slides.flatMap(slidePassages),
  landSafely: documentPassages,
};

/** The fields that slides of every kind have; a kind says itself which words its own fields have. */
const shownFields: Fields<Shown> = {
  id: 'no words',
  line: 'no words',
  heading: 'in nodes',
  headingNodes: (nodes) => headingPassages(nodes, 'pupils'),
  asked: (asked) => (asked === null ? [] : visitFields(asked, askedFields)),
  body: documentPassages,
  notes: documentPassages,
};

/** The passages of a slide. */
function slidePassages(slide: Slide): readonly Passage[] {
  return [
    ...visitFields<Shown>(slide, shownFields),
    ...ownWords(slide).flatMap(({ role, words }) =>
      passagesIn(nodesOf(words), { to: 'pupils', role, within: null }),
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
  prompt: (nodes, { line, isMyth }) => askedPassages(nodes, line, isMyth ? 'myth' : 'prompt'),
  options: (options, { line }) =>
    options.flatMap((option) => visitFields(option, optionFields(line))),
  explanation: (nodes, { line }) => askedPassages(nodes, line, 'explanation'),
};

function optionFields(line: number): Fields<QuestionNodes['options'][number]> {
  return {
    isWrong: 'no words',
    nodes: (nodes, { isWrong }) =>
      passagesIn(nodes, {
        ...(isWrong && { isWrong: true as const }),
        to: 'pupils',
        role: 'option',
        within: line,
      }),
  };
}

function askedPassages(
  nodes: readonly Node[],
  line: number,
  role: PassageKind['role'],
): readonly Passage[] {
  return passagesIn(nodes, { to: 'pupils', role, within: line }, { isParted: true });
}

function headingPassages(nodes: readonly Node[], to: Passage['to']): readonly Passage[] {
  return passagesIn(nodes, { to, role: 'heading', within: null });
}
