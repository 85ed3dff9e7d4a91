import { bandOf, bandRange } from './bands.ts';
import type { Band, Range } from './bands.ts';
import { groupsOf, isPossible, mayBeSafe } from './groups.ts';
import type { Box, Group } from './groups.ts';
import { areSafe, everyBands, largestOf, rungOf, rungsFor } from './rungs.ts';
import type { Known, Rung } from './rungs.ts';

/** One round of a question: what the tablets said, option by option, and what is known beside it. */
export type Round = { readonly tablets: readonly number[]; readonly known: Known };

/** A round before it; one that nobody was told of matters by who answered it alone. */
export type EarlierRound = Round & { readonly isTold: boolean };

/** What is told of a round (D4, D5); `at` is the place of the largest option. */
export type Shown =
  | { readonly rung: 'bands'; readonly bands: readonly Band[] }
  | { readonly rung: 'largest'; readonly at: number }
  | { readonly rung: 'words' };

/** So few who came or went between two rounds are a group that must not be worked out (D5). */
const FEW = 4;
const WORDS: Shown = { rung: 'words' };

/** What may be told of a round after these earlier ones, in their order (D5). */
export function showRound(round: Round, earlier: readonly EarlierRound[]): Shown {
  const near = nearTo(round, earlier);
  const [first] = near;
  if (!first || near.every(({ known }) => isLike(known, round.known))) return showAlone(round);
  const before = showAlone(first);
  if (before.rung !== 'bands' || isLike(first.known, round.known)) return WORDS;
  const isAsFirst = (one: EarlierRound) => isLike(one.known, first.known) && (!one.isTold || isLike(showAlone(one), before));
  if (!near.every((one) => isLike(one.known, round.known) || isAsFirst(one))) return WORDS;
  return showAfter(round, { bands: before.bands, known: first.known });
}

/** What may be told of a round by itself (D4). */
function showAlone({ tablets, known }: Round, rungs: readonly Rung[] = rungsFor(known)): Shown {
  const sums = tablets.map((count, at) => count + (known.hands[at] ?? 0));
  const rung = rungOf(tablets, known, rungs);
  switch (rung) {
    case 'bands':
      return { rung, bands: sums.map((sum) => bandOf(sum, known.all)) };
    case 'largest':
      return { rung, at: largestOf(sums) ?? 0 };
    case 'words':
      return { rung };
  }
}

// From the first that was told on, the rounds from which the number answering got here in steps of at most four.
function nearTo(round: Round, earlier: readonly EarlierRound[]): readonly EarlierRound[] {
  const isNear = (one: Round, others: readonly Round[]) => others.some(({ known }) => Math.abs(known.all - one.known.all) <= FEW);
  let near: readonly EarlierRound[] = [];
  for (;;) {
    const more = earlier.filter((one) => isNear(one, [round, ...near]));
    if (more.length === near.length) break;
    near = more;
  }
  return near.slice(near.some(({ isTold }) => isTold) ? near.findIndex(({ isTold }) => isTold) : near.length);
}

type Before = { readonly bands: readonly Band[]; readonly known: Known };

function showAfter({ tablets, known }: Round, before: Before): Shown {
  const rungs = rungsFor(known);
  if (!isFirm(before, known, rungs)) return WORDS;
  const now = showAlone({ tablets, known }, rungs);
  if (now.rung !== 'bands') return WORDS;
  return isSafe(lookAt([rangesOf(now.bands, known)], before, known)) ? now : { rung: 'bands', bands: before.bands };
}

// Whether anything can be told at all: hangs on what was told before and who answers now, never on the answers.
function isFirm(before: Before, known: Known, rungs: readonly Rung[]): boolean {
  if (!rungs.includes('bands')) return false;
  const all = everyBands(known);
  const untold = all.filter((ranges) => !areSafe(ranges, known));
  const told = all.filter((ranges) => areSafe(ranges, known));
  const risky = told.filter((ranges) => !isSafe(lookAt([ranges], before, known)));
  const same = told.filter((ranges) => isLike(ranges, rangesOf(before.bands, known)));
  return [untold, [...risky, ...same]].every((some) => isSafe(lookAt(some, before, known)));
}

