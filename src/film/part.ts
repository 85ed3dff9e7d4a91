import { cueStart, type Part } from './stops.ts';

/** Where a part begins to play, in seconds: half a frame after its stop, so that the frame before it is never drawn. */
export function startOf({ from }: Part, fps: number): number {
  return from === 0 ? 0 : from + 0.5 / fps;
}

/** How near the film's end, in seconds, it is at its end: its last frame stands before its length. */
const END_SECONDS = 0.5;

/** True where nothing is left of the film to play; `length` is in seconds. */
export function isAtFilmEnd(at: number, length: number): boolean {
  return at >= length - END_SECONDS;
}

/** Where to go on from: the place the film was left at if that is inside the part, else the part's start. `length` is the film's, in seconds, once it is known. */
export function resumeAt(
  part: Part,
  left: number,
  { fps, length }: { readonly fps: number; readonly length: number },
): number {
  const start = startOf(part, fps);
  const inside =
    left > start &&
    (part.to === null || left < cueStart(part.to, fps, 1)) &&
    !isAtFilmEnd(left, length);
  return inside ? left : start;
}

/** Where to go when asked for `at`: never past the part's end, nor so near it that nothing would play. */
export function seekWithin({ to }: Part, at: number, fps: number): number {
  return Math.max(0, to === null ? at : Math.min(at, cueStart(to, fps, 1) - 1 / fps));
}
