import { readJsonAs } from '../text/schema.ts';
import { NO_REVIEW, reviewSchema, type Review } from './review.ts';

/** A review as it lies beside its lesson; its bytes are null where there is none. One that cannot be read is damaged, and counts as a lesson that no one has reviewed or released. */
export type ReviewFile = {
  readonly review: Review;
  readonly isDamaged: boolean;
  readonly bytes: string | null;
};

/** The name of a lesson's review beside it, `friends.review.json`. */
export function reviewName(slug: string): string {
  return `${slug}.review.json`;
}

/** Reads a review from what its file holds, null where there is none. */
export function parseReview(bytes: string | null): ReviewFile {
  const review = bytes === null ? NO_REVIEW : readJsonAs(reviewSchema, bytes);
  return { review: review ?? NO_REVIEW, isDamaged: review === null, bytes };
}

/** A review as it is stored. */
export function formatReview(review: Review): string {
  return `${JSON.stringify({ wholeclass: 'review', ...review }, null, 2)}\n`;
}

/** True where a lesson is a safeguarding lesson whatever its head says, since it once was one and the lead has not released it. */
export function staysSafeguarding({ review, bytes }: ReviewFile): boolean {
  return bytes !== null && review.released === null;
}
