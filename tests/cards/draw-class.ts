import { cellsOfCard, MARK_MM, sides, type Side } from '../../src/cards/marks.ts';
import type { Frame, Point } from '../../src/cards/squares.ts';
import type { Random } from '../../src/poll/ballot.ts';
import { seededRandom } from '../poll/seeded-random.ts';

/** A pupil's card as it is held up: which, with what on top, where in the frame, and turned how far from upright and from the camera, in degrees. */
export type HeldCard = {
  readonly card: number;
  readonly side: Side;
  readonly middle: Point;
  readonly roll: number;
  readonly yaw: number;
  readonly pitch: number;
};

/** What the camera makes of it. `metres` is how far away the cards are, `light` how bright the room is, 1 by day; `blur` is in pixels, `noise` in levels. */
export type Camera = {
  readonly width: number;
  readonly height: number;
  readonly metres: number;
  readonly light: number;
  readonly blur: number;
  readonly noise: number;
};

/** A laptop's camera that sees 70 degrees across, in a room by day. */
export const LAPTOP: Camera = {
  width: 1920,
  height: 1080,
  metres: 5,
  light: 0.9,
  blur: 0.9,
  noise: 3,
};

const VIEW_DEGREES = 70;
const [PAGE_WIDE, PAGE_HIGH] = [210, 297];
const [PAPER, INK, SKIN] = [205, 26, 120];

/** Numbers from 0 up to 1 that look random, the same for the same seed. */
export function chances(seed: number): () => number {
  const random: Random = seededRandom(seed);
  random(16);
  return () => {
    const [one = 0, two = 0] = random(2);
    return (one * 256 + two) / 65_536;
  };
}

/** So many pupils, each somewhere in a place of their own, with a card of the set and an answer at random. */
export function heldUp(count: number, chance: () => number, camera: Camera): readonly HeldCard[] {
  const columns = Math.ceil(Math.sqrt((count * camera.width) / camera.height));
  const rows = Math.ceil(count / columns);
  const [wide, high] = [camera.width / columns, camera.height / rows];
  const around = (reach: number): number => (chance() * 2 - 1) * reach;
  const cards = shuffled(30, chance);
  return Array.from({ length: count }, (_, pupil) => ({
    card: cards[pupil] ?? 0,
    side: sides[Math.floor(chance() * 4)] ?? 'a',
    middle: {
      x: (pupil % columns) * wide + wide / 2 + around(wide / 8),
      y: Math.floor(pupil / columns) * high + high / 2 + around(high / 8),
    },
    roll: around(14),
    yaw: around(35),
    pitch: around(20),
  }));
}

/** The same cards a moment later: no hand is quite still. */
export function moved(
  held: readonly HeldCard[],
  chance: () => number,
  pixels = 3,
): readonly HeldCard[] {
  const around = (reach: number): number => (chance() * 2 - 1) * reach;
  return held.map((one) => ({
    ...one,
    middle: { x: one.middle.x + around(pixels), y: one.middle.y + around(pixels) },
    roll: one.roll + around(1.5),
    yaw: one.yaw + around(3),
    pitch: one.pitch + around(3),
  }));
}

/** What is before the camera, without its noise: a room, and the cards in it, each held at its lower edge. */
export function drawScene(
  room: Float32Array,
  held: readonly HeldCard[],
  camera: Camera,
): Float32Array {
  const scene = room.slice();
  for (const one of held) drawCard(scene, one, camera);
  for (let place = 0; place < scene.length; place += 1) {
    scene[place] = (scene[place] ?? 0) * camera.light * lightAt(place, camera);
  }
  return blurred(scene, camera);
}

/** A frame of a scene: with noise, in whole levels. */
export function takeFrame(
  scene: Float32Array,
  chance: () => number,
  { width, height, noise }: Camera,
): Frame {
  const luma = new Uint8Array(scene.length);
  const grain = grains(chance);
  let at = Math.floor(chance() * grain.length);
  for (let place = 0; place < luma.length; place += 1) {
    at += 1 + (place & 3);
    if (at >= grain.length) at -= grain.length;
    const level = scene[place] ?? 0;
    // Sensors are noisier where there is more light.
    const spread = Math.sqrt(noise * noise + level * noise * 0.03);
    luma[place] = Math.max(0, Math.min(255, Math.round(level + (grain[at] ?? 0) * spread)));
  }
  return { width, height, luma };
}

function shuffled(count: number, chance: () => number): readonly number[] {
  return Array.from({ length: count }, (_, card) => ({ card, at: chance() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ card }) => card);
}

let made: Float32Array | null = null;
function grains(chance: () => number): Float32Array {
  made ??= Float32Array.from({ length: 65_521 }, () => {
    let sum = 0;
    for (let part = 0; part < 12; part += 1) sum += chance();
    return sum - 6;
  });
  return made;
}

// Brighter on the side of the windows.
function lightAt(place: number, { width }: Camera): number {
  return 0.7 + (0.3 * (place % width)) / width;
}

/** A room with windows, tables, clothes and faces, in which no card is held up. */
export function drawRoom(chance: () => number, { width, height }: Camera): Float32Array {
  const scene = new Float32Array(width * height).fill(130);
  for (let shape = 0; shape < 160; shape += 1) {
    const [x, y] = [chance() * width, chance() * height];
    const [wide, high] = [10 + chance() * 220, 10 + chance() * 160];
    const level = 15 + chance() * 225;
    const isRound = shape % 2 === 0;
    for (let row = Math.max(0, Math.floor(y)); row < Math.min(height, y + high); row += 1) {
      for (
        let column = Math.max(0, Math.floor(x));
        column < Math.min(width, x + wide);
        column += 1
      ) {
        const [across, down] = [(column - x) / wide - 0.5, (row - y) / high - 0.5];
        if (!isRound || across * across + down * down < 0.25) scene[row * width + column] = level;
      }
    }
  }
  return scene;
}

