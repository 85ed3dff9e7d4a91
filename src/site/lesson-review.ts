import { dirname } from 'node:path';
import { isApproved } from '../approval/approval.ts';
import { versionOf } from '../approval/approval-protocol.ts';
import type { LessonToApprove } from '../approval/lesson-to-approve.ts';
import type { LessonReview } from '../outputs/board/deck.ts';
import { filmPrint, isReviewed, partsOf } from '../review/lesson-parts.ts';
import { reviewState } from '../review/review.ts';
import { stateWords, whySuspended } from '../review/review-words.ts';
import type { FilmedLesson } from './lesson-list.ts';
import { filePrint } from './films.ts';
import type { LessonFile } from './lessons.ts';
import type { Media } from './media-folders.ts';
import type { SeenFilms } from './media-state.ts';
import { readReviewFile } from './review-file.ts';

/** How the review of a lesson is, in words, for those about to teach it; null for one that is none of a school's own safeguarding lessons. Where its own folder is not known, `isOwn` false, a file of its review says that it is one. */
export async function lessonReview(
  { slug, path, lesson }: Pick<LessonFile, 'slug' | 'path' | 'lesson'>,
  isOwn: boolean,
): Promise<LessonReview | null> {
  if (!isReviewed(lesson)) return null;
  const { review, bytes } = await readReviewFile(dirname(path), slug);
  if (bytes === null && !isOwn) return null;
  const state = reviewState(review, partsOf(lesson));
  return { words: stateWords(state), suspends: whySuspended(state) };
}

/** What pages read of a lesson that is approved before a class is taught it; null for one that needs no approval. */
export async function lessonToApprove(
  one: Pick<FilmedLesson, 'slug' | 'path' | 'lesson'> & {
    readonly media: Pick<SeenFilms, 'film'>;
  },
  { isOwn, media }: { readonly isOwn: boolean; readonly media: Media },
): Promise<LessonToApprove | null> {
  const { slug, lesson } = one;
  if (!isApproved(lesson)) return null;
  const plays = one.media.film;
  const film = plays && filmPrint(plays);
  const file = plays && (await filePrint(plays.slug, media));
  const review = await lessonReview(one, isOwn);
  const parts = partsOf(lesson);
  return {
    slug,
    version: versionOf(parts, { film, file }),
    parts: review === null ? parts : null,
    film,
    file,
    why: review?.suspends ?? null,
  };
}
