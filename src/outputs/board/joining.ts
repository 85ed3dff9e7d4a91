import type { Deck, DeckSlide } from './deck.ts';

/** The slide to join by; no slide of a lesson has a colon in its id. */
export const JOIN = 'board:join';

/**
 * A deck for a class with tablets: the slide to join by stands right after the first slide, so that slow tablets have what comes
 * before the first question to join in; before the first slide where that is a question. Returns a deck that has it as it is.
 */
export function withJoining(deck: Deck): Deck {
  const { slides } = deck;
  const [first] = slides;
  if (first === undefined || slides.some(({ id }) => id === JOIN)) return deck;
  const slide: DeckSlide = {
    id: JOIN,
    block: first.block,
    heading: 'Join in',
    html: '<h2>Join in</h2>',
    steps: 0,
    kind: 'join',
  };
  const at = first.kind === 'poll' ? 0 : 1;
  return { ...deck, slides: [...slides.slice(0, at), slide, ...slides.slice(at)] };
}
