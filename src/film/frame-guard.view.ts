/** Calls with the time of each frame as it is drawn, in seconds of the film, until the signal: where a browser’s cues come late, as WebKit’s do, frames still come in time. */
export function watchFrames(
  video: HTMLVideoElement,
  drawn: (at: number) => void,
  signal: AbortSignal,
): void {
  if (!('requestVideoFrameCallback' in video)) return;
  function next(): void {
    if (signal.aborted) return;
    video.requestVideoFrameCallback((_, { mediaTime }) => {
      if (signal.aborted) return;
      drawn(mediaTime);
      next();
    });
  }
  next();
}
