import { slidesOf, type Lesson } from '../lesson/lesson.ts';
import { lessonTextBlocks } from './lesson-text-blocks.ts';
import type { Problem } from '../document/problem.ts';
import { applySuppressions } from './overrule.ts';
import { isOfBoard, parseSuppressions, type Suppression } from './suppressions.ts';
import { countUpTo } from './sentences.ts';

/** A lesson that was measured, its text, and the names of all that can be found on a board. */
export type Measured = {
  readonly lesson: Lesson;
  readonly text: string;
  readonly codes: readonly string[];
};

/** Turns what was measured into information where its slide says `<!-- allow board-overflow: … -->`, anywhere on it. */
export function overruleBoard(
  found: readonly Problem[],
  { lesson, text, codes }: Measured,
): readonly Problem[] {
  const suppressions = parseSuppressions(text, lessonTextBlocks(lesson)).filter(isOfBoard);
  if (suppressions.length === 0) return found;
  const starts = slidesOf(lesson).map(({ line }) => line);
  const placeOf = (code: string, line: number) =>
    `${starts[countUpTo(starts, line) - 1] ?? 0} ${code}`;
  const good = suppressions.filter(({ reason }) => reason !== '').toReversed();
  const byPlace = new Map(
    good.map((suppression): [string, Suppression] => [
      placeOf(suppression.code, suppression.from),
      suppression,
    ]),
  );
  return applySuppressions(found, {
    suppressions,
    suppressionOf: ({ code, line }) => byPlace.get(placeOf(code, line)),
    codes,
    final: new Set(),
  });
}
