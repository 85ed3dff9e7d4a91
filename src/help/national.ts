import type { Service } from './services.ts';

/** National services whose number or address is official and long-standing: they are always shown to those they are for, checked or not (TEACHING 0.1). */
export const NATIONAL: readonly string[] = [
  '999',
  'childline',
  'report-remove',
  'ceop',
  'nspcc',
  '101',
  'take-it-down',
  'shout',
];

/** What no school can hide: the adult in school, 999 and Childline, whose number is part of the lessons’ own words. */
export const NEVER_HIDDEN: readonly string[] = ['999', 'school', 'childline'];

/** What no one needs to check: the adult in school, and 999. */
export const NEVER_CHECKED: readonly string[] = ['999', 'school'];

/** The ids of services that someone at the school found to be wrong: they are shown nowhere. */
export type HiddenContacts = readonly string[];

/** True for a service that waits for no one to check it. */
export function isNational({ id }: Pick<Service, 'id'>): boolean {
  return NATIONAL.includes(id);
}

/** True where a service is hidden; what can never be hidden is not, whatever the list says. */
export function isHidden({ id }: Pick<Service, 'id'>, hidden: HiddenContacts = []): boolean {
  return hidden.includes(id) && !NEVER_HIDDEN.includes(id);
}
