import { contactValues, type ContactWords } from './read-contacts.ts';
import { services, type Service } from './services.ts';
import { sources } from './sources.ts';

/** A number or address that is still copied from page to page and leads nowhere good; `instead` says what to print. */
type StaleContact = { readonly contact: string; readonly instead: string };

/** What is known to be out of date (H9, M24). */
export const staleContacts: readonly StaleContact[] = [
  {
    contact: '0800 131 3126',
    instead: 'Staffordshire children’s services 0300 111 8007, for adults',
  },
  {
    contact: '0844 381 4772',
    instead: 'the Professionals Online Safety Helpline 0344 381 4772, for staff',
  },
  {
    contact: 'thinkuknow.co.uk',
    instead: 'ceopeducation.co.uk in the notes, or the CEOP Safety Centre, ceop.police.uk',
  },
  { contact: 'knowaboutcse.co.uk', instead: 'the help slide, “::: help”' },
  {
    contact: 'staffsscb.org.uk',
    instead: 'Staffordshire children’s services 0300 111 8007, for adults',
  },
];

const listed: readonly { readonly value: string; readonly service: Service }[] = services.flatMap(
  (service) => service.contacts.flatMap(contactValues).map((value) => ({ value, service })),
);

const staleByValue = staleContacts.map((stale) => ({
  stale,
  values: contactValues(stale.contact),
}));

/** The numbers that are known, good or out of date, as they are dialled. */
export const knownNumbers: ReadonlySet<string> = new Set(
  [
    ...listed.map(({ value }) => value),
    ...staleContacts.flatMap(({ contact }) => contactValues(contact)),
  ].filter((value) => /^\d+$/.test(value)),
);

/** The services that a number or address belongs to; none where it is on no list. */
export function servicesOf(contact: ContactWords): readonly Service[] {
  return listed.filter(({ value }) => isAt(contact, value)).map(({ service }) => service);
}

/** What replaces a contact that is known to be out of date, or null. */
export function staleOf(contact: ContactWords): StaleContact | null {
  const host = { ...contact, value: contact.value.split('@').at(-1) ?? '' };
  return (
    staleByValue.find(({ values }) => values.some((value) => isAt(host, value)))?.stale ?? null
  );
}

/** True for an address that may be cited to adults. */
export function isCitable(contact: ContactWords): boolean {
  return contact.kind === 'web' && sources.some(({ host }) => isAt(contact, host));
}

function isAt({ kind, value }: ContactWords, wanted: string): boolean {
  return (
    value === wanted ||
    (kind !== 'phone' &&
      !wanted.includes('@') &&
      value.endsWith(`.${wanted}`) &&
      !value.includes('@'))
  );
}
