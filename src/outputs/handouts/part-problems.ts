import type { Problem } from '../../document/problem.ts';
import { cutSizes } from './card-sheet.ts';
import { isLessonPart, isPart, isProgramPart, type PartName } from './part-names.ts';

/** Whose a handout is: the school’s, or a lesson’s. */
export type HandoutOf = 'lesson' | 'school';

/** More lines than a page has. */
export const MAX_LINES = 30;

/** A part as it was read: what opens it, whether something is between that and its end, and its line. */
type ReadPart = {
  readonly name: string;
  readonly words: readonly string[];
  readonly hasInner: boolean;
  readonly line: number;
};

/** What of a part would be lost, or other than it is meant, on the sheet of a handout. */
export function partProblems(
  { name, words, hasInner, line }: ReadPart,
  of: HandoutOf,
): readonly Problem[] {
  if (!isPart(name)) return [];
  const quoted = `“::: ${name}”`;
  const found: Pick<Problem, 'code' | 'severity' | 'message'>[] = [];
  const nothing = whyNothing(name, of);
  if (nothing !== null) {
    found.push({
      code: 'part-nothing',
      severity: 'error',
      message: `${quoted} prints nothing here: ${nothing}`,
    });
  }
  if (hasInner && makesItsOwn(name)) {
    found.push({
      code: 'part-words',
      severity: 'error',
      message: `Cannot print what is between ${quoted} and its “:::”: this part makes its own words. Put yours above or below it`,
    });
  }
  const wrong = wrongBehind(name, words);
  if (wrong !== null) found.push(wrong);
  return found.map((one) => ({ ...one, line, column: 1 }));
}

function whyNothing(name: PartName, of: HandoutOf): string | null {
  if (of === 'school' && (isLessonPart(name) || name === 'handouts')) {
    return 'it is made of a lesson’s words, and this handout is for the school. It needs “for: each lesson” at its head';
  }
  return of === 'lesson' && isProgramPart(name)
    ? 'it is made of the program’s own tables, for a handout of the school’s. Take it out'
    : null;
}

const OWN_WORDS: readonly PartName[] = ['help', 'contacts', 'comebacks', 'handouts'];

function makesItsOwn(name: PartName): boolean {
  return isLessonPart(name) || isProgramPart(name) || OWN_WORDS.includes(name);
}

function wrongBehind(
  name: PartName,
  words: readonly string[],
): Pick<Problem, 'code' | 'severity' | 'message'> | null {
  const all = words.join(' ').slice(0, 20);
  const [first = ''] = words;
  if (name === 'cut') {
    const isSize = cutSizes.some((size) => String(size) === all);
    return all === '' || isSize
      ? null
      : {
          code: 'cut-size',
          severity: 'error',
          message: `Cannot cut a page into “${all}”: it needs to be ${cutSizes.slice(0, -1).join(', ')} or ${cutSizes.at(-1)}`,
        };
  }
  if (name === 'lines') {
    const isCount = /^\d+$/.test(all) && Number(all) >= 1 && Number(all) <= MAX_LINES;
    return all === '' || isCount
      ? null
      : {
          code: 'lines-count',
          severity: 'error',
          message: `Cannot draw “${all}” lines: it needs to be a number from 1 to ${MAX_LINES}`,
        };
  }
  const isKnown = all === '' || (name === 'contacts' && first === 'short' && words.length === 1);
  return isKnown
    ? null
    : {
        code: 'part-behind',
        severity: 'warning',
        message: `“${all}” does nothing behind “::: ${name}”: take it out`,
      };
}
