import type { Problem } from '../document/problem.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { takeHandouts } from '../lesson/take-handouts.ts';
import { checkHandoutsIn } from './check-handout.ts';
import { readVoices } from './quoted.ts';
import { checkTextBlocks, type CheckOptions } from './check-text.ts';
import { lessonTextBlocks } from './lesson-text-blocks.ts';

/**
 * Everything in a lesson’s words, and in those of its handouts, that may hurt a child, in the order
 * of the text; what its author suppresses with a reason is reported as information.
 */
export function checkLesson(
  lesson: Lesson,
  text: string,
  options: CheckOptions = {},
): readonly Problem[] {
  const parts = checkInParts(lesson, text, options);
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

/** The same check, one hazard at a time, so that a caller can let other work run in between. */
export function* checkInParts(
  lesson: Lesson,
  text: string,
  options: CheckOptions = {},
): Generator<void, readonly Problem[], void> {
  const { handouts } = lesson;
  const textBlocks = lessonTextBlocks(lesson);
  // What is allowed in a handout is for its words alone.
  const own = handouts.length === 0 ? text : takeHandouts(text).rest;
  const all = yield* checkTextBlocks({ lesson, text: own, textBlocks }, options);
  const found = asWritten(all, own);
  // What is asked for alone is asked of slides.
  if (handouts.length === 0 || options.hazards !== undefined) return found;
  const onPaper = yield* checkHandoutsIn(lesson, options);
  return [...found, ...onPaper].toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/**
 * Problems as their line has them: once where what was held back of it stands in two places, and
 * none for words that the same line corrects, since its answer is off the board.
 */
function asWritten(problems: readonly Problem[], text: string): readonly Problem[] {
  const lines = text.split(/\r\n|\n|\r/);
  const seen = new Set<string>();
  return problems.filter(({ code, severity, line, column, message }) => {
    const key = `${code} ${line}:${column} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const written = lines[line - 1] ?? '';
    if (severity === 'info' || !HOLDS_BACK.test(written)) return true;
    return (readVoices(written).text[column - 1] ?? '') !== ' ' || written[column - 1] === ' ';
  });
}

/** A line with an answer behind the words it is about. */
const HOLDS_BACK = /\((?:false|myth)\b|\banswer ?:/i;
