import { draw } from '../../document/to-html.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { needsApproval } from '../../subjects/pack.ts';
import { html, type Html } from '../../text/html.ts';

/** Who has looked through the lesson, and what others are asked to look at: a list no one has yet filled says so (S8). */
export function planReview({ subject, reviewedBy, staff: { toReview } }: Lesson): Html | '' {
  if (!needsApproval(subject) && reviewedBy.length === 0 && toReview.length === 0) return '';
  const by =
    reviewedBy.length === 0
      ? html`<p>Nobody yet.</p>`
      : html`<ul>${reviewedBy.map((one) => html`<li>${one}</li>`)}</ul>`;
  return html`<section class="plan-staff plan-review"><h3>Reviewed by</h3>${by}${toReview.length === 0 ? '' : html`<div class="plan-apart">${toReview.map(toLookAt)}</div>`}</section>
<p class="plan-elsewhere">On “My notes”: hard questions, the other task, mixed or single-sex groups, words, sources, and what reviewers are asked to look at.</p>`;
}

/** What one reviewer is asked to look at. */
export function toLookAt({ reviewer, points }: Lesson['staff']['toReview'][number]): Html {
  return html`${reviewer && html`<h3>To look at: ${reviewer}</h3>`}${draw(points)}`;
}
