import { icon } from '../../../ui/icons.ts';
import { html, trusted, type Html } from '../../../text/html.ts';
import type { SlideOf } from './slide-html.ts';

/**
 * The neutral slide at a stop of the film, or of a story told without one, on its own ground, so that the room feels the change from watching to talking.
 *
 *     ### Stop the-ask: What is Alex doing to put pressure on Sam?
 *     Talk in pairs. You can pass.
 */
export function stop({ heading, body, n, of }: SlideOf<'stop'>): Html {
  return html`<p class="slide__chip slide__chip--plum">Stop ${n} of ${of}</p>
<h2 class="${heading.length > 75 ? 'long' : ''}">${heading}</h2>
<div class="slide__foot slide__foot--talk">${icon('talk')}<div>${trusted(body || '<p>Talk in pairs. You can pass.</p>')}</div></div>`;
}
