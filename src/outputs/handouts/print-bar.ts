import { icon } from '../../ui/icons.ts';
import { html, type Html } from '../../text/html.ts';

/** What stands above a sheet on the screen and is never printed: how to use it, under a heading where the sheet has none, and the button that prints. */
export function printBar(use: string, heading = ''): Html {
  return html`<div class="print-bar screen-only" data-said>${heading === '' ? '' : html`<h1>${heading}</h1>`}<p class="lead">${use}</p>
<p><button class="button button--main" type="button" data-print hidden>${icon('print')}Print this page</button></p></div>`;
}
