import { topicData } from '../handouts/help-section.ts';
import { markWords } from '../../text/word-marks.ts';
import { contactLink, type ContactsAs } from '../../text/contact-link.ts';
import { checkedWords } from '../../help/shown.ts';
import type { Service } from '../../help/services.ts';
import { html, type Html } from '../../text/html.ts';
import { contactsFor, firstSentence, type ContactsOn } from '../handouts/contact-list.ts';

/** What adults’ help at home is made of: what stands on a day, the school’s own people and contacts, and whether they can be pressed. */
export type HomeContacts = ContactsOn & {
  readonly local?: string;
  /** The safeguarding lead as the school names them; empty where it has not. */
  readonly lead?: string;
  readonly contacts?: ContactsAs | undefined;
};

/** The adults who read at home, or in a hurry. */
export type HomeAudience = 'parents' | 'staff';

/** True for the name of such an audience. */
export function isHomeAudience(name: string): name is HomeAudience {
  return name === 'parents' || name === 'staff';
}

/** Who helps adults, on a page that is read on a phone: numbers, addresses and sites can be pressed, and each says where it leads. */
export function homeContacts(audience: HomeAudience, on: HomeContacts): Html {
  return html`<ul class="home-contacts" data-home-contacts="${audience}"${topicData(on.topic ?? 'pictures')}>${homeContactItems(audience, on)}</ul>`;
}

/**
 * The items of that list; the last says when the others were checked and by which role (TEACHING
 * 0.1).
 */
export function homeContactItems(audience: HomeAudience, on: HomeContacts): Html {
  const there = [...contactsFor(audience, on), ...contactsFor('home', on)];
  const { lead = '', local = '' } = on;
  return html`${there.map((one) => item(one, on.contacts))}${lead === '' ? '' : html`<li><b>${markWords('{The school}')}</b> ${lead}<br />The safeguarding lead. Ask for them when it opens.</li>`}${local === '' ? '' : html`<li><b>Local help</b> ${local}</li>`}<li>${markWords(checkedWords(there, on.confirmed))}</li>`;
}

function item(
  { name, owner = name, page, contacts, use }: Service,
  as: ContactsAs | undefined,
): Html {
  return html`<li><b>${name}</b> ${contacts.map((one) => html`<span class="home-contacts__one">${contactLink(one, { owner, page }, as)}</span> `)}<br />${firstSentence(use)}</li>`;
}
