import { checkNames } from './check-names.ts';
import type { Pack } from './pack.ts';

/** Lessons on pressure, pictures and telling: as strict as this subject needs (TEACHING 0.19). */
export const safeguarding: Pack = {
  name: 'safeguarding',
  checks: checkNames.filter((name) => name !== 'times-differ'),
  chip: 'PSHE',
  chipIn: 'schools in England',
  approval: 'each term',
  care: ['upset', 'telling', 'help slide', 'calm ending', 'way out', 'debrief', 'question box'],
  help: { from: 'helplines', topic: 'pictures' },
  worksheet: {
    note: 'This sheet is yours. Write about the story, not about people you know. You can leave any part empty.',
    shows: [],
    ending: 'Three kind messages to a friend under pressure',
    endingExamples: [
      '“Are you all right? It isn’t your fault.”',
      '“I’m not passing it on.”',
      '“I’ll come with you to tell someone.”',
    ],
  },
  sheets: 'all',
};
