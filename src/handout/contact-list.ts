import { ALWAYS_STAND, onPaper } from '../help/on-paper.ts';
import { stands, type Confirmation } from '../help/pupil-help.ts';
import { services, type Service } from '../help/services.ts';
import { html, type Html } from '../text/html.ts';
import { own } from '../text/own.ts';
import { qrCode } from './qr-code.ts';
import type { SheetAudience } from './sheet.ts';

/** What stands on a day: the confirmations of a school, by the id of the contact, and the day. */
export type ContactsOn = { readonly confirmed: Readonly<Record<string, Confirmation>>; readonly today: string };

/** Where the sheet has one side and no more, each contact is a line, without a QR code. */
type ContactLook = { readonly isShort?: boolean };

/** The contacts on an adults’ sheet as they stand on a day: 999 and Childline always, others while somebody has confirmed them (M20); the screen says what is missing. */
export function contactList(audience: Exclude<SheetAudience, 'pupils'>, { confirmed, today, isShort = false }: ContactsOn & ContactLook): Html {
  const { there, missing } = contactsFor(audience, { confirmed, today });
  return html`<ul class="contact-list${isShort ? ' contact-list--short' : ''}">${there.map(isShort ? inOneLine : contact)}</ul>
<p class="write-on"><b>Near us</b> <span data-school="local"></span></p>
${
  missing.length === 0
    ? ''
    : html`<p class="advice screen-only">Left out until somebody at your school confirms them, on “Your school”: ${missing.map(({ name }) => name).join(', ')}.</p>`
}`;
}

/** The services for adults of one kind that stand on a day, and those that wait for somebody to confirm them (M20). */
export function contactsFor(
  audience: Exclude<SheetAudience, 'pupils'>,
  { confirmed, today }: ContactsOn,
): { readonly there: readonly Service[]; readonly missing: readonly Service[] } {
  const all = onPaper[audience].flatMap((id) => services.filter((one) => one.id === id));
  const isThere = ({ id }: Service) => ALWAYS_STAND.includes(id) || stands(own(confirmed, id), today);
  return { there: all.filter(isThere), missing: all.filter((one) => !isThere(one)) };
}

function inOneLine({ name, contacts, use }: Service): Html {
  return html`<li><div><b>${name}</b> ${contacts.join(', ')}: ${withinLine(firstSentence(use))}</div></li>`;
}

// As it goes on behind a colon.
function withinLine(words: string): string {
  return /^[A-Z][a-z]* /.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words;
}

function contact({ name, contacts, use }: Service): Html {
  const web = contacts.find((one) => /^[a-z.]+\.[a-z]{2,}$/.test(one));
  return html`<li>${web === undefined ? '' : qrCode(`https://${web}`, `QR code for ${web}`)}<div><b>${name}</b>${contacts.length === 0 || contacts[0] === name ? '' : html` ${contacts.join(', ')}`}<br />${firstSentence(use)}</div></li>`;
}

/** The first sentence of what a service is for: what follows tells the safeguarding lead what is not printed, and why. */
export function firstSentence(words: string): string {
  return /^.*?\.(?= |$)/.exec(words)?.[0] ?? words;
}
