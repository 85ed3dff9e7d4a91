import { turnPage, withoutBlocks } from '../../../outputs/board/steps.ts';
import { SETTLE_MS } from '../../../outputs/board/board-link.ts';
import { isUntimed } from '../../../outputs/board/film-source.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { boardFilmOf, coverOf, type PresenterState } from '../session/presenter-state.ts';
import { deckAsPlayed, filmInReach, slideOf } from '../session/moves.ts';

/** What Next does on a slide of the film in place of turning the page: it plays, pauses, or has to be chosen first. */
export type FilmTurn = 'play' | 'pause' | 'choose';

type Here = Pick<
  PresenterState,
  'slide' | 'step' | 'phase' | 'showing' | 'board' | 'played' | 'mode'
>;

/**
 * What Next does with the film; null where it turns the page: on any other slide, where the teacher
 * tells the film's story, where it plays elsewhere, is missing or cannot play, where a film without
 * known times was paused by hand, and where a lesson is tried without a board.
 */
export function filmTurn(deck: Deck, here: Here): FilmTurn | null {
  const turn = turnAtHand(deck, here);
  const isPast = turn === 'play' && (isTriedAlone(here) || isPausedByHand(deck, here));
  return isPast ? null : turn;
}

/** True in a rehearsal or a preview that has no board: its film plays nowhere. */
export function isTriedAlone({ mode, board }: Pick<PresenterState, 'mode' | 'board'>): boolean {
  return mode !== 'lesson' && board.is !== 'connected';
}

// A film whose stops no one knows stops where the teacher pauses it.
function isPausedByHand(deck: Deck, here: Here): boolean {
  const { slide, showing, played } = here;
  const film = boardFilmOf(here);
  const isAtRest = film?.state === 'paused' || film?.state === 'ended';
  return (
    isAtRest && played?.slide === slide && isUntimed(deck, showing.source, film.length ?? null)
  );
}

function turnAtHand(deck: Deck, here: Here): FilmTurn | null {
  const on = slideOf(deck, here.slide);
  if (on?.kind !== 'film' || coverOf(here) !== 'none' || here.step < on.steps) return null;
  const film = boardFilmOf(here);
  switch (here.showing.source) {
    case 'elsewhere':
    case 'story':
      return null;
    case 'laptop':
      if (film?.isAwaited === true) return 'choose';
      break;
    case 'media':
      if (deck.film === null || film?.state === 'absent') return null;
  }
  if (film?.state === 'failed') return null;
  return film?.state === 'playing' ? 'pause' : 'play';
}

/** True where this press is the second of a double click, whose first has just played or paused the film. */
export function isSecondPress(
  { slide, played }: Pick<PresenterState, 'slide' | 'played'>,
  now: number,
): boolean {
  return played?.slide === slide && now - played.at < SETTLE_MS;
}

/** The state after Next on a slide of the film. */
export function turnFilm(state: PresenterState, turn: FilmTurn, now: number): PresenterState {
  switch (turn) {
    case 'play':
    case 'pause':
      return {
        ...state,
        played: { slide: state.slide, at: now },
        film: { order: state.film.order + 1, do: turn },
      };
    case 'choose':
      return state;
  }
}

/** The slide that skipping this part of the film leads to; null where no film is on the board, or nothing comes after it. */
export function skipTo(
  deck: Deck,
  { slide, skipped, ...state }: Here & Pick<PresenterState, 'skipped'>,
): string | null {
  const turn = turnAtHand(deck, { slide, ...state });
  const steps = slideOf(deck, slide)?.steps ?? 0;
  const next = turnPage(withoutBlocks(deck, slide, skipped), { slide, step: steps }, 'next').slide;
  return turn === null || next === slide ? null : next;
}

/** The part of the film that comes right after a stop, past what is left out; null on any other slide, and where a question comes first. */
export function filmAfter(
  deck: Deck,
  state: Here & Pick<PresenterState, 'skipped'>,
): string | null {
  const { slide, step, showing, skipped } = state;
  const isPlayed = showing.source === 'media' || showing.source === 'laptop';
  if (!isPlayed || filmInReach(deckAsPlayed(deck, state), slide) === null) return null;
  const here = slideOf(deck, slide);
  const after = turnPage(
    withoutBlocks(deck, slide, skipped),
    { slide, step: Math.max(step, here?.steps ?? 0) },
    'next',
  ).slide;
  return here?.kind !== 'film' && slideOf(deck, after)?.kind === 'film' ? after : null;
}
