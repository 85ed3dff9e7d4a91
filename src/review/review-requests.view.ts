import { refusalMessage } from '../text/refusal.ts';
import { readAs, type Schema } from '../text/schema.ts';
import {
  reviewAddress,
  reviewList,
  REVIEWS_PATH,
  reviewView,
  type ReviewList,
  type ReviewRequest,
  type ReviewView,
} from './review-protocol.ts';

/** What the program answered: what was asked for, or a sentence that says why not. */
export type ReviewReply<Body> =
  | { readonly is: 'done'; readonly body: Body }
  | { readonly is: 'refused'; readonly status: number; readonly message: string };

/** Who takes a step: the words of a safeguarding key, empty without, and the version of the lesson that was read. */
export type StepBy = { readonly words: string; readonly version: number };

const AWAY = {
  is: 'refused',
  status: 0,
  message: 'Wholeclass didn’t answer. Check that it’s running, then try again.',
} as const;

/** The lessons under review; `root` leads to the site's root. */
export function fetchReviews(root: string): Promise<ReviewReply<ReviewList>> {
  return send(root + REVIEWS_PATH, reviewList, {});
}

/** The review of one lesson. */
export function fetchReview(root: string, slug: string): Promise<ReviewReply<ReviewView>> {
  return send(root + reviewAddress(slug), reviewView, {});
}

/** Takes a step of a lesson's review, and has it as it is then. */
export function sendReviewStep(
  root: string,
  { slug, step }: { readonly slug: string; readonly step: ReviewRequest },
  { words, version }: StepBy,
): Promise<ReviewReply<ReviewView>> {
  return send(root + reviewAddress(slug), reviewView, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(words !== '' && { authorization: `Bearer ${words.replaceAll(' ', '-')}` }),
      'if-match': `"${version}"`,
    },
    body: JSON.stringify(step),
  });
}

async function send<Body>(
  address: string,
  schema: Schema<Body>,
  how: RequestInit,
): Promise<ReviewReply<Body>> {
  try {
    const response = await fetch(new URL(address, location.href), { cache: 'no-store', ...how });
    const answer: unknown = await response.json();
    const body = response.ok ? readAs(schema, answer) : null;
    if (body !== null) return { is: 'done', body };
    const message = refusalMessage(answer);
    return message === null ? AWAY : { is: 'refused', status: response.status, message };
  } catch {
    return AWAY;
  }
}
