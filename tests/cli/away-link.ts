import { knownNumbers, servicesOf } from '../../src/help/known-contacts.ts';
import { services } from '../../src/help/services.ts';
import { readContacts } from '../../src/help/read-contacts.ts';

/** What is wrong with an address that leads away, rings or writes: only numbers, e-mail addresses and first pages of services on the list may, and a service’s own page on another’s site (M24); null where nothing is, undefined where it stays in the site. */
export function awayWrong(address: string): string | null | undefined {
  const [, scheme = '', rest = ''] = /^(tel|sms|mailto|https?):(.*)$/.exec(address) ?? [];
  if (scheme === '') return undefined;
  // A message that its sender addresses goes to no one of ours.
  if (scheme === 'mailto' && rest.startsWith('?') && !/[?&](?:to|cc|bcc)=/i.test(rest)) return null;
  if (scheme === 'https' && services.some(({ page }) => `//${page ?? ''}/` === rest)) return null;
  if (scheme === 'http' || (scheme === 'https' && !/^\/\/[a-z.]+\/$/.test(rest))) {
    return 'leads to another place than a service’s own first page';
  }
  if (scheme === 'tel' || scheme === 'sms') {
    return knownNumbers.has(rest) ? null : 'rings or texts a number off the list';
  }
  const [found] = readContacts(rest.replace(/^\/\/(.*)\/$/, '$1'), knownNumbers);
  return found !== undefined && servicesOf(found).length > 0 ? null : 'leads off the list';
}
