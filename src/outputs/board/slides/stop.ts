import { draw } from '../../../document/to-html.ts';
import { isEmpty } from '../../../document/nodes.ts';
import { icon } from '../../../ui/icons.ts';
import { html, type Html } from '../../../text/html.ts';
import { BOARD_VIEW, type SlideOf } from './slide-html.ts';

/**
 * The neutral slide at a stop of the film, or of a story told without one, on its own ground, so that the room feels the change from watching to talking.
 *
 *     ### Stop the-ask: What is Alex doing to put pressure on Sam?
 *     Talk in pairs. You can pass.
 */
export function stop({ heading, body, n, of }: SlideOf<'stop'>): Html {
  return html`<p class="slide__chip slide__chip--plum">Stop ${n} of ${of}</p>
<h2 class="${heading.length > 75 ? 'long' : ''}">${heading}</h2>
<div class="slide__foot slide__foot--talk">${icon('talk')}<div>${isEmpty(body) ? html`<p>Talk in pairs. You can pass.</p>` : draw(body, BOARD_VIEW)}</div></div>`;
}
