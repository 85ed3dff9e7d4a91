import type { BoardState } from '../../../outputs/board/board-link.ts';
import { inFives } from '../../../poll/tally.ts';
import { coverOf, roomOf, type PresenterState } from '../session/presenter-state.ts';

/** All the board shows, made from the presenter's state. A room that is gone shows nothing of its question. */
export function boardStateOf(state: PresenterState): BoardState {
  const { slide, step, film, showing, mode, phase, skipped } = state;
  const closesAt = phase.is === 'finished' ? phase.closesAt : null;
  return {
    slide,
    step,
    cover: coverOf(state),
    film,
    showing,
    room: boardRoomOf(state),
    ...(mode === 'rehearsal' && { rehearsal: true }),
    ...(mode === 'preview' && { preview: true }),
    ...(closesAt !== null && { ends: closesAt }),
    ...(skipped.length > 0 && { leftOut: skipped }),
  };
}

// A page that is out of date may misread the state of its room.
function boardRoomOf(state: PresenterState): BoardState['room'] {
  const room = roomOf(state);
  if (room.is !== 'open' || room.view === null || state.isOutdated) return null;
  const { code, address, link, seats, devices, isJoiningClosed, poll } = room.view;
  return {
    code,
    address,
    ...(link !== undefined && { link }),
    ...(devices && { joined: inFives(seats.taken) }),
    ...(isJoiningClosed && { isJoiningClosed }),
    poll,
  };
}
