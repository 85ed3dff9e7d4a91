/** The state is sent to the board this often, in ms, so that it can be heard whether one is there. */
export const BEAT_MS = 2_000;
/** A board that answers none of two is not there. */
export const LOST_MS = 5_000;

/** When a board was last heard, and when it was last asked; ms since 1970. */
export type Beat = { readonly heardAt: number; readonly beatAt: number };

/** Whether the board is lost at this beat. A laptop that slept has asked nobody meanwhile: its board gets its time again. */
export function beat({ heardAt, beatAt }: Beat, now: number): Beat & { readonly isLost: boolean } {
  const isAwake = now - beatAt <= 2 * BEAT_MS;
  const last = isAwake ? heardAt : now;
  return { heardAt: last, beatAt: now, isLost: now - last > LOST_MS };
}
