import type { Problem } from '../text/problem.ts';

/** What a question is about, which decides how it may be answered and where its result may appear (M6, M7, M7a). */
export type Tag = 'character' | 'knowledge' | 'view' | 'confidence';

/** One thing a pupil can pick. `id` goes over the wire (`a`…`e`, `1`…`5`), `label` is on the disc, `text` beside it. */
export type Option = { readonly id: string; readonly label: string; readonly text: string };

type Asked = {
  /** Stable within the lesson: lower-case words joined by hyphens. */
  readonly id: string;
  /** The kind's name, a key of `questions/kinds.ts`. */
  readonly kind: string;
  readonly prompt: string;
  /** Two to five (D4). */
  readonly options: readonly Option[];
  /** Shown with the result; empty when there is none. */
  readonly explanation: string;
};

/** A question as the lesson states it. Only a knowledge question has a right answer. */
export type Question =
  | (Asked & { readonly tag: 'knowledge'; readonly right: string })
  | (Asked & { readonly tag: 'character' })
  | (Asked & { readonly tag: 'view' | 'confidence' });

/** A pupil's answer over the wire: an option's id, or `pass` for "I'd rather not say". */
export type Answer = string;

/** "I'd rather not say": always offered, never counted, never shown (D2). */
export const PASS = 'pass';

/** The words of the row that is always there. */
export const PASS_TEXT = 'I’d rather not say';

/** True where a result may go on the board at all: knowledge and character (M7). The rest is for the teacher after the lesson. */
export function mayShowOnBoard({ tag }: { readonly tag: Tag }): boolean {
  return tag === 'knowledge' || tag === 'character';
}

/** True where hands may be counted: never for views or confidence, not even with eyes closed (M7a). */
export function mayCountHands({ tag }: { readonly tag: Tag }): boolean {
  return tag === 'knowledge' || tag === 'character';
}

/** The four tags, in the order they are named to a teacher. */
export const TAGS: readonly Tag[] = ['character', 'knowledge', 'view', 'confidence'];

/** A line of the lesson: `line` counts from 1. */
export type SourceLine = { readonly text: string; readonly line: number };

/** A question as its kind finds it between the fences, before it is known whether it can be asked; texts are still Markdown. */
export type QuestionOutline = {
  readonly prompt: string;
  readonly options: readonly Option[];
  /** The ids of the options marked right. */
  readonly right: readonly string[];
  readonly explanation: string;
  /** What only this kind can know to be wrong. */
  readonly problems: readonly Problem[];
};

/** What a kind of question must do; the kinds are the table `questions/kinds.ts`. */
export type Kind = {
  /** True where an option can be marked right, as a knowledge question needs. */
  readonly canBeRight: boolean;
  /** Finds prompt, options and explanation in the lines between the fences. */
  readonly outline: (lines: readonly SourceLine[]) => QuestionOutline;
  /** The answer as it is kept, or undefined for one the question does not offer: whatever came over the wire may be handed in. */
  readonly accept: (question: { readonly options: readonly Option[] }, answer: unknown) => Answer | undefined;
};
