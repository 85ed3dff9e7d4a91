import { inFives } from '../poll/tally.ts';
import { sides, type Side } from './marks.ts';
import type { SeenCard } from './read-cards.ts';

/** For so long nothing must have changed, in ms. */
const STEADY_MS = 2_000;

/** The cards of a class as frame after frame has shown them. It goes when they are counted: which card chose what is nowhere else. */
export type Sweep = {
  readonly cards: ReadonlyMap<number, { readonly last: Side; readonly settled: Side | null }>;
  /** When a card last settled on a side, in ms. */
  readonly changedAt: number;
};

/** A sweep that has seen nothing yet. */
export function startSweep(now: number): Sweep {
  return { cards: new Map(), changedAt: now };
}

/** The sweep with one more frame. A card counts once two frames that show it, one after the other, agree; a card that went down stays as it was. */
export function addFrame(sweep: Sweep, seen: readonly SeenCard[], now: number): Sweep {
  const cards = new Map(sweep.cards);
  let { changedAt } = sweep;
  for (const { card, side } of seen) {
    const before = cards.get(card);
    const settled = before?.last === side ? side : (before?.settled ?? null);
    if (settled !== (before?.settled ?? null)) changedAt = now;
    cards.set(card, { last: side, settled });
  }
  return { cards, changedAt };
}

/** All that a screen may say of a sweep: how many cards have been seen, in fives, and whether nothing has changed for two seconds. */
export type SweepView = { readonly seen: number; readonly isSteady: boolean };

/** What a screen may say of a sweep now. */
export function viewSweep(sweep: Sweep, now: number): SweepView {
  const seen = settledIn(sweep).length;
  return { seen: inFives(seen), isSteady: seen > 0 && now - sweep.changedAt >= STEADY_MS };
}

/** How many cards chose each side. */
export function countSides(sweep: Sweep): Readonly<Record<Side, number>> {
  const settled = settledIn(sweep);
  const count = (side: Side): number => settled.filter((one) => one === side).length;
  const [a, b, c, d] = sides;
  return { a: count(a), b: count(b), c: count(c), d: count(d) };
}

function settledIn({ cards }: Sweep): readonly Side[] {
  return [...cards.values()].flatMap(({ settled }) => settled ?? []);
}
