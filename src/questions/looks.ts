import type { AskedQuestion, Picks } from '../poll/question.ts';
import { own } from '../text/own.ts';
import type { KindName } from './kinds.ts';
import type { Look } from './look.ts';
import { mythLook } from './myth/myth.ts';
import { scaleLook } from './scale/scale.ts';

const letters: Look = {
  chip: '',
  list: 'options',
  listHeight: null,
  isStatement: false,
  nameOf: ({ label }) => label,
  choice: (name) => `chose ${name}`,
  talk: (isAnswered) =>
    isAnswered
      ? 'In pairs: why might someone pick another?'
      : 'In pairs: why might someone pick each answer?',
  rightSentence: (right, count) => {
    if (right.length === 1) return `Answer: ${right[0]}.`;
    return right.length === count ? 'Answer: all of them.' : 'Answer: those with a tick.';
  },
};

const ordered: Look = {
  ...letters,
  // The letter of an answer goes by its place, and places are what is asked for.
  nameOf: ({ text }) => `“${text}”`,
  choice: (name) => `put ${name} first`,
  talk: (isAnswered) =>
    isAnswered ? 'In pairs: why in this order?' : 'In pairs: what might come first, and why?',
  rightSentence: () => 'Answer: in this order.',
};

/** Kinds that look otherwise than what is answered as they are. */
const looks: Partial<Readonly<Record<KindName, Partial<Look>>>> = {
  scale: scaleLook,
  myth: mythLook,
};

const usual: Readonly<Record<Picks, Look>> = { one: letters, several: letters, order: ordered };

/** How a question is shown: as its kind is, else as what is answered the same way. */
export function lookOf({ kind, picks }: Pick<AskedQuestion, 'kind' | 'picks'>): Look {
  return { ...usual[picks], ...own(looks, kind) };
}
