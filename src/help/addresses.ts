import { services, type Service } from './services.ts';
import { sources } from './sources.ts';

/**
 * One address that a page may have: a number, a site or an e-mail, whose it is, its audience, and
 * the day its facts were read.
 */
export type Address = {
  readonly address: string;
  readonly owner: string;
  readonly audience: Service['audience'];
  readonly use: string;
  readonly checked: string;
};

const all: readonly Address[] = [
  ...services.flatMap(({ contacts, name, owner = name, audience, use, checked }) =>
    contacts.map((address) => ({ address, owner, audience, use, checked })),
  ),
  ...sources.map(({ host, owner, use, checked }) => ({
    address: host,
    owner,
    audience: 'staff' as const,
    use,
    checked,
  })),
];

/** Every address that any page, sheet or lesson may show, once each; what is not here stands nowhere (M24, H9). */
export const addresses: readonly Address[] = all.filter(
  ({ address }, at) => all.findIndex((one) => one.address === address) === at,
);
