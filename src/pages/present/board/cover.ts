import { SETTLE_MS } from '../../../outputs/board/board-link.ts';
import type { Desk, DeskEvent } from '../session/desk.ts';

/** A control that covers the board and uncovers it, by mouse, key, touch or clicker. */
export type CoverControl = 'pause' | 'help' | 'land';

/** The last press of such a control, in ms since 1970. */
export type CoverPress = { readonly control: CoverControl; readonly pressedMs: number };

type Covered = Pick<Desk, 'cover' | 'landing' | 'coverPress' | 'underPause'>;

const moves: readonly DeskEvent['type'][] = ['turn', 'go', 'film', 'seek', 'skip', 'put-back'];
const filmMoves: readonly DeskEvent['type'][] = ['go', 'film', 'seek'];

/** A slide with nothing over it. */
export const UNCOVERED = { cover: 'none', landing: false, underPause: 'none' } as const;

/** True for a second after a cover was put on or taken off. */
export function isSettling({ coverPress }: Pick<Desk, 'coverPress'>, now: number): boolean {
  const since = coverPress === null ? -1 : now - coverPress.pressedMs;
  return since >= 0 && since < SETTLE_MS;
}

/** The cover after a control was pressed: pressed twice within a second it does what it does once, and no other control uncovers the board by then. */
export function pressCover(desk: Covered, control: CoverControl, now: number): Covered {
  // From a pause only Carry on and the calm end lead.
  if (desk.cover === 'pause' && control === 'help') return desk;
  const pressed: CoverPress = { control, pressedMs: now };
  const after = toggle(desk, control);
  if (!isSettling(desk, now) || (desk.coverPress?.control !== control && after.cover !== 'none')) {
    return { ...desk, ...after, coverPress: pressed };
  }
  // A cover lasts for as long as it is pressed; what was uncovered by mistake can be covered again after a second.
  return desk.cover === 'none' ? desk : { ...desk, coverPress: pressed };
}

/** True for what stays where it is under this cover: under the pause the lesson, so that Carry on brings back what was covered, and under help the film. */
export function isHeldBy(cover: Desk['cover'], event: DeskEvent): boolean {
  switch (cover) {
    case 'none':
      return false;
    case 'pause':
      return event.type === 'heard' ? event.message.type === 'turn' : moves.includes(event.type);
    case 'help':
      return filmMoves.includes(event.type);
  }
}

function toggle(desk: Covered, control: CoverControl): Omit<Covered, 'coverPress'> {
  const { cover, landing, underPause } = desk;
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
