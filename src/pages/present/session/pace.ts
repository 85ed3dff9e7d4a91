import type { Deck } from '../../../outputs/board/deck.ts';
import { isOffered } from './keys.ts';
import { bellWords, plainBellWords, readBell } from './bell.ts';
import { readClock } from './block-clock.ts';
import type { PresenterEvent } from './presenter-event.ts';
import { isLanding, type PresenterState } from './presenter-state.ts';
import { isAtEnd } from './moves.ts';
import { blockToPutBack, blockToSkip } from './skip.ts';
import type { Notice } from './words.ts';

/**
 * The bell's notices for the teacher alone, beside the notes: that it is time to end calmly, or
 * that a block may be skipped. None under four minutes.
 */
export function paceNotices(deck: Deck, state: PresenterState, now: number): readonly Notice[] {
  if (state.bell === null || isLanding(state) || isAtEnd(deck, state, 'next')) return [];
  const { minutes, isNear, over } = readBell(state.bell, {
    now,
    left: readClock(state, deck, now).left,
  });
  if (isNear) {
    return isOffered(deck, 'land')
      ? [{ id: 'bell', words: bellWords(minutes), offer: 'land' }]
      : [{ id: 'bell', words: plainBellWords(minutes), offer: null }];
  }
  const block = over > 0 ? blockToSkip(deck, state, over) : null;
  if (block) {
    const words = `The plan needs ${over} minutes more than there are. “${block.title}” (${block.minutes} min) can be left out.`;
    return [{ id: 'pace', words, offer: 'skip' }];
  }
  const skipped = blockToPutBack(deck, state);
  return skipped
    ? [{ id: 'pace', words: `“${skipped.title}” is left out today.`, offer: 'put-back' }]
    : [];
}

/** What the key of that offer does now: the block to leave out or to put back; null where nothing is offered. */
export function paceOffer(
  deck: Deck,
  state: PresenterState,
  now: number,
): Extract<PresenterEvent, { readonly type: 'skip' | 'put-back' }> | null {
  const offer = paceNotices(deck, state, now)[0]?.offer;
  if (state.bell === null || (offer !== 'skip' && offer !== 'put-back')) return null;
  const { over } = readBell(state.bell, { now, left: readClock(state, deck, now).left });
  const block = offer === 'skip' ? blockToSkip(deck, state, over) : blockToPutBack(deck, state);
  return block && { type: offer, block: block.id };
}
