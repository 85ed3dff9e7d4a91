import type { BoardState } from '../../../outputs/board/board-link.ts';
import type { PresenterState } from '../session/presenter-state.ts';

/** All the board shows, made from the presenter's state. A room that is gone shows nothing of its question. */
export function boardStateOf({
  slide,
  step,
  cover,
  film,
  showing,
  view,
  line,
  rehearsal,
  preview,
  ends,
  skipped,
}: PresenterState): BoardState {
  const isThere = view !== null && (line === 'live' || line === 'away' || line === 'signed-out');
  const room = isThere ? { code: view.code, address: view.address, poll: view.poll } : null;
  const said = {
    ...(rehearsal && { rehearsal }),
    ...(preview && { preview }),
    ...(ends !== null && { ends }),
    ...(skipped.length > 0 && { leftOut: skipped }),
  };
  return { slide, step, cover, film, showing, room, ...said };
}
