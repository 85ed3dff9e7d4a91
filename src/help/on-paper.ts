import type { Service } from './services.ts';

/** Whose paper it is; or the pages for home alone. */
export type PaperFor = 'pupils' | 'parents' | 'staff' | 'lead' | 'governors' | 'home';

/** Which contacts go onto whose paper and pages, in their order there: national ones always, all others only while someone has confirmed them (TEACHING 0.1). */
export const onPaper: Readonly<Record<PaperFor, readonly string[]>> = {
  pupils: ['school', 'childline', 'report-remove', 'ceop', '999'],
  parents: ['999', 'nspcc', 'childline', 'ceop', 'report-remove', '101', 'take-it-down', 'shout'],
  staff: [
    '999',
    'nspcc',
    'childline',
    'ceop',
    'report-remove',
    '101',
    'posh',
    'iwf',
    'take-it-down',
    'shout',
  ],
  lead: [
    ...[
      '999',
      'childline',
      'posh',
      'staffordshire',
      'stoke-on-trent',
      'ceop',
      'report-remove',
      'take-it-down',
    ],
    ...['iwf', 'nspcc', 'shout', 'abuse-in-education', '101'],
  ],
  governors: ['999', 'childline'],
  // Each of one nation: a school that has named its own sees no other.
  home: ['meic', 'children-first', 'lifeline'],
};

/** Whose papers, in the order of the table. */
export const paperFor: readonly PaperFor[] = [
  'pupils',
  'parents',
  'staff',
  'lead',
  'governors',
  'home',
];

/** On whose paper a contact has a place. */
export function papersOf({ id }: Pick<Service, 'id'>): readonly PaperFor[] {
  return paperFor.filter((one) => onPaper[one].includes(id));
}
