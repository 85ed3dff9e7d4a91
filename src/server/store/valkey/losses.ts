import type { Live, Room } from '../../../room/room.ts';
import { finished } from '../../../room/step.ts';

/** Tells a room that has ended from one that is lost: a Valkey keeps nothing, so one that was away may have come back empty (R33). */
export type Losses = {
  /** The room is known here from now on, or no longer; both return its id. */
  readonly know: (id: string) => string;
  readonly forget: (id: string) => string;
  /** What a room that is known here becomes when Valkey does not have it. */
  readonly missing: (id: string, room: Live) => Room;
};

/** No rooms yet; `outages` is how often Valkey has been away so far. */
export function openLosses(outages: () => number): Losses {
  const before = new Map<string, number>();
  return {
    know: (id) => {
      before.set(id, outages());
      return id;
    },
    forget: (id) => {
      before.delete(id);
      return id;
    },
    missing: (id, room) =>
      outages() > (before.get(id) ?? 0) ? { ...finished(room), lost: true } : finished(room),
  };
}
