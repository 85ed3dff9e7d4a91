import { readLines } from '../document/lines.ts';
import { FOR_CLASS, FOR_TEACHER, isAudienceMark } from '../document/audience-marks.ts';
import { slidesOf } from '../lesson/lesson.ts';
import { readLesson } from '../lesson/read-lesson.ts';
import type { Destination, OpenedMinutes, OpenedPart, TextPart, TextToOpen } from './opened.ts';
import { boardLines, isForSheet, sheetLines } from './sheet-lines.ts';
import { toLesson, type MadeLesson } from './to-lesson.ts';

/** Who is to see a part, as the plan's author turns it; what is on the worksheet is on its slide too. */
export type PartChoice = 'teacher' | 'board' | 'worksheet';

/** Where a part goes. */
export type PartPlace = Destination | 'worksheet';

/** One part of a plan as “Check what the class will see” shows it: what was written, where it goes and why, and where it is then. */
export type CheckedPart = {
  /** Its number among the plan's parts, by which a choice names it. */
  readonly id: number;
  /** The heading it stands below, or words for its place. */
  readonly title: string;
  readonly written: string;
  readonly suggested: { readonly goes: PartPlace; readonly reason: string };
  readonly goes: PartPlace;
  /** What its author may choose: nothing where it can only be where it is. */
  readonly choices: readonly PartChoice[];
  /** The slide that shows it, or whose notes have it, from 1; null where no slide does. */
  readonly slide: number | null;
};

/** A plan with its author's choices: the lesson that it makes, and what the screen shows of it. */
export type PlanCheck = {
  readonly text: string;
  readonly parts: readonly CheckedPart[];
  readonly slides: number;
  readonly minutes: readonly OpenedMinutes[];
  /** How long the plan says the lesson is; null where it does not. */
  readonly total: number | null;
};

/** Makes the lesson of a plan as its author turns its parts: each has a suggestion, which holds until another is chosen. Nothing that is “teacher” can be on the board, since the lesson is made with it in the notes. Headings go with what stands below them. */
export function checkPlan(plan: TextToOpen, choices: ReadonlyMap<number, PartChoice>): PlanCheck {
  const suggested = toLesson(plan);
  const made = choices.size === 0 ? suggested : toLesson(withChoices(plan, choices));
  const { lesson } = readLesson('plan', made.text);
  const starts = slidesOf(lesson).map(({ line }) => line);
  const shownOn = (line: number | null) => {
    const at = line === null ? -1 : starts.findLastIndex((start) => start <= line);
    return at < 0 ? null : at + 1;
  };
  // A line in bold or with a time may have become a heading, which goes with what stands below it.
  const headings = headingLines(plan, suggested);
  const before = byPart(plan.parts, suggested);
  const after = byPart(plan.parts, made);
  return {
    text: made.text,
    slides: starts.length,
    minutes: made.minutes,
    total: made.total,
    parts: plan.parts.flatMap((part, id): readonly CheckedPart[] => {
      const [was, is] = [before[id], after[id]];
      if (was === undefined || is === undefined || /^\s*#{1,6}\s/.test(was.written)) return [];
      const { written, reason } = was;
      const ofHeadings = headings.filter((line) => line >= part.from && line <= part.to).length;
      if (ofHeadings > 0 && written.split('\n').length === ofHeadings) return [];
      return [
        {
          id,
          title: /^under “(.*)”$/.exec(part.place)?.[1] ?? part.place,
          written,
          suggested: { goes: placeOf(was), reason: sheetReason(was) ?? reason },
          goes: placeOf(is, choices.get(id)),
          choices: ofHeadings > 0 ? [] : choicesFor(written),
          slide:
            is.goes === 'board' || is.goes === 'teacher' || is.goes === 'some'
              ? shownOn(is.line)
              : null,
        },
      ];
    }),
  };
}

// The lines of a plan that are headings of the lesson that is made.
function headingLines(plan: TextToOpen, made: MadeLesson): readonly number[] {
  const lines = readLines(made.text);
  return readLines(plan.text).flatMap(({ line }) => {
    const now = made.lineOf(line);
    return now !== null && /^#{1,3}\s/.test(lines[now - 1]?.text ?? '') ? [line] : [];
  });
}

/** What may be chosen for words that stand by themselves. */
export function choicesFor(written: string): readonly PartChoice[] {
  const hasSheet = sheetLines(written.split('\n')) !== null;
  return hasSheet ? ['teacher', 'board', 'worksheet'] : ['teacher', 'board'];
}

function placeOf({ goes, written }: OpenedPart, choice?: PartChoice): PartPlace {
  const isForPaper = choice === 'worksheet' || isForSheet(written);
  return goes === 'board' && isForPaper ? 'worksheet' : goes;
}

function sheetReason(part: OpenedPart): string | null {
  return placeOf(part) === 'worksheet' ? 'sentences to finish' : null;
}

// A part of which nothing is written is among the text's, and not among what became of them.
function byPart(parts: readonly TextPart[], made: MadeLesson): readonly (OpenedPart | undefined)[] {
  return parts.map((_, id) => made.parts.find((one) => one.id === id));
}

// A comment above a part says who sees it, as its author could write it; one that is there already gives way.
function withChoices(plan: TextToOpen, choices: ReadonlyMap<number, PartChoice>): TextToOpen {
  const lines = readLines(plan.text).map(({ text }) => text);
  const out: string[] = [];
  const parts: TextPart[] = [];
  let next = 0;
  plan.parts.forEach(({ from, to, place }, id) => {
    out.push(...lines.slice(next, from - 1));
    const choice = choices.get(id);
    const own = lines.slice(from - 1, to);
    const first = out.length + 1;
    if (choice === undefined) out.push(...own);
    else {
      if (out.length > 0 && out.at(-1)?.trim() !== '') out.push('');
      out.push(
        ...markedLines(
          own.filter((text) => !isAudienceMark(text)),
          choice,
        ),
      );
      // What follows is no part of a list that ends here.
      if (out.at(-1)?.trim() !== '') out.push('');
    }
    parts.push({ from: first, to: out.length, place });
    next = to;
  });
  out.push(...lines.slice(next));
  return { ...plan, text: out.join('\n'), parts };
}

/** Lines below the mark that says who sees them, as their author could write it. */
export function markedLines(lines: readonly string[], choice: PartChoice): readonly string[] {
  switch (choice) {
    case 'teacher':
      return [FOR_TEACHER, ...lines];
    case 'board':
      return [FOR_CLASS, ...boardLines(lines)];
    case 'worksheet':
      return (sheetLines(lines) ?? lines).flatMap((line, at, all) =>
        line.trim() !== '' && (at === 0 || all[at - 1]?.trim() === '') ? [FOR_CLASS, line] : [line],
      );
  }
}
