import { audienceOf, type Lesson } from '../../lesson/lesson.ts';
import type { LessonReview } from '../board/deck.ts';
import type { Pack } from '../../subjects/pack.ts';
import { icon } from '../../ui/icons.ts';
import { html, type Html } from '../../text/html.ts';
import { reviewOf } from './review-words.ts';

type Before = Pick<Lesson, 'stage' | 'reviewedBy'> &
  Pick<Pack, 'approval'> & { readonly review?: LessonReview | null };

/** Beside “Teach”: whether the lesson is approved, which `show-approval.view.ts` fills in from the school of today, and who reviewed it (TEACHING 0.12). Sessions for adults need no approval; a subject without it says nothing here. */
export function planBefore({ stage, reviewedBy, approval, review = null }: Before): Html | '' {
  if (approval === 'none') return '';
  const { isReviewed, words } = reviewOf(reviewedBy, review);
  const suspends = review?.suspends ?? null;
  return html`<ul class="plan-before">
${audienceOf({ stage }) === 'pupils' ? html`<li data-approval${suspends === null ? '' : html`="${suspends}"`}>${icon('todo')}<div><p><b>Approval:</b> <span data-words>your safeguarding lead gives it once a term, on “Your school”.</span></p></div></li>` : ''}
<li${isReviewed ? html` class="plan-before__done"` : ''}>${icon(isReviewed ? 'check' : 'look')}<div><p><b>Review:</b> ${words}</p></div></li></ul>`;
}
