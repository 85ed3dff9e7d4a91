import type { Problem } from '../../text/problem.ts';
import { applyOutline } from '../outline.ts';
import type { Part } from '../part.ts';
import { planFieldsOf, takePlanSections, type TakenLine } from '../plan-sections.ts';
import { isPlan } from './is-plan.ts';
import { joinTimes } from './join-times.ts';
import { takePlanLabels } from './plan-labels.ts';
import { noFields } from './read-fields.ts';
import type { PlanFields } from './section-names.ts';

/** A lesson's parts without what a plan says beside its course: its fields, the lines that gave them, and what could not be matched. */
export type TakenPlan = {
  readonly parts: readonly Part[];
  readonly plan: PlanFields;
  readonly taken: readonly TakenLine[];
  readonly problems: readonly Problem[];
};

/** Takes out of a lesson's parts what a plan says beside its course; `mayBe` is false where headings and lines are to be read as they are written. */
export function takePlan(parts: readonly Part[], mayBe: boolean): TakenPlan {
  const isOne = mayBe && isPlan(parts);
  const outlined = applyOutline(isOne ? joinTimes(parts) : parts, isOne);
  const labelled = isOne ? takePlanLabels(outlined.parts) : { parts: outlined.parts, found: noFields(), taken: [] };
  const sections = takePlanSections(labelled.parts, isOne);
  return {
    parts: sections.parts,
    plan: planFieldsOf([labelled.found, sections.found]),
    taken: [...labelled.taken, ...sections.taken],
    problems: outlined.problems,
  };
}
