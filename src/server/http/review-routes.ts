import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Lesson } from '../../lesson/lesson.ts';
import { readLines } from '../../document/lines.ts';
import { restToReview, slidesToReview } from '../../outputs/plan/plan-to-review.ts';
import { partsOf, type LessonParts } from '../../review/lesson-parts.ts';
import { placeComments } from '../../review/place-comments.ts';
import type { ReviewList, ReviewRequest, ReviewView } from '../../review/review-protocol.ts';
import {
  changedWords,
  reviewState,
  takeStep,
  type Review,
  type ReviewStep,
} from '../../review/review.ts';
import { slideWords } from '../../outputs/plan/slide-words.ts';
import { isWaiting } from '../../review/review-words.ts';
import { today } from '../../site/today.ts';
import type { Classrooms } from '../rooms/classrooms.ts';
import { versionOf } from '../schools/own-lessons.ts';
import { diskCause } from '../store/sqlite/disk-problem.ts';
import { answer, BAD_SHAPE, refuse, TOO_MANY, type Answer, type Asked } from './answer.ts';
import { parseReviewStep } from './shapes.ts';
import { WRONG_MS } from './safeguarding-routes.ts';

const NOT_REVIEWED = refuse(
  404,
  'not-reviewed',
  'Only safeguarding lessons of your own are reviewed here.',
);
const UNKNOWN_LESSON = refuse(
  404,
  'no-such-lesson',
  'We can’t find this lesson. It may have been deleted, or have another name now. Look for it in “All lessons to review”.',
);
const NO_KEY = refuse(401, 'no-key', 'This needs the eight words of your safeguarding lead.');
const NO_KEYS = refuse(
  409,
  'no-keys',
  'Nobody has a safeguarding key yet. Make one on “Notes for your safeguarding lead” first.',
);
const WRONG_WORDS = refuse(
  403,
  'wrong-words',
  'These aren’t the words of a safeguarding key. Check each word against your card.',
);
const NO_VERSION = refuse(
  428,
  'no-version',
  'This request doesn’t say which version of the lesson was read.',
);
const CHANGED = refuse(
  412,
  'changed',
  'This lesson has changed since you opened it. Read what is new, then do this again.',
);
const NO_COMMENT = refuse(
  409,
  'no-such-comment',
  'This comment isn’t here any more, or the lesson has too many. Load the page again.',
);
const NOT_WRITTEN = refuse(
  503,
  'not-written',
  'This could not be saved: the folder of lessons can’t be written to. Ask IT.',
);

/** `GET /api/reviews`: the lessons that the safeguarding lead reviews, those that are asked for first. */
export async function seeReviews({ lessons, reviews, keys }: Classrooms): Promise<Answer> {
  const files = (await lessons.all()).filter((file) => reviews.covers(file));
  const listed = files.map(async ({ slug, lesson }) => {
    const review = await reviews.read(slug);
    const open = review.comments.filter(({ resolved }) => resolved === null).length;
    return { slug, title: lesson.title, state: reviewState(review, partsOf(lesson)), open };
  });
  return answer(200, {
    keys: (await keys.state()).keys,
    reviews: (await Promise.all(listed)).toSorted((a, b) => rank(a.state) - rank(b.state)),
  } satisfies ReviewList);
}

function rank(state: ReviewView['state']): number {
  if (isWaiting(state)) return 0;
  return ['changed', 'draft', 'reviewed'].indexOf(state.is) + 1;
}

/** `GET /api/lessons/:lesson/review`: how the review of a lesson is, with its comments where their lines are. */
export async function seeReview(rooms: Classrooms, { lesson: slug }: Asked): Promise<Answer> {
  const there = await lessonThere(rooms, slug);
  if (there === 'unknown') return UNKNOWN_LESSON;
  if (there === 'not reviewed') return NOT_REVIEWED;
  return viewOf(rooms, there, await rooms.reviews.read(slug));
}

