import { bandRange, BANDS } from './bands.ts';
import type { Range } from './bands.ts';
import { mayBeHidden } from './groups.ts';
import { placeAfter } from './history.ts';
import type { Earlier } from './history.ts';

/** How the tablets of a question with several answers were spread: how many picked each option, answered at all, and passed (D5). */
export type SeveralSecret = {
  readonly picked: readonly number[];
  readonly answering: number;
  readonly passes: number;
};

/** What is published of one option: the counts it may be, of the turnout of the round whose part it is. */
export type Part = {
  readonly range: Range;
  readonly turnout: number;
  readonly isAsBefore: boolean;
};

/** What is published of a round, all options together: a part for each, null where nothing is. `maxPasses` is how many may have passed. */
export type SeveralRelease =
  | {
      readonly detail: 'each';
      readonly parts: readonly (Part | null)[];
      readonly maxPasses: number;
    }
  | { readonly detail: 'words' };

/** The ranges an option's count is said in, and how many may have passed for anything to be said at all. */
type Cut = { readonly ranges: readonly Range[]; readonly maxPasses: number };

/** How many bands go together, from the most exact to the least. */
const CUTS: readonly (readonly number[])[] = [
  [1, 1, 1, 1, 1],
  [1, 1, 1, 2],
  [2, 1, 2],
];
/** With fewer answers than this beside the passes nothing but words is published. */
const MIN_ANSWERS = 10;
const WORDS: SeveralRelease = { detail: 'words' };

/**
 * What may be published of a question with several answers (D4, D5). Whether anything is hangs on how many passed, and on nothing
 * that anyone picked; what is published of an option hangs on how many picked it, and not on how many passed. So whatever is
 * published, each option may be any count in its part, where no one passed and where so many did, and it is enough that
 * each part by itself, for each number of passes, has no one or at least five who picked it, and who left it.
 */
export function releaseSeveral(
  secret: SeveralSecret,
  earlier: readonly Earlier<SeveralRelease>[],
): SeveralRelease {
  const turnout = secret.answering + secret.passes;
  const place = placeAfter(turnout, earlier);
  switch (place.place) {
    case 'alone':
      return releaseAlone(secret, { turnout, arrivals: place.arrivals });
    case 'after':
      return releaseAfter(secret, { turnout, ...place });
    case 'unclear':
      return WORDS;
  }
}

function releaseAlone(
  { picked, passes }: SeveralSecret,
  { turnout, arrivals }: { readonly turnout: number; readonly arrivals: number },
): SeveralRelease {
  const cut = cutFor(turnout, arrivals);
  if (cut === null || passes > cut.maxPasses) return WORDS;
  const parts = picked.map((count) => partOf(cut, count, turnout));
  return { detail: 'each', parts, maxPasses: cut.maxPasses };
}

function partOf({ ranges }: Cut, count: number, turnout: number): Part | null {
  const range = ranges.find(({ max }) => count <= max);
  return range === undefined ? null : { range, turnout, isAsBefore: false };
}

/**
 * The most exact ranges that give no one away, whether no one passed or anything up to a quarter of the turnout; the least exact
 * ones even where fewer may have. Where some may have arrived since a round no one was told of, all of them may have passed.
 */
function cutFor(turnout: number, arrivals: number): Cut | null {
  const quarter = Math.min(Math.floor(turnout / 4), turnout - MIN_ANSWERS);
  for (const [at, cut] of CUTS.entries()) {
    const ranges = rangesOf(cut, turnout);
    const maxPasses = maxSafePasses(ranges, turnout, arrivals);
    const min = at === CUTS.length - 1 ? 0 : quarter;
    if (maxPasses >= Math.max(min, arrivals)) return { ranges, maxPasses };
  }
  return null;
}

function rangesOf(cut: readonly number[], turnout: number): readonly Range[] {
  let at = 0;
  return cut.map((bands) => {
    const [first, last] = [BANDS[at], BANDS[at + bands - 1]];
    at += bands;
    return {
      min: first === undefined ? 0 : bandRange(first, turnout).min,
      max: last === undefined ? turnout : bandRange(last, turnout).max,
    };
  });
}

