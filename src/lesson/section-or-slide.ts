import { readBlockHeading } from '../document/block-heading.ts';
import type { Part } from './part.ts';

type Heading = Part & { readonly type: 'heading' };

/** A section of the plan: its heading, and what stands in it. */
export type NamedSection = { readonly heading: Heading; readonly inside: readonly Part[] };

/** Whether a section may be the class's: it is one of the slides, or only says nothing of learners. */
export type Doubt = 'a slide' | 'says nothing';

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

/** Whether a section that is off the board for its name may be the class's; undefined where something says that it is the teacher's. */
export function doubtOf(section: NamedSection): Doubt | undefined {
  const { heading, inside } = section;
  if (heading.audience !== undefined) return undefined;
  const title = titleOf(heading.text);
  const isSlide = typeof readBlockHeading(heading.text) === 'object' || inside.some(isOfSlide);
  return ADAPTATIONS.test(title)
    ? doubtOfAdaptations(title, { ...section, isSlide })
    : doubtOfQuestions(title, { ...section, isSlide });
}

// Pictures, formulas, questions and other fences are for a class to see.
function isOfSlide(part: Part): boolean {
  return part.type === 'open' || (part.type === 'text' && /\$[^$]+\$|!\[/.test(part.text));
}

function doubtOfAdaptations(
  title: string,
  { heading, inside, isSlide }: NamedSection & { readonly isSlide: boolean },
): Doubt | undefined {
  if (isOfLearners(title)) return undefined;
  if (isSlide) return 'a slide';
  if (inside.some((part) => 'text' in part && isOfLearners(part.text))) return undefined;
  return heading.level > 2 || !ALONE.test(title) ? 'a slide' : 'says nothing';
}

// Ours are headings with an answer below each.
function doubtOfQuestions(
  title: string,
  { heading, inside, isSlide }: NamedSection & { readonly isSlide: boolean },
): Doubt | undefined {
  if (!/^(?:hard|difficult|tricky|awkward) questions\b/i.test(title)) return undefined;
  if (isSlide || heading.level > 2) return 'a slide';
  const isOurs = /^hard\b/i.test(title) && inside.some(({ type }) => type === 'heading');
  return isOurs ? undefined : 'says nothing';
}