/** `POST /api/lessons/:lesson/review {type, …}`: asks for a review, comments, resolves a comment; and, with the words of a safeguarding key as a bearer, reviews or releases the lesson. A comment, its end and a review name the version that was read. The rest is answered. */
export async function stepReview(rooms: Classrooms, asked: Asked): Promise<Answer> {
  const wanted = parseReviewStep(asked.body);
  if (wanted === null) return BAD_SHAPE;
  const refusal = needsKey(wanted) ? await refuseKey(rooms, asked) : null;
  if (refusal !== null) return refusal;
  const there = await lessonThere(rooms, asked.lesson);
  if (there === 'unknown') return UNKNOWN_LESSON;
  if (there === 'not reviewed') return NOT_REVIEWED;
  if (namesVersion(wanted)) {
    const { precondition } = asked;
    if (precondition.is !== 'version') return NO_VERSION;
    if (precondition.version !== there.version) return CHANGED;
  }
  const { parts, lines, slug } = there;
  const on = { parts, words: slideWords(there.lesson), lines, today: today() };
  try {
    const next = await rooms.reviews.change(slug, (review) => takeStep(review, stepOf(wanted), on));
    return next === null ? NO_COMMENT : viewOf(rooms, there, next);
  } catch (error) {
    if (diskCause(error) === null) throw error;
    return NOT_WRITTEN;
  }
}

// What is meant may be there no more, and a line another.
function namesVersion({ type }: ReviewRequest): boolean {
  return type === 'review' || type === 'comment' || type === 'resolve';
}

function stepOf(wanted: ReviewRequest): ReviewStep {
  return wanted.type === 'comment' ? { ...wanted, id: randomUUID() } : wanted;
}

// Words in the lead's role are the lead's own.
function needsKey(wanted: ReviewRequest): boolean {
  return 'by' in wanted && wanted.by !== 'another member of staff';
}

async function refuseKey({ keys }: Classrooms, { key, gone }: Asked): Promise<Answer | null> {
  if ((await keys.state()).keys === 0) return NO_KEYS;
  if (key === '') return NO_KEY;
  // A key that is lost opens what was sealed to it, and answers for nothing new.
  const opener = await keys.unlock(key, []);
  if (opener === 'busy') return TOO_MANY;
  if (opener !== null) return null;
  await wait(WRONG_MS, undefined, { signal: gone }).catch(() => undefined);
  return WRONG_WORDS;
}

/** A lesson under review as it is in its file; its words and what was read of them are of one version, which the files beside it whose slides it shows change too. */
type LessonThere = {
  readonly slug: string;
  readonly version: number;
  readonly lines: readonly string[];
  readonly lesson: Lesson;
  readonly parts: LessonParts;
};

async function lessonThere(
  rooms: Pick<Classrooms, 'own' | 'lessons' | 'reviews'>,
  slug: string,
): Promise<LessonThere | 'unknown' | 'not reviewed'> {
  const { own, lessons, reviews } = rooms;
  const before = await own.read(slug);
  const file = await lessons.one(slug);
  if (file === null) return 'unknown';
  if (before === null || !reviews.covers(file)) return 'not reviewed';
  const after = await own.read(slug);
  // Someone writes it this very moment.
  if (after?.version !== before.version) return lessonThere(rooms, slug);
  const lines = readLines(before.text).map(({ text }) => text);
  const parts = partsOf(file.lesson);
  const version = versionOf(Buffer.from(JSON.stringify([before.version, parts])));
  return { slug, version, lines, lesson: file.lesson, parts };
}

async function viewOf(
  { reviews }: Classrooms,
  { slug, version, lines, lesson, parts }: LessonThere,
  review: Review,
): Promise<Answer> {
  const changes = changedWords(review, parts, slideWords(lesson));
  const view: ReviewView = {
    slug,
    title: lesson.title,
    version,
    state: reviewState(review, parts),
    staysSafeguarding: await reviews.staysSafeguarding(slug),
    comments: placeComments(review.comments, lines),
    slides: slidesToReview(lesson).map((slide, at) => ({
      ...slide,
      changes: changes.get(at) ?? null,
    })),
    rest: restToReview(lesson),
  };
  return { status: 200, body: view, tag: `"${version}"` };
}
