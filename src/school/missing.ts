import { checksDueWords } from './contacts.ts';
import { gateState } from './gate.ts';
import type { School } from './school.ts';

/** Something a school has not told yet: the field to go to, why it is wanted, and whether no lesson starts without it. */
export type Missing = {
  readonly field: string;
  readonly words: string;
  readonly isNeeded: boolean;
};

/** What is missing, in the order of the page; nothing of it stops a lesson but the gate. */
export function missingIn(school: School, today: string): readonly Missing[] {
  const { name, lead, cover, quietPlace, boxPlace, editions } = school;
  const gate = gateState(school, today);
  const due = checksDueWords(school, today);
  const all: readonly (Omit<Missing, 'isNeeded'> & { readonly isMissing: boolean })[] = [
    { field: 'name', words: 'The name, for the head of the paper', isMissing: name === '' },
    { field: 'lead-name', words: 'The safeguarding lead’s name', isMissing: lead.name === '' },
    {
      field: 'lead-reach',
      words: 'How to reach the lead on the day',
      isMissing: lead.name !== '' && lead.reach === '',
    },
    { field: 'cover', words: 'Who covers for the lead', isMissing: cover === '' },
    {
      field: 'quiet-place',
      words: 'A quiet place for someone who needs one',
      isMissing: quietPlace === '',
    },
    {
      field: 'box-place',
      words: 'Where the question box is after the lesson',
      isMissing: boxPlace === '',
    },
    {
      field: 'kcsie',
      words: 'The editions of the guidance in force',
      isMissing: editions.kcsie === '' || editions.ukcis === '',
    },
    { field: 'contacts', words: due, isMissing: due !== '' },
    {
      field: 'gate',
      words:
        gate.is === 'lapsed' ? 'Approval for this term: it has ended' : 'Approval for this term',
      isMissing: gate.is !== 'done',
    },
  ];
  return all
    .filter(({ isMissing }) => isMissing)
    .map(({ field, words }) => ({ field, words, isNeeded: field === 'gate' }));
}