/** Whatever fits what was told: groups of either round, and of those who came or went, that are one to four each time so far. */
type Alike = {
  isReached: boolean;
  readonly former: Set<Group>;
  readonly later: Set<Group>;
  readonly moved: Set<Group>;
  /** Those that could be nobody for all that one round alone tells. */ readonly open: Set<Group>;
};

function lookAt(later: readonly (readonly Range[])[], before: Before, known: Known): readonly Alike[] {
  const none = known.hands.map(() => 0);
  const audiences = [
    { before, known },
    { before: { ...before, known: { ...before.known, hands: none } }, known: { ...known, hands: none } },
  ];
  return audiences.map((audience) => {
    const groups = groupsOf(known.hands.length);
    const alike: Alike = { isReached: false, former: new Set(groups), later: new Set(groups), moved: new Set(groups), open: new Set() };
    for (const ranges of later) look(alike, ranges, audience);
    return alike;
  });
}

function look(alike: Alike, later: readonly Range[], { before, known }: { readonly before: Before; readonly known: Known }): void {
  const more = known.all - before.known.all;
  const [from, to] = [atLeast(rangesOf(before.bands, before.known), before.known.hands), atLeast(later, known.hands)];
  const whole: Box = more > 0 ? { ranges: to, total: known.all } : { ranges: from, total: before.known.all };
  for (const group of groupsOf(to.length)) if (mostOutside(whole, group) >= Math.abs(more)) alike.open.add(group);
  for (const moved of everyMove(to.length, more)) {
    const both = from.map((range, at) => meet(range, shift(to[at] ?? range, -(moved[at] ?? 0))));
    const first = tabletsOf(both, before.known);
    if (!isPossible(first)) continue;
    const second = tabletsOf(
      both.map((range, at) => shift(range, moved[at] ?? 0)),
      known,
    );
    alike.isReached = true;
    for (const group of alike.former) if (mayBeSafe(first, group)) alike.former.delete(group);
    for (const group of alike.later) if (mayBeSafe(second, group)) alike.later.delete(group);
    for (const group of alike.moved) if (moved.every((count, at) => count === 0 || (group & (1 << at)) === 0)) alike.moved.delete(group);
  }
}

function isSafe(audiences: readonly Alike[]): boolean {
  return audiences.every(
    ({ isReached, former, later, moved, open }) =>
      !isReached || (former.size === 0 && later.size === 0 && [...moved].every((group) => !open.has(group))),
  );
}

/** Every way so many could be spread over the options: above nought for those who came, below for those who went. */
function everyMove(options: number, more: number): readonly (readonly number[])[] {
  if (options === 1) return [[more]];
  const firsts = Array.from({ length: Math.abs(more) + 1 }, (_, count) => count * Math.sign(more));
  return firsts.flatMap((first) => everyMove(options - 1, more - first).map((rest) => [first, ...rest]));
}

function mostOutside({ ranges, total }: Box, group: Group): number {
  let least = 0;
  let most = 0;
  ranges.forEach((range, at) => {
    if (group & (1 << at)) least += range.least;
    else most += range.most;
  });
  return Math.min(most, total - least);
}

function rangesOf(bands: readonly Band[], { all }: Known): readonly Range[] {
  return bands.map((band) => bandRange(band, all));
}

function tabletsOf(sums: readonly Range[], { all, hands }: Known): Box {
  return { ranges: sums.map((range, at) => shift(range, -(hands[at] ?? 0))), total: all - hands.reduce((sum, count) => sum + count, 0) };
}

function atLeast(ranges: readonly Range[], hands: readonly number[]): readonly Range[] {
  return ranges.map(({ least, most }, at) => ({ least: Math.max(least, hands[at] ?? 0), most }));
}

function meet(one: Range, other: Range): Range {
  return { least: Math.max(one.least, other.least), most: Math.min(one.most, other.most) };
}

function shift({ least, most }: Range, by: number): Range {
  return { least: least + by, most: most + by };
}

function isLike(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
