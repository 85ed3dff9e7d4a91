import { withNames, type Names } from '../../lesson/names.ts';
import type { Deck, DeckSlide } from './deck.ts';

/** A deck with its characters called so in its questions and in all it says; its HTML has names in it since it was drawn. */
export function nameDeck(deck: Deck, names: Names): Deck {
  const slides = deck.slides.map((slide) => nameSlide(slide, names));
  return { ...withNames(deck, names), help: deck.help, slides, names };
}

function nameSlide(slide: DeckSlide, names: Names): DeckSlide {
  const { html, cards } = slide;
  return { ...withNames(slide, names), html, ...(cards && { cards }) };
}
