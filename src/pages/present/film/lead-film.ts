import { nextSpeed, type Showing } from '../../../outputs/board/film-source.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import type { PresenterEvent } from '../session/presenter-event.ts';
import {
  boardFilmOf,
  coverOf,
  isWatching,
  type PresenterState,
} from '../session/presenter-state.ts';
import { partAt, stopBeside } from './film-moves.ts';
import { filmAfter, isTriedAlone } from './film-turn.ts';
import type { Action } from '../session/keys.ts';
import {
  deckAsPlayed,
  deckWithStops,
  filmInReach,
  lacksWords,
  replayFrom,
  slideOf,
} from '../session/moves.ts';

/** The part of the presenter's store that this needs. */
type Store = { state(): PresenterState; send(event: PresenterEvent): void };

/** What a key or a button does with the film. */
export type FilmAction = (typeof filmActions)[number];

const filmActions = [
  'film',
  'whole',
  'restart',
  'replay',
  'stop-back',
  'stop-next',
  'speed',
  'captions',
  'described',
] as const satisfies readonly Action[];

/** True for what moves the film or changes how it is shown. */
export function isFilmAction(action: Action): action is FilmAction {
  return filmActions.some((one) => one === action);
}

/** Does it. */
export function leadFilm(deck: Deck, store: Store, action: FilmAction): void {
  switch (action) {
    case 'film':
    case 'whole':
      return playFilm(deck, store, action);
    case 'restart':
    case 'replay':
      return moveFilm(deck, store, action);
    case 'stop-back':
    case 'stop-next':
      return goToStop(deck, store, action === 'stop-next' ? 'next' : 'back');
    case 'speed':
    case 'captions':
    case 'described':
      return store.send({ type: 'showing', showing: changedLook(store.state().showing, action) });
  }
}

/** Pauses the film where it plays, or is about to: nothing moves on a board that its teacher has left. */
export function pauseBeforeLeaving(store: Store): void {
  const state = store.state();
  const play = boardFilmOf(state)?.state;
  const isAboutTo = play === 'ready' && state.film.do === 'play';
  const isLeading = coverOf(state) === 'none' && !isWatching(state);
  if (isLeading && (play === 'playing' || isAboutTo)) {
    store.send({ type: 'film', do: 'pause' });
  }
}

/** Why a key of the film does nothing here, in a sentence; empty where it does something. */
export function whyNot(deck: Deck, state: PresenterState, action: FilmAction): string {
  switch (action) {
    case 'film':
    case 'whole':
      return whyNoFilm(deck, state);
    case 'captions':
      return lacksWords(deck, state).captions ? 'This film has no captions here.' : '';
    case 'described':
      return lacksWords(deck, state).descriptions ? 'This film has no descriptions here.' : '';
    case 'restart':
    case 'replay':
    case 'stop-back':
    case 'stop-next':
      return whyHeld(deck, state);
    case 'speed':
      return '';
  }
}

// Under help nothing of the film moves (R40).
function whyHeld({ slides }: Deck, state: PresenterState): string {
  const isHeld = coverOf(state) === 'help' && slides.some(({ kind }) => kind === 'film');
  return isHeld ? 'The help slide is on the board: go back to the slide first.' : '';
}

/** Why the film’s own key does nothing here, in a sentence; empty where it does something, and in a lesson without a film. */
function whyNoFilm(deck: Deck, state: PresenterState): string {
  const { slide, showing } = state;
  if (!deck.slides.some(({ kind }) => kind === 'film')) return '';
  const held = whyHeld(deck, state);
  if (held !== '') return held;
  if (showing.source === 'story') return 'You tell the story today: no film plays.';
  if (showing.source === 'elsewhere') {
    return 'The film plays elsewhere today: start and pause it there.';
  }
  if (isTriedAlone(state)) return 'The film plays on the board: open the board to see it.';
  if (slideOf(deck, slide)?.kind === 'film' || filmAfter(deck, state) !== null) return '';
  const isReached = filmInReach(deckAsPlayed(deck, state), slide) !== null;
  return isReached
    ? 'A question comes before the film goes on: press Next.'
    : 'There is no film on this slide.';
}

// Pauses the film, or plays it: whichever key is pressed says whether it stops.
function playFilm(deck: Deck, store: Store, action: 'film' | 'whole'): void {
  const state = store.state();
  const { showing, slide } = state;
  const stops = deckWithStops(deck, state);
  const after = filmAfter(deck, state);
  if (!filmInReach(stops, slide) || showing.source === 'elsewhere') return;
  if (after === null && slideOf(deck, slide)?.kind !== 'film') return;
  const film = boardFilmOf(state);
  const isWhole = showing.whole === slide;
  const isThisWay = isWhole === (action === 'whole');
  if (film?.state === 'playing' && (isThisWay || action === 'film')) {
    return store.send({ type: 'film', do: 'pause' });
  }
  // Left in the middle of the whole film, it goes on with stops from the part that it is in.
  const here = isWhole && action === 'film' && film ? partAt(stops, film.at)?.id : slide;
  const to = after ?? here ?? slide;
  if (to !== slide) store.send({ type: 'go', slide: to });
  store.send({ type: 'showing', showing: { whole: action === 'whole' ? to : null } });
  store.send({ type: 'film', do: 'play' });
}

// Plays the film from its part's start or from 20 seconds before: two orders, one after the other.
function moveFilm(whole: Deck, store: Store, action: 'restart' | 'replay'): void {
  const { slide, showing } = store.state();
  const film = boardFilmOf(store.state());
  const deck = deckAsPlayed(whole, store.state());
  const on = slideOf(deck, slide);
  const part = filmInReach(deck, slide);
  if (!part || !deck.film || showing.source === 'elsewhere') return;
  const at = on?.kind === 'film' && film ? film.at : null;
  store.send({
    type: 'seek',
    slide: part.id,
    at: action === 'restart' ? part.from : replayFrom(part, deck.film.length, at),
  });
  store.send({ type: 'film', do: 'play' });
}

// Nowhere where there is none.
function goToStop(deck: Deck, store: Store, to: 'next' | 'back'): void {
  const slide = stopBeside(deck, store.state().slide, to);
  if (slide !== null) store.send({ type: 'go', slide });
}

function changedLook(
  { speed, captions, described }: Showing,
  key: 'speed' | 'captions' | 'described',
): Partial<Showing> {
  switch (key) {
    case 'speed':
      return { speed: nextSpeed(speed) };
    case 'captions':
      return { captions: !captions };
    case 'described':
      return { described: !described };
  }
}
