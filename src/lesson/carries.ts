import type { Document } from '../document/nodes.ts';
import { toWords } from '../document/to-text.ts';
import type { Question } from '../poll/question.ts';
import { cares } from '../subjects/pack.ts';
import { onceEach } from '../text/once-each.ts';
import { CARRIED_PARTS, type Carried } from './carried.ts';
import type { Block, Lesson, Slide } from './lesson.ts';
import { shownBody } from '../slides/kinds.ts';

const RESPONSIBILITY =
  /\b(?:responsib\w+|to blame|at fault|not (?:your|her|his|their) fault|should stop|put(?:s|ting)? it right)\b/iu;
const HELP = /\b(?:help\w*|tell(?:ing|s)?|told)\b/iu;

/** What a block carries, in a subject whose lessons end on help: what its slides carry, help where its title speaks of it, and the ending where it is the last. */
export function carriedBy(
  block: Block,
  lesson: Pick<Lesson, 'blocks' | 'questions' | 'subject'>,
): readonly Carried[] {
  const { blocks, subject } = lesson;
  if (!cares(subject, 'help slide')) return [];
  const carried = new Set(block.slides.flatMap((slide) => carriedBySlide(slide, block, lesson)));
  if (HELP.test(block.title)) carried.add('help');
  if (block === blocks.at(-1)) carried.add('ending');
  return CARRIED_PARTS.filter((one) => carried.has(one));
}

/** What one slide carries: help by its kind or heading, the ending from the last part of the film on, responsibility by its words. */
export function carriedBySlide(
  slide: Slide,
  block: Block,
  { questions, subject }: Pick<Lesson, 'questions' | 'subject'>,
): readonly Carried[] {
  if (!cares(subject, 'help slide')) return [];
  const endsAt = block.slides.findLastIndex(({ kind }) => kind === 'film');
  const isEnding = endsAt >= 0 && block.slides.indexOf(slide) >= endsAt;
  return CARRIED_PARTS.filter((one) => {
    switch (one) {
      case 'help':
        return slide.kind === 'help' || (slide.kind !== 'poll' && HELP.test(slide.heading));
      case 'ending':
        return isEnding;
      case 'responsibility':
        return RESPONSIBILITY.test(wordsOf(slide, questions));
    }
  });
}

function askedOn(slide: Slide, questions: readonly Question[]): Question | undefined {
  return slide.kind === 'poll' ? questions.find(({ id }) => id === slide.question) : undefined;
}

function wordsOf(slide: Slide, questions: readonly Question[]): string {
  const question = askedOn(slide, questions);
  const asked =
    question === undefined
      ? []
      : [question.prompt, question.explanation, ...question.options.map(({ text }) => text)];
  return [slide.heading, bodyWords(shownBody(slide)), ...asked].join(' ');
}

const bodyWords = onceEach((body: Document) => toWords(body));
