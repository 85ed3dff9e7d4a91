import type { Node } from '../document/nodes.ts';
import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import type { Answer } from './answer.ts';

/** About the story or about facts: answered by tablet, hands, cards or slips, and its result may go on the board (M7, M7a). */
export type SharedTag = 'knowledge' | 'character';
/** About what pupils think or how sure they are: by tablet or slip alone, and its result is for the teacher after the lesson (M7, M7a). */
export type PrivateTag = 'view' | 'confidence';
/** What a question is about, which decides how it may be answered and where its result may appear (M6, M7, M7a). */
export type Tag = SharedTag | PrivateTag;

/** How many of its options an answer picks: one of them, any number of them, or all of them in an order. */
export type Picks = 'one' | 'several' | 'order';

/** One thing a pupil can pick. `id` goes over the wire (`a`…`e`, `1`…`5`), `label` is on the disc, `text` beside it. */
export type Option = { readonly id: string; readonly label: string; readonly text: string };

type Asked = {
  /** Stable within the lesson: lower-case words joined by hyphens. */
  readonly id: string;
  /** The kind's name, a key of `questions/kinds.ts`. */
  readonly kind: string;
  readonly picks: Picks;
  readonly prompt: string;
  /** Two to five (D4). */
  readonly options: readonly Option[];
};

/** A question with a shared tag as pupils and board may see it: nothing in it says what is right. */
export type SharedAsked = Asked & { readonly tag: SharedTag };
/** A question with a private tag as pupils and board may see it. */
export type PrivateAsked = Asked & { readonly tag: PrivateTag };
/** A question as pupils and board may see it. */
export type AskedQuestion = SharedAsked | PrivateAsked;

type Stated = {
  /** Shown with the result; empty when there is none. */
  readonly explanation: string;
  /** True where the same item is asked before and after: no one is shown the first round, and both are for the teacher after the lesson (M12). */
  readonly paired: boolean;
};

/** A question whose hands may be counted and whose result may go on the board. Only a knowledge question has right answers, by option id: one, several, or all in their order. */
export type SharedQuestion = Asked &
  Stated &
  (
    | { readonly tag: 'knowledge'; readonly right: readonly string[] }
    | { readonly tag: Exclude<SharedTag, 'knowledge'> }
  );
/** A question that is never counted by hand and never shown to the class. */
export type PrivateQuestion = Asked & Stated & { readonly tag: PrivateTag };
/** A question as the lesson states it. */
export type Question = SharedQuestion | PrivateQuestion;

/** A question without its right answer and its explanation. */
export function askedOf<About extends Tag>({
  id,
  kind,
  picks,
  tag,
  prompt,
  options,
}: Asked & { readonly tag: About }): Asked & { readonly tag: About } {
  return { id, kind, picks, tag, prompt, options };
}

/** True where a result may go on the board at all: knowledge and character (M7). The rest is for the teacher after the lesson. */
export function mayShowOnBoard<One extends { readonly tag: Tag }>(
  question: One,
): question is Extract<One, { readonly tag: SharedTag }> {
  return isShared(question.tag);
}

/** True where hands may be counted: never for views or confidence, not even with eyes closed (M7a). */
export function mayCountHands<One extends { readonly tag: Tag }>(
  question: One,
): question is Extract<One, { readonly tag: SharedTag }> {
  return isShared(question.tag);
}

/** The letters of a card's four sides. */
const CARD_LETTERS = 'ABCD';

/** True where cards that a camera reads may answer: one answer about what is known, each with the letter of a card's side (TEACHING 0.16). */
export function mayReadCards({
  tag,
  picks,
  options,
}: Pick<Question, 'tag' | 'picks' | 'options'>): boolean {
  const haveSides = options.every(({ label }) => CARD_LETTERS.includes(label));
  return tag === 'knowledge' && picks === 'one' && haveSides;
}

function isShared(tag: Tag): tag is SharedTag {
  switch (tag) {
    case 'knowledge':
    case 'character':
      return true;
    case 'view':
    case 'confidence':
      return false;
  }
}

/** The four tags, in the order they are named to a teacher. */
export const TAGS: readonly Tag[] = ['character', 'knowledge', 'view', 'confidence'];

/** A question's words as they are written, as nodes with their places. */
export type QuestionNodes = {
  /** The line of its fence. */
  readonly line: number;
  readonly prompt: readonly Node[];
  /** `isWrong` for one that a knowledge question marks as not right. */
  readonly options: readonly { readonly nodes: readonly Node[]; readonly isWrong: boolean }[];
  readonly explanation: readonly Node[];
  /** True for a statement that the lesson calls no fact. */
  readonly isMyth: boolean;
};

/** An option as its kind finds it: still Markdown, in its lines. */
export type OptionOutline = Omit<Option, 'text'> & { readonly lines: readonly SourceLine[] };

/** A question as its kind finds it between the fences, before it is known whether it can be asked; texts are still Markdown, in their lines. */
export type QuestionOutline = {
  readonly prompt: readonly SourceLine[];
  readonly options: readonly OptionOutline[];
  /** The ids of the options marked right. */
  readonly right: readonly string[];
  /** The ids of those marked as not right, `- [ ]`. */
  readonly wrong: readonly string[];
  readonly explanation: readonly SourceLine[];
  /** What only this kind can know to be wrong. */
  readonly problems: readonly Problem[];
};

/** What a question's opening fence says of it: what it is about, undefined where it cannot be read, the kind's own words, and where it stands. */
export type QuestionHead = {
  readonly tag: Tag | undefined;
  readonly words: readonly string[];
  readonly line: number;
};

/** What a kind of question must do; the kinds are the table `questions/kinds.ts`. */
export type Kind = {
  readonly picks: Picks;
  /** How a knowledge question says what is right: it marks one option or some, writes the right order, or says it in its fence; `none` where nothing is right. */
  readonly marks: 'one' | 'some' | 'order' | 'said' | 'none';
  /** What every question of this kind is about, so that the lesson need not say it; null where it does. */
  readonly tag: Tag | null;
  /** Words of its own that may stand behind the name. */
  readonly words: readonly string[];
  /** Finds prompt, options and explanation in the lines between the fences. */
  readonly outline: (lines: readonly SourceLine[], head: QuestionHead) => QuestionOutline;
  /** The answer as it is kept, or undefined for one the question does not offer: whatever came over the wire may be handed in. */
  readonly accept: (
    question: { readonly options: readonly Option[] },
    answer: unknown,
  ) => Answer | undefined;
};
