import { BANDS } from './bands.ts';
import type { Band } from './bands.ts';
import { ACROSS } from './share.ts';
import type { Share } from './share.ts';

/** What is known of one answer: the bands its count lies in, from lower to upper, and what it comes to on average, 0 to 1. */
export type Known = { readonly bands: readonly [Band, Band]; readonly part: number };

/** A share with the part that it stands for, in sixtieths of all: they hold halves, thirds, quarters, fifths and sixths whole. */
type Choice = { readonly share: Share; readonly from: number; readonly to: number };

const ALL = 60;

/** How far the shares of a question may be from all before others are looked for: half of one of the twelve blocks. */
const NEAR = ALL / 24;

/** How much nearer to the average, in sixtieths, a fifth or a sixth has to be than a half, third or quarter: those are said where they fit. */
const PLAINER = 4;

/** Parts that anyone knows at sight, in sixtieths. */
const PLAIN: readonly number[] = [15, 20, 30, 40, 45];

/** The shares that lie in each band. */
const WITHIN: Readonly<Record<Band, readonly Choice[]>> = {
  'few-or-none': [{ share: 'few-or-none', from: 0, to: 7.5 }],
  quarter: [
    { share: 'about-a-sixth', from: 10, to: 10 },
    { share: 'about-a-fifth', from: 12, to: 12 },
    { share: 'about-a-quarter', from: 15, to: 15 },
    { share: 'about-a-third', from: 20, to: 20 },
  ],
  half: [
    { share: 'about-two-fifths', from: 24, to: 24 },
    { share: 'about-half', from: 30, to: 30 },
    { share: 'about-three-fifths', from: 36, to: 36 },
  ],
  'three-quarters': [
    { share: 'about-two-thirds', from: 40, to: 40 },
    { share: 'about-three-quarters', from: 45, to: 45 },
    { share: 'about-four-fifths', from: 48, to: 48 },
    { share: 'about-five-sixths', from: 50, to: 50 },
  ],
  'nearly-all-or-all': [{ share: 'nearly-all-or-all', from: 52.5, to: ALL }],
};

/**
 * What is said of each answer of a question to which everyone gives one. The shares are chosen together: as near to all as the
 * bands allow, then each as near to its average as it can be (D7). Answers that come to the same are said alike, and none that
 * comes to more is said smaller. Null for an answer whose bands lie too far apart.
 */
export function fitShares(known: readonly Known[]): readonly (Share | null)[] {
  const likes = likesOf(known);
  let best: { readonly cost: number; readonly chosen: readonly number[] } = {
    cost: Infinity,
    chosen: [],
  };
  const choose = (chosen: readonly number[], sum: Sum): void => {
    const next = likes[chosen.length];
    if (next === undefined) {
      const cost = costOf(sum, known.length);
      if (cost < best.cost) best = { cost, chosen };
      return;
    }
    const min = next.isBesideLast ? (chosen.at(-1) ?? 0) : 0;
    next.choices.forEach((choice, at) => {
      if (at >= min) choose([...chosen, at], add(sum, choice, next));
    });
  };
  choose([], { from: 0, to: 0, away: 0 });
  return known.map((one) => {
    const at = likes.findIndex((like) => isAlike(like, one));
    return likes[at]?.choices[best.chosen[at] ?? 0]?.share ?? null;
  });
}

/** Answers that come to the same, and what may be said of them; null for nothing. In order, so that more is never said smaller. */
type Like = Known & {
  readonly count: number;
  readonly choices: readonly (Choice | null)[];
  /** True where the one before lies in the same bands. */
  readonly isBesideLast: boolean;
};

function likesOf(known: readonly Known[]): readonly Like[] {
  const ordered = known
    .filter((one, at) => known.findIndex((other) => isAlike(one, other)) === at)
    .toSorted((one, other) => orderOf(one) - orderOf(other) || one.part - other.part);
  return ordered.map((one, at) => {
    const last = ordered[at - 1];
    return {
      ...one,
      count: known.filter((other) => isAlike(one, other)).length,
      choices: choicesOf(one.bands),
      isBesideLast: last !== undefined && orderOf(last) === orderOf(one),
    };
  });
}

function isAlike(one: Known, other: Known): boolean {
  return one.part === other.part && orderOf(one) === orderOf(other);
}

function orderOf({ bands: [lower, upper] }: Known): number {
  return BANDS.indexOf(lower) * BANDS.length + BANDS.indexOf(upper);
}

function choicesOf([lower, upper]: Known['bands']): readonly (Choice | null)[] {
  if (lower === upper) return WITHIN[lower];
  const at = BANDS.indexOf(lower);
  const share = BANDS[at + 1] === upper ? ACROSS[at] : undefined;
  return [share === undefined ? null : { share, from: at * 15, to: (at + 1) * 15 }];
}

/** What the shares chosen so far come to, and how far they are from the averages, in sixtieths. */
type Sum = { readonly from: number; readonly to: number; readonly away: number };

function add({ from, to, away }: Sum, choice: Choice | null, { part, count }: Like): Sum {
  if (choice === null) return { from, to: to + count * ALL, away };
  const middle = (choice.from + choice.to) / 2;
  const isPlain = choice.from !== choice.to || PLAIN.includes(choice.from);
  return {
    from: from + count * choice.from,
    to: to + count * choice.to,
    away: away + count * (Math.abs(middle - part * ALL) + (isPlain ? 0 : PLAINER)),
  };
}

// What does not come to all weighs more than any distance from the averages.
function costOf({ from, to, away }: Sum, options: number): number {
  return Math.max(from - ALL - NEAR, ALL - to - NEAR, 0) * ALL * options + away;
}
