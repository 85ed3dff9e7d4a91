import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import { assemble } from './assemble.ts';
import { withoutDataPictures } from '../import/data-pictures.ts';
import { importLesson, isOurHead } from '../import/import-lesson.ts';
import type { DraftBlock, DraftTimes } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { fenceHolds } from './fences.ts';
import type { FrontMatter } from './head-fields.ts';
import { holdBack } from './hold-back.ts';
import { partLines } from '../document/lines.ts';
import { markAudience } from './mark-audience.ts';
import { nameProblems, roleProblems } from './name-problems.ts';
import { placeFootnotes } from './place-footnotes.ts';
import { placeLinks } from './place-links.ts';
import type { PlanFields, TakenLine, TextKind } from '../import/plan/plan-sections.ts';
import type { SlideFiles } from '../import/importer.ts';
import { recognisePlan, takePlan } from '../import/plan/take-plan.ts';
import { NO_MEMORY, type ReadMemory } from './read-memory.ts';
import { teacherProblems } from './teacher-problems.ts';
import { scanLines } from './scan.ts';
import { takeStaffSections, type StaffLines } from './staff-sections.ts';

/** A lesson's lines sorted into blocks and slides, before any Markdown is rendered: what it is rendered from, and what it is checked from. */
export type LessonDraft = {
  readonly front: FrontMatter;
  /** The lines of the head, without which the lesson's own begin. */
  readonly head: readonly SourceLine[];
  readonly blocks: readonly DraftBlock[];
  /** The names of all sources that the lesson tells, wherever it does. */
  readonly sourceNames: ReadonlySet<string>;
  readonly plan: PlanFields;
  /** The lines that are no part of a slide, but a field of the lesson. */
  readonly taken: readonly TakenLine[];
  /** What is for the teacher alone, and no slide. */
  readonly staff: StaffLines;
  readonly filmLine: number | null;
  readonly filmTimes: DraftTimes;
  /** The tool whose deck it is; null for a plan, and for a lesson of ours. */
  readonly tool: string | null;
  /** What it was read as: a plan whose words went to the notes where they are in doubt, or as it is written. */
  readonly readAs: 'plan' | 'as written';
  /** True where a fence or a field of ours is in it. */
  readonly isOurs: boolean;
  readonly problems: readonly Problem[];
};

// Where a text says itself what starts a slide, it is its author and not its headings who parts them.
function kindOf(mayBePlan: boolean, saysParting: boolean): TextKind {
  if (saysParting) return 'deck';
  return mayBePlan ? 'plan' : 'lesson';
}

// What only looked like notes, and is held back, or in a section for adults, is not shown after all.
function isPutRight({ code, line }: Problem, shownLines: ReadonlySet<number>): boolean {
  return code === 'looks-like-notes' && !shownLines.has(line);
}

// Of a plan, what is in doubt is the teacher's: that is no mistake of its author's.
function asAdvice(problem: Problem): Problem {
  return problem.severity === 'error' ? { ...problem, severity: 'warning' } : problem;
}

/** Sorts a lesson's lines into blocks and slides, those of the files that it shows among them; `isPlan` where the text is known to be its teacher's own plan, whatever it looks like. */
export function readDraft(
  lines: readonly SourceLine[],
  {
    files,
    isPlan = false,
    memory = NO_MEMORY,
  }: {
    readonly files?: SlideFiles | undefined;
    readonly isPlan?: boolean;
    readonly memory?: ReadMemory;
  } = {},
): LessonDraft {
  const whole = withoutDataPictures(partLines(lines));
  const { front, fields, rest, problems } = readFrontMatter(whole);
  const head = whole.slice(0, whole.length - rest.length);
  const imported = importLesson(
    {
      fields,
      lines: rest,
      above: fields.size === 0 ? head : [],
      isFence: (word) => fenceHolds(word) !== undefined,
      files,
    },
    { isPlan },
  );
  const scanned = scanLines(imported.lines);
  // What is for the teacher alone, and what is no part of the lesson's course, is taken out before slides are made of the rest.
  const kind = kindOf(imported.mayBePlan, scanned.saysParting);
  const staffed = takeStaffSections(markAudience(scanned.parts), { isDeck: kind === 'deck' });
  // A plan is known by its answers, too: they are held back once it is.
  const known = recognisePlan(staffed.parts, kind, { isPlan });
  const held = holdBack(staffed.parts, {
    isDeck: kind === 'deck',
    isPlan: known.moves,
  });
  const { parts, plan, taken, problems: unmatched } = takePlan(held.parts, kind, known);
  const { moves: moved } = known;
  const forTeacher =
    moved || front.stage === 'adults'
      ? []
      : teacherProblems(parts, kind === 'deck' ? 'warning' : 'error', memory);
  const { blocks: made, filmLine, filmTimes, problems: assembled } = assemble(parts);
  const {
    blocks,
    sourceNames,
    problems: cited,
  } = placeFootnotes(placeLinks(made, rest), [...front.sources, ...plan.sources]);
  const shownLines = new Set<number>();
  for (const part of parts) {
    if (part.type === 'heading' || (part.type === 'text' && part.to === 'body')) {
      shownLines.add(part.line);
    }
  }
  return {
    front,
    head,
    blocks,
    sourceNames,
    plan,
    taken,
    staff: staffed.staff,
    filmLine,
    filmTimes,
    tool: imported.tool,
    readAs: moved ? 'plan' : 'as written',
    isOurs: isOurHead(fields) || scanned.parts.some(({ type }) => type === 'open'),
    problems: [
      ...problems,
      ...nameProblems(rest, front.names),
      ...roleProblems(front, fields.get('roles')),
      ...imported.problems,
      ...scanned.problems.filter((problem) => !isPutRight(problem, shownLines)),
      ...staffed.problems.map((problem) => (moved ? asAdvice(problem) : problem)),
      ...held.problems,
      ...unmatched,
      ...forTeacher,
      ...assembled,
      ...cited,
    ],
  };
}
