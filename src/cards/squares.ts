/** One picture of a camera, its brightness alone: row by row, 0 black to 255 white. */
export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
};

/** A place in a frame, in pixels. */
export type Point = { readonly x: number; readonly y: number };

/** The corners of a dark square in their order, clockwise as the frame is looked at. */
export type Square = readonly [Point, Point, Point, Point];

/** How far around a pixel its surroundings reach, in pixels. */
const AROUND = 24;
/** Dark is what has less than this part of the light of its surroundings, and so many levels less. */
const DARKER = 0.88;
const LEVELS = 4;
/** The least that a square is high and wide, in pixels, and the most of the frame's height. */
const MIN_SIDE = 14;
const MAX_PART = 0.7;
/** The least and the most of a square that is dark: its border is, and some of its cells are. */
const MIN_DARK = 0.15;
const MAX_DARK = 0.98;
/** How much of a square its outline fills. */
const FILLED = 0.86;

/** Every dark square in a frame, seen from any side. */
export function squaresIn(frame: Frame): readonly Square[] {
  return blobsIn(frame, darkRuns(frame)).flatMap((blob) => {
    const outline = outlineOf(blob);
    const square = cornersOf(outline);
    if (square === null) return [];
    const area = areaOf(square);
    const isFilled = areaOf(outline) >= FILLED * area;
    const dark = blob.area / area;
    return isFilled && dark >= MIN_DARK && dark <= MAX_DARK ? [square] : [];
  });
}

/** Dark pixels side by side in a row; `to` is the first that is not one. */
type Runs = {
  readonly rows: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
};

// The light of the surroundings is summed by columns, so that each pixel costs the same however far they reach.
function darkRuns({ width, height, luma }: Frame): Runs {
  const rows: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const columns = new Int32Array(width);
  let high = 0;
  const add = (row: number, sign: 1 | -1): void => {
    if (row < 0 || row >= height) return;
    high += sign;
    const start = row * width;
    for (let x = 0; x < width; x += 1) {
      columns[x] = (columns[x] ?? 0) + sign * (luma[start + x] ?? 0);
    }
  };
  for (let row = 0; row < AROUND; row += 1) add(row, 1);
  for (let y = 0; y < height; y += 1) {
    add(y + AROUND, 1);
    add(y - AROUND - 1, -1);
    const start = y * width;
    let [sum, wide] = [0, 0];
    for (; wide < Math.min(AROUND, width); wide += 1) sum += columns[wide] ?? 0;
    let began = -1;
    for (let x = 0; x < width; x += 1) {
      if (x + AROUND < width) {
        sum += columns[x + AROUND] ?? 0;
        wide += 1;
      }
      if (x > AROUND) {
        sum -= columns[x - AROUND - 1] ?? 0;
        wide -= 1;
      }
      const isDark = ((luma[start + x] ?? 0) + LEVELS) * wide * high < sum * DARKER;
      if (isDark) {
        if (began < 0) began = x;
      } else if (began >= 0) {
        rows.push(y);
        from.push(began);
        to.push(x);
        began = -1;
      }
    }
    if (began >= 0) {
      rows.push(y);
      from.push(began);
      to.push(width);
    }
  }
  return { rows, from, to };
}

/** Dark pixels that hang together, of a size that a square may have: how many, and where each of its rows begins and ends. */
type Blob = {
  readonly top: number;
  readonly area: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
};

function blobsIn({ width, height }: Frame, runs: Runs): readonly Blob[] {
  const roots = joined(runs);
  const count = runs.rows.length;
  const [top, bottom] = [new Int32Array(count).fill(height), new Int32Array(count).fill(-1)];
  const [left, right] = [new Int32Array(count).fill(width), new Int32Array(count)];
  for (let run = 0; run < count; run += 1) {
    const root = roots[run] ?? 0;
    top[root] = Math.min(top[root] ?? 0, runs.rows[run] ?? 0);
    bottom[root] = Math.max(bottom[root] ?? 0, runs.rows[run] ?? 0);
    left[root] = Math.min(left[root] ?? 0, runs.from[run] ?? 0);
    right[root] = Math.max(right[root] ?? 0, runs.to[run] ?? 0);
  }
  const maxSide = MAX_PART * height;
  const blobs = new Map<number, { -readonly [Key in keyof Blob]: Blob[Key] }>();
  for (let run = 0; run < count; run += 1) {
    const root = roots[run] ?? 0;
    const first = top[root] ?? 0;
    const high = (bottom[root] ?? 0) - first + 1;
    const wide = (right[root] ?? 0) - (left[root] ?? 0);
    if (Math.min(high, wide) < MIN_SIDE || Math.max(high, wide) > maxSide) continue;
    let blob = blobs.get(root);
    if (!blob) {
      blob = {
        top: first,
        area: 0,
        left: new Int32Array(high).fill(width),
        right: new Int32Array(high),
      };
      blobs.set(root, blob);
    }
    const row = (runs.rows[run] ?? 0) - first;
    blob.left[row] = Math.min(blob.left[row] ?? 0, runs.from[run] ?? 0);
    blob.right[row] = Math.max(blob.right[row] ?? 0, runs.to[run] ?? 0);
    blob.area += (runs.to[run] ?? 0) - (runs.from[run] ?? 0);
  }
  return [...blobs.values()];
}

