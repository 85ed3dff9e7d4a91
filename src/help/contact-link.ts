import { html, type Html } from '../text/html.ts';
import { numberLink } from './number-link.ts';

/** A contact as a page at home shows it: a number rings, `text … to 85258` opens a message, an e-mail address a letter, and a site opens in a new tab without telling it where from; `owner` is whose site it is. */
export function contactLink(contact: string, owner: string): Html {
  if (/^\d[\d ]*$/.test(contact)) return numberLink(contact);
  if (/^[\w.+-]+@[\w.-]+$/.test(contact)) return html`<a href="mailto:${contact}">${contact}</a>`;
  if (/^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(contact)) return siteLink(contact, owner);
  const [, before, number] = /^(text .* to )(\d+)$/.exec(contact) ?? [];
  return number === undefined ? html`${contact}` : html`${before}<a href="sms:${number}">${number}</a>`;
}

function siteLink(host: string, owner: string): Html {
  return html`<a class="away-link" href="https://${host}/" target="_blank" rel="noopener noreferrer">${host}<span class="unseen">, opens ${owner}’s own site in a new tab</span></a>`;
}
