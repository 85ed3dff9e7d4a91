import { icon } from '../../look/icons.ts';
import { html, trusted, type Html } from '../../text/html.ts';
import type { Around, SlideOf } from './slide-html.ts';

/**
 * What the class sees while the film is not playing: a calm card with the content note, and never a frame of the film (M5).
 *
 *     ::: film
 *     The story shows one friend putting pressure on another.
 *     :::
 */
export function film({ from, body }: SlideOf<'film'>, { film: playing }: Around): Html {
  const note = body === '' && playing ? html`<p>${playing.contentNote}</p>` : trusted(body);
  return html`<p class="slide__chip slide__chip--plum">${icon('film')}<span>${playing?.title ?? 'Film'}<span class="film-rests">, paused</span></span></p>
<h2>${filmHeading(from)}</h2>
<div class="slide__body">${note}</div>
<p class="slide__foot">You can look away at any time.</p>`;
}

/** What the card says: the film starts, or goes on after a stop. */
export function filmHeading(from: string | null): string {
  return from === null ? 'The film starts here' : 'The film goes on from here';
}
