import { checkedUntil, isCurrent } from '../help/confirmation.ts';
import { isHidden, isNational, NEVER_CHECKED } from '../help/national.ts';
import { isHere } from '../help/nations.ts';
import { paperFor, papersOf, type PaperFor } from '../help/on-paper.ts';
import { services, type Service } from '../help/services.ts';
import { isCheckDue, isShown } from '../help/shown.ts';
import { listWords } from '../text/list-words.ts';
import { own } from '../text/own.ts';
import type { School } from './school.ts';

/** How a contact stands on a day: always, checked until a day, checked too long ago, not yet checked by anyone, or hidden because it is wrong. */
export type ContactState =
  | { readonly is: 'always' }
  | { readonly is: 'checked'; readonly on: string; readonly by: string; readonly until: string }
  | { readonly is: 'lapsed'; readonly on: string }
  | { readonly is: 'waiting' }
  | { readonly is: 'hidden' };

type Checks = Pick<School, 'confirmed' | 'hidden'> & Partial<Pick<School, 'nation'>>;

/** How one contact of the list stands. */
export function contactState(
  { confirmed, hidden }: Checks,
  { id }: Pick<Service, 'id'>,
  today: string,
): ContactState {
  if (NEVER_CHECKED.includes(id)) return { is: 'always' };
  if (isHidden({ id }, hidden)) return { is: 'hidden' };
  const one = own(confirmed, id);
  // A day that is still to come is a slip of the pen or of a clock: no one has checked then.
  if (one === undefined || today < one.on) return { is: 'waiting' };
  return isCurrent(one, today)
    ? { is: 'checked', ...one, until: checkedUntil(one) }
    : { is: 'lapsed', on: one.on };
}

/** The contacts that need someone’s check because some paper has a place for them: national ones first, those for children’s sheets before others; of one nation’s own, those of the school’s. */
export function contactsToConfirm({ nation }: Pick<Checks, 'nation'> = {}): readonly Service[] {
  const rank = (one: Service) =>
    (isNational(one) ? 0 : 10) + paperFor.findIndex((paper) => papersOf(one).includes(paper));
  return services
    .filter((one) => !NEVER_CHECKED.includes(one.id) && papersOf(one).length > 0)
    .filter((one) => isHere(one, nation))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** What is left off someone’s paper on a day: hidden because it is wrong, or neither national nor confirmed within six months (TEACHING 0.1). */
export function leftOff(school: Checks, paper: PaperFor, today: string): readonly Service[] {
  return contactsToConfirm(school).filter(
    (one) => papersOf(one).includes(paper) && !isShown(one, { ...school, today }),
  );
}

/** The national contacts that no one has checked within six months: they stay where they are, and the school is reminded. */
export function checksDue(school: Checks, today: string): readonly Service[] {
  return contactsToConfirm(school).filter((one) => isCheckDue(one, { ...school, today }));
}

/** What is due, without a full stop: `No one has checked this helpline in the last six months: Shout`; empty where nothing is. */
export function checksDueWords(school: Checks, today: string): string {
  const due = checksDue(school, today).map(({ name }) => name);
  if (due.length === 0) return '';
  return `${uncheckedWords(due.length === 1 ? 'this helpline' : `these ${due.length} helplines`)}: ${listWords(due)}`;
}

/** The same of helplines in other words: `No one has checked the helplines in the last six months`. */
export function uncheckedWords(what: string): string {
  return `No one has checked ${what} in the last six months`;
}

/** What a check that is due does not change. */
export const STILL_SHOWN = 'National ones are still shown.';

/** How many contacts someone has checked within six months, and how many could be. */
export function contactsStanding(
  school: Checks,
  today: string,
): { readonly standing: number; readonly of: number } {
  const all = contactsToConfirm(school);
  return {
    standing: all.filter((one) => contactState(school, one, today).is === 'checked').length,
    of: all.length,
  };
}

/** What someone does before they tick a contact, in a sentence. */
export function whatToCheck({
  name,
  contacts,
  page,
}: Pick<Service, 'name' | 'contacts' | 'page'>): string {
  const [first] = contacts;
  if (first === undefined) {
    return `Find ${name} by their own page, and check that it still runs and who it is for.`;
  }
  if (page !== undefined) {
    return `Open https://${page}/, where links lead, and check that ${name} is there, and who it is for.`;
  }
  if (/[a-z]\.[a-z]/.test(first)) {
    return `Open ${first} and check that it is theirs, what it does, and who it is for.`;
  }
  // No one rings the police to see whether they are there.
  return `Look ${first} up on their own page${/^\d{3}$/.test(first) ? '' : ', or ring it'}: is it still theirs, and who is it for?`;
}
