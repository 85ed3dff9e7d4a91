import { icon } from '../../../ui/icons.ts';
import { html, trusted, type Html } from '../../../text/html.ts';
import { isFull } from './is-full.ts';
import type { Around, SlideOf } from './slide-html.ts';

/** The height of chip, heading and foot, of 720. */
const AROUND = 310;

/**
 * What the class sees while the film is not playing: a calm card with what is in it and a quiet way out, and never a frame of the film (M4, M5).
 * The content note stands in the lesson's head; else the film's own is shown where nothing is written here. It stands once, before the film's first part.
 * That it ends with help is promised of a film whose film.yaml says so, and of no other.
 *
 *     ::: film
 *     The story shows one friend putting pressure on another.
 *     :::
 */
export function film(
  { from, body }: SlideOf<'film'>,
  { film: playing, contentNote, playsToEnd }: Around,
): Html {
  const inIt = contentNote || (body === '' && playing ? playing.contentNote : '');
  const ending = playing?.endsWithHelp === true && playsToEnd ? 'It ends with help.' : '';
  const note = from === null ? [inIt, ending].filter(Boolean).join(' ') : '';
  const inside = html`${note === '' ? '' : html`<p>${note}</p>`}${trusted(body)}`;
  return html`<p class="slide__chip slide__chip--plum">${icon('film')}<span>${playing?.title ?? 'Film'}<span class="film-rests">, paused</span></span></p>
<h2>${filmHeading(from)}</h2>
<div class="slide__body${isFull(`${inside}`, AROUND) ? ' slide__body--full' : ''}">${inside}</div>
<p class="slide__foot">You can look away, or step out quietly, at any time.</p>`;
}

/** What the card says: the film starts, or goes on after a stop. */
export function filmHeading(from: string | null): string {
  return from === null ? 'The film starts here' : 'The film goes on from here';
}
