import type { Comeback } from '../outputs/comebacks/comebacks.ts';
import { readComebacks } from '../outputs/comebacks/read-comebacks.ts';
import { readLesson } from '../lesson/read-lesson.ts';
import type { Problem } from '../document/problem.ts';
import { hazards } from './check-text.ts';
import { checkLesson } from './checks.ts';
import type { Hazard } from './hazard.ts';
import { wordHazard } from './word-hazard.ts';
import comebackWording from './words/comeback-wording.json' with { type: 'json' };

/** What a lesson is checked for and a line to send may do wrong as well. */
const SHARED: readonly string[] = [
  'blaming-wording',
  'frightening-wording',
  'criminalising-wording',
  'wrong-age-of-law',
  'normalising-prevalence',
  'off-list-contact',
  'stale-contact',
  'adult-service',
  'secrecy-promised',
  'image-handling',
  'outdated-term',
  'real-person',
  'unsuitable-vocabulary',
  'graphic-wording',
  'shaming-wording',
];

/** Everything that lines to send are checked for, their own wording first (H15). */
export const comebackHazards: readonly Hazard[] = [
  wordHazard('comeback-wording', comebackWording),
  ...hazards.filter(({ code }) => SHARED.includes(code)),
];

/** A file of comebacks as it may be used: the lines that pass every check, once the file says who wrote and who checked them. */
export type CheckedComebacks = {
  readonly lines: readonly Comeback[];
  readonly problems: readonly Problem[];
};

/**
 * Reads and checks `handouts/our-comebacks.txt`. A line with an error is reported and left out.
 * Never throws.
 */
export function checkComebacks(text: string): CheckedComebacks {
  const { lines, written, checked, problems } = readComebacks(text);
  const found = [...problems, ...checkWords(text)].toSorted((a, b) => a.line - b.line);
  const wrong = new Set(
    found.filter(({ severity }) => severity === 'error').map(({ line }) => line),
  );
  const sayable =
    written === null || checked === null ? [] : lines.filter(({ line }) => !wrong.has(line));
  return {
    lines: sayable.map(({ id, asker, tone, text: words }) => ({ id, asker, tone, text: words })),
    problems: found,
  };
}

function checkWords(text: string): readonly Problem[] {
  const { lesson } = readLesson('our-comebacks', text);
  return checkLesson(lesson, text, { hazards: comebackHazards });
}
