import { html, type Html } from './html.ts';

/** True for a web address as it is printed, `childline.org.uk`: neither a number nor an e-mail. */
export function isSite(contact: string): boolean {
  return /^(?:[a-z\d-]+\.)+[a-z]{2,}$/.test(contact);
}

/** How a page has its contacts: to be pressed, or as words on devices that a class shares, so that no tablet rings and no page leads away (M10, TEACHING 0.1). */
export type ContactsAs = 'links' | 'words';

/** Whose site a contact is, and the page of it that a link leads to where that is not its first. */
type Site = { readonly owner: string; readonly page?: string | undefined };

/** A contact as a page at home shows it: a number rings, `text … to 85258` opens a message, an e-mail address a letter, and a site opens in a new tab without telling it where from. */
export function contactLink(
  contact: string,
  { owner, page }: Site,
  as: ContactsAs = 'links',
): Html {
  const isNumber = /^\d[\d ]*$/.test(contact);
  if (as === 'words') return html`${isNumber ? unbroken(contact) : contact}`;
  if (isNumber) return numberLink(contact);
  if (/^[\w.+-]+@[\w.-]+$/.test(contact)) return emailLink(contact);
  if (isSite(contact)) return siteLink(page ?? contact, owner, contact);
  const [, before, number] = /^(text .* to )(\d+)$/.exec(contact) ?? [];
  return number === undefined
    ? html`${contact}`
    : html`${before}<a href="sms:${number}">${number}</a>`;
}

/** A telephone number that rings with one press, never broken at the end of a line. */
export function numberLink(number: string, words = number): Html {
  return html`<a href="tel:${number.replaceAll(' ', '')}">${unbroken(words)}</a>`;
}

/** An address that opens a letter. */
export function emailLink(address: string, words: Html | string = address): Html {
  return html`<a href="mailto:${address}">${words}</a>`;
}

/** A number as words that stay in one line. */
export function unbroken(number: string): string {
  return number.replaceAll(' ', '\u00a0');
}

/** A site, or a page of it, that opens in a new tab without being told where from; those who cannot see it hear whose it is. */
export function siteLink(address: string, owner: string, words: Html | string = address): Html {
  return html`<a class="away-link" href="https://${address}/" target="_blank" rel="noopener noreferrer">${words}<span class="unseen">, opens ${owner}’s own site in a new tab</span></a>`;
}
