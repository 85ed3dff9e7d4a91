import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import { groupBy } from '../text/group-by.ts';
import { FOR_TEACHER } from '../document/audience-marks.ts';
import type { Part } from './part.ts';
import { sectionName } from '../document/section-names.ts';
import { askWhose, notShownBelow } from '../document/section-problems.ts';
import { doubtOf, goesOnAsSlide, titleOf } from './section-or-slide.ts';

/** A section of a plan that is for the teacher alone. */
type StaffSection = 'alternativeTask' | 'hardQuestions' | 'adaptations' | 'grouping' | 'toReview';

/** A question a pupil may ask, and the lines of its answer; no question where the section begins with other words. */
type HardQuestion = {
  readonly question: string;
  readonly line: number;
  readonly answer: readonly SourceLine[];
};

/** Who is asked to look through the lesson, by role, and the lines that say at what; no reviewer where the section begins with other words. */
type ForReviewer = {
  readonly reviewer: string;
  readonly line: number;
  readonly points: readonly SourceLine[];
};

/** What a plan says to the teacher alone, before it is rendered. */
export type StaffLines = Readonly<
  Record<Exclude<StaffSection, 'hardQuestions' | 'toReview'>, readonly SourceLine[]>
> & {
  readonly hardQuestions: readonly HardQuestion[];
  readonly toReview: readonly ForReviewer[];
};

// The headings that plans give to them; whatever follows the first words is part of the name.
const names: readonly (readonly [StaffSection, RegExp])[] = [
  ['alternativeTask', /^alternative (?:task|activit|provision)/i],
  [
    'hardQuestions',
    /^(?:hard|difficult|tricky|awkward) questions\b|^questions (?:that )?(?:they|pupils|students|children) (?:may|might|could) ask\b/i,
  ],
  ['adaptations', /^(?:differentiation|adaptations?|adapting|support and challenge)\b/i],
  // “Send the picture?” is the class's.
  ['adaptations', /^(?:SEND\b|[Ss]end$)/],
  ['toReview', /^(?:to be reviewed|for reviewers?)\b/i],
  ['grouping', /^(?:mixed|single[- ]sex)(?: and | or | ?\/ ?)(?:mixed|single[- ]sex)\b/i],
];

// Few headings have any of these words.
const MAY_BE =
  /alternative|hard|difficult|tricky|awkward|questions|differentiation|adapt|support|send|mixed|single|review/i;

/** Where a part stands in a section of the teacher's own, and whether it is the heading that opens it. */
export type Inside = { readonly section: StaffSection; readonly opens: boolean };

/** For each part, the teacher's own section it stands in: one goes on, over slides and fences, to the next heading of its level or above. */
function staffSectionsOf(parts: readonly Part[], isDeck: boolean): readonly (Inside | undefined)[] {
  let open: { readonly section: StaffSection; readonly level: number } | null = null;
  let fences = 0;
  return parts.map((part) => {
    const opens = part.type === 'heading' && (open === null || part.level <= open.level);
    if (opens) {
      const section = part.audience === 'class' ? undefined : sectionOf(part.text, isDeck);
      open = section === undefined ? null : { section, level: part.level };
      fences = 0;
    }
    if (open === null) return undefined;
    if (part.type === 'open') fences += 1;
    if (part.type === 'close') {
      // The end of a fence that was open before is not the section's own.
      if (fences === 0) return undefined;
      fences -= 1;
    }
    return { section: open.section, opens };
  });
}

/** Takes the sections for the teacher alone out of a lesson's parts, so that nothing of them can become a slide, and asks of those that may be the class's. `isDeck` where the text says itself what starts a slide. */
export function takeStaffSections(
  parts: readonly Part[],
  { isDeck }: { readonly isDeck: boolean },
): {
  readonly parts: readonly Part[];
  readonly staff: StaffLines;
  readonly problems: readonly Problem[];
} {
  const sections = staffSectionsOf(parts, isDeck);
  const severity = isDeck ? 'warning' : 'error';
  const inside = groupBy(
    parts.flatMap((part, at) => {
      const { section, opens } = sections[at] ?? {};
      return section === undefined || opens === true ? [] : [{ part, section }];
    }),
    ({ section }) => section,
  );
  const of = (wanted: StaffSection) => inside.get(wanted)?.map(({ part }) => part) ?? [];
  const hardQuestions = headedIn(of('hardQuestions')).map(({ heading, line, below }) => ({
    question: heading,
    line,
    answer: below,
  }));
  return {
    parts: outsideSections(parts, sections),
    staff: {
      alternativeTask: of('alternativeTask').flatMap(linesOf),
      hardQuestions,
      adaptations: of('adaptations').flatMap(linesOf),
      grouping: of('grouping').flatMap(linesOf),
      toReview: headedIn(of('toReview')).map(({ heading, line, below }) => ({
        reviewer: heading,
        line,
        points: below,
      })),
    },
    problems: [
      ...askedOf(parts, sections, severity),
      ...notHidden(parts, sections, severity),
      ...parts.flatMap((part, at) =>
        part.type === 'heading' && part.audience === 'class' && sections[at]?.opens === false
          ? [notShownBelow(part, severity)]
          : [],
      ),
      ...parts.filter(({ type }, at) => type === 'break' && sections[at] !== undefined).map(goesOn),
      ...hardQuestions
        .filter(({ answer }) => answer.every(({ text }) => text.trim() === ''))
        .map(noAnswer),
    ],
  };
}

