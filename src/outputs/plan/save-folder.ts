import { html, type Html } from '../../text/html.ts';

/** The button that saves a lesson as a folder, shown by `save-folder.view.ts` where there is a program to make it. */
export function saveFolder(slug: string): Html {
  return html`<div class="save-folder screen-only" data-save-folder="${slug}" hidden>
<button type="button">Save as folder</button>
<p class="save-folder__told" role="status">For a computer without a network: it opens by double-click.</p></div>`;
}
