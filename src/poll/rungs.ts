import { bandOf, bandRange, BANDS } from './bands.ts';
import type { Range } from './bands.ts';
import { groupsOf, isPossible, mayBeSafe } from './groups.ts';
import type { Box, Group } from './groups.ts';

/** How much of a tally is told (D4), from the most to the least. */
export type Rung = 'bands' | 'largest' | 'words';

/** What someone in the room may know besides the screen: how many answered, and the hands, option by option. */
export type Known = { readonly all: number; readonly hands: readonly number[] };

/**
 * The finest rung that is safe for these tablets' counts (D4): safe against a class that knows exactly how many answered,
 * and against the teacher, who knows the hands as well. Safe means that for every group of options some tally that looks
 * the same has nobody or at least five in it. The rungs there are depend on what is known anyway, so that a missing one
 * tells nothing.
 */
export function rungOf(tablets: readonly number[], known: Known, rungs: readonly Rung[] = rungsFor(known)): Rung {
  const sums = tablets.map((count, at) => count + (known.hands[at] ?? 0));
  const ranges = sums.map((sum) => bandRange(bandOf(sum, known.all), known.all));
  if (rungs.includes('bands') && areSafe(ranges, known)) return 'bands';
  return rungs.includes('largest') && largestOf(sums) !== null ? 'largest' : 'words';
}

/** The place of the one greatest count; null where two share it. */
export function largestOf(sums: readonly number[]): number | null {
  const most = Math.max(...sums);
  const at = sums.indexOf(most);
  return sums.lastIndexOf(most) === at ? at : null;
}

/** The rungs that are safe for every tally with these hands and this many answers; no hand counted is the class's own view. */
export function rungsFor(known: Known): readonly Rung[] {
  const own = survey(known);
  const isClass = known.hands.every((count) => count === 0);
  const seen = isClass ? own : survey({ ...known, hands: known.hands.map(() => 0) });
  if (!isSafe(own.all) || !isSafe(seen.all)) return ['words'];
  // The class must be able to think that no hand was counted at all.
  const isLargestSafe = [own, seen].every(({ largest, shared }) => [...largest, shared].every(isSafe)) && seen.largest.some((left) => left.isReached);
  return isLargestSafe ? ['bands', 'largest', 'words'] : ['bands', 'words'];
}

/** Tallies that look the same: whether there are any, and the groups that are one to four in each one found so far. */
type Alike = { isReached: boolean; readonly bare: Set<Group> };

/** All tallies whose bands would give a group away: together, by their one largest option, and those without one. */
type Survey = { readonly all: Alike; readonly largest: readonly Alike[]; readonly shared: Alike };

function survey(known: Known): Survey {
  const places = known.hands.map((_, at) => at);
  const alike = (): Alike => ({ isReached: false, bare: new Set(groupsOf(places.length)) });
  const found = { all: alike(), largest: places.map(alike), shared: alike() };
  const pairs = places.flatMap((one) => places.slice(one + 1).map((other) => [one, other]));
  for (const ranges of everyBands(known)) {
    if (areSafe(ranges, known)) continue;
    look(found.all, boxOf(ranges, known));
    found.largest.forEach((one, at) => lookAtTop(one, { ranges, known, tops: [at], below: 1 }));
    for (const tops of pairs) lookAtTop(found.shared, { ranges, known, tops, below: 0 });
  }
  return found;
}

/** Looks at all tallies in the ranges where `tops` have the same count and no other option has more than that less `below`. */
function lookAtTop(
  alike: Alike,
  {
    ranges,
    known,
    tops,
    below,
  }: { readonly ranges: readonly Range[]; readonly known: Known; readonly tops: readonly number[]; readonly below: number },
): void {
  const top = tops.map((at) => ranges[at]).reduce((one, other) => meet(one, other));
  if (!top) return;
  for (let count = top.least; count <= top.most && !isDone(alike); count += 1) {
    const cut = ranges.map((range, at) =>
      tops.includes(at) ? { least: count, most: count } : { least: range.least, most: Math.min(range.most, count - below) },
    );
    look(alike, boxOf(cut, known));
  }
}

function look(alike: Alike, box: Box): void {
  if (isDone(alike) || !isPossible(box)) return;
  alike.isReached = true;
  for (const group of alike.bare) if (mayBeSafe(box, group)) alike.bare.delete(group);
}

function isDone({ isReached, bare }: Alike): boolean {
  return isReached && bare.size === 0;
}

function isSafe({ isReached, bare }: Alike): boolean {
  return !isReached || bare.size === 0;
}

/** True when these bands give no group away, to the class or to the teacher. */
export function areSafe(ranges: readonly Range[], known: Known): boolean {
  const groups = groupsOf(ranges.length);
  const teacher = boxOf(ranges, known);
  return [teacher, { ranges, total: known.all }].every((box) => groups.every((group) => mayBeSafe(box, group)));
}

/** What the tablets' counts may be when the sums lie in the ranges and the hands are known. */
function boxOf(ranges: readonly Range[], { all, hands }: Known): Box {
  const counted = (at: number): number => hands[at] ?? 0;
  return {
    ranges: ranges.map(({ least, most }, at) => ({ least: Math.max(0, least - counted(at)), most: most - counted(at) })),
    total: all - hands.reduce((sum, count) => sum + count, 0),
  };
}

/** Every way the bands of the options can go together, as the counts they stand for. */
export function everyBands(known: Known): readonly (readonly Range[])[] {
  const bands = BANDS.map((band) => bandRange(band, known.all));
  const choose = (chosen: readonly Range[]): readonly (readonly Range[])[] => {
    if (chosen.length < known.hands.length) return bands.flatMap((band) => choose([...chosen, band]));
    return isPossible(boxOf(chosen, known)) ? [chosen] : [];
  };
  return choose([]);
}

function meet(one: Range | undefined, other: Range | undefined): Range | undefined {
  return one && other ? { least: Math.max(one.least, other.least), most: Math.min(one.most, other.most) } : undefined;
}
