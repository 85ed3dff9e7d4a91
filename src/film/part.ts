import { cueStart, type Part } from './stops.ts';

/** Where a part begins to play, in seconds: half a frame after its stop, so that the frame before it is never drawn. */
export function startOf({ from }: Part, fps: number): number {
  return from === 0 ? 0 : from + 0.5 / fps;
}

/** Where to go on from: the place the film was left at if that is inside the part, else the part's start. */
export function resumeAt(part: Part, left: number, fps: number): number {
  const start = startOf(part, fps);
  const inside = left > start && (part.to === null || left < cueStart(part.to, fps, 1));
  return inside ? left : start;
}

/** Where to go when asked for `at`: never past the part's end, nor so near it that nothing would play. */
export function seekWithin({ to }: Part, at: number, fps: number): number {
  return Math.max(0, to === null ? at : Math.min(at, cueStart(to, fps, 1) - 1 / fps));
}
