import type { Deck, DeckBlock } from '../../../outputs/board/deck.ts';
import { readBell } from './bell.ts';
import { readClock } from './block-clock.ts';
import type { PresenterEvent } from './presenter-event.ts';
import { isLanding, type PresenterState } from './presenter-state.ts';
import { isAtEnd } from './moves.ts';
import { blockToPutBack, blockToSkip } from './skip.ts';

/** How the lesson stands to its end, for the teacher alone; minutes are whole. */
export type Pace =
  /** No end was given, or the lesson is at it. */
  | { readonly is: 'open' }
  | { readonly is: 'on-time' }
  /** The plan needs more minutes than there are; `block` may be skipped for it, null where none may, and `skipped` was the last that was and can still be brought back. */
  | {
      readonly is: 'behind';
      readonly minutes: number;
      readonly block: DeckBlock | null;
      readonly skipped: DeckBlock | null;
    }
  /** A block was skipped, and can still be brought back. */
  | { readonly is: 'skipped'; readonly skipped: DeckBlock }
  /** It is time to end calmly, or past it by minutes that are negative; `skipped` as above. */
  | { readonly is: 'near'; readonly minutes: number; readonly skipped: DeckBlock | null };

/** Reads the pace; `now` is ms since 1970. Under four minutes nothing is behind. */
export function readPace(deck: Deck, state: PresenterState, now: number): Pace {
  if (state.bell === null || isLanding(state) || isAtEnd(deck, state, 'next')) {
    return { is: 'open' };
  }
  const { left } = readClock(state, deck, now);
  const { minutes, isNear, over } = readBell(state.bell, { now, left });
  const skipped = blockToPutBack(deck, state);
  if (isNear) return { is: 'near', minutes, skipped };
  if (over > 0) {
    return { is: 'behind', minutes: over, block: blockToSkip(deck, state, over), skipped };
  }
  return skipped === null ? { is: 'on-time' } : { is: 'skipped', skipped };
}

/** What the key of the pace does: the block to skip or to bring back; null where nothing is offered. */
export function paceOffer(
  pace: Pace,
): Extract<PresenterEvent, { readonly type: 'skip' | 'put-back' }> | null {
  switch (pace.is) {
    case 'behind':
      return pace.block === null ? putBack(pace.skipped) : { type: 'skip', block: pace.block.id };
    case 'skipped':
    case 'near':
      return putBack(pace.skipped);
    case 'open':
    case 'on-time':
      return null;
  }
}

function putBack(block: DeckBlock | null): { type: 'put-back'; block: string } | null {
  return block === null ? null : { type: 'put-back', block: block.id };
}
