import type { Pack } from './pack.ts';

/** What any lesson needs, whatever it is about. */
export const general: Pack = {
  name: 'general',
  checks: ['idle-alt-text', 'small-text', 'times-differ', 'long-notes'],
  chip: null,
  chipIn: 'everywhere',
  approval: 'none',
  care: [],
  help: { from: 'nobody' },
  worksheet: {
    note: 'This sheet is yours to keep.',
    shows: ['table', 'picture'],
    ending: null,
  },
  sheets: [
    'plan',
    'notes',
    'answers',
    'tally',
    'start-and-end-slips',
    'answer-cards',
    'camera-cards',
    'sorting-cards',
    'worksheet',
    'questions',
    'stories',
    'key-words',
    'transcript',
  ],
};
