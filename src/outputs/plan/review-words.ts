import { byWords } from '../../help/shown.ts';
import { dayWords, isDay } from '../../text/day.ts';
import { listWords } from '../../text/list-words.ts';
import type { LessonReview } from '../board/deck.ts';

/** Who reviewed a lesson, for the place beside “Teach” (TEACHING 0.12): `isReviewed` once a safeguarding lead is among them. */
export type Review = { readonly isReviewed: boolean; readonly words: string };

const NOT_YET = 'Its authors have not had it reviewed by a safeguarding lead yet.';

/** What is said of a review: what the program knows of it; else what the lesson’s head says, each entry a role and a day, `safeguarding lead, 2026-11-24`. */
export function reviewOf(
  reviewedBy: readonly string[],
  review: LessonReview | null = null,
): Review {
  if (review !== null) return { isReviewed: review.suspends === null, words: review.words };
  const isReviewed = reviewedBy.some((one) => /\bsafeguarding lead\b|\bDSL\b/i.test(one));
  const by =
    reviewedBy.length === 0 ? '' : `Reviewed by ${listWords(reviewedBy.map(reviewerWords))}.`;
  return {
    isReviewed,
    words: [by, ...(isReviewed ? [] : [`${NOT_YET} Read it through before you teach it.`])]
      .filter((part) => part !== '')
      .join(' '),
  };
}

// `safeguarding lead, 2026-11-24` is “the safeguarding lead on 24 November 2026”.
function reviewerWords(one: string): string {
  const [, role = '', day = ''] = /^(.*\S),\s*(\d{4}-\d\d-\d\d)$/.exec(one) ?? [];
  return isDay(day) ? `${byWords(role)} on ${dayWords(day)}` : one;
}
