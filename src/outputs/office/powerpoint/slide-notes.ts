import { isEmpty } from '../../../document/nodes.ts';
import type { Block, Lesson, Slide } from '../../../lesson/lesson.ts';
import { fillWords, type Names } from '../../../lesson/names.ts';
import { mayShowOnBoard, type Question } from '../../../poll/question.ts';
import { lookOf } from '../../../questions/looks.ts';
import { shownBody } from '../../../slides/kinds.ts';
import {
  blocksOf,
  boldRun,
  plainParagraph,
  plainRun,
  runWords,
  type OfficeBlock,
  type Run,
} from '../office-blocks.ts';
import { staffBlocks } from '../staff-blocks.ts';

type Around = {
  readonly lesson: Lesson;
  readonly block: Block;
  readonly hasFilm: boolean;
};

/** What a slide has for the teacher: the part that begins with it and its minutes, the notes, what is right and said with the result, and how to end from there; before the first, what the plan says to the teacher alone. */
export function slideNotes(
  slide: Slide,
  { lesson, block, hasFilm }: Around,
): readonly OfficeBlock[] {
  const { names } = lesson;
  const isFirst = slide === block.slides[0];
  const isLast = slide === block.slides.at(-1);
  const isStart = isFirst && block === lesson.blocks.find(({ slides }) => slides.length > 0);
  return [
    ...(isFirst ? partBlocks(block, names) : []),
    ...blocksOf(slide.notes.children, names),
    ...answerBlocks(slide, lesson),
    ...cardAnswers(slide, names),
    ...(slide.kind === 'film' ? [plainParagraph(filmSentence(hasFilm))] : []),
    ...(isLast && !isEmpty(block.landSafely)
      ? [label(END_CALMLY), ...blocksOf(block.landSafely.children, names)]
      : []),
    ...(isStart
      ? staffBlocks(lesson).flatMap(({ title, blocks }) => [label(title), ...blocks])
      : []),
  ];
}

/** What stands above how to end a lesson from a part of it. */
export const END_CALMLY = 'If the bell is near';

function label(words: string): OfficeBlock {
  return { kind: 'paragraph', look: 'heading', words: [plainRun(words)], inset: 0 };
}

function partBlocks({ title, minutes, optional }: Block, names: Names): readonly OfficeBlock[] {
  const about = [
    ...(minutes === null ? [] : [minutes === 1 ? '1 minute' : `${minutes} minutes`]),
    ...(optional ? ['optional'] : []),
  ].join(', ');
  const words = fillWords(title, names);
  if (words === '' && about === '') return [];
  return [label([words, about].filter((one) => one !== '').join(': '))];
}

function filmSentence(hasFilm: boolean): string {
  return hasFilm
    ? 'Play the film in Wholeclass: it stops by itself at each question. Then come back to this slide.'
    : 'Play your film here, or tell the story from these notes. Pause at each stop.';
}

/** What is right, and what is said with the result. */
export function answerBlocks(slide: Slide, { questions, names }: Lesson): readonly OfficeBlock[] {
  if (slide.kind !== 'poll') return [];
  const question = questions.find(({ id }) => id === slide.question);
  if (question === undefined) return [];
  const { explanation } = question;
  return [
    ...rightBlocks(question, names),
    ...(explanation === ''
      ? []
      : [lead('With the result', [plainRun(fillWords(explanation, names))])]),
    ...(mayShowOnBoard(question)
      ? []
      : [plainParagraph('Never by hands: each answer is its writer’s own. Collect none aloud.')]),
  ];
}

function rightBlocks(question: Question, names: Names): readonly OfficeBlock[] {
  if (question.tag !== 'knowledge') return [];
  const { options, right, picks } = question;
  const found = right.flatMap((id) => options.filter((option) => option.id === id));
  if (found.length === 0) return [];
  const { isStatement, rightSentence } = lookOf(question);
  if (isStatement) {
    const [text = ''] = found.map((option) => option.text);
    return [plainParagraph(rightSentence([text], options.length))];
  }
  const words = found.map(({ label: letter, text }) => fillWords(`${letter} ${text}`, names));
  return [lead(picks === 'order' ? 'In this order' : 'Right', [plainRun(words.join('; '))])];
}

function lead(words: string, rest: readonly Run[]): OfficeBlock {
  return {
    kind: 'paragraph',
    look: 'plain',
    words: [boldRun(`${words}: `), ...rest],
    inset: 0,
  };
}

// Cards are mixed on the slide; how they belong is the answer.
function cardAnswers(slide: Slide, names: Names): readonly OfficeBlock[] {
  return cardsIn(blocksOf(shownBody(slide).children, names)).flatMap(({ sorted }) =>
    sorted.map(({ name, cards }) =>
      lead(runWords(name), [plainRun(cards.map(({ number }) => String(number)).join(', '))]),
    ),
  );
}

type Cards = Extract<OfficeBlock, { readonly kind: 'cards' }>;

function cardsIn(blocks: readonly OfficeBlock[]): readonly Cards[] {
  return blocks.flatMap((block): readonly Cards[] => {
    if (block.kind === 'cards') return [block];
    if (block.kind === 'quote') return cardsIn(block.blocks);
    return block.kind === 'columns' ? block.columns.flatMap(cardsIn) : [];
  });
}
