import { uptime } from 'node:os';
import { openClock } from '../../room/clock.ts';

/** The program's one clock, in ms since 1970 (R30). It starts with the wall clock, or with the time that several processes share. */
export function programClock(wall: () => number = Date.now): () => number {
  return openClock({ wall, steady: () => performance.now(), uptime: uptimeMs });
}

// Counts sleep on Linux, macOS and Windows alike, and is not moved by setting the clock.
function uptimeMs(): number {
  try {
    return uptime() * 1000;
  } catch {
    // A container may hide it: then there is no sleep to be seen.
    return performance.now();
  }
}
