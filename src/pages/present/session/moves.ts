import type { Deck, DeckSlide } from '../../../outputs/board/deck.ts';
import { asWhole, deckFor, isUntimed } from '../../../outputs/board/film-source.ts';
import { JOIN } from '../../../outputs/board/joining.ts';
import { turnPage, type Place } from '../../../outputs/board/steps.ts';
import { boardFilmOf, type PresenterState } from './presenter-state.ts';

/** A slide that plays a part of the film. */
export type FilmSlide = Extract<DeckSlide, { readonly kind: 'film' }>;

/** The deck as today's film plays: from where it comes, of the length the board knows, and whole or with its stops. */
export function deckAsPlayed(deck: Deck, state: Pick<PresenterState, 'showing' | 'board'>): Deck {
  return asWhole(deckWithStops(deck, state), state.showing.whole);
}

/** The same with all its stops, whether it stops at them or not. */
export function deckWithStops(deck: Deck, state: Pick<PresenterState, 'showing' | 'board'>): Deck {
  return deckFor(deck, state.showing.source, boardFilmOf(state)?.length ?? null);
}

/**
 * Which words today's film is known to have none of; the film may play elsewhere, or be a story the
 * teacher tells.
 */
export function lacksWords(
  deck: Deck,
  state: Pick<PresenterState, 'showing' | 'board'>,
): { readonly captions: boolean; readonly descriptions: boolean } {
  const { film } = deckAsPlayed(deck, state);
  return { captions: film?.captions === null, descriptions: film?.descriptions === null };
}

/** True where the film that was chosen is not the one whose stops are known. */
export function stopsByHand(deck: Deck, state: Pick<PresenterState, 'showing' | 'board'>): boolean {
  return isUntimed(deck, state.showing.source, boardFilmOf(state)?.length ?? null);
}

/** The slide with this id, or the first. */
export function slideOf({ slides }: Deck, id: string): DeckSlide | undefined {
  return slides.find((slide) => slide.id === id) ?? slides[0];
}

/** True at a slide of the film where the board says that its film cannot play. */
export function hasFilmFailed(
  deck: Deck,
  state: Pick<PresenterState, 'slide' | 'showing' | 'board'>,
): boolean {
  const { source } = state.showing;
  return (
    (source === 'media' || source === 'laptop') &&
    slideOf(deck, state.slide)?.kind === 'film' &&
    boardFilmOf(state)?.state === 'failed'
  );
}

/** True at the lesson's very end, or its very start: turning that way changes nothing. */
export function isAtEnd(deck: Deck, place: Place, to: 'next' | 'back'): boolean {
  const next = turnPage(deck, place, to);
  return next.slide === place.slide && next.step === place.step;
}

/** How many of a slide's steps are shown, in words; empty for a slide that has none. */
export function stepsShown({ slides }: Deck, { slide, step }: Place): string {
  const steps = slides.find(({ id }) => id === slide)?.steps ?? 0;
  return steps === 0 ? '' : `${step} of ${steps} shown`;
}

/** Where a slide of the lesson stands, counted from 1, and of how many; the slide to join by is not counted, so that numbers are the printed plan's. */
export function placeOf({ slides }: Deck, id: string): { readonly n: number; readonly of: number } {
  const counted = slides.filter(({ kind }) => kind !== 'join');
  return { n: counted.findIndex((slide) => slide.id === id) + 1, of: counted.length };
}

/** Where a slide stands, in words. */
export function placeWords(deck: Deck, id: string): string {
  if (id === JOIN) return 'Slide to join by';
  const { n, of } = placeOf(deck, id);
  return `Slide ${n} of ${of}`;
}

/** The film slide a replay would go to: this one, or the one whose stop or question this is. */
export function filmInReach({ slides, film }: Deck, id: string): FilmSlide | null {
  const at = slides.findIndex((slide) => slide.id === id);
  if (film === null || at < 0) return null;
  for (const slide of slides.slice(0, at + 1).reverse()) {
    if (slide.kind === 'film') return slide;
    if (slide.kind !== 'stop' && slide.kind !== 'poll') return null;
  }
  return null;
}

/** How far back "Last 20 s" goes, in seconds. */
const REPLAY_SECONDS = 20;

/** Where "Last 20 s" starts, in seconds of the film: never before the part it is in. `at` is where the film is, if it is on the board. */
export function replayFrom(part: FilmSlide, length: number, at: number | null): number {
  const end = at ?? part.to ?? length;
  return Math.max(part.from, Math.min(end, part.to ?? length) - REPLAY_SECONDS);
}
