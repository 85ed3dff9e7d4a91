// The outlines of the shapes: a distance from the middle for each of `STEPS` directions, so that any of them can grow out of a dot.

const STEPS = 288;

const ring = (corners, radius, turn = 0) =>
  Array.from({ length: corners }, (_, at) => {
    const angle = turn + (2 * Math.PI * at) / corners;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });

/** The upper half of a circle, flat at its foot. */
const half = (radius, foot) => Array.from({ length: 33 }, (_, at) => [radius * Math.cos(Math.PI + (Math.PI * at) / 32), foot + radius * Math.sin(Math.PI + (Math.PI * at) / 32)]);

/** How far a point is outside a polygon; negative inside. */
function beyond(points, x, y) {
  let [nearest, sign] = [Infinity, 1];
  for (let at = 0; at < points.length; at += 1) {
    const [a, b] = [points[at], points[(at + points.length - 1) % points.length]];
    const [ex, ey, wx, wy] = [b[0] - a[0], b[1] - a[1], x - a[0], y - a[1]];
    const along = Math.min(1, Math.max(0, (wx * ex + wy * ey) / (ex * ex + ey * ey)));
    nearest = Math.min(nearest, (wx - ex * along) ** 2 + (wy - ey * along) ** 2);
    const sides = [y >= a[1], y < b[1], ex * wy > ey * wx];
    if (sides.every(Boolean) || !sides.some(Boolean)) sign = -sign;
  }
  return sign * Math.sqrt(nearest);
}

const polygon = (points, corner) => (x, y) => beyond(points, x, y) - corner;
const petals = ring(4, 0.5, Math.PI / 4);

const inside = {
  round: (x, y) => Math.hypot(x, y) - 1,
  square: polygon([[-0.58, -0.58], [0.58, -0.58], [0.58, 0.58], [-0.58, 0.58]], 0.32),
  triangle: polygon(ring(3, 0.88, -Math.PI / 2), 0.3),
  hexagon: polygon(ring(6, 0.78, 0), 0.24),
  diamond: polygon(ring(4, 0.84, 0), 0.26),
  dome: polygon(half(0.88, 0.44), 0.2),
  oval: polygon([[-0.5, -0.05], [0.5, -0.05], [0.5, 0.05], [-0.5, 0.05]], 0.66),
  flower: (x, y) => Math.min(...petals.map(([px, py]) => Math.hypot(x - px, y - py) - 0.58)),
  arch: polygon([...half(0.76, -0.16), [0.76, 0.9], [-0.76, 0.9]], 0.1),
  archway: polygon([...half(0.76, -0.16), [0.76, 0.9], [-0.76, 0.9]], 0.1),
};

/** Where a shape of size 1 has its eyes: how far below its middle, how far apart, and how large. */
export const eyes = {
  round: [-0.14, 0.26, 0.1],
  square: [-0.22, 0.25, 0.092],
  triangle: [0.12, 0.2, 0.09],
  hexagon: [-0.1, 0.24, 0.096],
  diamond: [0, 0.24, 0.1],
  dome: [0.12, 0.26, 0.1],
  oval: [0, 0.28, 0.1],
  flower: [0, 0.22, 0.1],
  arch: [-0.48, 0.2, 0.084],
  archway: [-0.48, 0.2, 0.084],
};

function outline(isBeyond) {
  return Array.from({ length: STEPS }, (_, at) => {
    const angle = (2 * Math.PI * at) / STEPS;
    let [near, far] = [0, 2.5];
    for (let step = 0; step < 24; step += 1) {
      const middle = (near + far) / 2;
      if (isBeyond(middle * Math.cos(angle), middle * Math.sin(angle)) < 0) near = middle;
      else far = middle;
    }
    return near;
  });
}

const outlines = Object.fromEntries(Object.entries(inside).map(([name, isBeyond]) => [name, outline(isBeyond)]));

/** A shape of size 1 round the origin as a path; `round` 1 makes it a dot. */
export function shapePath(part, round) {
  const path = new Path2D();
  for (const [at, radius] of outlines[part].entries()) {
    const [angle, far] = [(2 * Math.PI * at) / STEPS, radius + (1 - radius) * round];
    path.lineTo(far * Math.cos(angle), far * Math.sin(angle));
  }
  path.closePath();
  return path;
}
