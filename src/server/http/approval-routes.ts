import { setTimeout as wait } from 'node:timers/promises';
import {
  approvalState,
  askedOn,
  isApproved,
  linkState,
  type Approval,
  type ApprovalStep,
  type LinkState,
} from '../../approval/approval.ts';
import {
  markOf,
  versionOf,
  type ApprovalSent,
  type ApprovalView,
} from '../../approval/approval-protocol.ts';
import { endedWords, WITHOUT_LINK } from '../../approval/approval-words.ts';
import { filmPrint, partsOf, type LessonParts } from '../../review/lesson-parts.ts';
import { reviewState } from '../../review/review.ts';
import { whySuspended } from '../../review/review-words.ts';
import { today } from '../../site/today.ts';
import type { Classrooms } from '../rooms/classrooms.ts';
import { diskCause } from '../store/sqlite/disk-problem.ts';
import {
  answer,
  BAD_SHAPE,
  NO_LESSON,
  refuse,
  TOO_MANY,
  type Answer,
  type Asked,
} from './answer.ts';
import { parseApprovalStep } from './shapes.ts';
import { WRONG_MS } from './safeguarding-routes.ts';

const NOT_NEEDED = refuse(404, 'no-approval-needed', 'This lesson needs no approval.');
const NO_KEY = refuse(
  401,
  'no-key',
  'This needs the eight words of your safeguarding lead, or a request link.',
);
const WRONG_WORDS = refuse(
  403,
  'wrong-words',
  'These aren’t the words of a safeguarding key. Check each word against your card.',
);
const REVIEW_FIRST = refuse(
  409,
  'review-first',
  'Someone here wrote or changed this lesson. Review it first, then approve it.',
);
const CHANGED = refuse(
  412,
  'changed',
  'This lesson has changed since you opened it. Look at what is new, then approve it.',
);
const NOT_READ = refuse(
  503,
  'not-read',
  'We couldn’t look up the approval: the data folder can’t be read. Ask IT.',
);
const NOT_WRITTEN = refuse(
  503,
  'not-written',
  'This could not be saved: the data folder can’t be written to. Ask IT.',
);

/** `GET /api/lessons/:lesson/approval`: how the approval of a lesson is; with what a request link holds as a bearer, how that link is. Looking spends nothing: what scans e-mails opens links. */
export async function seeApproval(rooms: Classrooms, asked: Asked): Promise<Answer> {
  const there = await lessonThere(rooms, asked.lesson);
  if ('refusal' in there) return there.refusal;
  try {
    const approval = await rooms.approvals.read(there.slug);
    const link = asked.key === '' ? null : linkState(approval, markOf(asked.key), today());
    if (link?.is === 'unknown') await slowly(asked.gone);
    return await viewOf(rooms, { ...there, approval, link });
  } catch (error) {
    return refuseDisk(error, NOT_READ);
  }
}

// What is no disk's fault is ours.
function refuseDisk(error: unknown, refusal: Answer): Answer {
  if (diskCause(error) === null) throw error;
  return refusal;
}

/** `POST /api/lessons/:lesson/approval {type, …}`: asks for the approval, withdraws what was asked; and, with the words of a safeguarding key or what a request link holds as a bearer, approves or refuses. The approval as it is then is answered. */
export async function stepApproval(rooms: Classrooms, asked: Asked): Promise<Answer> {
  const sent = parseApprovalStep(asked.body);
  if (sent === null) return BAD_SHAPE;
  const there = await lessonThere(rooms, asked.lesson);
  if ('refusal' in there) return there.refusal;
  const { slug, parts, film, file, why, version } = there;
  const step = await provenStep(rooms, sent, asked);
  if ('refusal' in step) return step.refusal;
  if (sent.type === 'approve' && sent.version !== version) return CHANGED;
  if (step.type === 'approve' && why !== null) return REVIEW_FIRST;
  try {
    const taken = await rooms.approvals.take(slug, step, { parts, film, file, today: today() });
    if (taken.is === 'done') {
      return await viewOf(rooms, { ...there, approval: taken.approval, link: null });
    }
    if (taken.link.is === 'unknown') await slowly(asked.gone);
    return refuse(409, `link-${taken.link.is}`, `${endedWords(taken.link)} ${WITHOUT_LINK}`);
  } catch (error) {
    return refuseDisk(error, NOT_WRITTEN);
  }
}

type Refusal = { readonly refusal: Answer };

/** The step with what proves it. A link is looked at where it is spent, in one go. */
async function provenStep(
  { keys }: Classrooms,
  sent: ApprovalSent,
  { key, gone }: Asked,
): Promise<ApprovalStep | Refusal> {
  if (sent.type === 'ask' || sent.type === 'withdraw') return sent;
  if (key === '') return { refusal: NO_KEY };
  if (sent.proof === 'link') return { ...sent, mark: markOf(key) };
  // A key that is lost opens what was sealed to it, and answers for nothing new.
  const opener = await keys.unlock(key, []);
  if (opener === 'busy') return { refusal: TOO_MANY };
  if (opener !== null) return { ...sent, mark: null };
  await slowly(gone);
  return { refusal: WRONG_WORDS };
}

/** A lesson that is approved: its parts, null where its review has them, and why that review keeps it. */
type LessonThere = {
  readonly slug: string;
  readonly parts: LessonParts | null;
  readonly film: string | null;
  readonly file: string | null;
  readonly why: string | null;
  readonly version: string;
};

async function lessonThere(
  { lessons, reviews, films }: Pick<Classrooms, 'lessons' | 'reviews' | 'films'>,
  slug: string,
): Promise<LessonThere | Refusal> {
  const one = await lessons.one(slug);
  if (one === null) return { refusal: NO_LESSON };
  if (!isApproved(one.lesson)) return { refusal: NOT_NEEDED };
  const parts = partsOf(one.lesson);
  const plays = await films.playing(one.lesson);
  const film = plays && filmPrint(plays);
  const file = plays && (await films.filePrint(plays.slug));
  const version = versionOf(parts, { film, file });
  if (!reviews.covers(one)) return { slug, version, parts, film, file, why: null };
  return {
    slug,
    version,
    film,
    file,
    parts: null,
    why: whySuspended(reviewState(await reviews.read(slug), parts)),
  };
}

type Seen = Pick<LessonThere, 'parts' | 'film' | 'file'> & {
  readonly approval: Approval;
  readonly link: LinkState | null;
};

async function viewOf(
  { keys }: Classrooms,
  { parts, film, file, approval, link }: Seen,
): Promise<Answer> {
  return answer(200, {
    state: approvalState(approval, { parts, film, file }),
    asked: askedOn(approval, today()),
    keys: (await keys.state()).keys,
    link,
  } satisfies ApprovalView);
}

async function slowly(gone: AbortSignal): Promise<void> {
  await wait(WRONG_MS, undefined, { signal: gone }).catch(() => undefined);
}
