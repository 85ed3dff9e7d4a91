import type { Frame, Point } from './squares.ts';

/** The light at a place of a frame: between the middles of four pixels, by how near each is; outside the frame, the nearest there is. */
export function lightAt({ width, height, luma }: Frame, { x, y }: Point): number {
  const column = Math.min(width - 1, Math.max(0, x - 0.5));
  const row = Math.min(height - 1, Math.max(0, y - 0.5));
  const [left, top] = [Math.floor(column), Math.floor(row)];
  const [across, down] = [column - left, row - top];
  const [right, low] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const at = (px: number, py: number): number => luma[py * width + px] ?? 0;
  return (
    (at(left, top) * (1 - across) + at(right, top) * across) * (1 - down) +
    (at(left, low) * (1 - across) + at(right, low) * across) * down
  );
}
