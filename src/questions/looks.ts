import type { AskedQuestion, Option, Picks } from '../poll/question.ts';
import { own } from '../text/own.ts';
import type { KindName } from './kinds.ts';
import { mythLook } from './myth/myth.ts';
import { scaleLook } from './scale/scale.ts';

/** How questions of a kind are shown and spoken of, on the board and on paper. */
export type Look = {
  /** Stands above the question; empty for nothing. */
  readonly chip: string;
  /** How the board lists what can be answered: in rows, or as steps side by side. */
  readonly list: 'options' | 'scale';
  /** The height of that list on the board, of 720; null where it is that of its rows. */
  readonly listHeight: number | null;
  /** True for a statement that may be untrue: it goes nowhere without the explanation that corrects it. */
  readonly isStatement: boolean;
  /** An answer within a sentence: `B`. */
  readonly nameOf: (option: Option) => string;
  /** What a group did that gave an answer, by its name: `chose B`. */
  readonly choice: (name: string) => string;
  /** Which answers are right, as a sentence, by the words of those and of how many there are: `Answer: Everyone under 18.` */
  readonly rightSentence: (right: readonly string[], count: number) => string;
  /** A right answer as the teacher's paper lists it. */
  readonly rightName: (option: Option) => string;
};

const letters: Look = {
  chip: '',
  list: 'options',
  listHeight: null,
  isStatement: false,
  nameOf: ({ label }) => label,
  choice: (name) => `chose ${name}`,
  rightSentence: (right, count) => {
    if (right.length === 1) return `Answer: ${right[0]}.`;
    return right.length === count ? 'Answer: all of them.' : 'Answer: those with a tick.';
  },
  rightName: ({ label, text }) => `${label} ${text}`,
};

const ordered: Look = {
  ...letters,
  // The letter of an answer goes by its place, and places are what is asked for.
  nameOf: ({ text }) => `“${text}”`,
  choice: (name) => `put ${name} first`,
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
