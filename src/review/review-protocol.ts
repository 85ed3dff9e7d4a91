import * as v from 'valibot';
import { whole, type Fields } from '../text/schema.ts';
import type { PlacedComment } from './place-comments.ts';
import { wordChange, type WordChange } from './word-changes.ts';
import { approvers } from '../school/school.ts';
import {
  commentSchema,
  MAX_WORDS,
  reviewStateSchema,
  roleSchema,
  type ReviewState,
} from './review.ts';

/** Where the program is asked for the lessons that are under review, from the site's root. */
export const REVIEWS_PATH = 'api/reviews';

/** Where the review of one lesson is, from the site's root. */
export function reviewAddress(slug: string): string {
  return `api/lessons/${encodeURIComponent(slug)}/review`;
}

/** The review of a lesson as staff see it: `version` is that of the text it was made from, and of the files beside it whose slides it shows, `slides` and `rest` are what is reviewed, as HTML. */
export type ReviewView = {
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly state: ReviewState;
  /** True until the safeguarding lead has released it. */
  readonly staysSafeguarding: boolean;
  readonly comments: readonly PlacedComment[];
  readonly slides: readonly {
    readonly id: string;
    /** Where its words begin. */
    readonly line: number;
    readonly html: string;
    /** What changed in its words since the review; null where nothing did, or they are not known. */
    readonly changes: readonly WordChange[] | null;
  }[];
  readonly rest: string;
};

const placed = v.object({
  ...commentSchema.entries,
  isGone: v.boolean(),
} satisfies Fields<PlacedComment>);

/** How a review is read where it was sent. */
export const reviewView = v.object({
  slug: v.string(),
  title: v.string(),
  version: whole,
  state: reviewStateSchema,
  staysSafeguarding: v.boolean(),
  comments: v.array(placed),
  slides: v.array(
    v.object({
      id: v.string(),
      line: whole,
      html: v.string(),
      changes: v.nullable(v.array(wordChange)),
    }),
  ),
  rest: v.string(),
} satisfies Fields<ReviewView>);

/** A lesson under review in a list of them; `open` are its comments that no one has resolved. */
export type ListedReview = {
  readonly slug: string;
  readonly title: string;
  readonly state: ReviewState;
  readonly open: number;
};

/** How the list of lessons under review is read; `keys` is how many people could review them. */
export const reviewList = v.object({
  keys: whole,
  reviews: v.array(
    v.object({
      slug: v.string(),
      title: v.string(),
      state: reviewStateSchema,
      open: whole,
    } satisfies Fields<ListedReview>),
  ),
});

/** What `GET /api/reviews` answers. */
export type ReviewList = {
  readonly keys: number;
  readonly reviews: readonly ListedReview[];
};

/** How a step is read where a page asks for it. */
export const reviewRequest = v.variant('type', [
  v.object({ type: v.literal('ask') }),
  v.object({
    type: v.literal('comment'),
    line: v.pipe(whole, v.minValue(1), v.maxValue(1_000_000)),
    words: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(MAX_WORDS)),
    by: roleSchema,
  }),
  v.object({
    type: v.literal('resolve'),
    comment: v.pipe(v.string(), v.nonEmpty(), v.maxLength(40)),
    by: roleSchema,
  }),
  v.object({ type: v.literal('review'), by: v.picklist(approvers) }),
  // A deputy reviews in the lead's place; what a lesson is about is the lead's to say.
  v.object({ type: v.literal('release'), by: v.literal('safeguarding lead') }),
]);

/** A step of a lesson's review as a page asks for it; a comment gets its id from the program. */
export type ReviewRequest = v.InferOutput<typeof reviewRequest>;
