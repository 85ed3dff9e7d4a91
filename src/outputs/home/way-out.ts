import { html, type Html } from '../../text/html.ts';

/** The way out of a page for adults about what may have happened, at its head; `root` leads to the site’s root. */
export function wayOut(root: string): Html {
  return html`<a class="button leave" href="${root}away/">Leave this page</a>
<p class="parents__leave-note screen-only">It doesn’t clear your history.<span class="leave__key"> Or press Shift three times.</span></p>`;
}
