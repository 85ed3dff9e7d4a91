import { icon } from '../../look/icons.ts';
import { html, trusted, type Html } from '../../text/html.ts';
import type { SlideOf } from './slide-html.ts';

/**
 * What the class sees while the film is not playing: a calm card with the content note, and never a frame of the film (M5).
 *
 *     ::: film
 *     The story shows one friend putting pressure on another.
 *     :::
 */
export function film({ from, body }: SlideOf<'film'>): Html {
  return html`<p class="slide__chip slide__chip--plum">${icon('film')}<span class="film-waits">Film</span><span class="film-rests">Film paused</span></p>
<h2>${filmHeading(from)}</h2>
<div class="slide__body">${trusted(body)}</div>
<p class="slide__foot slide__foot--talk">You can look away or step out quietly.</p>`;
}

/** What the card says: the film starts, or goes on after a stop. */
export function filmHeading(from: string | null): string {
  return from === null ? 'The film starts here' : 'The film goes on from here';
}
