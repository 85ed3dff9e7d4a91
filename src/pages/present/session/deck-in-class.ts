import type { Deck } from '../../../outputs/board/deck.ts';
import { JOIN, withJoining } from '../../../outputs/board/joining.ts';
import { coverOf, isRunning, viewOf, type PresenterState } from './presenter-state.ts';

/** What of the state says whether tablets join. */
type InClass = Pick<PresenterState, 'phase' | 'mode' | 'devices'>;

/** True where the class joins by tablet: not in a rehearsal, whose class is pretend, nor where hands are counted. */
function joins(state: InClass): boolean {
  if (state.mode !== 'lesson') return false;
  return viewOf(state)?.devices ?? (state.phase.is !== 'before' && state.devices);
}

/** True where how to join can be shown over the slide, or is: not over its own slide, help or a pause. */
export function mayShowJoining(state: InClass & Pick<PresenterState, 'slide'>): boolean {
  const cover = coverOf(state);
  if (!joins(state) || !isRunning(state.phase)) return false;
  return cover === 'join' || (cover === 'none' && state.slide !== JOIN);
}

/** The deck as it is gone through in class: where tablets answer its questions, with the slide to join by. */
export function deckInClass(deck: Deck, state: InClass): Deck {
  if (!joins(state) || !deck.slides.some(({ kind }) => kind === 'poll')) return deck;
  const before = withSlide.get(deck);
  if (before !== undefined) return before;
  const made = withJoining(deck);
  withSlide.set(deck, made);
  return made;
}

// A page draws many times a minute, and takes another deck for a changed lesson.
const withSlide = new WeakMap<Deck, Deck>();
