import { SETTLE_MS } from '../../../outputs/board/board-link.ts';
import type { PresenterEvent } from '../session/presenter-event.ts';
import {
  coverOf,
  isRunning,
  type CoverControl,
  type CoverPress,
  type Phase,
  type PresenterState,
  type RunningPhase,
  type SlideCover,
} from '../session/presenter-state.ts';

const moves: readonly PresenterEvent['type'][] = ['turn', 'go', 'film', 'seek', 'skip', 'put-back'];
const filmMoves: readonly PresenterEvent['type'][] = ['go', 'film', 'seek'];

/** True for a second after a cover was put on or taken off. */
export function isSettling(
  { coverPress }: Pick<PresenterState, 'coverPress'>,
  now: number,
): boolean {
  const since = coverPress === null ? -1 : now - coverPress.pressedMs;
  return since >= 0 && since < SETTLE_MS;
}

/** The state after a control was pressed: pressed twice within a second it does what it does once, and no other control uncovers the board by then. */
export function pressCover(
  state: PresenterState,
  control: CoverControl,
  now: number,
): PresenterState {
  const { phase, coverPress } = state;
  if (!isRunning(phase)) return state;
  const cover = coverOf(state);
  // From a pause only Carry on and the calm end lead, and how to join takes the place of no cover.
  if (cover === 'pause' && control === 'help') return state;
  if (control === 'join' && cover !== 'none' && cover !== 'join') return state;
  const pressed: CoverPress = { control, pressedMs: now };
  const after: PresenterState = { ...state, phase: toggle(phase, control), coverPress: pressed };
  const isAnother = coverPress?.control !== control;
  if (!isSettling(state, now) || (isAnother && coverOf(after) !== 'none')) return after;
  // A cover lasts for as long as it is pressed; what was uncovered by mistake can be covered again after a second.
  return cover === 'none' ? state : { ...state, coverPress: pressed };
}

/** The state with nothing over the slide; a lesson that is finished stays covered. */
export function uncover(state: PresenterState): PresenterState {
  const { phase } = state;
  switch (phase.is) {
    case 'before':
      return { ...state, phase: { ...phase, cover: { is: 'none' } } };
    case 'teaching':
    case 'landing':
      return { ...state, phase: teaching(phase, { is: 'none' }) };
    case 'finished':
      return state;
  }
}

/** True for what stays where it is in this phase: under the pause the lesson, so that Carry on brings back what was covered, and under help, as after the lesson, the film. */
export function isHeldBy(phase: Phase, event: PresenterEvent): boolean {
  switch (coverOf({ phase })) {
    case 'none':
      return false;
    case 'pause':
      return event.type === 'board-message'
        ? event.message.type === 'turn'
        : moves.includes(event.type);
    case 'help':
    case 'join':
      return filmMoves.includes(event.type);
  }
}

function toggle(phase: RunningPhase, control: CoverControl): RunningPhase {
  switch (control) {
    case 'pause':
      return togglePause(phase);
    case 'help': {
      // The help slide's own key ends a landing.
      const isHelp = coverOf({ phase }) === 'help';
      return teaching(phase, { is: isHelp ? 'none' : 'help' });
    }
    case 'join':
      return teaching(phase, { is: coverOf({ phase }) === 'join' ? 'none' : 'join' });
    case 'land':
      // From a pause it always leads to help, never back to what had to be covered.
      return phase.is === 'landing' && !phase.isPaused
        ? teaching(phase, { is: 'none' })
        : landing(phase);
  }
}

// A pause over help, or in the middle of landing, goes back there.
function togglePause(phase: RunningPhase): RunningPhase {
  if (phase.is === 'landing') return { ...phase, isPaused: !phase.isPaused };
  const { cover } = phase;
  return {
    ...phase,
    cover: cover.is === 'pause' ? { is: cover.over } : { is: 'pause', over: cover.is },
  };
}

function teaching({ screens, since, room }: RunningPhase, cover: SlideCover): RunningPhase {
  return { is: 'teaching', screens, since, room, cover };
}

function landing({ screens, since, room }: RunningPhase): RunningPhase {
  return { is: 'landing', screens, since, room, isPaused: false };
}
