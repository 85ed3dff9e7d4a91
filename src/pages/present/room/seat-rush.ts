import { isLive, viewOf, type PresenterState } from '../session/presenter-state.ts';

/**
 * The teacher gets a notice of this many seats within `RUSH_MS`: it is more than a class typing a
 * code comes to (R23).
 */
const RUSH_SEATS = 10;
/** The moment within which seats are counted together, in ms. */
const RUSH_MS = 2_000;

/** Seats as this page learnt that they were taken, and the most of them that were within one moment; in this page's memory alone. */
export type SeatRush = {
  readonly recent: readonly { readonly at: number; readonly seats: number }[];
  readonly peak: number;
};

/** No seats yet, or none to tell of. */
export const NO_RUSH: SeatRush = { recent: [], peak: 0 };

type Seen = Pick<PresenterState, 'phase'>;

/** Counts the seats that were taken between two states of the presenter; `now` is in ms. */
export function countSeats(
  rush: SeatRush,
  { before, after }: { readonly before: Seen; readonly after: Seen },
  now: number,
): SeatRush {
  const was = viewOf(before)?.seats.taken;
  const is = viewOf(after)?.seats.taken;
  if (was === undefined || is === undefined || was === is) return rush;
  // Seats were reset, or each question has its own.
  if (is < was) return NO_RUSH;
  // What came in while the room was out of reach took longer than this moment.
  if (!isLive(before) || !isLive(after)) return rush;
  const recent = [
    ...rush.recent.filter(({ at }) => at > now - RUSH_MS),
    { at: now, seats: is - was },
  ];
  const seats = recent.reduce((sum, one) => sum + one.seats, 0);
  return { recent, peak: seats < RUSH_SEATS ? rush.peak : Math.max(rush.peak, seats) };
}

/** The teacher's notice of a rush; empty where there was none. */
export function rushWords({ peak }: SeatRush): string {
  return peak === 0
    ? ''
    : `${peak} seats were taken within ${RUSH_MS / 1000} seconds. If that wasn’t ${peak} {pupils}, reset the seats.`;
}
