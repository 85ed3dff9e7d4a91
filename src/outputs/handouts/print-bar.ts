import { markWords } from '../../text/word-marks.ts';
import { icon } from '../../ui/icons.ts';
import { html, type Html } from '../../text/html.ts';

/** What is said above a sheet besides how to use it. */
type Above = {
  readonly heading?: string;
  /** The page’s title, which the browser says again where its words differ from a school’s. */
  readonly title?: string;
};

/** What stands above a sheet on the screen and is never printed: how to use it, under a heading where the sheet has none, and the button that prints. */
export function printBar(use: string, { heading = '', title = '' }: Above = {}): Html {
  return html`<div class="print-bar screen-only" data-said${title.includes('{') ? html` data-title="${title}"` : ''}>${heading === '' ? '' : html`<h1>${markWords(heading)}</h1>`}<p class="lead">${markWords(use)}</p>
<p class="print-bar__ways"><button class="button button--main" type="button" data-print hidden>${icon('print')}Print this page</button></p></div>`;
}
