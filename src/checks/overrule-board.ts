import { slidesOf, type Lesson } from '../lesson/lesson.ts';
import { readPassages } from '../lesson/read-passages.ts';
import type { Problem } from '../document/problem.ts';
import { applyPardons } from './overrule.ts';
import { isOfBoard, readPardons, type Pardon } from './pardons.ts';
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
  const pardons = readPardons(text, readPassages(text)).filter(isOfBoard);
  if (pardons.length === 0) return found;
  const starts = slidesOf(lesson).map(({ line }) => line);
  const placeOf = (code: string, line: number) =>
    `${starts[countUpTo(starts, line) - 1] ?? 0} ${code}`;
  const good = pardons.filter(({ reason }) => reason !== '').toReversed();
  const byPlace = new Map(
    good.map((pardon): [string, Pardon] => [placeOf(pardon.code, pardon.from), pardon]),
  );
  return applyPardons(found, {
    pardons,
    pardonOf: ({ code, line }) => byPlace.get(placeOf(code, line)),
    codes,
    final: new Set(),
  });
}
