import type { Live, Room } from '../../../room/room.ts';
import { finished } from '../../../room/step.ts';

/** Tells a room that has ended from one that is lost: a Valkey keeps nothing, so one that was away may have come back empty (R33). */
export type Losses = {
  /** The room is known here from now on, or no longer; both return its id. */
  readonly know: (id: string) => string;
  readonly forget: (id: string) => string;
  /** What a room that is known here becomes when Valkey does not have it. */
  readonly missing: (id: string, room: Live) => Room;
  /** True for a code or pass of a room that was known here and is lost. */
  readonly wasLost: (named: string) => boolean;
};

/** Names of lost rooms that are remembered: a school has fewer at once. */
const MAX_NAMES = 2_000;

/** No rooms yet; `outages` is how often Valkey has been away so far. */
export function openLosses(outages: () => number): Losses {
  const before = new Map<string, number>();
  const lost = new Set<string>();
  return {
    know: (id) => {
      before.set(id, outages());
      return id;
    },
    forget: (id) => {
      before.delete(id);
      return id;
    },
    missing: (id, room) => {
      if (outages() <= (before.get(id) ?? 0)) return finished(room);
      if (lost.size > MAX_NAMES) lost.clear();
      for (const name of [room.id, room.code, room.pass, ...room.formerCodes]) lost.add(name);
      return { ...finished(room), lost: true };
    },
    wasLost: (named) => lost.has(named),
  };
}
