import {
  isLikelyForTeacher,
  isSurelyForTeacher,
  sentencesOfLearners,
} from '../../document/teacher-words.ts';
import { plainWords } from '../../document/plain-words.ts';
import type { Part } from '../../lesson/part.ts';
import { readLabel } from './plan-labels.ts';
import { planName } from './section-names.ts';

/** True where a text speaks to its teacher at least so many times, or says that it is a plan. A text with fences of ours is a lesson of ours. */
export function speaksToTeacher(parts: readonly Part[], min: number): boolean {
  if (isOfOurs(parts)) return false;
  const labels = parts.filter((part) => isBody(part) && isLabel(part.text)).length;
  return isCalledPlan(parts) || namesItsParts(parts) || speaks(parts) + labels >= min;
}

/** True for a plan that is its teacher's: it speaks of the class, or has what only a teacher needs. Then what it says is not for the class, unless it is plain that it is. */
export function isTeachersOwn(parts: readonly Part[]): boolean {
  if (isOfOurs(parts)) return false;
  return (
    isCalledPlan(parts) ||
    namesItsParts(parts) ||
    speaks(parts) > 0 ||
    parts.some((part) => {
      if (part.type === 'heading') return isAdults(part.text);
      return isBody(part) && (isAdults(readName(part.text)) || isOfPeople(part.text));
    })
  );
}

function isOfOurs(parts: readonly Part[]): boolean {
  return parts.some(({ type }) => type === 'open');
}

// A text for a class may be about students: what is said of them tells less than what is said to their teacher.
function speaks(parts: readonly Part[]): number {
  const lines = parts.filter((part) => isBody(part) || part.type === 'heading');
  const toTeacher = lines.filter(
    ({ text }) => isSurelyForTeacher(text) || isLikelyForTeacher(text),
  ).length;
  const ofLearners = parts.reduce(
    (sum, part) => sum + (isBody(part) ? sentencesOfLearners(part.text) : 0),
    0,
  );
  return toTeacher + (ofLearners > 2 ? 2 : Math.min(1, ofLearners));
}

const CALLED =
  /\b(?:(?:lesson|session|unit|workshop|activity|(?:short|medium|long)[- ]term) plan|(?:teacher|teaching|facilitator|facilitation|instructor|educator|leader|lesson|session|activity)(?:['’]?s)? (?:planner|guide|handbook)|cover (?:lesson|work|plan|notes|sheet|instructions)|scheme of (?:work|learning)|unit of work|risk assessment|observation lesson)\b/i;

function isCalledPlan(parts: readonly Part[]): boolean {
  const title = parts.find((part) => part.type === 'heading' || (isBody(part) && hasWords(part)));
  return title !== undefined && 'text' in title && callsItselfPlan(title.text);
}

/** True for a title that says that what stands below is its teacher's: “Lesson plan: soil”, “Teacher guide”. */
export function callsItselfPlan(title: string): boolean {
  return CALLED.test(plainWords(title.slice(0, 120)));
}

// A menu has a starter and a main, too: one name at least must be of a lesson alone.
const OF_LESSON =
  /^(?:plenary|warm[- ]?up|cool[- ]?down|wrap[- ]?up|recap|(?:i|we|you) do|teach|(?:teaching|teacher) input|revisit|independent(?: (?:work|task|practice|activity))?|guided (?:work|practice)|main (?:activity|task|teaching))$/i;
const OF_MORE =
  /^(?:starter|main|intro(?:duction)?|input|hook|review|practi[sc]e|apply|assess|set[- ]?up|homework|exit ticket|do now)$/i;

function namesItsParts(parts: readonly Part[]): boolean {
  const names = parts.flatMap((part) => (isBody(part) ? partName(part.text) : []));
  return new Set(names).size > 1 && names.some((name) => OF_LESSON.test(name));
}

// `**Teach** Say it.`, `- Plenary: thumbs`, `| Starter | Quiz |`, `Main` on a line of its own.
function partName(text: string): readonly string[] {
  const [, bold, bare = ''] =
    /^\s*(?:[-*+•|]\s*|\d{1,2}[.)]\s+)?(?:(?:\*\*|__)([^*_]{2,40})(?:\*\*|__)|([^:|–—*_]{2,40}?)\s*(?:[:|–—]|\s-\s|$))/.exec(
      text.slice(0, 120),
    ) ?? [];
  const name = (bold ?? bare).replace(/\s*:?\s*$/, '');
  return OF_LESSON.test(name) || OF_MORE.test(name) ? [name.toLowerCase()] : [];
}

function isLabel(text: string): boolean {
  return readLabel(text) !== undefined || partName(text).some((name) => OF_LESSON.test(name));
}

function isBody(part: Part): part is Part & { readonly type: 'text' } {
  return part.type === 'text' && part.to === 'body';
}

function hasWords({ text }: { readonly text: string }): boolean {
  return text.trim() !== '';
}

function isAdults(name: string): boolean {
  const found = name === '' ? undefined : planName(name, true);
  return found?.onBoard === false && found.field !== 'sources' && found.field !== 'references';
}

function readName(text: string): string {
  return /^\s*(?:[-*+•|]\s*)?[*_]{0,3}([^:|*_]{2,40}?)[*_]{0,3}\s*[:|]/.exec(text)?.[1] ?? '';
}

const PEOPLE = /\b(?:students|pupils|learners|children|TAs?|the class|the teacher)\b/i;

function isOfPeople(text: string): boolean {
  return PEOPLE.test(text) && !/\byou\b/i.test(text);
}
