import { todayOf } from '../../lesson/today.view.ts';
import type { Deck } from './deck.ts';
import { deckOfToday } from './deck-of-today.ts';
import { nameDeck } from './name-deck.ts';

/** A deck as it is taught today in this browser: cut, without what is hidden, its characters called as they are today. `site` is the path of the site. */
export function todaysDeck(deck: Deck, site: string): Deck {
  const today = todayOf({ slug: deck.slug, site }, deck.names);
  return nameDeck(deckOfToday(deck, today), today.names);
}
