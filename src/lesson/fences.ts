import { slideFences, type FencedSlideKind } from '../slides/kinds.ts';
import { own } from '../text/own.ts';
import { readOptionLine } from '../questions/option-lines.ts';
import { isKind, kinds, type KindName } from '../questions/kinds.ts';
import { nearest } from '../text/nearest.ts';
import { layouts } from '../document/layouts.ts';

/** What a fence may hold: slides, text that ends at the next slide, or a part of a slide that is laid out in a way of its own. */
export type FenceHolds = 'slides' | 'text' | 'part';

/** The word of a fence that asks a question from further up once more. */
export const AFTER = 'after';

// The words that open a fence, apart from the kinds of slide and of question.
const ownFences = {
  film: 'slides',
  [AFTER]: 'text',
  notes: 'text',
} as const satisfies Readonly<Record<string, FenceHolds>>;

/** The word of a fence that asks a question, for the first time or again. */
export type QuestionWord = KindName | typeof AFTER;

/** True for the word of a fence that asks a question. */
export function isQuestionWord(word: string): word is QuestionWord {
  return isKind(word) || word === AFTER;
}

/** The word of a fence that makes slides; a layout's and that of notes make none. */
export type SlideWord = Exclude<keyof typeof ownFences, 'notes'> | FencedSlideKind | KindName;

// Every word that opens a fence.
const fences: Readonly<Record<string, FenceHolds>> = {
  ...ownFences,
  ...allHold('text', slideFences),
  ...allHold('text', Object.keys(kinds)),
  ...allHold('part', Object.keys(layouts)),
};

function allHold(holds: FenceHolds, words: readonly string[]): Record<string, FenceHolds> {
  return Object.fromEntries(words.map((word) => [word, holds]));
}

/** What the fence of that word holds; undefined when there is no such fence. */
export function fenceHolds(word: string): FenceHolds | undefined {
  return own(fences, word);
}

/** True for the word of a fence that makes slides. */
export function isSlideWord(word: string): word is SlideWord {
  const holds = fenceHolds(word);
  return word !== 'notes' && (holds === 'slides' || holds === 'text');
}

/** What a fence of an unknown word needs to be, as the end of a sentence for the author. */
export function fenceMeant(word: string): string {
  const near = nearestFence(word) ?? nearest(word, HANDOUT);
  return near === undefined || near === word
    ? 'it needs a word such as “film”, “choice”, “chat” or “help”'
    : `it needs to be “::: ${near}”`;
}

// It is taken out before fences are read (`take-handouts.ts`), and is none of them.
const HANDOUT: readonly string[] = ['handout'];

function nearestFence(word: string): string | undefined {
  return nearest(word, Object.keys(fences));
}

/** The kind of question that a fence of an unknown word was meant to be, by its word or by the answers ticked in it; undefined where it is no question. */
export function kindMeant(word: string, inside: readonly string[]): KindName | undefined {
  const near = nearestFence(word);
  if (near !== undefined) return isKind(near) ? near : undefined;
  const options = inside
    .map((line) => readOptionLine(line.trim()))
    .filter((option) => option !== undefined);
  const isTicked = options.some(({ box }) => box === 'right');
  return isTicked ||
    (options.length > 1 &&
      /^(?:quiz|quick-quiz|poll|questions?|vote|mcq|multiple-choice)$/.test(word))
    ? 'choice'
    : undefined;
}
