/** The small copy of each frame in which flashes are looked for: a cell is 20 × 20 pixels of the film. */
export const LIGHT_COLUMNS = 64;
export const LIGHT_ROWS = 36;

// WCAG 2.2, "general flash": a pair of opposing changes of a tenth of the greatest luminance or more, the darker below 0.80,
// over more than a quarter of a tenth-of-sight field: 21,824 of 1024 × 768 pixels, the 36th part of the picture.
const CHANGE = 0.1;
const DARK = 0.8;
const CELLS = Math.floor((LIGHT_COLUMNS * LIGHT_ROWS * 21_824) / (1024 * 768));

const linear = Array.from({ length: 256 }, (_, value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));

function lightAt(frame: Uint8Array, cell: number): number {
  const part = (channel: number) => linear[frame[cell * 4 + channel] ?? 0] ?? 0;
  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
}

/** The frames at which one cell has grown lighter or darker by as much as counts, each time the other way. */
function turnsOf(frames: readonly Uint8Array[], cell: number): readonly number[] {
  const turns: number[] = [];
  let [low, high, last] = [Infinity, -Infinity, 0];
  for (const [at, frame] of frames.entries()) {
    const light = lightAt(frame, cell);
    [low, high] = [Math.min(low, light), Math.max(high, light)];
    const way = light - low >= CHANGE && low < DARK ? 1 : high - light >= CHANGE && light < DARK ? -1 : 0;
    if (way === 0) continue;
    if (way !== last) turns.push(at);
    last = way;
    [low, high] = [light, light];
  }
  return turns;
}

/**
 * The most flashes (there and back) that a second of the film has over an area that counts, and the frame from which; `frames` are RGBA bytes
 * of 64 × 36 pixels each. It counts more than WCAG does: cells need not turn at the same moment, so what moves past counts too.
 */
export function worstFlash(frames: readonly Uint8Array[], fps: number): { readonly flashes: number; readonly at: number } {
  const turns = Array.from({ length: LIGHT_COLUMNS * LIGHT_ROWS }, (_, cell) => turnsOf(frames, cell));
  let worst = { flashes: 0, at: 0 };
  for (let from = 0; from < frames.length; from += 1) {
    const counts = turns.map((times) => Math.floor(times.filter((at) => at >= from && at < from + fps).length / 2));
    while (counts.filter((count) => count > worst.flashes).length > CELLS) worst = { flashes: worst.flashes + 1, at: from };
  }
  return worst;
}
