import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NO_REVIEW, reviewSchema, type Review } from '../review/review.ts';
import { readJsonAs } from '../text/schema.ts';

/** A review as it lies beside its lesson; its bytes are null where there is none. One that cannot be read is damaged, and counts as a lesson that no one has reviewed or released. */
export type ReviewFile = {
  readonly review: Review;
  readonly isDamaged: boolean;
  readonly bytes: string | null;
};

/** The file of a lesson's review, `friends.review.json`. */
export function reviewPath(folder: string, slug: string): string {
  return join(folder, `${slug}.review.json`);
}

/** Reads the review of a lesson in a folder. Never throws. */
export async function readReviewFile(folder: string, slug: string): Promise<ReviewFile> {
  const bytes = await readFile(reviewPath(folder, slug), 'utf8').catch(
    ({ code }: NodeJS.ErrnoException) => (code === 'ENOENT' ? null : ''),
  );
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
