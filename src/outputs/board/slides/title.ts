import { draw } from '../../../document/to-html.ts';
import { html, type Html } from '../../../text/html.ts';
import { crowd } from './crowd.ts';
import { BOARD_VIEW, type Around, type SlideOf } from './slide-html.ts';

/**
 * The first slide, calm and without a year group.
 *
 *     # Pressure, and who can help
 *     A story about what pressure looks like
 */
export function title(
  { heading, body }: SlideOf<'title'>,
  { nation, stage, setting }: Around,
): Html {
  // What is held for adults is no subject of theirs, and a youth club has none.
  const subject =
    nation === 'England' && stage !== 'adults' && setting === 'school'
      ? html`<p class="slide__chip">PSHE</p>`
      : '';
  return html`${crowd()}${subject}
<h1 class="${heading.length > 57 ? 'long' : ''}">${heading}</h1>
<div class="slide__body">${draw(body, BOARD_VIEW)}</div>`;
}
