import { bandOf, bandRange } from './bands.ts';
import type { Range } from './bands.ts';
import { detailsFor } from './detail.ts';
import type { Release } from './release.ts';
import type { Part, SeveralRelease } from './several.ts';
import { fitShares } from './fit-shares.ts';
import type { OptionShare, Share } from './share.ts';

/** Hands that were counted: how many pupils they are, and how many chose each option. */
export type Hands = { readonly answering: number; readonly chose: readonly number[] };

/** What a screen may say of a round, option by option; null where that would be no more than a guess. */
export type Screen =
  | {
      readonly detail: 'bands';
      readonly shares: readonly (Share | null)[];
      readonly isAsBefore: boolean;
    }
  | { readonly detail: 'largest'; readonly at: number }
  | { readonly detail: 'words' };

const WORDS: Screen = { detail: 'words' };

/**
 * What a screen says of what was published, once hands are added (D5): only what is the same for every tally that fits it, as
 * one band or as two neighbouring ones. It sees no tally, so that no choice of hands brings out more of one.
 */
export function screenOf(release: Release, hands: Hands): Screen {
  switch (release.detail) {
    case 'bands':
      return sharesOf(release, hands);
    case 'largest': {
      const max = hands.chose[release.at] ?? 0;
      return hands.chose.every((count) => count <= max)
        ? { detail: 'largest', at: release.at }
        : WORDS;
    }
    case 'words':
      return WORDS;
  }
}

/** What a screen says of each option of which any number may be picked; null where that would be no more than a guess. */
export type SeveralScreen = {
  readonly shares: readonly OptionShare[];
  readonly isAsBefore: boolean;
};

/** What a screen says of what was published of a question with several answers, once hands are added (D5). */
export function screenOfSeveral(release: SeveralRelease, hands: Hands): SeveralScreen {
  switch (release.detail) {
    case 'each':
      return {
        shares: release.parts.map((part, at) =>
          part === null
            ? null
            : shareOfPart(part, { answering: hands.answering, raised: hands.chose[at] ?? 0 }),
        ),
        isAsBefore: release.parts.some((part) => part?.isAsBefore === true),
      };
    case 'words':
      return { shares: hands.chose.map(() => null), isAsBefore: false };
  }
}

/** One band, two neighbouring ones, or one side of half; said as it would be of two options, to pick it and to leave it. */
function shareOfPart(
  { range, turnout }: Part,
  { answering, raised }: { readonly answering: number; readonly raised: number },
): OptionShare {
  const all = turnout + answering;
  const [min, max] = [range.min + raised, range.max + raised];
  const part = (min + max) / 2 / all;
  const [share] = fitShares([
    { bands: [bandOf(min, all), bandOf(max, all)], part },
    { bands: [bandOf(all - max, all), bandOf(all - min, all)], part: 1 - part },
  ]);
  if (share) return share;
  if (min > all / 2) return 'more-than-half';
  return max < all / 2 ? 'less-than-half' : null;
}

/** What a screen says of hands alone, which everyone in the room has seen. */
export function screenOfHands({ answering, chose }: Hands): Screen {
  const known = chose.map((count) => {
    const band = bandOf(count, answering);
    return { bands: [band, band] as const, part: count / answering };
  });
  return { detail: 'bands', shares: fitShares(known), isAsBefore: false };
}

/** The same of hands alone: each option is one of two answers, to pick it and to leave it. */
export function screenOfSeveralHands({ answering, chose }: Hands): SeveralScreen {
  const parts = chose.map((count) => ({
    range: { min: count, max: count },
    turnout: answering,
    isAsBefore: false,
  }));
  return screenOfSeveral({ detail: 'each', parts, maxPasses: 0 }, { answering: 0, chose: [] });
}

function sharesOf(
  { bands, turnout, arrivals, isAsBefore }: Extract<Release, { readonly detail: 'bands' }>,
  hands: Hands,
): Screen {
  const ranges = bands.map((band) => bandRange(band, turnout));
  const maxPassed = Math.max(
    ...detailsFor({ options: bands.length, turnout, arrivals }).passesOf(bands),
  );
  const all = turnout + hands.answering;
  const known = ranges.map((range, at) => {
    const raised = hands.chose[at] ?? 0;
    const others = ranges.filter((_, other) => other !== at);
    const { min, max } = within(range, {
      min: turnout - maxPassed - sumOf(others).max,
      max: turnout - sumOf(others).min,
    });
    const part = (averageOf(range, others, turnout) + raised) / all;
    return { bands: [bandOf(min + raised, all), bandOf(max + raised, all)] as const, part };
  });
  const shares = fitShares(known);
  return shares.every((share) => share === null) ? WORDS : { detail: 'bands', shares, isAsBefore };
}

/** What one count comes to on average over all tallies within these ranges in which no one passed. */
function averageOf(range: Range, others: readonly Range[], turnout: number): number {
  const ways = others.reduce(addRange, [1]);
  let [weight, sum] = [0, 0];
  for (let count = range.min; count <= range.max; count += 1) {
    const likely = ways[turnout - count] ?? 0;
    weight += likely;
    sum += likely * count;
  }
  return weight === 0 ? 0 : sum / weight;
}

/** In how many ways each sum comes about once a count within the range is added. */
function addRange(ways: readonly number[], { min, max }: Range): readonly number[] {
  const more = Array.from({ length: ways.length + max }, () => 0);
  ways.forEach((some, sum) => {
    for (let count = min; count <= max; count += 1) {
      more[sum + count] = (more[sum + count] ?? 0) + some;
    }
  });
  return more;
}

function sumOf(ranges: readonly Range[]): Range {
  return ranges.reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), {
    min: 0,
    max: 0,
  });
}

function within(one: Range, other: Range): Range {
  return { min: Math.max(one.min, other.min), max: Math.min(one.max, other.max) };
}
