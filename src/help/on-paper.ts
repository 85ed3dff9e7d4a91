import type { Service } from './services.ts';

/** Whose paper it is. */
export type PaperFor = 'pupils' | 'parents' | 'staff' | 'lead' | 'governors';

/** Contacts that stand on every day and wait for nobody (M20). */
export const ALWAYS_STAND: readonly string[] = ['999', 'school', 'childline'];

/** Which contacts go onto whose paper, in their order there; all but those that always stand only while somebody has confirmed them (M20). */
export const onPaper: Readonly<Record<PaperFor, readonly string[]>> = {
  pupils: ['school', 'childline', 'report-remove', 'ceop', '999'],
  parents: ['999', 'childline', 'nspcc', 'ceop', 'report-remove', '101'],
  staff: ['999', 'childline', 'posh', 'nspcc', 'ceop', 'report-remove', 'iwf', '101'],
  lead: [
    ...['999', 'childline', 'posh', 'staffordshire', 'stoke-on-trent', 'ceop', 'report-remove', 'take-it-down'],
    ...['iwf', 'nspcc', 'abuse-in-education', '101'],
  ],
  governors: ['999', 'childline'],
};

/** Whose papers, in the order of the table. */
export const paperFor: readonly PaperFor[] = ['pupils', 'parents', 'staff', 'lead', 'governors'];

/** On whose paper a contact has a place. */
export function papersOf({ id }: Pick<Service, 'id'>): readonly PaperFor[] {
  return paperFor.filter((one) => onPaper[one].includes(id));
}