// What follows a section must not run on the slide above.
function outsideSections(
  parts: readonly Part[],
  sections: readonly (Inside | undefined)[],
): readonly Part[] {
  const outside: Part[] = [];
  parts.forEach((part, at) => {
    const inside = sections[at];
    if (inside === undefined) outside.push(part);
    else if (inside.opens) outside.push({ type: 'break', line: part.line });
  });
  return outside;
}

// What is off the board for its name, and may be the class's.
function askedOf(
  parts: readonly Part[],
  sections: readonly (Inside | undefined)[],
  severity: 'error' | 'warning',
): readonly Problem[] {
  const found = parts.flatMap((heading, at) => {
    if (heading.type !== 'heading' || sections[at]?.opens !== true) return [];
    let end = at + 1;
    while (sections[end]?.opens === false) end += 1;
    return [{ heading, at, end, doubt: doubtOf({ heading, inside: parts.slice(at + 1, end) }) }];
  });
  return found.flatMap(({ heading, at, end, doubt }, nth) => {
    if (doubt === undefined) return [];
    // Sections of a plan stand together.
    const isBesideOne = [found[nth - 1], found[nth + 1]].some(
      (one) =>
        (one?.end === at || one?.at === end) &&
        one.doubt === undefined &&
        sections[one.at]?.section !== sections[at]?.section,
    );
    if (doubt === 'says nothing') return isBesideOne ? [] : [askWhose(heading, 'warning')];
    return [askWhose(heading, severity)];
  });
}

// A slide whose author thinks that it is hidden.
function notHidden(
  parts: readonly Part[],
  sections: readonly (Inside | undefined)[],
  severity: 'error' | 'warning',
): readonly Problem[] {
  return parts.flatMap((part, at) =>
    part.type === 'heading' && sections[at] === undefined && isOverSlide(part)
      ? [decidesNothing(part, severity)]
      : [],
  );
}

// Above a heading a comment decides of sections alone: its author must not think that a slide is hidden.
function isOverSlide({ audience, text }: Part & { readonly type: 'heading' }): boolean {
  return audience === 'teacher' && sectionName(text) === undefined;
}

/** The teacher's own section that a heading opens; undefined for every other heading, and in a deck for one that goes on as a slide's does. */
export function sectionOf(heading: string, isDeck: boolean): StaffSection | undefined {
  if (!MAY_BE.test(heading)) return undefined;
  const title = titleOf(heading);
  if (isDeck && goesOnAsSlide(title)) return undefined;
  return names.find(([, name]) => name.test(title))?.[0];
}

function linesOf(part: Part): readonly SourceLine[] {
  const { line } = part;
  if (part.type === 'text') return [part];
  const blank = { text: '', line };
  return part.type === 'heading' ? [blank, { text: `#### ${part.text}`, line }, blank] : [blank];
}

// What stands below each heading of a section; without a heading, what stands above the first.
function headedIn(parts: readonly Part[]) {
  const found: { readonly heading: string; readonly line: number; readonly below: SourceLine[] }[] =
    [];
  for (const part of parts) {
    if (part.type === 'heading') found.push({ heading: part.text, line: part.line, below: [] });
    else if (found.length > 0) found.at(-1)?.below.push(...linesOf(part));
    else if (part.type === 'text' && part.text.trim() !== '') {
      found.push({ heading: '', line: part.line, below: [part] });
    }
  }
  return found;
}

function goesOn({ line }: Part): Problem {
  const message =
    'What follows is still for the teacher alone, and not shown: a slide after this section needs a heading as high as the section’s own';
  return { code: 'staff-section', severity: 'warning', line, column: 1, message };
}

function decidesNothing({ line }: Part, severity: 'error' | 'warning'): Problem {
  const message = `Cannot keep a slide for the teacher by “${FOR_TEACHER}” above its heading: it needs the comment above a paragraph or list, or “<!-- hide this slide -->” below the heading`;
  return { code: 'audience-of-slide', severity, line, column: 1, message };
}

function noAnswer({ question, line }: HardQuestion): Problem {
  const message = `“${question.slice(0, 80)}” has no answer: a teacher who is asked it needs words to say`;
  return { code: 'no-answer', severity: 'warning', line, column: 1, message };
}
