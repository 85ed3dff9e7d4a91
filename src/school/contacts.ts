import { ALWAYS_STAND, paperFor, papersOf, type PaperFor } from '../help/on-paper.ts';
import { stands, type Confirmations } from '../help/pupil-help.ts';
import { services, type Service } from '../help/services.ts';
import { own } from '../text/own.ts';
import { monthsAfter } from '../text/day.ts';
import type { School } from './school.ts';

/** How a contact stands on a day: always, until a day, no longer, or not yet confirmed by anyone. */
export type ContactState =
  | { readonly is: 'always' }
  | { readonly is: 'stands'; readonly on: string; readonly by: string; readonly until: string }
  | { readonly is: 'lapsed'; readonly on: string }
  | { readonly is: 'waiting' };

/** How one contact of the list stands. */
export function contactState({ confirmed }: Pick<School, 'confirmed'>, { id }: Pick<Service, 'id'>, today: string): ContactState {
  if (ALWAYS_STAND.includes(id)) return { is: 'always' };
  const one = own(confirmed, id);
  if (one === undefined) return { is: 'waiting' };
  if (!stands(one, today)) return { is: 'lapsed', on: one.on };
  return { is: 'stands', ...one, until: monthsAfter(one.on, 6) };
}

/** The contacts that need somebody’s tick because some paper has a place for them, those for children’s sheets first. */
export function contactsToConfirm(): readonly Service[] {
  const rank = (one: Service) => paperFor.findIndex((paper) => papersOf(one).includes(paper));
  return services.filter((one) => !ALWAYS_STAND.includes(one.id) && papersOf(one).length > 0).toSorted((a, b) => rank(a) - rank(b));
}

/** What is left off somebody’s paper on a day, because nobody has confirmed it within six months (M20). */
export function leftOff(school: Pick<School, 'confirmed'>, paper: PaperFor, today: string): readonly Service[] {
  return contactsToConfirm().filter((one) => papersOf(one).includes(paper) && contactState(school, one, today).is !== 'stands');
}

/** The school’s confirmations for the sheets that children get. */
export function confirmationsIn({ confirmed }: Pick<School, 'confirmed'>): Confirmations {
  const [reportRemove, ceop] = [own(confirmed, 'report-remove'), own(confirmed, 'ceop')];
  return { ...(reportRemove && { 'report-remove': reportRemove }), ...(ceop && { ceop }) };
}

/** How many contacts stand today because somebody confirmed them, and how many could. */
export function contactsStanding(school: Pick<School, 'confirmed'>, today: string): { readonly standing: number; readonly of: number } {
  const all = contactsToConfirm();
  return { standing: all.filter((one) => contactState(school, one, today).is === 'stands').length, of: all.length };
}

/** What somebody does before they tick a contact, in a sentence. */
export function whatToCheck({ name, contacts }: Pick<Service, 'name' | 'contacts'>): string {
  const [first] = contacts;
  if (first === undefined) return `Find ${name} by their own page, and see that it still runs and whom it is for.`;
  if (/[a-z]\.[a-z]/.test(first)) return `Open ${first} and see that it is theirs, still does this, and for whom.`;
  // Nobody rings the police to see whether they are there.
  return `Look ${first} up on their own page${/^\d{3}$/.test(first) ? '' : ', or ring it'}: is it still theirs, and for whom?`;
}
