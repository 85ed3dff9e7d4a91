import { monthsAfter } from '../text/day.ts';

/** That a person has checked a contact: the day, `2026-11-24`, and who they are to the school (M20). */
export type Confirmation = { readonly on: string; readonly by: string };

const MONTHS = 6;

/** The last day on which a check counts, `2027-05-24`: six months after it. */
export function checkedUntil({ on }: Confirmation): string {
  return monthsAfter(on, MONTHS);
}

/** True from the day of a check to the same day six months later; false for none, and for one dated in the future. */
export function isCurrent(confirmation: Confirmation | null | undefined, today: string): boolean {
  if (confirmation === null || confirmation === undefined) return false;
  return confirmation.on <= today && today <= checkedUntil(confirmation);
}
