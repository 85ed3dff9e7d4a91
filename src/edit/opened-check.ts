import { checkLesson } from '../checks/checks.ts';
import { slidesOf, type Lesson } from '../lesson/lesson.ts';
import {
  checkPlan,
  type CheckedPart,
  type PartChoice,
  type PlanCheck,
} from '../open/check-plan.ts';
import { checkSlides, type SlidesFrom } from '../open/check-slides.ts';
import { correctMinutes, timedParts } from '../open/correct-minutes.ts';
import type { Opened, TextToOpen } from '../open/opened.ts';
import { slidesOnSheet } from '../outputs/handouts/worksheet.ts';
import { findingsOf, type Finding } from './findings.ts';
import { readEdited, type Reading } from './reading.ts';

/** What was opened, as it is checked: a plan, whose parts are sorted, or slides with notes of their own. */
export type ToCheck =
  | { readonly is: 'plan'; readonly plan: TextToOpen }
  | { readonly is: 'slides'; readonly text: string; readonly from: SlidesFrom };

/** What its author has turned and corrected: where a part goes, by its number, and how long a timed part takes, by its key. */
export type Answers = {
  readonly choices: ReadonlyMap<number, PartChoice>;
  readonly minutes: ReadonlyMap<string, number>;
};

/** A timed part: a guess of ours until its author corrects it. */
export type CheckedMinutes = {
  readonly key: string;
  readonly title: string;
  readonly minutes: number;
  readonly is: 'found' | 'guessed' | 'corrected';
};

/** All that “Check what the class will see” shows. */
export type OpenedCheck = {
  readonly text: string;
  readonly parts: readonly CheckedPart[];
  readonly minutes: readonly CheckedMinutes[];
  /** How long the lesson is to be; null where nothing says. */
  readonly total: number | null;
  /** Its slides as the class sees them, with the teacher's notes apart. */
  readonly reading: Reading;
  /** How many slides the worksheet has a task of. */
  readonly tasks: number;
  readonly findings: readonly Finding[];
};

/** What of an opened file is checked. */
export function toCheck({ plan, parts, text, source }: Opened): ToCheck {
  return plan !== null && parts.length > 0
    ? { is: 'plan', plan }
    : { is: 'slides', text, from: source === 'pptx' ? 'presentation' : 'text' };
}

/** The lesson of what was opened, as its author has turned it so far, with what the class would see of each part; `today` is the day, `2026-11-24`. A part is on the worksheet only where the worksheet that is made has it. */
export function checkOpened(
  opened: ToCheck,
  { choices, minutes }: Answers,
  { slug, today }: { readonly slug: string; readonly today: string },
): OpenedCheck {
  const made = turned(opened, choices);
  const before = readEdited({ slug, text: made.text, beside: 'board' }).lesson;
  const timed = timedParts(before);
  const text = correctMinutes(made.text, timed, minutes);
  const { reading, lesson } = readEdited({ slug, text, beside: 'board' });
  const onSheet = slidesOnSheet(lesson);
  const slides = slidesOf(lesson);
  const hasTables = lesson.subject.pack.worksheet.shows.includes('table');
  const has = ({ slide, written }: CheckedPart) =>
    onSheet.has(slides[(slide ?? 0) - 1]?.id ?? '') && (hasTables || !isTable(written));
  return {
    text,
    parts: made.parts.map((part) =>
      part.goes === 'worksheet' && !has(part) ? { ...part, goes: 'board' as const } : part,
    ),
    minutes: minutesNow(lesson, made, minutes),
    total: made.total ?? lesson.minutes,
    reading,
    tasks: onSheet.size,
    findings: findingsOf([...reading.problems, ...checkLesson(lesson, text, { today })], text),
  };
}

function isTable(written: string): boolean {
  return written
    .split('\n')
    .every((line) => line.trim() === '' || line.trimStart().startsWith('|'));
}

function turned(opened: ToCheck, choices: Answers['choices']): PlanCheck {
  if (opened.is === 'slides') return checkSlides(opened.text, opened.from, choices);
  const made = checkPlan(opened.plan, choices);
  // A text that cannot be written otherwise has no parts to turn: it is checked slide by slide.
  return made.parts.length > 0 ? made : checkSlides(made.text, 'text', choices);
}

function minutesNow(
  lesson: Lesson,
  { minutes: made }: PlanCheck,
  corrected: Answers['minutes'],
): readonly CheckedMinutes[] {
  const timed = timedParts(lesson);
  const isAlike = timed.length === made.length;
  return timed.map(({ key, title, minutes }, at) => ({
    key,
    title,
    minutes,
    is: corrected.has(key)
      ? 'corrected'
      : isAlike && made[at]?.isGuess === true
        ? 'guessed'
        : 'found',
  }));
}
