import type { Document } from '../document/nodes.ts';
import { draw } from '../document/to-html.ts';
import { html } from '../text/html.ts';
import { headingHeight, isFull } from './is-full.ts';
import { BOARD_VIEW, type SlideKind } from './slide-kind.ts';
import { isStory } from './story.ts';
import { withVoices } from './voices.ts';

/**
 * A heading and what is below it.
 *
 *     ### We look after each other
 *     - We listen.
 */
export const text: SlideKind = {
  fence: null,
  icon: 'list',
  label: () => 'Slide',
  words: {},
  whenFull: 'Shorten it, or split it with a line “---”',
  hasTasks: true,
  draw: ({ heading, body }, { names }) =>
    html`${heading === '' ? '' : html`<h2>${heading}</h2>`}
<div class="slide__body${lookOf(heading, body)}">${draw(withVoices(body, { above: headingHeight(heading), names }), BOARD_VIEW)}</div>`,
};

function lookOf(heading: string, body: Document): string {
  if (isStory(heading, body)) return ' slide__body--story';
  return isFull(body, headingHeight(heading)) ? ' slide__body--full' : '';
}