/** The most who may pass, so that with them and with fewer each range gives no one away; below nought where it is never so. */
function maxSafePasses(ranges: readonly Range[], turnout: number, arrivals: number): number {
  let answering = turnout;
  const isSafeFor = ({ min, max }: Range): boolean =>
    isSafe({ min, max: Math.min(max, answering) }, answering, arrivals);
  while (answering >= MIN_ANSWERS && ranges.every(isSafeFor)) answering -= 1;
  return turnout - answering - 1;
}

/**
 * What is published of a round with a few more or fewer than `from` (D5). What may have come of the round before by arrivals only,
 * or leavers only, is published as before, all options together: it discloses nothing about who came or went. A count that cannot
 * have come about so is published for itself, where those that look the same give no one away, and else as before, too.
 */
function releaseAfter(
  { picked, passes }: SeveralSecret,
  {
    turnout,
    from,
    before,
  }: {
    readonly turnout: number;
    readonly from: number;
    readonly before: readonly SeveralRelease[];
  },
): SeveralRelease {
  const [first] = before;
  const own = cutFor(turnout, 0);
  if (own === null || first?.detail !== 'each') return WORDS;
  // As many as passed before, and all who arrived.
  const maxPasses = first.maxPasses + Math.max(turnout - from, 0);
  if (passes > maxPasses) return WORDS;
  const parts = first.parts.map((part, at): Part | null => {
    if (part === null || !before.every((one) => isSamePart(one, part, at))) return null;
    const max = Math.min(own.maxPasses, maxPasses);
    const isOwn = ownAfter(part.range, { more: turnout - from, turnout, own, maxPasses: max });
    if (isOwn === null) return null;
    const count = picked[at] ?? 0;
    return passes <= max && isOwn(count)
      ? partOf(own, count, turnout)
      : { ...part, isAsBefore: true };
  });
  return { detail: 'each', parts, maxPasses };
}

function isSamePart(one: SeveralRelease, { range }: Part, at: number): boolean {
  const other = one.detail === 'each' ? one.parts[at] : null;
  return other?.range.min === range.min && other.range.max === range.max;
}

/** Which counts are published for themselves after a round in this range; null where the others, published as before, would give someone away. */
function ownAfter(
  { min, max }: Range,
  {
    more,
    turnout,
    own,
    maxPasses,
  }: {
    readonly more: number;
    readonly turnout: number;
    readonly own: Cut;
    readonly maxPasses: number;
  },
): ((count: number) => boolean) | null {
  const canFollow = (count: number): boolean =>
    count >= min + Math.min(more, 0) && count <= max + Math.max(more, 0);
  const all = Array.from({ length: turnout + 1 }, (_, count) => count);
  const apartRanges = own.ranges
    .map((range) =>
      all.filter((count) => count >= range.min && count <= range.max && !canFollow(count)),
    )
    .filter((counts) => areSafe(counts, turnout, maxPasses));
  const apart = new Set(apartRanges.flat());
  const asBefore = all.filter((count) => !apart.has(count));
  return areSafe(asBefore, turnout, maxPasses) ? (count) => apart.has(count) : null;
}

/** True where these counts, in ascending order, give no one away, with no one or as many as this who passed. */
function areSafe(counts: readonly number[], turnout: number, maxPasses: number): boolean {
  const min = counts[0] ?? turnout + 1;
  let last = counts.length - 1;
  for (let answering = turnout; answering >= turnout - maxPasses; answering -= 1) {
    while ((counts[last] ?? 0) > answering) last -= 1;
    if (!isSafe({ min, max: counts[last] ?? -1 }, answering, 0)) return false;
  }
  return true;
}

/**
 * True where counts in this range, of so many who answered, leave it open that no one or at least five picked the option, and left
 * it, and that all who arrived did neither; or where there are none.
 */
function isSafe({ min, max }: Range, answering: number, arrivals: number): boolean {
  const left = { min: answering - max, max: answering - min };
  return (
    min > max ||
    (mayBeHidden({ min, max }) && mayBeHidden(left) && max >= arrivals && left.max >= arrivals)
  );
}
