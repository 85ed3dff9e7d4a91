import { lightAt } from './light-at.ts';
import type { Frame, Point, Square } from './squares.ts';

/** How many places along a side are looked at, and how far from its corners they begin, as a part of it. */
const PLACES = 14;
const FROM_CORNER = 0.1;
/** How far from a side its edge is looked for: in cells, and in pixels at the most. */
const REACH_CELLS = 0.6;
const REACH_PIXELS = 4;
/** A place whose edge lies so far from the others', in pixels, is left out. */
const OFF = 0.8;

/** A line, by a point on it and its direction. */
type Line = { readonly on: Point; readonly along: Point };

/** A square whose sides lie where its darkness ends, to a part of a pixel: where they cross are its corners. `cells` is how many cells it is wide. */
export function sharpened(frame: Frame, square: Square, cells: number): Square {
  const lines = square.map((corner, index) =>
    edgeOf(frame, { from: corner, to: square[(index + 1) % 4] ?? corner, cells }),
  );
  const [one, two, three, four] = square.map((corner, index) =>
    crossing(lines.at(index - 1), lines[index], corner),
  );
  return one && two && three && four ? [one, two, three, four] : square;
}

type Side = { readonly from: Point; readonly to: Point; readonly cells: number };

function edgeOf(frame: Frame, { from, to, cells }: Side): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const place = (at: number, out: number): Point => ({
    x: from.x + along.x * at + along.y * out,
    y: from.y + along.y * at - along.x * out,
  });
  const found = Array.from({ length: PLACES }, (_, index) => {
    const at = length * (FROM_CORNER + ((1 - 2 * FROM_CORNER) * index) / (PLACES - 1));
    const light = (out: number): number => lightAt(frame, place(at, out));
    return { at, out: whereLight(light, length / cells) };
  }).filter((one): one is Found => one.out !== null);
  const first = fit(found);
  const { start, slope } = fit(found.filter((one) => Math.abs(off(one, first)) <= OFF));
  const [one, two] = [place(0, start), place(length, start + slope * length)];
  return { on: one, along: { x: two.x - one.x, y: two.y - one.y } };
}

type Found = { readonly at: number; readonly out: number };
type Fit = { readonly start: number; readonly slope: number };

/** How far out from a side dark becomes light; null where it does not. */
function whereLight(light: (out: number) => number, cell: number): number | null {
  const middle = (light(-cell / 2) + light(cell / 2)) / 2;
  const reach = Math.min(REACH_PIXELS, cell * REACH_CELLS);
  const steps = Math.ceil(reach * 4);
  let before = light(-reach);
  for (let step = 1; step <= steps; step += 1) {
    const now = light(-reach + (2 * reach * step) / steps);
    if (before <= middle && now > middle) {
      const part = (middle - before) / (now - before);
      return -reach + (2 * reach * (step - 1 + part)) / steps;
    }
    before = now;
  }
  return null;
}

/** The straight line with the least squares; along the side itself where too little was found. */
function fit(found: readonly Found[]): Fit {
  if (found.length < PLACES / 3) return { start: 0, slope: 0 };
  const mean = (of: (one: Found) => number): number =>
    found.reduce((sum, one) => sum + of(one), 0) / found.length;
  const [at, out] = [mean((one) => one.at), mean((one) => one.out)];
  const spread = mean((one) => (one.at - at) ** 2);
  const slope = mean((one) => (one.at - at) * (one.out - out)) / spread;
  return { start: out - slope * at, slope };
}

function off({ at, out }: Found, { start, slope }: Fit): number {
  return out - start - slope * at;
}

function crossing(one: Line | undefined, two: Line | undefined, near: Point): Point {
  if (!one || !two) return near;
  const across = one.along.x * two.along.y - one.along.y * two.along.x;
  const far = (two.on.x - one.on.x) * two.along.y - (two.on.y - one.on.y) * two.along.x;
  const part = far / across;
  return { x: one.on.x + one.along.x * part, y: one.on.y + one.along.y * part };
}
