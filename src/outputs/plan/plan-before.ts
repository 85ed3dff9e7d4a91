import { audienceOf, type Lesson } from '../../lesson/lesson.ts';
import type { LessonReview } from '../board/deck.ts';
import type { Pack } from '../../subjects/pack.ts';
import { icon } from '../../ui/icons.ts';
import { html, type Html } from '../../text/html.ts';
import { reviewOf } from './review-words.ts';

type Before = Pick<Lesson, 'slug' | 'stage' | 'reviewedBy'> &
  Pick<Pack, 'approval'> & { readonly review?: LessonReview | null; readonly first?: Html | '' };

/** Beside “Teach”: after `first`, whether the lesson is approved, which `show-approval.view.ts` fills in from the school of today, and who reviewed it (TEACHING 0.12). Sessions for adults need no approval; a subject without it says nothing of either. */
export function planBefore({
  slug,
  stage,
  reviewedBy,
  approval,
  review = null,
  first = '',
}: Before): Html | '' {
  if (approval === 'none') return first === '' ? '' : html`<ul class="plan-before">${first}</ul>`;
  const { isReviewed, words } = reviewOf(reviewedBy, review);
  const suspends = review?.suspends ?? null;
  return html`<ul class="plan-before">${first}
${audienceOf({ stage }) === 'pupils' ? html`<li data-approval${suspends === null ? '' : html`="${suspends}"`} data-lesson="${slug}">${icon('todo')}<div><p data-words>Your safeguarding lead approves it once a term.</p></div></li>` : ''}
<li data-review${isReviewed ? html` class="plan-before__done"` : ''}>${icon(isReviewed ? 'check' : 'look')}<div><p>${words}</p></div></li></ul>`;
}
