import { helpTopics, type HelpTopic } from '../subjects/help-topics.ts';
import type { Service } from './services.ts';

/** Whose paper it is; or the pages for home alone. */
export type PaperFor = 'pupils' | 'parents' | 'staff' | 'lead' | 'governors' | 'home';

type Contacts = readonly string[];

/**
 * The one table of help (TEACHING 0.23): which contacts are on pupils’ slides and paper, and on
 * their parents’, by what the lesson is about; pupils to age 11 have a list of their own.
 */
export const helpByTopic: Readonly<
  Record<
    HelpTopic,
    { readonly younger: Contacts; readonly pupils: Contacts; readonly parents: Contacts }
  >
> = {
  pictures: {
    younger: ['school', 'childline', 'ceop', '999'],
    pupils: ['school', 'childline', 'report-remove', 'ceop', '999'],
    parents: ['999', 'nspcc', 'childline', 'ceop', 'report-remove', '101', 'take-it-down', 'shout'],
  },
  money: {
    younger: ['school', 'childline', '999'],
    pupils: ['school', 'childline', 'bank', '159', '7726', 'report-fraud', '999'],
    parents: ['999', 'bank', '159', '7726', 'report-fraud', '101', 'nspcc', 'childline', 'shout'],
  },
  consent: {
    younger: ['school', 'childline', '999'],
    pupils: ['school', 'childline', 'ceop', '999'],
    parents: ['999', 'nspcc', 'childline', 'ceop', '101', 'shout'],
  },
  talk: {
    younger: ['school', 'childline', '999'],
    pupils: ['school', 'childline', '999'],
    parents: ['999', 'nspcc', 'childline', 'shout'],
  },
};

/** Which contacts go onto whose paper and pages, in their order there: national ones always, all others only while someone has confirmed them (TEACHING 0.1). Pupils’ and parents’ are by the lesson’s topic. */
const ofTheSchool: Readonly<Record<Exclude<PaperFor, 'pupils' | 'parents'>, Contacts>> = {
  staff: [
    ...['999', 'nspcc', 'childline', 'ceop', 'report-remove'],
    ...['101', 'posh', 'iwf', 'take-it-down', 'shout'],
  ],
  lead: [
    ...['999', 'childline', 'posh', 'staffordshire', 'stoke-on-trent', 'ceop', 'report-remove'],
    ...['take-it-down', 'iwf', 'nspcc', 'shout', 'abuse-in-education', '101'],
  ],
  governors: ['999', 'childline'],
  // Each of one nation: a school that has named its own sees no other.
  home: ['meic', 'children-first', 'lifeline'],
};

/** The ids of the contacts on someone’s paper: of a lesson about `topic`, or of the school. */
export function contactIds(paper: PaperFor, topic: HelpTopic = 'pictures'): Contacts {
  return paper === 'pupils' || paper === 'parents' ? helpByTopic[topic][paper] : ofTheSchool[paper];
}

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
  return paperFor.filter((one) => helpTopics.some((topic) => contactIds(one, topic).includes(id)));
}
