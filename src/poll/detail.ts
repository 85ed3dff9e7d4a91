import { bandOf, bandRange, BANDS } from './bands.ts';
import type { Band, Range } from './bands.ts';
import { groupsOf, isPossible, mayBeHidden, sizesOf } from './groups.ts';
import type { Box, Group } from './groups.ts';

/** How the tablets were spread: the one secret of a round (D5). There is no place in it for hands. */
export type Secret = { readonly chose: readonly number[]; readonly passes: number };

/** What may be published of one round by itself: each option's band, the place of the one largest option, or nothing. */
export type Detail =
  | { readonly detail: 'bands'; readonly bands: readonly Band[] }
  | { readonly detail: 'largest'; readonly at: number }
  | { readonly detail: 'words' };

/** What may be published of any round with so many options and such a turnout (D4, D5). */
export type Details = {
  readonly detailOf: (secret: Secret) => Detail;
  /** How many may have passed where these bands are published, in ascending order: no one, first, or there are none. */
  readonly passesOf: (bands: readonly Band[]) => readonly number[];
};

/** With fewer answers than this beside the passes nothing but words is published. */
const MIN_ANSWERS = 10;
/** A group of so few is given away by a number. */
const MAX_FEW = 4;
const WORDS: Detail = { detail: 'words' };

const known = new Map<string, Details>();

/** Who may take part: how many options there are, how many turned out, and how many of them came since a round no one was told of. */
export type Taking = {
  readonly options: number;
  readonly turnout: number;
  readonly arrivals: number;
};

/**
 * The details for a turnout of at least ten. They hang on nothing that anyone answered, and are safe against someone who knows
 * how many passed, and someone who does not: for every group of options, and of those who passed, some tally that looks the
 * same has no one or at least five in it; and in some, all who arrived chose otherwise.
 */
export function detailsFor(taking: Taking): Details {
  const name = Object.values(taking).join(' ');
  const details = known.get(name) ?? openDetails(taking);
  known.set(name, details);
  return details;
}

/** Bands that go together, and whether they are published where so many passed; never where more passed than `maxPasses`. */
type Cell = {
  readonly ranges: readonly Range[];
  readonly maxPasses: number;
  readonly isPublished: (passes: number) => boolean;
};

function openDetails(taking: Taking): Details {
  const { turnout } = taking;
  const cells = new Map<string, Cell>();
  const cellOf = (bands: readonly Band[]): Cell => {
    const name = bands.join(' ');
    const found = cells.get(name);
    if (found) return found;
    const cell = openCell(
      bands.map((band) => bandRange(band, turnout)),
      taking,
    );
    cells.set(name, cell);
    return cell;
  };
  const lower = surveyLower({ ...taking, cellOf });
  return {
    passesOf(bands) {
      const cell = cellOf(bands);
      return countUpTo(cell.maxPasses).filter(
        (passes) => cell.isPublished(passes) && lower.isPublished(passes),
      );
    },
    detailOf({ chose, passes }) {
      if (turnout - passes < MIN_ANSWERS || !lower.isPublished(passes)) return WORDS;
      const bands = chose.map((count) => bandOf(count, turnout));
      if (cellOf(bands).isPublished(passes)) return { detail: 'bands', bands };
      const at = lower.isLargestPublished(passes) ? largestOf(chose) : null;
      return at === null ? WORDS : { detail: 'largest', at };
    },
  };
}

/**
 * Where bands with these ranges give no one away. Nowhere unless they are safe where no one passed, so that they never say
 * that someone did, nor unless all who arrived may have passed.
 */
function openCell(ranges: readonly Range[], { options, turnout, arrivals }: Taking): Cell {
  const isSafe = (passes: number): boolean => {
    const box = { ranges, total: turnout - passes };
    return (
      isPossible(box) &&
      groupsOf(options).every((group) =>
        isHidden(sizesOf(box, group), { total: box.total, arrivals }),
      )
    );
  };
  const fewest = ranges.reduce((sum, { min }) => sum + min, 0);
  const maxPasses = Math.max(turnout - Math.max(MIN_ANSWERS, fewest), 0);
  const isUsed =
    isSafe(0) &&
    (arrivals === 0 || countUpTo(maxPasses).some((passes) => passes >= arrivals && isSafe(passes)));
  const published: boolean[] = [];
  return {
    ranges,
    maxPasses,
    isPublished: (passes) =>
      isUsed && passes <= maxPasses && (published[passes] ??= isSafe(passes)),
  };
}

/** 0, 1, 2 and so on, up to this one. */
function countUpTo(last: number): readonly number[] {
  return Array.from({ length: last + 1 }, (_, count) => count);
}

/** True when a group may be no one or at least five, and everyone who arrived may be outside it. */
function isHidden(
  sizes: Range,
  { total, arrivals }: { readonly total: number; readonly arrivals: number },
): boolean {
  return mayBeHidden(sizes) && total - sizes.min >= arrivals;
}

/** The place of the one greatest count; null where two share it. */
function largestOf(counts: readonly number[]): number | null {
  const at = counts.indexOf(Math.max(...counts));
  return counts.lastIndexOf(counts[at] ?? 0) === at ? at : null;
}

