import { dirname } from 'node:path';
import { isReviewed } from '../../review/lesson-parts.ts';
import { NO_REVIEW, type Review } from '../../review/review.ts';
import type { LessonFile } from '../../site/lessons.ts';
import {
  formatReview,
  parseReview,
  staysSafeguarding,
  type ReviewFile,
} from '../../review/stored-review.ts';
import { readReviewFile, reviewPath } from '../../site/review-file.ts';
import { changeFile } from './file-lock.ts';

/** The reviews of a school's own lessons, each in a file beside its lesson. What the disk has against it is thrown as Node throws it. */
export type LessonReviews = {
  /** True for a lesson that the safeguarding lead reviews: one of the school's own. */
  covers(file: Pick<LessonFile, 'path' | 'lesson'>): boolean;
  read(slug: string): Promise<Review>;
  /** True where a lesson was once a safeguarding lesson, and is not released; where nothing is known of it, `isNamed`. */
  staysSafeguarding(slug: string, isNamed?: boolean): Promise<boolean>;
  /** Puts what a review becomes in its place; null, and nothing is changed, where `become` says so. */
  change(slug: string, become: (review: Review) => Review | null): Promise<Review | null>;
  /** Remembers that a lesson is a safeguarding lesson; one that was released stays so. */
  hold(slug: string): Promise<void>;
  /** The same of one that became a safeguarding lesson just now, which no earlier release covers. */
  holdAgain(slug: string): Promise<void>;
};

/** Opens the reviews in the folder of a school's own lessons; null where it has none. */
export function openLessonReviews(own: string | null): LessonReviews {
  async function change(
    slug: string,
    become: (review: Review) => Review | null,
  ): Promise<Review | null> {
    if (own === null) return null;
    return changeFile<Review | null>(reviewPath(own, slug), (bytes) => {
      const { review, isDamaged } = parseReview(bytes);
      const next = become(review);
      return next === null ? { value: null } : { value: next, text: formatReview(next), isDamaged };
    });
  }

  /** A damaged file holds its lesson as it is. */
  async function holdUnless(slug: string, isHeld: (file: ReviewFile) => boolean): Promise<void> {
    if (own === null || isHeld(await readReviewFile(own, slug))) return;
    await change(slug, (review) => ({ ...review, released: null }));
  }

  return {
    covers: ({ path, lesson }) => own !== null && dirname(path) === own && isReviewed(lesson),
    read: async (slug) => (own === null ? NO_REVIEW : (await readReviewFile(own, slug)).review),
    async staysSafeguarding(slug, isNamed = false) {
      if (own === null) return false;
      const file = await readReviewFile(own, slug);
      return file.bytes === null ? isNamed : staysSafeguarding(file);
    },
    change,
    hold: (slug) => holdUnless(slug, ({ bytes }) => bytes !== null),
    holdAgain: (slug) => holdUnless(slug, staysSafeguarding),
  };
}
