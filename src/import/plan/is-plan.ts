import { readBlockHeading } from '../../document/block-heading.ts';
import type { Part } from '../../lesson/part.ts';
import { readLabel } from './plan-labels.ts';
import { joinTimes } from './join-times.ts';
import { findOutlineList } from './outline-list.ts';
import { aboveOutline } from './outline-names.ts';
import { findOutlineTable } from './outline-table.ts';
import { plainWords } from '../../document/plain-words.ts';
import { planName } from './section-names.ts';

/** True for the parts of a lesson plan, by what only a plan has: headings with times, an outline, sections such as “Learning objectives”, two labels at its head. */
export function isPlan(parts: readonly Part[]): boolean {
  const headings = parts.flatMap((part) => (part.type === 'heading' ? [part.text] : []));
  if (headings.some((text) => typeof readBlockHeading(text) === 'object' || isSection(text))) {
    return true;
  }
  if (headings.some((text) => PARTS.test(plainWords(text.slice(0, 100))))) return true;
  if (
    headings.filter((text) => !['adults', 'title', undefined].includes(planName(text, true)?.field))
      .length > 1
  ) {
    return true;
  }
  const head = parts
    .slice(0, HEAD)
    .flatMap((part) =>
      part.type === 'text' && part.to === 'body' && readLabel(part.text) !== undefined
        ? [part]
        : [],
    );
  if (head.length > 1 || findOutlineTable(parts) !== undefined || joinTimes(parts) !== parts) {
    return true;
  }
  const list = findOutlineList(parts);
  return list !== undefined && aboveOutline(parts, list.at) < list.at;
}

// What only a lesson's parts are called.
const PARTS =
  /\blesson plan\b|^(?:lesson )?(?:starter|plenary|warm[- ]?up|hook|main|closure|exit tickets?|do now)(?: (?:activity|task))?:?$|^teach(?:ing|er) (?:observations?|points?|notes?)$|^control measures$|^technician(?:'?s)?(?: (?:notes?|list|requests?))?$/i;

/** Lines within which a plan has its labels. */
const HEAD = 60;

function isSection(heading: string): boolean {
  const name = planName(heading, false);
  return name !== undefined && name.field !== 'sources' && name.field !== 'references';
}
