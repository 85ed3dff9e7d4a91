import type { Hazard } from './hazard.ts';

/** “Your name: ___”, “Name and class ___”; not “name three people: ___”, which asks for others’ names or for none. */
const NAME_LINE =
  /\b(?:sur|fore)?names?\b(?! +(?:of )?(?:an?|the|any|some|someone|somebody|people|one|two|three|four|five|\d+)\b)[^_]{0,20}_{3}/iu;

/** A pupil’s sheet is handed back or left lying: it has no line for whose it is. A check of pupils’ handouts alone. */
export const nameLine: Hazard = {
  row: 'M8',
  code: 'name-line',
  severity: 'error',
  audience: 'pupils',
  source: 'What pupils write in a lesson needs nobody’s name (UK GDPR, data minimisation)',
  find: ({ lines }) =>
    lines.flatMap(({ text, line }) => {
      // An underscore or two around a word only stress it.
      if (!NAME_LINE.test(text.replaceAll(/(?<!_)_{1,2}(?!_)/g, ' '))) return [];
      const message =
        'Cannot have a line for a name on a pupils’ sheet: leave it out, as every sheet may be seen by others';
      return [{ line, column: text.search(/\S/) + 1, message }];
    }),
};
