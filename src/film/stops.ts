/** A part of the film in seconds, from one stop to the next; `to` is null where it runs to the film's end. */
export type Part = { readonly from: number; readonly to: number | null };

// A stop is often written as 8.04, which times 25 is 200.99999999999997.
const NEARLY = 1e-6;

/** Where a part begins to play: the middle of its first frame, so that no decoder shows the frame before it. */
export function startOf({ from }: Part, fps: number): number {
  return from === 0 ? 0 : (firstFrame(from, fps) + 0.5) / fps;
}

/** Where the film rests after a stop: the middle of the last frame before it, half a frame early when the stop lies between two frames. */
export function restAt(stop: number, fps: number): number {
  return Math.max(0, (firstFrame(stop, fps) - 0.5) / fps);
}

/** When to pause for a stop: one and a half frames early, more at a higher rate, since pausing takes about a frame. */
export function pauseAt(stop: number, fps: number, rate: number): number {
  return Math.max(0, firstFrame(stop, fps) / fps - (1.5 * rate) / fps);
}

/** Where to go when asked for `at`: never past the end of the part, nor so near it that nothing would play. */
export function seekWithin({ to }: Part, at: number, fps: number): number {
  return Math.max(0, to === null ? at : Math.min(at, pauseAt(to, fps, 1) - 1 / fps));
}

/** Where to go on from: the place the film was left at if that is inside the part, else the part's start. */
export function resumeAt(part: Part, left: number, fps: number): number {
  const start = startOf(part, fps);
  const inside = left > start && (part.to === null || left < pauseAt(part.to, fps, 1));
  return inside ? left : start;
}

function firstFrame(time: number, fps: number): number {
  return Math.ceil(time * fps - NEARLY);
}
