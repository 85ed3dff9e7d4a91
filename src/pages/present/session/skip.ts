import type { Deck, DeckBlock } from '../../../outputs/board/deck.ts';
import type { PresenterState } from './presenter-state.ts';
import { slideOf } from './moves.ts';

/** True for a block that pacing may offer to leave out: called optional, between others, and carrying no help, ending or responsibility (M1; TEACHING, “Pacing never offers to skip …”). */
export function maySkip(deck: Deck, block: DeckBlock): boolean {
  const at = deck.blocks.indexOf(block);
  const isBetween = at > 0 && at < deck.blocks.length - 1;
  const slides = deck.slides.filter((slide) => slide.block === block.id);
  const isFree = block.optional && block.carries.length === 0;
  return isFree && isBetween && slides.length > 0 && slides.every(({ kind }) => kind !== 'help');
}

/** The block to leave out when the plan needs so many minutes more than there are: the shortest that makes up for them, or else the longest; null where none may be. */
export function blockToSkip(
  deck: Deck,
  { slide, skipped }: Pick<PresenterState, 'slide' | 'skipped'>,
  over: number,
): DeckBlock | null {
  const here = slideOf(deck, slide)?.block;
  const ahead = deck.blocks.slice(deck.blocks.findIndex(({ id }) => id === here) + 1);
  const found = ahead.filter(
    (block) => (block.minutes ?? 0) > 0 && !skipped.includes(block.id) && maySkip(deck, block),
  );
  const byLength = found.toSorted((a, b) => (a.minutes ?? 0) - (b.minutes ?? 0));
  return byLength.find(({ minutes }) => (minutes ?? 0) >= over) ?? byLength.at(-1) ?? null;
}

/** The block left out last that can still be put back, since the lesson has not come to it. */
export function blockToPutBack(
  deck: Deck,
  { slide, skipped }: Pick<PresenterState, 'slide' | 'skipped'>,
): DeckBlock | null {
  const place = (block: string | undefined) => deck.blocks.findIndex(({ id }) => id === block);
  const here = place(slideOf(deck, slide)?.block);
  const last = skipped.findLast((block) => place(block) > here);
  return deck.blocks.find(({ id }) => id === last) ?? null;
}
