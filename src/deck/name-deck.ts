import { fillHtml, withNames, type Names } from '../lesson/names.ts';
import type { Deck, Notes } from './deck.ts';

/** A deck with its characters called so: on its slides, in its questions and in all it says. */
export function nameDeck(deck: Deck, names: Names): Deck {
  const slides = deck.slides.map((slide) => ({ ...withNames(slide, names), html: fillHtml(slide.html, names) }));
  return { ...withNames(deck, names), slides, names };
}

/** The teacher's notes with the characters called so. */
export function nameNotes(notes: Notes, names: Names): Notes {
  return Object.fromEntries(Object.entries(notes).map(([slide, html]) => [slide, fillHtml(html, names)]));
}
