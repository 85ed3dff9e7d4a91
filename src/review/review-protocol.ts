import type { PlacedComment } from './place-comments.ts';
import type { ReviewState } from './review.ts';

/** The review of a lesson as staff see it: `version` is that of the text it was made from, `slides` are where each slide of the board begins. */
export type ReviewView = {
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly state: ReviewState;
  /** True until the safeguarding lead has released it. */
  readonly staysSafeguarding: boolean;
  readonly comments: readonly PlacedComment[];
  readonly slides: readonly { readonly id: string; readonly line: number }[];
};

/** A lesson under review in a list of them; `open` are its comments that no one has resolved. */
export type ListedReview = {
  readonly slug: string;
  readonly title: string;
  readonly state: ReviewState;
  readonly open: number;
};

/** What `GET /api/reviews` answers. */
export type ReviewList = {
  readonly keys: number;
  readonly reviews: readonly ListedReview[];
};
