import { fillHtml, withNames, type Names } from '../../lesson/names.ts';
import type { Deck, DeckSlide, Notes } from './deck.ts';

/** A deck with its characters called so: on its slides, in its questions and in all it says. */
export function nameDeck(deck: Deck, names: Names): Deck {
  const slides = deck.slides.map((slide) => nameSlide(slide, names));
  return { ...withNames(deck, names), slides, names };
}

function nameSlide(slide: DeckSlide, names: Names): DeckSlide {
  const named = { ...withNames(slide, names), html: fillHtml(slide.html, names) };
  if (named.kind !== 'film' || slide.kind !== 'film') return named;
  const { unknown, awaited } = slide.cards;
  return {
    ...named,
    cards: { unknown: fillHtml(unknown, names), awaited: awaited && fillHtml(awaited, names) },
  };
}

/** The teacher's notes with the characters called so. */
export function nameNotes(notes: Notes, names: Names): Notes {
  return Object.fromEntries(
    Object.entries(notes).map(([slide, html]) => [slide, fillHtml(html, names)]),
  );
}