/** Tallies that look the same: whether there are any, the groups that are one to four in each one found so far, and those that someone who arrived is in. */
type Alike = {
  isReached: boolean;
  readonly bare: Set<Group>;
  readonly near: Set<Group>;
  readonly arrivals: number;
};

type Survey = Taking & {
  readonly cellOf: (bands: readonly Band[]) => Cell;
};

/** Where so many passed: whether anything but words is published at all, and whether the largest option alone is, where bands are not. */
type Lower = {
  readonly isPublished: (passes: number) => boolean;
  readonly isLargestPublished: (passes: number) => boolean;
};

/** Whether what is not published in bands may be published in less detail. Each number of passes is gone through when it is first asked about: of a year group there are a thousand, and a result waits for two. */
function surveyLower(survey: Survey): Lower {
  const all = everyCell(survey);
  const maxPasses = survey.turnout - MIN_ANSWERS;
  const surveyed: ReturnType<typeof surveyPasses>[] = [];
  const found = (passes: number) => (surveyed[passes] ??= surveyPasses(survey, passes, all));
  const isPublished = (passes: number): boolean =>
    passes <= maxPasses && found(0).areWordsSafe && found(passes).areWordsSafe;
  const isLargestSafe = (passes: number): boolean =>
    passes <= maxPasses && found(passes).isLargestSafe;
  // That the largest option alone is published must not say that one to four passed, nor that one who arrived did not.
  const isUsedAtAll = (): boolean => {
    const reached = countUpTo(maxPasses).filter(
      (passes) => isPublished(passes) && isLargestSafe(passes) && found(passes).isReached,
    );
    return (
      (reached.includes(0) || (reached.at(-1) ?? 0) > MAX_FEW) &&
      (reached.at(-1) ?? 0) >= survey.arrivals
    );
  };
  let isUsed: boolean | null = null;
  return {
    isPublished,
    isLargestPublished: (passes) => (isUsed ??= isUsedAtAll()) && isLargestSafe(passes),
  };
}

function surveyPasses(
  { options, turnout, arrivals, cellOf }: Survey,
  passes: number,
  all: readonly (readonly Band[])[],
) {
  const places = Array.from({ length: options }, (_, at) => at);
  const alike = (): Alike => ({
    isReached: false,
    bare: new Set(groupsOf(options)),
    near: new Set(groupsOf(options)),
    arrivals,
  });
  // By symmetry the first option stands for all.
  const [words, largest, shared] = [alike(), alike(), alike()];
  const pairs = places.flatMap((one) => places.slice(one + 1).map((other) => [one, other]));
  const total = turnout - passes;
  for (const one of all) {
    if (isDone(words) && isDone(largest) && isDone(shared)) break;
    const cell = cellOf(one);
    if (cell.isPublished(passes) || !isPossible({ ranges: cell.ranges, total })) continue;
    look(words, { ranges: cell.ranges, total });
    lookAtTop(largest, { ranges: cell.ranges, total }, { tops: [0], below: 1 });
    for (const tops of pairs) lookAtTop(shared, { ranges: cell.ranges, total }, { tops, below: 0 });
  }
  return {
    areWordsSafe: isSafe(words),
    isLargestSafe: isSafe(largest) && isSafe(shared),
    isReached: largest.isReached,
  };
}

/** Looks at all tallies in the box where `tops` have the same count and no other option has more than that less `below`. */
function lookAtTop(
  alike: Alike,
  { ranges, total }: Box,
  { tops, below }: { readonly tops: readonly number[]; readonly below: number },
): void {
  const min = Math.max(...tops.map((at) => ranges[at]?.min ?? 0));
  const max = Math.min(...tops.map((at) => ranges[at]?.max ?? 0));
  for (let count = min; count <= max && !isDone(alike); count += 1) {
    const cut = ranges.map((range, at) =>
      tops.includes(at)
        ? { min: count, max: count }
        : { min: range.min, max: Math.min(range.max, count - below) },
    );
    look(alike, { ranges: cut, total });
  }
}

function look(alike: Alike, box: Box): void {
  if (isDone(alike) || !isPossible(box)) return;
  alike.isReached = true;
  for (const group of alike.bare) if (mayBeHidden(sizesOf(box, group))) alike.bare.delete(group);
  for (const group of alike.near) {
    if (box.total - sizesOf(box, group).min >= alike.arrivals) alike.near.delete(group);
  }
}

function isDone({ isReached, bare, near }: Alike): boolean {
  return isReached && bare.size === 0 && near.size === 0;
}

function isSafe(alike: Alike): boolean {
  return !alike.isReached || isDone(alike);
}

/** Every way the bands of the options can go together. */
function everyCell({
  options,
  turnout,
}: Pick<Survey, 'options' | 'turnout'>): readonly (readonly Band[])[] {
  const choose = (chosen: readonly Band[], sum: number): readonly (readonly Band[])[] => {
    if (chosen.length === options) return [chosen];
    return BANDS.flatMap((band) => {
      const min = sum + bandRange(band, turnout).min;
      return min <= turnout ? choose([...chosen, band], min) : [];
    });
  };
  return choose([], 0);
}
