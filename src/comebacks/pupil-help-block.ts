import { HELP_TITLE, helpAllTheSame, notYourFault, pupilHelpLines, type Confirmations, type HelpLine } from '../help/pupil-help.ts';
import { html, type Html } from '../text/html.ts';

/** The day, `2026-11-24`, and what a person has confirmed (M20). */
export type HelpFacts = { readonly today: string; readonly confirmed?: Confirmations };

/** Older pupils' help: these pages are for young people at home. */
const STAGE = 'KS3';

/** Who can help, for young people at home: four routes at most, and 999. */
export function pupilHelpBlock(facts: HelpFacts): Html {
  return html`<div class="help" role="group" aria-label="${HELP_TITLE}"><p class="help__title">${HELP_TITLE}</p>
<ul data-home-help>${homeHelpLines(facts)}</ul><p>${notYourFault({ stage: STAGE })} ${helpAllTheSame({ stage: STAGE })}</p></div>`;
}

/** The lines of that help, as list items. */
export function homeHelpLines({ today, confirmed = {} }: HelpFacts): Html {
  return html`${pupilHelpLines({ stage: STAGE, confirmed }, today).map(helpLine)}`;
}

function helpLine({ id, before, strong, after }: HelpLine): Html {
  if (id === 'school') return html`<li><b>An adult you trust</b>, at home, in school or anywhere</li>`;
  return html`<li>${toRing(before)}<b>${toRing(strong)}</b>${toRing(after)}</li>`;
}

// At home there is a telephone; the words of the link are the number it rings.
function toRing(words: string): Html {
  return html`${words.split(/(\d[\d ]*\d)/).map((part, at) => (at % 2 === 0 ? part : html`<a href="tel:${part.replaceAll(' ', '')}">${part.replaceAll(' ', '\u00a0')}</a>`))}`;
}
