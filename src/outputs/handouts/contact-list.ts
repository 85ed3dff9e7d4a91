import { markWords } from '../../text/word-marks.ts';
import { contactIds } from '../../help/on-paper.ts';
import { type HelpTopic } from '../../subjects/help-topics.ts';
import { services, type Service } from '../../help/services.ts';
import { checkedWords, isShown, type ContactChecks } from '../../help/shown.ts';
import { isSite } from '../../text/contact-link.ts';
import { html, type Html } from '../../text/html.ts';
import { qrCode } from '../../ui/qr-code.ts';
import type { SheetAudience } from './sheet.ts';

/** What a school has checked and hidden, the day, and what the lesson is about, where it is of one. */
export type ContactsOn = ContactChecks & {
  readonly today: string;
  readonly topic?: HelpTopic | undefined;
};

/** Where the sheet has one side and no more, each contact is a line, without what it is for and without a QR code. */
type ContactLook = { readonly isShort?: boolean };

/** The contacts on an adults’ sheet on a day: national ones always, with who last checked them and when; others while someone has confirmed them (TEACHING 0.1). */
export function contactList(
  audience: Exclude<SheetAudience, 'pupils'>,
  { isShort = false, ...on }: ContactsOn & ContactLook,
): Html {
  const there = contactsFor(audience, on);
  return html`<ul class="contact-list${isShort ? ' contact-list--short' : ''}">${there.map(isShort ? inOneLine : contact)}</ul>
<p class="write-on"><b>Local help</b> <span data-school="local"></span></p>
<p>${markWords(checkedWords(there, on.confirmed))}</p>`;
}

/** The services for adults of one kind that are shown on a day, in their order. */
export function contactsFor(
  audience: Exclude<SheetAudience, 'pupils'> | 'home',
  on: ContactsOn,
): readonly Service[] {
  return contactIds(audience, on.topic)
    .flatMap((id) => services.filter((one) => one.id === id))
    .filter((one) => isShown(one, on));
}

function inOneLine({ name, contacts }: Service): Html {
  return html`<li><div><b>${name}</b> ${contacts.join(', ')}</div></li>`;
}

function contact({ name, contacts, use }: Service, at: number, all: readonly Service[]): Html {
  const web = contacts.find(isSite);
  // QR codes are for adults’ sheets alone (M10). Two services of one site share its code, which stands beside the first of them.
  const isFirst = web !== undefined && all.findIndex((one) => one.contacts.includes(web)) === at;
  const ways = contacts.map((one) => html` <span class="contact-list__one">${one}</span>`);
  return html`<li>${isFirst ? qrCode(`https://${web}`, `QR code for ${web}`) : ''}<div><b>${name}</b>${ways}<br />${firstSentence(use)}</div></li>`;
}

/** The first sentence of what a service is for: what follows tells the safeguarding lead what is not printed, and why. */
export function firstSentence(words: string): string {
  return /^.*?\.(?= |$)/.exec(words)?.[0] ?? words;
}
