import { contactLink } from '../help/contact-link.ts';
import type { HiddenContacts } from '../help/national.ts';
import { HELP_TITLE, helpAllTheSame, notYourFault, pupilHelpLines, type HelpLine } from '../help/pupil-help.ts';
import { html, type Html } from '../text/html.ts';

/** What somebody at the school found to be wrong. */
export type HelpFacts = { readonly hidden?: HiddenContacts | undefined };

/** Older pupils' help: these pages are for young people at home. */
const STAGE = 'KS3';

/** Who can help, for young people at home: four routes at most, and 999. */
export function pupilHelpBlock(facts: HelpFacts): Html {
  return html`<div class="help" role="group" aria-label="${HELP_TITLE}"><p class="help__title">${HELP_TITLE}</p>
<ul data-home-help>${homeHelpLines(facts)}</ul><p>${notYourFault({ stage: STAGE })} ${helpAllTheSame({ stage: STAGE })}</p></div>`;
}

/** The lines of that help, as list items. */
export function homeHelpLines({ hidden }: HelpFacts): Html {
  return html`${pupilHelpLines({ stage: STAGE, hidden }).map(helpLine)}`;
}

// What else is a number says an age.
const CONTACT = /(0800 1111|\b999\b|childline\.org\.uk|ceop\.police\.uk)/;

// Report Remove is on Childline’s site.
const owners: Readonly<Partial<Record<string, string>>> = { 'childline.org.uk': 'Childline', 'ceop.police.uk': 'CEOP' };

function helpLine({ id, before, strong, after }: HelpLine): Html {
  if (id === 'school') return html`<li><b>An adult you trust</b>, at home, in school or anywhere</li>`;
  return html`<li>${withLinks(before)}<b>${withLinks(strong)}</b>${withLinks(after)}</li>`;
}

function withLinks(words: string): Html {
  return html`${words.split(CONTACT).map((part, at) => (at % 2 === 0 ? part : contactLink(part, owners[part] ?? part)))}`;
}
