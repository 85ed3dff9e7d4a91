import { readBlockHeading } from '../../document/block-heading.ts';
import type { Part } from '../../lesson/part.ts';
import { plainWords } from '../../document/plain-words.ts';

const OUTLINE =
  /^(?:(?:lesson|session|suggested|detailed|class|workshop|activity) )?(?:outline|flow|step[- ]by[- ]step(?: (?:instructions|guide|plan))?|plan|overview|structure|timings?|sequence|procedures?|agenda|schedule|breakdown|steps|activity|activities|at a glance|development|content|timetable|facilitation|instruction)$|^running order$|^timeline$/i;

/** True for a heading over the course of a lesson, `Lesson outline`, `5. Lesson sequence (75 minutes)`. */
export function isOutlineName(heading: string): boolean {
  const block = readBlockHeading(heading);
  return OUTLINE.test(
    plainWords(typeof block === 'object' ? block.title : heading.slice(0, 200))
      .replace(/^\d{1,2}[.)]\s*/, '')
      .replace(/:$/, ''),
  );
}

/** Where an outline begins, its own heading taken with it. */
export function aboveOutline(parts: readonly Part[], at: number): number {
  let above = at - 1;
  for (
    let part = parts[above];
    part?.type === 'text' && part.text.trim() === '';
    part = parts[above]
  ) {
    above -= 1;
  }
  const part = parts[above];
  return part?.type === 'heading' && isOutlineName(part.text) ? above : at;
}
