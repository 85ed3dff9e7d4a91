import { readLines } from '../document/lines.ts';
import type { Lesson } from '../lesson/lesson.ts';

/** A timed part of a lesson by a name that stays its own while the parts around it are turned. */
export type TimedPart = {
  /** Its title, and a number where another part has the same. */
  readonly key: string;
  readonly title: string;
  readonly minutes: number;
  readonly line: number;
};

/** The most that one part may take, in minutes. */
export const MAX_MINUTES = 240;

const TIME = /([([])\s*\d{1,3}(\s?(?:mins?|minutes?)\b[^()[\]]*[)\]]\s*)$/i;

/** The parts of a lesson that have minutes, in order. */
export function timedParts({ blocks }: Pick<Lesson, 'blocks'>): readonly TimedPart[] {
  const seen = new Map<string, number>();
  return blocks.flatMap(({ title, minutes, line }): readonly TimedPart[] => {
    if (minutes === null) return [];
    const nth = (seen.get(title) ?? 0) + 1;
    seen.set(title, nth);
    return [{ key: nth === 1 ? title : `${title} ${nth}`, title, minutes, line }];
  });
}

/** A lesson's text with the minutes that its author gives to parts of it, by their keys: in their headings, where they are written. */
export function correctMinutes(
  text: string,
  parts: readonly TimedPart[],
  minutes: ReadonlyMap<string, number>,
): string {
  const corrected = new Map(
    parts.flatMap(({ key, line }) => {
      const wanted = minutes.get(key);
      const isWhole = wanted !== undefined && Number.isInteger(wanted);
      return isWhole && wanted >= 1 && wanted <= MAX_MINUTES ? [[line, wanted] as const] : [];
    }),
  );
  if (corrected.size === 0) return text;
  return readLines(text)
    .map(({ text: words, line }) => {
      const wanted = corrected.get(line);
      return wanted === undefined
        ? words
        : words.replace(TIME, (_, open: string, rest: string) => `${open}${wanted}${rest}`);
    })
    .join('\n');
}
