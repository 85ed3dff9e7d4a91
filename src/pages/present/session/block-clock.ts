import type { Deck, DeckBlock } from '../../../outputs/board/deck.ts';
import { own } from '../../../text/own.ts';
import { isRunning, type PresenterState } from './presenter-state.ts';
import { slideOf } from './moves.ts';

/** One block in the bar: its share of the lesson in minutes, and how much of it is filled, 0 to 1. */
export type BlockBar = {
  readonly id: string;
  readonly share: number;
  readonly state: 'past' | 'here' | 'ahead';
  readonly filled: number;
};

/** The lesson's time as the top bar shows it. */
export type LessonClock = {
  readonly block: DeckBlock | null;
  /** Whole minutes spent in this block. */
  readonly gone: number;
  /** Whole minutes the plan still needs: what is left of this block and every block after it that is not left out. */
  readonly left: number;
  readonly bars: readonly BlockBar[];
};

const MINUTE = 60_000;
// A block without a time still needs to be seen in the bar.
const UNTIMED_SHARE = 2;

/** Reads the clock; `now` is ms since 1970. */
export function readClock(state: PresenterState, deck: Deck, now: number): LessonClock {
  const here = slideOf(deck, state.slide)?.block ?? '';
  const at = deck.blocks.findIndex(({ id }) => id === here);
  const block = deck.blocks[at] ?? null;
  const since = sinceOf(state.phase);
  const stay = since === null ? 0 : Math.max(0, now - since);
  const inBlock = ((own(state.spent, here) ?? 0) + stay) / MINUTE;
  const ahead = deck.blocks.slice(at + 1).filter(({ id }) => !state.skipped.includes(id));
  const minutes = ahead.reduce(
    (sum, one) => sum + (one.minutes ?? 0),
    Math.max(0, (block?.minutes ?? 0) - inBlock),
  );
  const isShown = ({ id }: Pick<DeckBlock, 'id'>) => id === here || !state.skipped.includes(id);
  const all = deck.blocks.map((one, i): BlockBar => ({
    id: one.id,
    share: one.minutes ?? UNTIMED_SHARE,
    ...fillOf(one, i - at, inBlock),
  }));
  const bars = all.filter((_, i) => isShown(deck.blocks[i] ?? { id: '' }));
  return { block, gone: Math.floor(inBlock), left: Math.ceil(minutes), bars };
}

/** A place in the film, `1:12`; whole seconds, rounded down. */
export function filmTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

// Before the lesson and after it no block is being taught.
function sinceOf(phase: PresenterState['phase']): number | null {
  return isRunning(phase) ? phase.since : null;
}

function fillOf(
  { minutes }: DeckBlock,
  distance: number,
  inBlock: number,
): Pick<BlockBar, 'state' | 'filled'> {
  if (distance < 0) return { state: 'past', filled: 1 };
  if (distance > 0) return { state: 'ahead', filled: 0 };
  return { state: 'here', filled: minutes ? Math.min(1, inBlock / minutes) : 0 };
}
