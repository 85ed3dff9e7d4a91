import { draw } from '../../../document/to-html.ts';
import { html, type Html } from '../../../text/html.ts';
import { headingHeight, isFull } from './is-full.ts';
import { BOARD_VIEW, type SlideOf } from './slide-html.ts';

/**
 * A heading and what is below it.
 *
 *     ### We look after each other
 *     - We listen.
 */
export function text({ heading, body }: SlideOf<'text'>): Html {
  return html`${heading === '' ? '' : html`<h2>${heading}</h2>`}
<div class="slide__body${isFull(body, headingHeight(heading)) ? ' slide__body--full' : ''}">${draw(body, BOARD_VIEW)}</div>`;
}
