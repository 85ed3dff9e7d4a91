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
  const [first, ...more] = everyFit(known).filter((fit) => isInOrder(fit, known));
  if (!first) return known.map(() => null);
  let best = { fit: first, cost: costOf(first, known) };
  for (const fit of more) {
    const cost = costOf(fit, known);
    if (cost < best.cost) best = { fit, cost };
  }
  return best.fit.map((choice) => choice?.share ?? null);
}

/** One share for each answer; null where none is said. */
type Fit = readonly (Choice | null)[];

function everyFit(known: readonly Known[]): readonly Fit[] {
  return known.reduce<readonly Fit[]>(
    (all, { bands }) => all.flatMap((fit) => choicesOf(bands).map((choice) => [...fit, choice])),
    [[]],
  );
}

function choicesOf([lower, upper]: Known['bands']): Fit {
  if (lower === upper) return WITHIN[lower];
  const at = BANDS.indexOf(lower);
  const share = BANDS[at + 1] === upper ? ACROSS[at] : undefined;
  return [share === undefined ? null : { share, from: at * 15, to: (at + 1) * 15 }];
}

function isInOrder(fit: Fit, known: readonly Known[]): boolean {
  return known.every((one, at) =>
    known.every((other, place) => {
      const [choice, next] = [fit[at], fit[place]];
      if (!choice || !next || one.bands.join() !== other.bands.join()) return true;
      return one.part === other.part
        ? choice === next
        : one.part > other.part || choice.from <= next.from;
    }),
  );
}

// What does not come to all weighs more than any distance from the averages.
function costOf(fit: Fit, known: readonly Known[]): number {
  const sum = (of: (choice: Choice | null, at: number) => number) =>
    fit.reduce((all, choice, at) => all + of(choice, at), 0);
  const over = sum((choice) => choice?.from ?? 0) - ALL;
  const under = ALL - sum((choice) => choice?.to ?? ALL);
  const away = sum((choice, at) =>
    choice ? Math.abs((choice.from + choice.to) / 2 - (known[at]?.part ?? 0) * ALL) : 0,
  );
  return Math.max(over - NEAR, under - NEAR, 0) * ALL * known.length + away;
}
