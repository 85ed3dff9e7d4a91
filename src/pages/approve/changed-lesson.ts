import { parseLessonToApprove, type LessonToApprove } from '../../approval/lesson-to-approve.ts';
import { startWatchButtons } from '../../film/watch-film.view.ts';
import { changesSince, printsOf } from '../../review/review.ts';
import { changesWords } from '../../review/review-words.ts';

/** What is new in a lesson since its page was opened, in words with no full stop. */
export function newIn(before: LessonToApprove, now: LessonToApprove): string {
  const changes =
    before.parts !== null && now.parts !== null
      ? changesSince(printsOf(before.parts), now.parts)
      : null;
  const isFilmNew = before.film !== now.film || before.file !== now.file;
  if (changes === null) return isFilmNew ? 'the film' : 'its text';
  return [...(isFilmNew ? ['the film'] : []), changesWords(changes)].join('; ');
}

/** Loads the page of a lesson again without leaving it: what it says of the lesson is put in place, what someone ticked and typed stays. Null where it is as it was, or could not be loaded. */
export async function loadAgain(
  { slug, version }: LessonToApprove,
  root: string,
): Promise<LessonToApprove | null> {
  const now = await loadPage(`${root}approve/${slug}/`).catch(() => null);
  const lesson = parseLessonToApprove(now?.querySelector('#to-approve')?.textContent ?? '');
  if (now === null || lesson === null || lesson.version === version) return null;
  // Where it is reviewed first there is nothing new to approve yet.
  if (lesson.why !== null) return lesson;
  for (const part of ['.approve-lead', '.approve-read', '#to-approve']) {
    const [old, renewed] = [document.querySelector(part), now.querySelector(part)];
    if (old !== null && renewed !== null) old.replaceWith(renewed);
  }
  startWatchButtons(root, document.querySelector('.approve-read') ?? document);
  return lesson;
}

async function loadPage(address: string): Promise<Document> {
  const response = await fetch(address, { cache: 'no-store' });
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}
