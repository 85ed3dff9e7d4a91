import * as v from 'valibot';
import { approvers, type Approver, type Role } from '../school/school.ts';
import { isDay } from '../text/day.ts';
import { whole, type Fields } from '../text/schema.ts';
import type { LessonParts } from './lesson-parts.ts';
import { changesOfSlides, type WordChange } from './word-changes.ts';

/** Who did something, and on which day: a role and never a name. */
export type Deed<By extends Role = Role> = { readonly by: By; readonly on: string };

/** A comment on a line of a lesson: the line from 1, its words when the comment was made, and what is said of it. */
export type Comment = Deed & {
  readonly id: string;
  readonly line: number;
  readonly lineWords: string;
  readonly words: string;
  readonly resolved: Deed | null;
};

/** What is stored of the review of a lesson, beside its file. */
export type Review = {
  readonly version: 1;
  /** The day on which a review was asked for; null where none is. */
  readonly asked: string | null;
  /** The last review: what was read, by the prints of its parts, and the words of each slide; none where the program did not store them yet. */
  readonly reviewed: (Deed<Approver> & Prints & { readonly words: readonly string[] }) | null;
  /** Since when it need no longer be a safeguarding lesson; null while it must. */
  readonly released: Deed<Approver> | null;
  readonly comments: readonly Comment[];
};

/** A lesson that no one has asked for or read yet. */
export const NO_REVIEW: Review = {
  version: 1,
  asked: null,
  reviewed: null,
  released: null,
  comments: [],
};

/** How a lesson's parts are made into prints. Another number: the program makes them otherwise since, so that what was reviewed cannot be compared. */
const FORM = 2;

/** The prints of a lesson as they are stored, with the number of how they were made. */
export type Prints = LessonParts & { readonly form: number };

/** The parts of a lesson as they are now, to be stored. */
export function printsOf(parts: LessonParts): Prints {
  return { form: FORM, ...parts };
}

/** The most that a review holds, so that no file grows without an end. */
export const MAX_COMMENTS = 200;

/** The most characters of a comment. */
export const MAX_WORDS = 1000;

/** The most of a line that is stored with a comment, in characters: enough to find it again. */
const MAX_LINE = 300;

/** What is stored of a line with a comment. */
export function lineWordsOf(line: string): string {
  return line.trim().slice(0, MAX_LINE).toWellFormed();
}

/** What may be done to a review, with who does it. */
export type ReviewStep =
  | { readonly type: 'ask' }
  | {
      readonly type: 'comment';
      readonly id: string;
      readonly line: number;
      readonly words: string;
      readonly by: Role;
    }
  | { readonly type: 'resolve'; readonly comment: string; readonly by: Role }
  | { readonly type: 'review'; readonly by: Approver }
  | { readonly type: 'release'; readonly by: Approver };

/** The lesson that a step is taken on, and today. */
export type StepOn = {
  readonly parts: LessonParts;
  /** Of each slide. */
  readonly words: readonly string[];
  readonly lines: readonly string[];
  readonly today: string;
};

/** The review after a step; null, where it cannot be taken: a comment that is not there, or one too many. */
export function takeStep(review: Review, step: ReviewStep, on: StepOn): Review | null {
  const { parts, words: slides, lines, today } = on;
  switch (step.type) {
    case 'ask':
      return { ...review, asked: today };
    case 'comment': {
      if (review.comments.length >= MAX_COMMENTS) return null;
      const { id, line, words, by } = step;
      const lineWords = lineWordsOf(lines[line - 1] ?? '');
      const comment = { id, line, lineWords, words, by, on: today, resolved: null };
      return { ...review, comments: [...review.comments, comment] };
    }
    case 'resolve': {
      if (!review.comments.some(({ id }) => id === step.comment)) return null;
      const resolved = { by: step.by, on: today };
      return {
        ...review,
        comments: review.comments.map((one) =>
          one.id === step.comment && one.resolved === null ? { ...one, resolved } : one,
        ),
      };
    }
    case 'review':
      return {
        ...review,
        asked: null,
        reviewed: { by: step.by, on: today, ...printsOf(parts), words: slides },
      };
    case 'release':
      return { ...review, released: { by: step.by, on: today } };
  }
}

/** What differs from what was reviewed: slides by their numbers today, from 1, how many are gone, their order, and what is on no slide. `isUnknown` where the two cannot be compared. */
export type Changes = {
  readonly slides: readonly number[];
  readonly gone: number;
  readonly isReordered: boolean;
  readonly isRestChanged: boolean;
  readonly isUnknown: boolean;
};

