import { contactLink, type ContactsAs } from '../../text/contact-link.ts';
import type { HiddenContacts } from '../../help/national.ts';
import { CEOP_SITE, CHILDLINE_SITE } from '../../help/numbers.ts';
import {
  HELP_TITLE,
  helpAllTheSame,
  lineContacts,
  notYourFault,
  pupilHelpLines,
  type HelpLine,
} from '../../help/pupil-help.ts';
import { whoAnswers } from '../../help/who-answers.ts';
import { html, type Html } from '../../text/html.ts';
import { markWords } from '../../text/word-marks.ts';

/** What someone at the school found to be wrong, and whether numbers and sites can be pressed. */
export type HelpFacts = {
  readonly hidden?: HiddenContacts | undefined;
  readonly contacts?: ContactsAs | undefined;
  /** The safeguarding lead as the school names them, `Ms Khan, Room 14`; empty where it has not. */
  readonly lead?: string | undefined;
};

/** Older pupils' help: these pages are for young people at home. */
const STAGE = 'KS3';

/** Who can help, for young people at home: four routes at most, and 999. */
export function pupilHelpBlock(facts: HelpFacts): Html {
  return html`<div class="help" role="group" aria-label="${HELP_TITLE}"><p class="help__title">${HELP_TITLE}</p>
<ul data-home-help>${homeHelpLines(facts)}</ul><p><b>If you chat with Childline or call:</b> ${whoAnswers.childline.words}</p><p>${notYourFault({ stage: STAGE })} ${helpAllTheSame({ stage: STAGE })}</p></div>`;
}

/** The lines of that help, as list items. */
export function homeHelpLines({ hidden, contacts, lead = '' }: HelpFacts): Html {
  return html`${pupilHelpLines({ stage: STAGE, hidden }).map((line) => (line.id === 'school' ? trusted(lead) : helpLine(line, contacts)))}`;
}

// Report Remove is on Childline’s site.
const owners: Readonly<Partial<Record<string, string>>> = {
  [CHILDLINE_SITE]: 'Childline',
  [CEOP_SITE]: 'CEOP',
};

function trusted(lead: string): Html {
  return html`<li><b>An adult you trust</b>, at home, in school or anywhere${lead === '' ? '' : html`. At ${markWords('{the school}')}, you can ask for <b>${lead}</b>`}</li>`;
}

function helpLine({ id, before, strong, after }: HelpLine, as: ContactsAs | undefined): Html {
  const linked = (words: string) => withLinks(words, lineContacts[id], as);
  return html`<li>${linked(before)}<b>${linked(strong)}</b>${linked(after)}</li>`;
}

function withLinks(
  words: string,
  [contact, ...others]: readonly string[],
  as: ContactsAs | undefined,
): Html {
  if (contact === undefined) return html`${words}`;
  const [before = '', ...after] = words.split(contact);
  if (after.length === 0) return withLinks(words, others, as);
  return html`${withLinks(before, others, as)}${contactLink(contact, owners[contact] ?? contact, as)}${withLinks(after.join(contact), others, as)}`;
}
