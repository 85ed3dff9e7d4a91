import type { Kind, Tag } from '../poll/question.ts';
import type { Insert } from '../ui/insert.ts';

/** What the form of a question asks for where it is of one kind. */
export type FormOf = {
  readonly promptLabel: string;
  /** `one right` and `some right` are options, marked where it is about knowledge alone; `ends` are words for both ends of a scale. */
  readonly answers: 'one right' | 'some right' | 'in order' | 'ends' | 'none';
  /** What it may be about; one where its kind decides it. */
  readonly abouts: readonly Tag[];
};

/** A kind of question: what it must do, and how it is written. */
export type QuestionKind = Kind & {
  readonly insert: Insert;
  readonly form: FormOf;
};
