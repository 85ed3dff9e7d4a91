import type { Option } from '../poll/question.ts';

/** How questions of a kind are shown and spoken of, on the board and on paper. */
export type Look = {
  /** Stands above the question; empty for nothing. */
  readonly chip: string;
  /** How the board lists what can be answered: in rows, or as steps side by side. */
  readonly list: 'options' | 'scale';
  /** The height of that list on the board, of 720; null where it is that of its rows. */
  readonly listHeight: number | null;
  /** True for a statement that may be untrue: it goes nowhere without the explanation that corrects it, and is answered in words, without letters. */
  readonly isStatement: boolean;
  /** An answer within a sentence: `B`. */
  readonly nameOf: (option: Option) => string;
  /** What a group did that gave an answer, by its name: `chose B`. */
  readonly choice: (name: string) => string;
  /** What pairs talk about where no result can be shown; `isAnswered` where the board says what is right. It asks about reasons, never what a pupil chose. */
  readonly talk: (isAnswered: boolean) => string;
  /** Which answers are right, as a sentence, by the words of those and of how many there are: `Answer: Everyone under 18.` */
  readonly rightSentence: (right: readonly string[], count: number) => string;
};
