import type { Deck } from './deck.ts';

/** Where a deck is: on a slide, and how many of the things that come one by one are shown. */
export type Place = { readonly slide: string; readonly step: number };

/** The place after or before: through a slide's steps first. Back leads to a slide with all its steps shown; at either end nothing changes. */
export function turnPage({ slides }: Deck, { slide, step }: Place, to: 'next' | 'back'): Place {
  const at = slides.findIndex(({ id }) => id === slide);
  const steps = slides[at]?.steps ?? 0;
  if (to === 'next' && step < steps) return { slide, step: step + 1 };
  if (to === 'back' && step > 0) return { slide, step: Math.min(step, steps) - 1 };
  const next = slides[at + (to === 'next' ? 1 : -1)];
  return next === undefined
    ? { slide, step }
    : { slide: next.id, step: to === 'next' ? 0 : next.steps };
}

/** A deck as it is gone through: without the blocks left out, save the one the lesson stands in. */
export function withoutBlocks<Shown extends Pick<Deck, 'slides'>>(
  deck: Shown,
  slide: string,
  leftOut: readonly string[] = [],
): Shown {
  if (leftOut.length === 0) return deck;
  const here = deck.slides.find(({ id }) => id === slide)?.block;
  return {
    ...deck,
    slides: deck.slides.filter(({ block }) => block === here || !leftOut.includes(block)),
  };
}

/** Where to be once a lesson has changed and the place is on this slide of it: at the same step, if it is the same slide and still has so many. */
export function keepStep({ slides }: Deck, place: Place, slide: string): Place {
  const steps = slides.find(({ id }) => id === slide)?.steps ?? 0;
  return { slide, step: slide === place.slide ? Math.min(place.step, steps) : 0 };
}
