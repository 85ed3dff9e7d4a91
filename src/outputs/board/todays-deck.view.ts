import type { Names } from '../../lesson/names.ts';
import { nameMarkup, todayOf } from '../../lesson/today.view.ts';
import { isEqual } from '../../text/is-equal.ts';
import type { Deck, DeckSlide, OtherFilms } from './deck.ts';
import { deckOfToday } from './deck-of-today.ts';
import { nameDeck } from './name-deck.ts';

/** A deck as it is taught today in this browser: cut, without what is hidden, its characters called as they are today. `site` is the path of the site. */
export function todaysDeck(deck: Deck, site: string): Deck {
  const today = todayOf({ slug: deck.slug, site }, deck.names);
  return nameWhole(deckOfToday(deck, today), today.names);
}

/** A deck with its characters called so, on its slides as well. */
export function nameWhole(deck: Deck, names: Names): Deck {
  const named = nameDeck(deck, names);
  // Its slides were drawn with its own names.
  if (isEqual(names, deck.names)) return named;
  return {
    ...named,
    help: nameMarkup(named.help, names),
    slides: named.slides.map((slide) => nameSlide(slide, names)),
  };
}

function nameSlide(slide: DeckSlide, names: Names): DeckSlide {
  const { html, cards } = slide;
  return {
    ...slide,
    html: nameMarkup(html, names),
    ...(cards && { cards: nameOthers(cards, names) }),
  };
}

function nameOthers({ unknown, awaited }: OtherFilms, names: Names): OtherFilms {
  return { unknown: nameMarkup(unknown, names), awaited: awaited && nameMarkup(awaited, names) };
}
