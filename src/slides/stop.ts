import { draw } from '../document/to-html.ts';
import { isEmpty } from '../document/nodes.ts';
import { icon } from '../ui/icons.ts';
import { html } from '../text/html.ts';
import { BOARD_VIEW, SHORTEN, type SlideKind } from './slide-kind.ts';

/** Which stop a slide is of: number `n` of `of` (M5). */
export type StopPlace = { readonly stop: string; readonly n: number; readonly of: number };

/**
 * The neutral slide at a stop of the film, or of a story told without one, on its own ground, so that the room feels the change from watching to talking.
 *
 *     ### Stop the-ask: What is Alex doing to put pressure on Sam?
 *     Talk in pairs. You can pass.
 */
export const stop: SlideKind<StopPlace> = {
  fenceHeading: null,
  label: ({ n, of }) => `Stop ${n} of ${of}`,
  words: { stop: 'no words', n: 'no words', of: 'no words' },
  whenFull: SHORTEN,
  hasTasks: false,
  draw: ({ heading, body, n, of }) =>
    html`<p class="slide__chip slide__chip--plum">Stop ${n} of ${of}</p>
<h2 class="${heading.length > 75 ? 'long' : ''}">${heading}</h2>
<div class="slide__foot slide__foot--talk">${icon('talk')}<div>${isEmpty(body) ? html`<p>Talk in pairs. You can pass.</p>` : draw(body, BOARD_VIEW)}</div></div>`,
};
