import { namesOf } from '../../text/own.ts';
import type { Problem } from '../../document/problem.ts';
import type { SourceLine } from '../../document/source-line.ts';
import { readBlockHeading } from '../../document/block-heading.ts';
import type { Part } from '../../lesson/part.ts';
import { askWhose, notShownBelow } from '../../document/section-problems.ts';
import { noFields, readPlanFields, withUnit, type FoundFields } from './read-fields.ts';
import { planName, type PlanFields, type PlanName } from './section-names.ts';

export type { PlanFields };

/** A line that leaves the slides for a field of the lesson. */
export type TakenLine = SourceLine & { readonly field: keyof PlanFields };

/** Parts without what is no part of the lesson's course, and the fields it gives. */
export type PlanTaken = {
  readonly parts: readonly Part[];
  readonly found: FoundFields;
  readonly taken: readonly TakenLine[];
};

/** The same with what may be the class's, and is not shown for its name. */
type SectionsTaken = PlanTaken & { readonly problems: readonly Problem[] };

/** What a text is, as far as can be told: a plan as teachers have it, a deck made for another tool, or a lesson written for this program. */
export type TextKind = 'plan' | 'deck' | 'lesson';

/** Takes a plan's sections out of its parts: those for adults leave the slides, for a field or for the notes of the next slide. */
export function takePlanSections(parts: readonly Part[], kind: TextKind): SectionsTaken {
  const found = noFields();
  const remaining: Part[] = [];
  const taken: TakenLine[] = [];
  let section: (PlanName & { readonly level: number }) | undefined;
  const problems: Problem[] = [];
  let begun = false;
  // Whether the table that is read is one of words and their meanings.
  let inWords = false;
  for (const part of parts) {
    if (part.type === 'heading' && (section === undefined || !isBelow(part, section))) {
      section = sectionOf(part, kind, begun);
      if (section !== undefined && kind === 'lesson' && begun && mayBeSlide(part, section)) {
        problems.push(askWhose(part, 'error'));
      }
    } else if (part.type === 'heading' && part.audience === 'class') {
      problems.push(notShownBelow(part, kind === 'lesson' ? 'error' : 'warning'));
    } else if (part.type !== 'text' && part.type !== 'heading') section = undefined;
    if (part.type === 'heading') {
      begun ||= section === undefined && typeof readBlockHeading(part.text) === 'object';
    }
    if (kind === 'plan' && section?.field !== 'vocabulary') {
      inWords = isRow(part) && (inWords || isOverWords(part.text));
      if (inWords && isRow(part)) found.vocabulary.push({ text: part.text, line: part.line });
    }
    if (section === undefined) remaining.push(part);
    else takePart(part, section, { found, remaining, taken });
  }
  return { parts: remaining, found, taken, problems };
}

// “Sources” among the slides of a timed part may be one of them: of history, of science.
function mayBeSlide({ level, audience }: Heading, { onBoard }: PlanName): boolean {
  return !onBoard && level > 2 && audience === undefined;
}

/** The fields of a lesson that its lines give. */
export function planFieldsOf(found: readonly FoundFields[]): PlanFields {
  const all = noFields();
  for (const one of found) {
    for (const field of namesOf(all)) {
      for (const words of one[field]) all[field].push(words);
    }
  }
  return readPlanFields(all);
}

/** The fields of a lesson: what its head says comes first, then what its plan's own sections say. */
export function withPlan(front: PlanFields, plan: PlanFields): PlanFields {
  return {
    title: front.title || plan.title,
    subjectName: front.subjectName || plan.subjectName,
    stage: front.stage ?? plan.stage,
    minutes: front.minutes ?? plan.minutes,
    objectives: [...front.objectives, ...plan.objectives],
    vocabulary: [...front.vocabulary, ...plan.vocabulary],
    resources: [...front.resources, ...plan.resources],
    references: [...front.references, ...plan.references],
    sources: [...front.sources, ...plan.sources],
  };
}

function isRow(part: Part): part is Part & { readonly type: 'text' } {
  return part.type === 'text' && part.to === 'body' && /^\s*\|/.test(part.text);
}

/** True for the first row of a table of words and their meanings, which needs no heading to tell. */
export function isOverWords(row: string): boolean {
  return /^\s*\|\s*[*_]{0,3}(?:key )?(?:words?|terms?|vocab(?:ulary)?|words? or phrases?)[*_]{0,3}\s*\|\s*[*_]{0,3}(?:(?:its |the |child-friendly |pupil-friendly |student-friendly )?(?:meanings?|definitions?)|what it means|explanation)[*_]{0,3}\s*(?:\||$)/i.test(
    row.slice(0, 200),
  );
}

type Heading = Part & { readonly type: 'heading' };

// What stands below a section's own heading is part of it: “Physical materials” of “Materials”.
function isBelow(
  { level, text }: Heading,
  section: PlanName & { readonly level: number },
): boolean {
  return !section.onBoard && level > section.level && typeof readBlockHeading(text) !== 'object';
}

function sectionOf(
  { text, level, audience }: Heading,
  kind: TextKind,
  begun: boolean,
): (PlanName & { readonly level: number }) | undefined {
  if (audience === 'class') return undefined;
  const name =
    typeof readBlockHeading(text) === 'object' ? undefined : planName(text, kind === 'plan');
  if (name === undefined || (name.early && begun)) return undefined;
  // What an author has made a slide of stays one.
  return { ...name, onBoard: name.onBoard || kind === 'deck', level };
}

type Taking = {
  readonly found: FoundFields;
  readonly remaining: Part[];
  readonly taken: TakenLine[];
};

function takePart(
  part: Part,
  { field, onBoard, unit, isSubject }: PlanName,
  { found, remaining, taken }: Taking,
): void {
  const isBody = part.type === 'text' && part.to === 'body';
  if (isBody && field !== 'adults') {
    found[field].push({ text: withUnit(part.text, unit), line: part.line });
  }
  if (isBody && isSubject) found.subjectName.push({ text: part.text, line: part.line });
  const isTaken = !onBoard && (part.type === 'heading' || isBody);
  if (!isTaken) return void remaining.push(part);
  // What follows must not run on the slide above.
  if (part.type === 'heading') softBreak(remaining, part.line);
  // A stage or length that may not be read is still the teacher's to see.
  if (field !== 'adults' && field !== 'stage' && field !== 'minutes') {
    taken.push({ text: part.text, line: part.line, field });
  } else for (const note of asNotes(part)) remaining.push(note);
}

// A `---` above a section that leaves the slides parts nothing.
function softBreak(remaining: Part[], line: number): void {
  const last = remaining.findLastIndex((part) => part.type !== 'text' || part.text.trim() !== '');
  const above = remaining[last];
  if (above?.type === 'break' && last > remaining.length - NEAR) remaining.splice(last, 1);
  remaining.push({ type: 'break', line, soft: true });
}

/** Blank lines between a `---` and the heading below it. */
const NEAR = 10;

function asNotes(part: Part & { readonly type: 'heading' | 'text' }): readonly Part[] {
  const { line } = part;
  if (part.type === 'text') return [{ ...part, to: 'notes' }];
  const blank = { type: 'text', to: 'notes', text: '', line } as const;
  return [blank, { ...blank, text: `#### ${part.text}` }, blank];
}
