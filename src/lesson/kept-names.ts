import { todaysNames, type Names } from './names.ts';

/** Where a lesson's names of today are kept: one lesson, one site. */
export function namesKey(slug: string, sitePath: string): string {
  return `wholeclass:${sitePath}:${slug}:names`;
}

/** True for a key that `namesKey` made, for any lesson and site. */
export function isNamesKey(key: string): boolean {
  return /^wholeclass:.*:names$/.test(key);
}

/** Names for a day, as text for the browser's storage; `day` is `2026-11-24`. */
export function writeNames(names: Names, day: string): string {
  return JSON.stringify({ day, names });
}

/** The names a text was written from; null where it is of another day, missing or broken. */
export function readKept(text: string | null, day: string): unknown {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('day' in kept) || kept.day !== day || !('names' in kept)) return null;
    return kept.names;
  } catch {
    return null;
  }
}

/** What the characters are called: as kept for today, else as the lesson has it. */
export function namesFrom(text: string | null, own: Names, day: string): Names {
  return todaysNames(own, readKept(text, day)) ?? own;
}