type Turn = readonly [readonly number[], readonly number[]];

// Where a millimetre of the card is in the frame, and back: a plane that is seen by a camera.
function drawCard(scene: Float32Array, held: HeldCard, camera: Camera): void {
  const { width, height } = camera;
  const focus = width / 2 / Math.tan((VIEW_DEGREES / 2) * (Math.PI / 180));
  const far = camera.metres * 1000;
  const [right, down] = axesOf(held);
  const at = (across: number, low: number, axis: 0 | 1 | 2): number =>
    (right[axis] ?? 0) * across + (down[axis] ?? 0) * low;
  const project = (across: number, low: number): Point => {
    const depth = far + at(across, low, 2);
    return {
      x: held.middle.x + (focus * at(across, low, 0)) / depth,
      y: held.middle.y + (focus * at(across, low, 1)) / depth,
    };
  };
  const reach = PAGE_HIGH / 2;
  const corners = [
    project(-reach, -reach),
    project(reach, -reach),
    project(reach, reach),
    project(-reach, reach),
  ];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const cells = cellsOfCard(held.card);
  const [turns, pageHalf] = [sides.indexOf(held.side), [PAGE_WIDE / 2, PAGE_HIGH / 2]];
  for (let y = Math.floor(Math.min(...ys)); y <= Math.max(...ys); y += 1) {
    for (let x = Math.floor(Math.min(...xs)); x <= Math.max(...xs); x += 1) {
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      let [sum, count] = [0, 0];
      for (let part = 0; part < PARTS * PARTS; part += 1) {
        const px = x + ((part % PARTS) + 0.5) / PARTS - held.middle.x;
        const py = y + (Math.floor(part / PARTS) + 0.5) / PARTS - held.middle.y;
        // (across, low) with focus * (R·p)xy = p * (far + (R·p)z).
        const [a, b] = [
          focus * (right[0] ?? 0) - px * (right[2] ?? 0),
          focus * (down[0] ?? 0) - px * (down[2] ?? 0),
        ];
        const [c, d] = [
          focus * (right[1] ?? 0) - py * (right[2] ?? 0),
          focus * (down[1] ?? 0) - py * (down[2] ?? 0),
        ];
        const scale = a * d - b * c;
        const across = ((px * d - py * b) * far) / scale;
        const low = ((py * a - px * c) * far) / scale;
        const level = onCard(across, low, { cells, turns, pageHalf });
        if (level === null) continue;
        sum += level;
        count += 1;
      }
      if (count === 0) continue;
      const place = y * width + x;
      const share = count / PARTS ** 2;
      scene[place] = (scene[place] ?? 0) * (1 - share) + (sum / count) * share;
    }
  }
}

const PARTS = 3;

type OnCard = {
  readonly cells: readonly (readonly boolean[])[];
  readonly turns: number;
  readonly pageHalf: readonly number[];
};

// As it is held: the card's own place is found by turning back.
function onCard(across: number, low: number, { cells, turns, pageHalf }: OnCard): number | null {
  let [x, y] = [across, low];
  for (let turn = 0; turn < turns; turn += 1) [x, y] = [-y, x];
  const [wide = 0, high = 0] = pageHalf;
  if (Math.abs(x) > wide || Math.abs(y) > high) return null;
  const bottom = turns % 2 === 0 ? high : wide;
  if (isFinger(across, low - bottom)) return SKIN;
  const cell = MARK_MM / cells.length;
  const row = cells[Math.floor((y + MARK_MM / 2) / cell)];
  return row?.[Math.floor((x + MARK_MM / 2) / cell)] === true ? INK : PAPER;
}

// Two thumbs, each a little over the lower edge.
function isFinger(across: number, overEdge: number): boolean {
  return [-70, 70].some((x) => ((across - x) / 10) ** 2 + (overEdge / 13) ** 2 < 1);
}

function axesOf({ roll, yaw, pitch }: HeldCard): Turn {
  const [r, w, p] = [roll, yaw, pitch].map((degrees) => (degrees * Math.PI) / 180);
  const [sr, cr] = [Math.sin(r ?? 0), Math.cos(r ?? 0)];
  const [sw, cw] = [Math.sin(w ?? 0), Math.cos(w ?? 0)];
  const [sp, cp] = [Math.sin(p ?? 0), Math.cos(p ?? 0)];
  return [
    [cr * cw, sr * cp + cr * sw * sp, sr * sp - cr * sw * cp],
    [-sr * cw, cr * cp - sr * sw * sp, cr * sp + sr * sw * cp],
  ];
}

function blurred(scene: Float32Array, { width, blur }: Camera): Float32Array {
  const reach = Math.ceil(blur * 2.5);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * blur * blur)),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const along = (from: Float32Array, stride: number): Float32Array => {
    const to = new Float32Array(from.length);
    for (const [at, weight] of weights.entries()) {
      const [shift, part] = [(at - reach) * stride, weight / whole];
      const end = Math.min(to.length, to.length - shift);
      for (let place = Math.max(0, -shift); place < end; place += 1) {
        to[place] = (to[place] ?? 0) + part * (from[place + shift] ?? 0);
      }
    }
    return to;
  };
  return along(along(scene, 1), width);
}
