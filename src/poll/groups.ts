import type { Range } from './bands.ts';

/** A group of options, as a bit for each option's place. */
export type Group = number;

/** What each option's count may be, and what all of them come to: everything that someone knows of a tally. */
export type Box = { readonly ranges: readonly Range[]; readonly total: number };

/** A group of fewer pupils must never be worked out (D4). */
const SAFE_SIZE = 5;

/** Every group of some options but not all. */
export function groupsOf(options: number): readonly Group[] {
  return Array.from({ length: 2 ** options - 2 }, (_, at) => at + 1);
}

/** True when some counts within the ranges come to the total. */
export function isPossible({ ranges, total }: Box): boolean {
  let min = 0;
  let max = 0;
  for (const range of ranges) {
    if (range.min > range.max) return false;
    min += range.min;
    max += range.max;
  }
  return min <= total && total <= max;
}

/** What a group may come to, for all that is known; the box must be possible. */
export function sizesOf({ ranges, total }: Box, group: Group): Range {
  let [min, max, othersMin, othersMax] = [0, 0, 0, 0];
  ranges.forEach((range, at) => {
    if (group & (1 << at)) {
      min += range.min;
      max += range.max;
    } else {
      othersMin += range.min;
      othersMax += range.max;
    }
  });
  return { min: Math.max(min, total - othersMax), max: Math.min(max, total - othersMin) };
}

/** True when, for all that is known, the group may be no one or may be five or more. */
export function mayBeHidden({ min, max }: Range): boolean {
  return min === 0 || max >= SAFE_SIZE;
}
