import { openClock } from '../../../room/clock.ts';

/** The one clock of rooms in this page, in ms since 1970 (R30). */
export const pageNow = openClock({ wall: Date.now, steady: () => performance.now() });
