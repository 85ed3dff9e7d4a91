import { readBlockHeading } from '../document/block-heading.ts';
import type { Problem } from '../document/problem.ts';
import type { Part } from './part.ts';

type Heading = Part & { readonly type: 'heading' };

/** A heading as high as those that start parts, and those with minutes below it; `title` is null for what is above the first. */
type Below = {
  readonly title: string | null;
  readonly minutes: number | null;
  readonly first: number;
  sum: number;
};

/** Says where minutes are lost: a lesson's are those of one level of headings, `level`, and those in the headings below are part of them. */
export function minutesNotCounted(parts: readonly Part[], level: number): readonly Problem[] {
  const found: Below[] = [];
  let part: Pick<Below, 'title' | 'minutes'> = { title: null, minutes: null };
  let below: Below | null = null;
  for (const heading of parts) {
    if (heading.type !== 'heading') continue;
    const timed = readBlockHeading(heading.text);
    const minutes = typeof timed === 'object' ? timed.minutes : null;
    if (startsPart(heading, level, part.title !== null)) {
      part = { title: typeof timed === 'object' ? timed.title : heading.text, minutes };
      below = null;
    } else if (minutes !== null) {
      if (below === null) {
        below = { ...part, first: heading.line, sum: 0 };
        found.push(below);
      }
      below.sum += minutes;
    }
  }
  return found
    .filter(({ minutes, sum }) => minutes === null || sum > minutes)
    .map((one) => problemOf(one, '#'.repeat(level)));
}

// What is higher than all parts names the lesson, where it is above them.
function startsPart(heading: Heading, level: number, isBelowPart: boolean): boolean {
  return heading.level === level || (heading.level < level && isBelowPart);
}

function problemOf({ title, minutes, first: line, sum }: Below, marks: string): Problem {
  const all = `${sum} ${sum === 1 ? 'minute' : 'minutes'}`;
  const has = minutes === null ? 'has none of its own' : `has ${minutes}`;
  const message =
    title === null
      ? `Cannot count the ${all} in the headings of these slides: they are above the first part. Put a heading such as “${marks} Start (${sum} min)” above them`
      : `Cannot count the ${all} in the headings of these slides: the part “${title.slice(0, 60)}” ${has}. Give the part their sum, as in “${marks} ${title.slice(0, 60)} (${sum} min)”`;
  return { code: 'slide-minutes', severity: 'warning', line, column: 1, message };
}
