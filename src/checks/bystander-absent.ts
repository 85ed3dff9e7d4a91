import { aboutWhole } from './about-whole.ts';
import type { Hazard } from './hazard.ts';
import { listHazard, listPattern } from './list-hazard.ts';
import words from './words/bystander-absent.json' with { type: 'json' };

/** H27: advice to the person under pressure alone, and nothing on those who ask, pass on or see it. */
export const bystanderAbsent: Hazard = listHazard({ code: 'bystander-absent', words }, (list) => {
  const { why, better } = list;
  const others = listPattern(list, 'phrases');
  return ({ lesson, textBlocks }) =>
    lesson.blocks.length === 0 ||
    textBlocks.some(
      ({ to, role, text }) => to === 'pupils' && role !== 'field' && text.search(others) >= 0,
    )
      ? []
      : [aboutWhole(lesson, `Nothing here ${why}. ${better}`)];
});
