import { boardHelpLines, HELP_TITLE, notYourFault, type HelpLine } from '../../help/pupil-help.ts';
import { icon, type IconName } from '../../look/icons.ts';
import { html, trusted, type Html } from '../../text/html.ts';
import type { Around, SlideOf } from './slide-html.ts';

const icons: Readonly<Record<HelpLine['id'], IconName>> = {
  school: 'people',
  childline: 'talk',
  'report-remove': 'shield',
  ceop: 'shield',
  '999': 'help',
};

/**
 * Who can help, from our own list: early in the lesson and last in it.
 *
 *     ::: help
 *     :::
 */
export function help({ heading, body }: SlideOf<'help'>, { stage }: Around): Html {
  return helpSlide({ heading, body, stage });
}

/** The help slide; an empty heading gives the usual one, an empty body the sentence that says whose fault it is not. */
export function helpSlide({ heading, body, stage }: { heading: string; body: string; stage: string | null }): Html {
  const lines = boardHelpLines().map(
    ({ id, before, strong, after }) => html`<li>${icon(icons[id])}<span>${before}<b>${strong}</b>${after}</span></li>`,
  );
  const foot = body === '' ? html`<p>${notYourFault({ stage })}</p>` : trusted(body);
  return html`<h2>${heading || HELP_TITLE}</h2>
<ul class="help-lines">${lines}</ul>
<div class="slide__foot">${foot}</div>`;
}
