import { icon } from '../look/icons.ts';
import { html, type Html } from '../text/html.ts';

/** What stands above a sheet on the screen and is never printed: its name, how to use it, and the button that prints. */
export function printBar(title: string, use: string): Html {
  return html`<div class="print-bar screen-only"><h1>${title}</h1><p class="lead">${use}</p>
<p><button class="button button--main" type="button" data-print hidden>${icon('print')}Print this page</button></p></div>`;
}
