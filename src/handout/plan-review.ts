import type { Lesson } from '../lesson/lesson.ts';
import { html, trusted, type Html } from '../text/html.ts';

/** Who has looked through the lesson, and what others are asked to look at: a list nobody has yet filled says so (S8). */
export function planReview({ reviewedBy, staff: { toReview } }: Lesson): Html {
  const by = reviewedBy.length === 0 ? html`<p>Nobody yet.</p>` : html`<ul>${reviewedBy.map((one) => html`<li>${one}</li>`)}</ul>`;
  return html`<section class="plan-staff plan-review"><h2>Reviewed by</h2>${by}${toReview.map(toLookAt)}</section>`;
}

function toLookAt({ reviewer, points }: Lesson['staff']['toReview'][number]): Html {
  return html`${reviewer && html`<h3>To look at: ${reviewer}</h3>`}${trusted(points)}`;
}
