import { HELP_TITLE, helpAllTheSame, notYourFault, pupilHelpLines, type Confirmations, type HelpLine } from '../help/pupil-help.ts';
import { numberLink } from '../help/number-link.ts';
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

// The lines with a number to ring; what else is a number says an age.
const RING: readonly HelpLine['id'][] = ['childline', '999'];

function helpLine({ id, before, strong, after }: HelpLine): Html {
  if (id === 'school') return html`<li><b>An adult you trust</b>, at home, in school or anywhere</li>`;
  const said = (words: string): Html => (RING.includes(id) ? withNumbers(words) : html`${words}`);
  return html`<li>${said(before)}<b>${said(strong)}</b>${said(after)}</li>`;
}

function withNumbers(words: string): Html {
  return html`${words.split(/(\d[\d ]*\d)/).map((part, at) => (at % 2 === 0 ? part : numberLink(part)))}`;
}
