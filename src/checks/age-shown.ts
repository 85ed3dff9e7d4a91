import { placeIn } from './text-block.ts';
import type { Hazard } from './hazard.ts';

const AGE =
  /\b(?:years?(?: groups?)? \d{1,2}|y\d{1,2}(?!\w)|key stage \d|ks ?[1-5]|(?:lower|upper) (?:school|key stage)|reception class|sixth form|for \d{1,2} ?(?:-|–|to) ?\d{1,2}[- ]year[- ]olds?)\b/gi;

/**
 * Titles on the board (TEACHING 5, “Titles”): what pupils see is calm and names no year group, so
 * that no one thinks it is meant for younger pupils.
 */
export const ageShown: Hazard = {
  row: 'Titles',
  code: 'age-shown',
  severity: 'warning',
  audience: 'pupils',
  source:
    'A teacher and a safeguarding lead who read the lessons, 2026-11-24: no year group on the board',
  find: ({ textBlocks }) =>
    textBlocks
      .filter(
        ({ to, role, within }) =>
          to === 'pupils' &&
          (role === 'heading' || within === 'on the board' || within === 'title'),
      )
      .flatMap((textBlock) =>
        [...textBlock.text.matchAll(AGE)].map((found) => ({
          ...placeIn(textBlock, found.index),
          message: `“${found[0]}” is in a title that pupils see: a class may think the lesson was meant for younger pupils, and stop listening. Leave it out there, since “stage” at the head tells adults`,
        })),
      ),
};
