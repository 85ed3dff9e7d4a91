import type { Hazard } from './hazard.ts';
import { phrases } from './phrase.ts';

const PASS = phrases([
  '(you|everyone|everybody|anyone|we|all of us|each of us|pupils|I) (can|may|could|are free to|(have|has) the right to)( always| all)? pass',
  '(the )?right to pass',
  "(you|nobody|no one|we) (do not|don't|does not|doesn't|never|has to|have to)( have to| need to)? (answer|share|speak|say anything|join in|take part)",
  'passing is (fine|ok|okay|allowed|always fine)',
  'pass (at any time|if you|whenever)',
]);

/** H24: pupils are told that they may pass. */
export const rightToPass: Hazard = {
  row: 'H24',
  code: 'right-to-pass',
  severity: 'error',
  audience: 'pupils',
  source: 'Safe teaching of sensitive subjects: ground rules with the right to pass (PSHE practice, read 2026-11-24)',
  find: ({ passages }) =>
    passages.some(({ to, role, text }) => to === 'pupils' && role !== 'field' && text.search(PASS) >= 0)
      ? []
      : [
          {
            line: 1,
            column: 1,
            message:
              'Cannot find a line that lets pupils pass: nobody may be made to speak about this. It needs one on a slide, as in “You can pass, at any time, without a reason”',
          },
        ],
};
