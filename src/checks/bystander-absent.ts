import type { Hazard } from './hazard.ts';
import { phrases } from './phrase.ts';

const OTHERS = phrases([
  '(people|person|friends?|others|everyone|anyone|someone|class|who|pupils) … (see|sees|saw|get|gets|receive|receives|pass|passes|passed|forward|forwards|shares?|shared)( it| this| them| something)?( on| around)?',
  '(pass|passes|passed|passing|forwarding|forwards?|sending|sends?|sent|sharing) (it|this|them|something|anything|a picture|a message|a photo)?( private)? ?(on|around)',
  '(bystanders?|upstanders?|onlookers?)',
  '(keep|keeps|kept|stop|stops) (on )?asking',
  '(a|your|his|her|their) (good )?friend (is|could|can|needs|under|feels)',
  'if (you|someone|others) sees? (it|this|them|something)',
]);

/** H27: advice to the person under pressure alone, and nothing on those who ask, pass on or see it. */
export const bystanderAbsent: Hazard = {
  row: 'H27',
  code: 'bystander-absent',
  severity: 'warning',
  audience: 'pupils',
  source: 'UKCIS, Challenging victim blaming language and behaviours, 2022: responsibility lies with who does the harm',
  find: ({ lesson, passages }) =>
    lesson.blocks.length === 0 || passages.some(({ to, role, text }) => to === 'pupils' && role !== 'field' && text.search(OTHERS) >= 0)
      ? []
      : [
          {
            line: 1,
            column: 1,
            message:
              'Nothing here is about the people who ask, pass on or see it: advice to the person under pressure alone makes it theirs to stop. Add a question such as “What can the people who see it do?”',
          },
        ],
};
