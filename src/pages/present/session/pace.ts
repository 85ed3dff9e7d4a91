import type { Deck } from '../../../outputs/board/deck.ts';
import { bellWords, readBell } from './bell.ts';
import { readClock } from './block-clock.ts';
import type { Desk, DeskEvent } from './desk.ts';
import { isAtEnd } from './moves.ts';
import { blockToPutBack, blockToSkip } from './skip.ts';
import type { Notice } from './words.ts';

/** What the teacher alone is told of the bell, where notes are: that it is time to land, or that a block may be left out. Nothing under four minutes. */
export function paceNotices(deck: Deck, desk: Desk, now: number): readonly Notice[] {
  if (desk.bell === null || desk.landing || isAtEnd(deck, desk, 'next')) return [];
  const { minutes, isNear, over } = readBell(desk.bell, {
    now,
    left: readClock(desk, deck, now).left,
  });
  if (isNear) return [{ id: 'bell', words: bellWords(minutes), offer: 'land' }];
  const block = over > 0 ? blockToSkip(deck, desk, over) : null;
  if (block) {
    const words = `The plan needs ${over} minutes more than there are. “${block.title}” (${block.minutes} min) can be left out.`;
    return [{ id: 'pace', words, offer: 'skip' }];
  }
  const skipped = blockToPutBack(deck, desk);
  return skipped
    ? [{ id: 'pace', words: `“${skipped.title}” is left out today.`, offer: 'put-back' }]
    : [];
}

/** What the key of that offer does now: the block to leave out or to put back; null where nothing is offered. */
export function paceOffer(
  deck: Deck,
  desk: Desk,
  now: number,
): Extract<DeskEvent, { readonly type: 'skip' | 'put-back' }> | null {
  const offer = paceNotices(deck, desk, now)[0]?.offer;
  if (desk.bell === null || (offer !== 'skip' && offer !== 'put-back')) return null;
  const { over } = readBell(desk.bell, { now, left: readClock(desk, deck, now).left });
  const block = offer === 'skip' ? blockToSkip(deck, desk, over) : blockToPutBack(deck, desk);
  return block && { type: offer, block: block.id };
}