/** For each run the first run that it hangs together with, over any number of others. */
function joined({ rows, from, to }: Runs): Int32Array {
  const roots = Int32Array.from({ length: rows.length }, (_, run) => run);
  const rootOf = (run: number): number => {
    let root = run;
    while ((roots[root] ?? root) !== root) {
      roots[root] = roots[roots[root] ?? root] ?? root;
      root = roots[root] ?? root;
    }
    return root;
  };
  let above = 0;
  for (let run = 0; run < rows.length; run += 1) {
    const row = rows[run] ?? 0;
    while (
      (rows[above] ?? 0) < row - 1 ||
      ((rows[above] ?? 0) === row - 1 && (to[above] ?? 0) <= (from[run] ?? 0))
    ) {
      above += 1;
    }
    for (
      let other = above;
      (rows[other] ?? row) === row - 1 && (from[other] ?? 0) < (to[run] ?? 0);
      other += 1
    ) {
      const [one, two] = [rootOf(run), rootOf(other)];
      roots[Math.max(one, two)] = Math.min(one, two);
    }
  }
  return roots.map((_, run) => rootOf(run));
}

/** The corners of the tightest outline that bends outwards everywhere, clockwise. */
function outlineOf({ top, left, right }: Blob): readonly Point[] {
  const rightward: Point[] = [];
  const leftward: Point[] = [];
  for (let edge = 0; edge <= left.length; edge += 1) {
    const y = top + edge;
    const [before, after] = [Math.max(0, edge - 1), Math.min(left.length - 1, edge)];
    extend(rightward, { x: Math.max(right[before] ?? 0, right[after] ?? 0), y });
    extend(leftward, { x: -Math.min(left[before] ?? 0, left[after] ?? 0), y });
  }
  return [...rightward, ...leftward.map(({ x, y }) => ({ x: -x, y })).toReversed()];
}

function extend(side: Point[], next: Point): void {
  for (;;) {
    const [one, two] = [side.at(-2), side.at(-1)];
    if (!one || !two || turn(one, two, next) > 0) break;
    side.pop();
  }
  side.push(next);
}

/** Above 0 where the way from one point over a second to a third turns clockwise. */
function turn(one: Point, two: Point, three: Point): number {
  return (two.x - one.x) * (three.y - two.y) - (two.y - one.y) * (three.x - two.x);
}

// Corners are round in a frame: whichever edge costs least goes, and those beside it are drawn on until they meet, until there are four.
function cornersOf(outline: readonly Point[]): Square | null {
  let points = outline;
  while (points.length > 4) {
    let [lowest, at, joint] = [Infinity, 0, points[0]];
    for (const [index, one] of points.entries()) {
      const two = after(points, index + 1);
      const meeting = meet(after(points, index - 1), one, { two, after: after(points, index + 2) });
      const cost = meeting === null ? Infinity : Math.abs(turn(one, meeting, two));
      if (meeting !== null && cost < lowest) [lowest, at, joint] = [cost, index, meeting];
    }
    if (lowest === Infinity || joint === undefined) return null;
    const gone = (at + 1) % points.length;
    const meeting = joint;
    points = points
      .map((point, index) => (index === at ? meeting : point))
      .filter((_, index) => index !== gone);
  }
  const [one, two, three, four] = points;
  return one && two && three && four ? [one, two, three, four] : null;
}

function after(points: readonly Point[], index: number): Point {
  return points[(index + points.length) % points.length] ?? { x: 0, y: 0 };
}

/** Where the edge that comes to a corner and the one that leaves the next meet beyond both; null where they part. */
function meet(
  before: Point,
  one: Point,
  { two, after: next }: { readonly two: Point; readonly after: Point },
): Point | null {
  const [onX, onY] = [one.x - before.x, one.y - before.y];
  const [backX, backY] = [two.x - next.x, two.y - next.y];
  const across = onX * backY - onY * backX;
  const on = ((two.x - one.x) * backY - (two.y - one.y) * backX) / across;
  const back = ((two.x - one.x) * onY - (two.y - one.y) * onX) / across;
  return across !== 0 && on >= 0 && back >= 0 ? { x: one.x + onX * on, y: one.y + onY * on } : null;
}

function areaOf(points: readonly Point[]): number {
  const twice = points.reduce((sum, { x, y }, index) => {
    const next = points[(index + 1) % points.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}
