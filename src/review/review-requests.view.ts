import { askProgram, type ProgramReply } from '../text/ask-program.view.ts';
import {
  reviewAddress,
  reviewList,
  REVIEWS_PATH,
  reviewView,
  type ReviewList,
  type ReviewRequest,
  type ReviewView,
} from './review-protocol.ts';

/** Who takes a step: the words of a safeguarding key, empty without, and the version of the lesson that was read. */
export type StepBy = { readonly words: string; readonly version: number };

/** The lessons under review; `root` leads to the site's root. */
export function fetchReviews(root: string): Promise<ProgramReply<ReviewList>> {
  return askProgram(root + REVIEWS_PATH, reviewList);
}

/** The review of one lesson. */
export function fetchReview(root: string, slug: string): Promise<ProgramReply<ReviewView>> {
  return askProgram(root + reviewAddress(slug), reviewView);
}

/** Takes a step of a lesson's review, and has it as it is then. */
export function sendReviewStep(
  root: string,
  { slug, step }: { readonly slug: string; readonly step: ReviewRequest },
  { words, version }: StepBy,
): Promise<ProgramReply<ReviewView>> {
  return askProgram(root + reviewAddress(slug), reviewView, {
    json: step,
    secret: words,
    headers: { 'if-match': `"${version}"` },
  });
}
