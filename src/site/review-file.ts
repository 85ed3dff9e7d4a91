import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseReview, reviewName, type ReviewFile } from '../review/stored-review.ts';

/** The file of a lesson's review, `friends.review.json`. */
export function reviewPath(folder: string, slug: string): string {
  return join(folder, reviewName(slug));
}

/** Reads the review of a lesson in a folder. Never throws. */
export async function readReviewFile(folder: string, slug: string): Promise<ReviewFile> {
  const bytes = await readFile(reviewPath(folder, slug), 'utf8').catch(
    ({ code }: NodeJS.ErrnoException) => (code === 'ENOENT' ? null : ''),
  );
  return parseReview(bytes);
}
