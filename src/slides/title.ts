import { draw } from '../document/to-html.ts';
import { html } from '../text/html.ts';
import { crowd } from './crowd.ts';
import { BOARD_VIEW, SHORTEN, type SlideKind } from './slide-kind.ts';

/**
 * The first slide, calm and without a year group.
 *
 *     # Pressure, and who can help
 *     A story about what pressure looks like
 */
export const title: SlideKind = {
  fenceHeading: null,
  label: () => 'Title',
  words: {},
  whenFull: SHORTEN,
  hasTasks: false,
  draw({ heading, body }, { nation, stage, setting }) {
    // What is held for adults is no subject of theirs, and a youth club has none.
    const subject =
      nation === 'England' && stage !== 'adults' && setting === 'school'
        ? html`<p class="slide__chip">PSHE</p>`
        : '';
    return html`${crowd()}${subject}
<h1 class="${heading.length > 57 ? 'long' : ''}">${heading}</h1>
<div class="slide__body">${draw(body, BOARD_VIEW)}</div>`;
  },
};
