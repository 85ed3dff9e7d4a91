import { html, trusted, type Html } from '../../text/html.ts';
import { boardHelpLines } from './help-lines.ts';
import type { SlideOf } from './slide-html.ts';

/**
 * Who can help, from our own list: early in the lesson and last in it.
 *
 *     ::: help
 *     :::
 */
export function help({ heading, body }: SlideOf<'help'>): Html {
  return helpSlide(heading, body);
}

/** The help slide with a heading of its own; empty text gives the usual one. */
export function helpSlide(heading: string, body: string): Html {
  const lines = boardHelpLines().map(({ name, detail }) => html`<li><b>${name}</b><span>${detail}</span></li>`);
  return html`<h2>${heading || 'Who can help'}</h2>
<ul class="help-lines">${lines}</ul>
<div class="slide__foot">${trusted(body || '<p>You can ask for help for yourself or for a friend.</p>')}</div>`;
}
