import type { Problem } from '../../document/problem.ts';
import { applyOutline } from './outline.ts';
import type { Part } from '../../lesson/part.ts';
import { planFieldsOf, takePlanSections, type TakenLine, type TextKind } from './plan-sections.ts';
import { isPlan } from './is-plan.ts';
import { joinTimes } from './join-times.ts';
import { placeWords } from './place-words.ts';
import { openingFields, opensAsPlan } from './plan-opening.ts';
import { takePlanLabels } from './plan-labels.ts';
import { topicOf } from './plan-topic.ts';
import { isTeachersOwn, speaksToTeacher } from './teachers-own.ts';
import { noFields } from './read-fields.ts';
import type { PlanFields } from './section-names.ts';

/** A lesson's parts without what a plan says beside its course: its fields, the lines that gave them, and what could not be matched. */
export type TakenPlan = {
  readonly parts: readonly Part[];
  readonly plan: PlanFields;
  readonly taken: readonly TakenLine[];
  readonly problems: readonly Problem[];
};

/** Whether a text is a plan, and whether what is in doubt of it goes to the notes. */
export type KnownPlan = { readonly isOne: boolean; readonly moves: boolean };

/** Tells a plan by what stands in it; with `isPlan` it is one, and its teacher's own, whatever it looks like. */
export function recognisePlan(
  parts: readonly Part[],
  kind: TextKind,
  { isPlan: isSure = false }: { readonly isPlan?: boolean } = {},
): KnownPlan {
  const opens = kind === 'plan' && opensAsPlan(parts);
  const isOne = kind === 'plan' && (isSure || opens || isPlan(parts) || speaksToTeacher(parts, 2));
  return { isOne, moves: isOne && (isSure || opens || isTeachersOwn(parts)) };
}

/** Takes out of a lesson's parts what a plan says beside its course; only of what may be a plan are headings and lines read otherwise than they are written. */
export function takePlan(
  parts: readonly Part[],
  kind: TextKind,
  { isOne, moves }: KnownPlan,
): TakenPlan {
  const outlined = applyOutline(isOne ? joinTimes(parts) : parts, isOne);
  const labelled = isOne
    ? takePlanLabels(outlined.parts)
    : { parts: outlined.parts, found: noFields(), taken: [] };
  const sections = takePlanSections(labelled.parts, kind === 'plan' && !isOne ? 'lesson' : kind);
  const fields = planFieldsOf([labelled.found, sections.found]);
  const placed = moves ? placeWords(sections.parts) : { parts: sections.parts, problems: [] };
  return {
    parts: placed.parts,
    plan: isOne ? withOpening(fields, parts) : fields,
    taken: [...labelled.taken, ...sections.taken],
    problems: [...outlined.problems, ...sections.problems, ...placed.problems],
  };
}

// What a label says comes first.
function withOpening(fields: PlanFields, parts: readonly Part[]): PlanFields {
  const { stage, minutes } = openingFields(parts);
  return {
    ...fields,
    title: fields.title || topicOf(parts),
    stage: fields.stage ?? stage,
    minutes: fields.minutes ?? minutes,
  };
}
