import { namesOf } from '../text/own.ts';

/** What only some lessons have looks as one of these sheets says, and pages without it do not load the sheet: how each is known in a page. */
export const SHEETS = {
  maths: ['<math'],
  'lesson-parts': ['class="timer', 'class="code-', 'class="working', 'class="link-card'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of a style sheet that is loaded only where a lesson needs it. */
export type SheetName = keyof typeof SHEETS;

/** Those that a page needs, by what is in it; `shown` may be data for a script, where a tag and a quotation mark are written otherwise. */
export function sheetsFor(shown: string): readonly SheetName[] {
  const plain = shown.replaceAll('\\u003c', '<').replaceAll('\\"', '"');
  return namesOf(SHEETS).filter((name) => SHEETS[name].some((mark) => plain.includes(mark)));
}
