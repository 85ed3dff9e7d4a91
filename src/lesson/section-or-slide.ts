import type { Problem } from '../document/problem.ts';
import { readBlockHeading } from '../document/block-heading.ts';
import type { Part } from './part.ts';

type Heading = Part & { readonly type: 'heading' };

/** A section whose name the class may have, too: its heading, and what stands in it. */
export type NamedSection = { readonly heading: Heading; readonly inside: readonly Part[] };

/** The words of a heading, as they are compared with names of sections: without its minutes, marks and numbers. */
export function titleOf(heading: string): string {
  const timed = readBlockHeading(heading);
  return (typeof timed === 'object' ? timed.title : heading)
    .slice(0, 80)
    .replace(/^[*_\d.): ]+/, '')
    .trim();
}

const ADAPTATIONS = /^(?:differentiation|adaptations?|adapting)\b/i;
const ALONE = /^(?:differentiation|adaptations?|adapting)\s*(?:$|[:–—(-])/i;

// No animal and no function is spoken of in these words. A cat has pupils, too.
const OF_LEARNERS =
  /\b(?:learners?|students?|SEND|EAL|ELLs?|IEPs?|TAs?|scaffold(?:s|ed|ing)?|word ?banks?|sentence (?:starters?|stems?|frames?)|fewer (?:words|questions|cards|options|steps|lines|sentences)|dyslexi\w*|autis\w*|hard of hearing|visually impaired|large(?:r)? print|first language|new to English|(?:higher|lower|prior) attain\w*|(?:less|more) able|worksheets?)\b/i;
const PUPILS = /\bpupils?\b/i;
const EYES = /\b(?:eyes?|iris|slits?|light|dark)\b/i;

function isOfLearners(text: string): boolean {
  const words = text.slice(0, 500);
  return OF_LEARNERS.test(words) || (PUPILS.test(words) && !EYES.test(words));
}

/** True for a name that goes on as only a slide's does, “Adaptations of the camel”: in another tool's deck it is one. */
export function goesOnAsSlide(title: string): boolean {
  return ADAPTATIONS.test(title) && !ALONE.test(title) && !isOfLearners(title);
}

/** What the class may be missing: a section that is off the board for its name, where nothing says that it is the teacher's. `severity` is the highest that it may have. */
export function sectionProblem(
  { heading, inside }: NamedSection,
  severity: 'error' | 'warning',
): Problem | undefined {
  if (heading.audience !== undefined) return undefined;
  const title = titleOf(heading.text);
  const isSlide = typeof readBlockHeading(heading.text) === 'object' || inside.some(isOfSlide);
  const asked = ADAPTATIONS.test(title)
    ? askedOfAdaptations(title, { heading, inside, isSlide })
    : askedOfQuestions(title, { heading, inside, isSlide });
  if (asked === undefined) return undefined;
  const message = `“${heading.text.slice(0, 60)}” is not on the board, since a section of that name is the teacher’s: it needs a line “<!-- for the class -->” above it if the class is to see it, or “<!-- for the teacher -->”`;
  return {
    code: 'section-or-slide',
    severity: asked === 'error' ? severity : 'warning',
    line: heading.line,
    column: 1,
    message,
  };
}

// Pictures, formulas, questions and other fences are for a class to see.
function isOfSlide(part: Part): boolean {
  return part.type === 'open' || (part.type === 'text' && /\$[^$]+\$|!\[/.test(part.text));
}

function askedOfAdaptations(
  title: string,
  { heading, inside, isSlide }: NamedSection & { readonly isSlide: boolean },
): 'error' | 'warning' | undefined {
  if (isOfLearners(title)) return undefined;
  if (isSlide) return 'error';
  if (inside.some((part) => 'text' in part && isOfLearners(part.text))) return undefined;
  return heading.level > 2 || !ALONE.test(title) ? 'error' : 'warning';
}

// Ours are headings with an answer below each.
function askedOfQuestions(
  title: string,
  { heading, inside, isSlide }: NamedSection & { readonly isSlide: boolean },
): 'error' | 'warning' | undefined {
  if (!/^(?:hard|difficult|tricky|awkward) questions\b/i.test(title)) return undefined;
  if (isSlide || heading.level > 2) return 'error';
  const isOurs = /^hard\b/i.test(title) && inside.some(({ type }) => type === 'heading');
  return isOurs ? undefined : 'warning';
}
