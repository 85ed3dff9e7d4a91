import { isHidden, type HiddenContacts } from '../../help/national.ts';
import { CHILDLINE, CHILDLINE_SITE, EMERGENCY, NSPCC, NSPCC_EMAIL } from '../../help/numbers.ts';
import {
  emailLink,
  numberLink,
  siteLink,
  unbroken,
  type ContactsAs,
} from '../../text/contact-link.ts';
import { whoAnswers } from '../../help/who-answers.ts';
import { html, type Html } from '../../text/html.ts';

/** Who is helped: a young person, or an adult who looks after one. */
export type HelpNowFor = 'young people' | 'adults';

/** What someone at the school found to be wrong, and whether numbers and sites can be pressed. */
type HelpNowFacts = {
  readonly hidden?: HiddenContacts | undefined;
  readonly contacts?: ContactsAs | undefined;
};

/** True for the name of one of them. */
export function isHelpNowFor(name: string): name is HelpNowFor {
  return name === 'young people' || name === 'adults';
}

/** The one service to turn to at once, on a page’s first screen: on young people’s pages it stays in view, chat before voice (TEACHING 0.1). */
export function helpNow(who: HelpNowFor, facts: HelpNowFacts): Html {
  return html`<aside class="now${who === 'adults' ? '' : ' now--stays'}" aria-label="Help now" data-help-now="${who}">${helpNowInside(who, facts)}</aside>`;
}

/** What is in it. */
export function helpNowInside(who: HelpNowFor, { hidden, contacts = 'links' }: HelpNowFacts): Html {
  const links = contacts === 'links';
  const service = { 'young people': childline, adults: nspcc }[who];
  const danger = html`<p class="now__danger">In danger now? ${links ? numberLink(EMERGENCY, `Call ${EMERGENCY}`) : html`Call <b>${EMERGENCY}</b>.`}</p>`;
  return isHidden({ id: service.id }, hidden)
    ? danger
    : html`${links ? service.links : service.words}${danger}`;
}

// A link says where it goes.
function way(words: string, where: string): Html {
  return html`${words} <span class="now__where">${where}</span>`;
}

const childline = {
  id: 'childline',
  links: html`<p class="now__who"><b>Childline</b><span class="now__more">: a counsellor listens, for free.</span></p>
<p class="now__ways">${siteLink(CHILDLINE_SITE, 'Childline', way('Chat online', CHILDLINE_SITE))}${numberLink(CHILDLINE, `Call ${CHILDLINE}`)}</p>`,
  words: html`<p><b>Childline</b>: chat on ${CHILDLINE_SITE}, or call <b>${unbroken(CHILDLINE)}</b>, free.</p>`,
};

const nspcc = {
  id: 'nspcc',
  links: html`<p><b>NSPCC helpline</b>: for adults worried about a child.</p>
<p class="now__ways">${numberLink(NSPCC, `Call ${NSPCC}`)}${emailLink(NSPCC_EMAIL, way('Write an email', NSPCC_EMAIL))}</p>
<p class="now__then">${whoAnswers.nspcc.words}</p>`,
  words: html`<p><b>NSPCC helpline</b>, for adults worried about a child: <b>${unbroken(NSPCC)}</b>, or ${NSPCC_EMAIL}. ${whoAnswers.nspcc.words}</p>`,
};