/** How the review of a lesson is. */
export type ReviewState =
  | { readonly is: 'draft' }
  | { readonly is: 'asked'; readonly on: string }
  | ({ readonly is: 'reviewed' } & Deed<Approver>)
  | ({
      readonly is: 'changed';
      readonly changes: Changes;
      readonly asked: string | null;
    } & Deed<Approver>);

/** How the review of a lesson with these parts is. */
export function reviewState({ asked, reviewed }: Review, parts: LessonParts): ReviewState {
  if (reviewed === null) return asked === null ? { is: 'draft' } : { is: 'asked', on: asked };
  const { by, on } = reviewed;
  const changes = changesSince(reviewed, parts);
  return changes === null ? { is: 'reviewed', by, on } : { is: 'changed', by, on, changes, asked };
}

/** What differs between what was read and the lesson as it is now; null where nothing does. */
export function changesSince(reviewed: Prints, now: LessonParts): Changes | null {
  const [added, gone] = [
    without(now.slides, reviewed.slides),
    without(reviewed.slides, now.slides),
  ];
  const changes: Changes = {
    slides: added.map((at) => at + 1),
    // A slide with other words than before is one that is new and one that is gone.
    gone: Math.max(0, gone.length - added.length),
    isReordered: `${rest(now.slides, added)}` !== `${rest(reviewed.slides, gone)}`,
    isRestChanged: reviewed.rest !== now.rest,
    isUnknown: reviewed.form !== FORM,
  };
  const { slides, isReordered, isRestChanged, isUnknown } = changes;
  const isSame = slides.length === 0 && gone.length === 0 && !isReordered && !isRestChanged;
  return isSame && !isUnknown ? null : changes;
}

/** What changed in the words of each slide since the review, by its place; empty where nothing did, or the words are not known. */
export function changedWords(
  { reviewed }: Review,
  { slides }: LessonParts,
  words: readonly string[],
): ReadonlyMap<number, readonly WordChange[]> {
  if (reviewed === null || reviewed.form !== FORM || reviewed.words.length === 0) return new Map();
  return changesOfSlides(
    { words: reviewed.words, gone: without(reviewed.slides, slides) },
    { words, added: without(slides, reviewed.slides) },
  );
}

/** Where in a list are prints that another has not; of two alike of which the other has one, the second. */
function without(prints: readonly string[], others: readonly string[]): readonly number[] {
  const left = new Map<string, number>();
  for (const print of others) left.set(print, (left.get(print) ?? 0) + 1);
  return prints.flatMap((print, at) => {
    const more = left.get(print) ?? 0;
    left.set(print, more - 1);
    return more > 0 ? [] : [at];
  });
}

function rest(prints: readonly string[], out: readonly number[]): readonly string[] {
  return prints.filter((_, at) => !out.includes(at));
}

const day = v.pipe(v.string(), v.check(isDay));
/** How a role is read. */
export const roleSchema = v.picklist([...approvers, 'another member of staff']);
/** How the print of a part, or of a film, is read. */
export const printSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const approved = { by: v.picklist(approvers), on: day };

/** How stored prints are read. */
export const printsSchema = v.object({
  form: whole,
  slides: v.array(printSchema),
  rest: printSchema,
} satisfies Fields<Prints>);

const deed = v.object({ by: roleSchema, on: day } satisfies Fields<Deed>);

/** How a comment is read. */
export const commentSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(40)),
  line: v.pipe(whole, v.minValue(1)),
  lineWords: v.string(),
  words: v.string(),
  by: roleSchema,
  on: day,
  resolved: v.nullable(deed),
} satisfies Fields<Comment>);

/** How a stored review is read. */
export const reviewSchema = v.object({
  version: v.literal(1),
  asked: v.nullable(day),
  reviewed: v.nullable(
    v.object({
      ...approved,
      ...printsSchema.entries,
      words: v.optional(v.array(v.string()), []),
    }),
  ),
  released: v.nullable(v.object(approved)),
  comments: v.pipe(v.array(commentSchema), v.maxLength(MAX_COMMENTS)),
} satisfies Fields<Review>);

/** How changes are read where they were sent. */
export const changesSchema = v.object({
  slides: v.array(whole),
  gone: whole,
  isReordered: v.boolean(),
  isRestChanged: v.boolean(),
  isUnknown: v.boolean(),
} satisfies Fields<Changes>);

/** How the state of a review is read where it was sent. */
export const reviewStateSchema = v.variant('is', [
  v.object({ is: v.literal('draft') }),
  v.object({ is: v.literal('asked'), on: day }),
  v.object({ is: v.literal('reviewed'), ...approved }),
  v.object({
    is: v.literal('changed'),
    ...approved,
    changes: changesSchema,
    asked: v.nullable(day),
  }),
]);
