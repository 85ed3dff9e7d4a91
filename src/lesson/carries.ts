import type { Document, Node } from '../document/nodes.ts';
import { toWords } from '../document/to-text.ts';
import type { Words } from '../document/word-fields.ts';
import { ownWords } from '../slides/kinds.ts';
import type { Question } from '../poll/question.ts';
import { cares } from '../subjects/pack.ts';
import type { Block, Lesson, Slide } from './lesson.ts';

/** What a part of a lesson carries that is never left out without a thought (M1, M16; TEACHING, “Pacing never offers to skip …”). */
export type Carried = 'help' | 'ending' | 'responsibility';

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
  return IN_ORDER.filter((one) => carried.has(one));
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
  return IN_ORDER.filter((one) => {
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

// What a class may never lose for want of time: who is responsible, how the story ends, and who
// helps. Stricter than what a block is known to carry: no one is asked here.
const NEVER_LOST =
  /responsib|\bfault\b|\bblame|\bthe one who\b|\bwho (?:asks?|keeps?|pressures?|pass(?:es|ed)?|shares?|threatens?)\b|\bhelp|\btell|\btold\b|\bbeliev|\bchildline\b|\b999\b|\bend(?:s|ed|ing)?\b/i;

/** True for words of responsibility, an ending or help, which pacing never offers to leave out. */
export function isNeverLost(words: string): boolean {
  return NEVER_LOST.test(words.replaceAll(/\s+/g, ' '));
}

/** True for a slide that pacing may offer to leave out: no film, stop or help, and no such words. */
export function mayLeaveOut(slide: Slide, questions: readonly Question[]): boolean {
  if (slide.kind === 'film' || slide.kind === 'stop' || slide.kind === 'help') return false;
  const asked = askedOn(slide, questions);
  const words = [
    slide.heading,
    toWords(slide.body),
    ...ownWords(slide).flatMap((own) => wordsUnder(own.words)),
    ...(asked === undefined ? [] : [asked.prompt, ...asked.options.map(({ text }) => text)]),
  ];
  return !isNeverLost(words.join(' '));
}

function wordsUnder(words: Words): readonly string[] {
  const trees: readonly (Document | Node)[] = 'kind' in words ? [words] : words;
  return trees.map((tree) => toWords(tree));
}

const IN_ORDER: readonly Carried[] = ['help', 'ending', 'responsibility'];

function askedOn(slide: Slide, questions: readonly Question[]): Question | undefined {
  return slide.kind === 'poll' ? questions.find(({ id }) => id === slide.question) : undefined;
}

function wordsOf(slide: Slide, questions: readonly Question[]): string {
  const question = askedOn(slide, questions);
  const asked =
    question === undefined
      ? []
      : [question.prompt, question.explanation, ...question.options.map(({ text }) => text)];
  return [slide.heading, toWords(slide.body), ...asked].join(' ');
}

/** True for the name of something that is never left out without a thought. */
export function isCarried(name: string): name is Carried {
  return IN_ORDER.some((one) => one === name);
}
