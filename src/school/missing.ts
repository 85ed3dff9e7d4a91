import { checksDueWords } from './contacts.ts';
import type { School } from './school.ts';

/** Something a school has not told yet: the field to go to, and why it is wanted. */
export type Missing = { readonly field: string; readonly words: string };

/** What is missing, in the order of the page; nothing of it stops a lesson. */
export function missingIn(school: School, today: string): readonly Missing[] {
  const { name, lead, cover, quietPlace, boxPlace, editions } = school;
  const due = checksDueWords(school, today);
  const all: readonly (Missing & { readonly isMissing: boolean })[] = [
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
  ];
  return all.filter(({ isMissing }) => isMissing).map(({ field, words }) => ({ field, words }));
}
