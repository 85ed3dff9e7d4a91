import { contactLink, siteLink, type ContactsAs } from '../../text/contact-link.ts';
import type { HiddenContacts } from '../../help/national.ts';
import { CEOP_SITE, CHILDLINE_SITE, REPORT_REMOVE_PAGE } from '../../help/numbers.ts';
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
import { shownSteps, type HelpSteps } from './help-steps.ts';

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

const REPORT_REMOVE = 'Report Remove';

/** Steps of help in their order; Report Remove, which is far down on Childline’s site, is a press away where it is named, and a child sees whose site that is. */
export function stepList(steps: HelpSteps, { hidden, contacts = 'links' }: HelpFacts): Html {
  return html`<ol class="next">${shownSteps(steps, hidden).map(({ words, more }) => html`<li>${withReportRemove(words, contacts)}${more === undefined ? '' : html` <span class="next__more">${more}</span>`}</li>`)}</ol>`;
}

function withReportRemove(words: string, contacts: ContactsAs): Html {
  const at = words.indexOf(REPORT_REMOVE);
  if (at < 0) return html`${words}`;
  const named = `${REPORT_REMOVE} (${CHILDLINE_SITE})`;
  const shown =
    contacts === 'links'
      ? siteLink(REPORT_REMOVE_PAGE, owners[CHILDLINE_SITE] ?? '', named)
      : named;
  return html`${words.slice(0, at)}${shown}${words.slice(at + REPORT_REMOVE.length)}`;
}

const owners: Readonly<Partial<Record<string, string>>> = {
  [CHILDLINE_SITE]: 'Childline',
  [CEOP_SITE]: 'CEOP',
};

function trusted(lead: string): Html {
  return html`<li><b>An adult you trust</b>, at home, in school or anywhere${lead === '' ? '' : html`. At ${markWords('{the school}')}, you can ask for <b>${lead}</b>`}</li>`;
}

function helpLine({ id, before, strong, after }: HelpLine, as: ContactsAs | undefined): Html {
  const page = id === 'report-remove' ? REPORT_REMOVE_PAGE : undefined;
  const link = (contact: string) =>
    contactLink(contact, { owner: owners[contact] ?? contact, page }, as);
  const linked = (words: string) => withLinks(words, lineContacts[id], link);
  return html`<li>${linked(before)}<b>${linked(strong)}</b>${linked(after)}</li>`;
}

function withLinks(
  words: string,
  [contact, ...others]: readonly string[],
  link: (contact: string) => Html,
): Html {
  if (contact === undefined) return html`${words}`;
  const [before = '', ...after] = words.split(contact);
  if (after.length === 0) return withLinks(words, others, link);
  return html`${withLinks(before, others, link)}${link(contact)}${withLinks(after.join(contact), others, link)}`;
}
