import type { Deck } from '../../../outputs/board/deck.ts';
import { filmTurn } from '../film/film-turn.ts';
import type { PollCard } from '../room/poll-card.ts';
import { isAtEnd, slideOf } from './moves.ts';
import { coverOf, isLanding, type PresenterState } from './presenter-state.ts';

/** What the main button of the bar does: the next right thing, and never more than its words say. */
export type MainStep =
  | 'uncover'
  | 'play'
  | 'pause'
  | 'choose'
  | 'ask'
  | 'hands'
  | 'close'
  | 'closing'
  | 'show'
  | 'talk'
  | 'next'
  | 'finish';

/** The next right thing here; `card` is that of the question at hand. Under the pause it is Next, which does nothing there (R40). */
export function mainStep(deck: Deck, state: PresenterState, card: PollCard | null): MainStep {
  const cover = coverOf(state);
  if (cover === 'pause') return 'next';
  if (isLanding(state)) return 'finish';
  if (cover === 'help' || cover === 'join') return 'uncover';
  const film = filmTurn(deck, state);
  if (film !== null) return film;
  const isShownInParts = state.step < (slideOf(deck, state.slide)?.steps ?? 0);
  return (
    (isShownInParts ? null : pollStep(card)) ?? (isAtEnd(deck, state, 'next') ? 'finish' : 'next')
  );
}

/** True where the main button waits, and its key does nothing. */
export function isMainOff(step: MainStep, state: PresenterState): boolean {
  return step === 'closing' || coverOf(state) === 'pause';
}

/** True for a press that would leave the slide by what was meant for the button's words before: the second of a double click. */
export function isMeantForLast(
  step: MainStep,
  last: { readonly step: MainStep; readonly at: number } | null,
  { now, within }: { readonly now: number; readonly within: number },
): boolean {
  const isLeaving = step === 'next' || step === 'finish';
  const isTurned = last?.step === 'next' || last?.step === 'uncover';
  return isLeaving && last !== null && !isTurned && now - last.at < within;
}

// A question of another slide that was left open is closed beside the board's picture, not from here.
function pollStep(card: PollCard | null): MainStep | null {
  if (card === null || card.elsewhere) return null;
  if (card.state === 'closing') return 'closing';
  const [first] = card.offers;
  if (first === undefined) return null;
  switch (first) {
    case 'ask':
    case 'hands':
    case 'close':
    case 'show':
    case 'talk':
      return first;
    case 'ask-again':
    case 'cards':
    case 'hide':
    case 'discard':
      return null;
  }
}
