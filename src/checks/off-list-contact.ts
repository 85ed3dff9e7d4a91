import { isCitable, servicesOf, staleOf } from '../help/known-contacts.ts';
import { services } from '../help/services.ts';
import type { FoundContact } from './contacts-in.ts';
import { findingAtContact } from './finding-at-contact.ts';
import type { Finding, Hazard } from './hazard.ts';

const NUMBER =
  'is on no list of checked numbers, and a wrong number leaves a child alone when they call. Use “::: help”, or a number of the list such as Childline 0800 1111';
const ADDRESS =
  'is on no list of checked addresses, and one that has lapsed may be bought and show anything. Use one of the list such as childline.org.uk, or leave it out';
const SOURCE =
  'is a source for adults, and a pupil who goes there finds no help. Move it into the notes or into “sources:”';

/**
 * H9, M24: a number, e-mail or web address that no one has checked, or one under another service's
 * name. Listed ones may still await confirmation.
 */
export const offListContact: Hazard = {
  row: 'H9',
  code: 'off-list-contact',
  severity: 'error',
  audience: 'everyone',
  source:
    'Nominet on lapsed domains: a children’s series’ old address came to serve adult content; src/help/services.ts',
  find: ({ contacts }) => contacts.flatMap((contact, at) => judge(contact, contacts[at - 1])),
};

function judge(contact: FoundContact, before: FoundContact | undefined): readonly Finding[] {
  if (staleOf(contact) !== null) return [];
  if (servicesOf(contact).length > 0) return misnamed(contact, before);
  // What adults read may lead anywhere that is public: it is a source, and no one calls it for help.
  if (contact.isCited && contact.kind === 'web') return [];
  if (isCitable(contact)) return [findingAtContact(contact, SOURCE)];
  return [findingAtContact(contact, contact.kind === 'phone' ? NUMBER : ADDRESS)];
}

const named = services.filter(({ contacts }) => contacts.length > 0);

// A number follows the name of its service, with no other contact between them; 999 and its like follow anything.
function misnamed(contact: FoundContact, before: FoundContact | undefined): readonly Finding[] {
  const { textBlock, index, kind, value } = contact;
  if (kind !== 'phone' || value.length < 5) return [];
  const from = before?.textBlock === textBlock ? before.index + before.words.length : 0;
  const between =
    textBlock.text
      .slice(Math.max(from, index - 60), index)
      .split(/[.!?;]\s/)
      .at(-1) ?? '';
  const last = named
    .map((service) => ({ service, at: between.toLowerCase().lastIndexOf(plain(service.name)) }))
    .reduce((best, one) => (one.at > best.at ? one : best), { service: undefined, at: -1 } as {
      service: (typeof named)[number] | undefined;
      at: number;
    });
  const owners = servicesOf(contact);
  if (last.service === undefined || owners.includes(last.service)) return [];
  const rest = `is given as the number of ${last.service.name} but belongs to ${owners[0]?.name ?? ''}, so a child reaches the wrong people. Write ${last.service.contacts[0] ?? ''}`;
  return [findingAtContact(contact, rest)];
}

function plain(name: string): string {
  return name.replaceAll('’', "'").toLowerCase();
}
