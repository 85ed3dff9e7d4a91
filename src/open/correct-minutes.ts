import { readBlockHeading } from '../document/block-heading.ts';
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

// `## Starter (10 min)`: the rest of the line stays as it is written.
const TIME = /([([])\s*\d{1,3}(\s?(?:mins?|minutes?)\b[^()[\]]*[)\]]\s*)$/i;

// `## Starter – 10 minutes`, `## Starter (10 min) ##`: the line is written as ours are.
const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.{0,200}?)(?:[ \t]{1,9}#{1,9})?[ \t]*$/;

/** The parts of a lesson that have minutes, in order. */
export function timedParts({ blocks }: Pick<Lesson, 'blocks'>): readonly TimedPart[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return blocks.flatMap(({ title, minutes, line }): readonly TimedPart[] => {
    if (minutes === null) return [];
    let nth = (counts.get(title) ?? 0) + 1;
    // “Talk 2” may be a title as well.
    while (taken.has(keyOf(title, nth))) nth += 1;
    const key = keyOf(title, nth);
    counts.set(title, nth);
    taken.add(key);
    return [{ key, title, minutes, line }];
  });
}

function keyOf(title: string, nth: number): string {
  return nth === 1 ? title : `${title} ${nth}`;
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
      return wanted === undefined ? words : withMinutes(words, wanted);
    })
    .join('\n');
}

function withMinutes(line: string, wanted: number): string {
  if (TIME.test(line)) {
    return line.replace(TIME, (_, open: string, rest: string) => `${open}${wanted}${rest}`);
  }
  const [, marks = '', words = ''] = HEADING.exec(line) ?? [];
  const heading = readBlockHeading(words);
  if (typeof heading !== 'object') return line;
  return `${marks} ${heading.title} (${wanted} min${heading.optional ? ', optional' : ''})`;
}
