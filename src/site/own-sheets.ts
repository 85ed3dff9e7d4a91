import type { Lesson } from '../lesson/lesson.ts';
import type { Handout } from '../outputs/handouts/handout.ts';
import { ownHandoutTexts } from '../outputs/handouts/own-handout-texts.ts';
import type { Sheet } from '../outputs/handouts/sheet.ts';
import { readOwnHandoutApart } from './reading.ts';

/** The handouts that are written in a lesson. */
export async function ownHandoutsOf(lesson: Lesson): Promise<readonly Handout[]> {
  const read = await Promise.all(ownHandoutTexts(lesson).map(readOwnHandoutApart));
  return read.flatMap((one) => (one === null ? [] : [one.handout]));
}

/** All sheets for one lesson: those for any, and those that are written in it. */
export async function sheetsWithOwn(
  lesson: Lesson,
  sheets: readonly Sheet[],
): Promise<readonly Sheet[]> {
  if (lesson.handouts.length === 0) return sheets;
  const { withOwnSheets } = await import('../outputs/handouts/own-sheets.ts');
  return withOwnSheets(sheets, await ownHandoutsOf(lesson));
}
