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
  '159',
  '7726',
  'report-fraud',
];

/** Of these, what pupils are shown only once someone has confirmed it: help with money (TEACHING 0.23). */
export const PUPILS_ONCE_CONFIRMED: readonly string[] = ['159', '7726', 'report-fraud'];

/** What no school can hide: the adult in school, 999, the bank by the number on its card, and Childline, whose number is part of the lessons’ own words. */
export const NEVER_HIDDEN: readonly string[] = ['999', 'school', 'bank', 'childline'];

/** What no one needs to check: the adult in school, 999, and the bank, whose number is on the card. */
export const NEVER_CHECKED: readonly string[] = ['999', 'school', 'bank'];

/** The ids of services that someone at the school found to be wrong: they are shown nowhere. */
export type HiddenContacts = readonly string[];

/** True for a service that waits for no one to check it. */
export function isNational({ id }: Pick<Service, 'id'>): boolean {
  return NATIONAL.includes(id) || NEVER_CHECKED.includes(id);
}

/** True where a service is hidden; what can never be hidden is not, whatever the list says. */
export function isHidden({ id }: Pick<Service, 'id'>, hidden: HiddenContacts = []): boolean {
  return hidden.includes(id) && !NEVER_HIDDEN.includes(id);
}
