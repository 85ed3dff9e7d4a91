/** Where a clock takes its time from; each in ms. */
export type ClockSources = {
  /** The wall clock, since 1970: read once, when the clock is opened. */
  readonly wall: () => number;
  /** Goes forward at an even pace, whatever becomes of the wall clock; it may stop while the computer sleeps. */
  readonly steady: () => number;
  /** Counts sleep as well, to a second, where the system has such a count. */
  readonly uptime?: () => number;
};

/** A gap between the two counts, in ms, from which on the computer has slept. The count of the system may be of whole seconds. */
const SLEEP_MS = 2_000;
/** How often the count of the system is read, in ms: it is a file, and a vote must not wait for it. */
const READ_MS = 1_000;

/**
 * A clock that only goes forward (R30): it starts with the wall clock, in ms since 1970, and goes on by elapsed time and by
 * sleep. Where someone sets the wall clock while it runs, nothing happens.
 */
export function openClock({ wall, steady, uptime = steady }: ClockSources): () => number {
  const start = wall();
  const first = steady();
  let last = { steady: first, uptime: uptime() };
  let slept = 0;
  let latest = start;
  return () => {
    const at = steady();
    if (at - last.steady >= READ_MS) {
      const read = { steady: at, uptime: uptime() };
      const gap = read.uptime - last.uptime - (read.steady - last.steady);
      if (gap > SLEEP_MS) slept += gap;
      last = read;
    }
    latest = Math.max(latest, Math.floor(start + at - first + slept));
    return latest;
  };
}
