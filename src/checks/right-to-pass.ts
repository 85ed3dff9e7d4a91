import { aboutWhole } from './about-whole.ts';
import type { Hazard } from './hazard.ts';
import { listHazard, listPattern } from './list-hazard.ts';
import words from './words/right-to-pass.json' with { type: 'json' };

/** H24: pupils learn that they may pass. */
export const rightToPass: Hazard = listHazard({ code: 'right-to-pass', words }, (list) => {
  const { why, better } = list;
  const pass = listPattern(list, 'phrases');
  return ({ lesson, textBlocks }) =>
    textBlocks.some(
      ({ to, role, text }) => to === 'pupils' && role !== 'field' && text.search(pass) >= 0,
    )
      ? []
      : [aboutWhole(lesson, `Cannot find a line that ${why}. ${better}`)];
});
