import { SETTLE_MS } from '../../../outputs/board/board-link.ts';
import type { PresenterEvent } from '../session/presenter-event.ts';
import type { CoverControl, CoverPress, PresenterState } from '../session/presenter-state.ts';

type Covered = Pick<PresenterState, 'cover' | 'landing' | 'coverPress' | 'underPause'>;

const moves: readonly PresenterEvent['type'][] = ['turn', 'go', 'film', 'seek', 'skip', 'put-back'];
const filmMoves: readonly PresenterEvent['type'][] = ['go', 'film', 'seek'];

/** A slide with nothing over it. */
export const UNCOVERED = { cover: 'none', landing: false, underPause: 'none' } as const;

/** True for a second after a cover was put on or taken off. */
export function isSettling(
  { coverPress }: Pick<PresenterState, 'coverPress'>,
  now: number,
): boolean {
  const since = coverPress === null ? -1 : now - coverPress.pressedMs;
  return since >= 0 && since < SETTLE_MS;
}

/** The cover after a control was pressed: pressed twice within a second it does what it does once, and no other control uncovers the board by then. */
export function pressCover(state: Covered, control: CoverControl, now: number): Covered {
  // From a pause only Carry on and the calm end lead.
  if (state.cover === 'pause' && control === 'help') return state;
  const pressed: CoverPress = { control, pressedMs: now };
  const after = toggle(state, control);
  if (
    !isSettling(state, now) ||
    (state.coverPress?.control !== control && after.cover !== 'none')
  ) {
    return { ...state, ...after, coverPress: pressed };
  }
  // A cover lasts for as long as it is pressed; what was uncovered by mistake can be covered again after a second.
  return state.cover === 'none' ? state : { ...state, coverPress: pressed };
}

/** True for what stays where it is under this cover: under the pause the lesson, so that Carry on brings back what was covered, and under help the film. */
export function isHeldBy(cover: PresenterState['cover'], event: PresenterEvent): boolean {
  switch (cover) {
    case 'none':
      return false;
    case 'pause':
      return event.type === 'heard' ? event.message.type === 'turn' : moves.includes(event.type);
    case 'help':
      return filmMoves.includes(event.type);
  }
}

function toggle(state: Covered, control: CoverControl): Omit<Covered, 'coverPress'> {
  const { cover, landing, underPause } = state;
  switch (control) {
    case 'pause':
      // A pause over help, or in the middle of landing, goes back there.
      return cover === 'pause'
        ? { cover: underPause, landing, underPause: 'none' }
        : { cover: 'pause', landing, underPause: cover };
    case 'help':
      // The help slide's own key ends a landing.
      return cover === 'help' ? UNCOVERED : { cover: 'help', landing, underPause: 'none' };
    case 'land':
      // From a pause it always leads to help, never back to what had to be covered.
      return landing && cover !== 'pause'
        ? UNCOVERED
        : { cover: 'help', landing: true, underPause: 'none' };
  }
}
