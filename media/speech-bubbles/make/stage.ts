import { palette } from './palette.ts';
import type { Part } from './story.ts';

/** What can change about a thing on the stage. `space` is the room round it, a disc of that radius; `pale` 1 is as faint as the ground; `round` 1 is a dot instead of its own shape; `lid` 1 is shut. */
export type Pose = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly turn: number;
  readonly space: number;
  readonly pale: number;
  readonly round: number;
  readonly strength: number;
  readonly lid: number;
};

/** From `from` to `to` seconds what is named here goes to its new value, and stays there. `arc` is how high it flies on its way, `hops` in how many leaps. */
export type Move = { readonly from: number; readonly to: number; readonly ease?: 'out' | 'pop' | 'in' | 'soft'; readonly arc?: number; readonly hops?: number } & Partial<Pose>;

/** A shape that plays a part, at a place of the stage, which is three screens wide. */
export type Actor = { readonly part: Part; readonly fill: string; readonly halo: string; readonly start: Partial<Pose>; readonly moves: readonly Move[] };

/** A closed card; nobody ever sees what is in it. */
export type Card = { readonly start: Partial<Pose>; readonly moves: readonly Move[] };

/** A dotted way that a card took, drawn while it flies; it fades from `until`. */
export type Way = { readonly from: readonly [number, number]; readonly to: readonly [number, number]; readonly at: number; readonly takes: number; readonly until: number; readonly arc: number };

const { sun, teal, plum, mauve, sea, slate, heather, straw, deep, sunTint, tealTint, plumTint } = palette;

/** At once, at a cut. */
const cut = (at: number, to: Partial<Pose>): Move => ({ from: at, to: at, ...to });
const go = (from: number, to: number, pose: Partial<Pose>, more: Partial<Move> = {}): Move => ({ from, to, ...pose, ...more });

/** A place in the grid of nine at the start and, lower and wider, at the end. */
const grid = (place: number, gap: number, y: number) => ({ x: 640 + ((place % 3) - 1) * gap, y: y + (Math.floor(place / 3) - 1) * gap });
const born = (place: number) => ({ ...grid(place, 94, 232), size: 0, round: 1, space: 0, pale: 0, strength: 1 });
const appear = (place: number) => go(0.2 + place * 0.09, 0.95 + place * 0.09, { size: 34 }, { ease: 'pop' });

/** From the title's grid out of the picture. */
function leave(place: number): Move {
  const { x, y } = grid(place, 94, 232);
  return go(3.3 + place * 0.05, 4.5 + place * 0.05, { x: 640 + (x - 640) * 5, y: 232 + (y - 232) * 4, size: 0 });
}

/** Home to the last picture: nine shapes, each its own, none greater than the others. */
const home = (place: number) => go(141.4 + place * 0.07, 143.5 + place * 0.07, { ...grid(place, 120, 220), size: 44, space: 0, turn: 0, pale: 0 });

const round: readonly Move[] = [
  appear(3),
  go(3.3, 4.8, { x: 250, y: 490, size: 72, space: 150 }),
  go(8, 16, { x: 420, space: 222 }),
  cut(18, { x: 300, y: 486, size: 84, space: 210 }),
  go(20.6, 22.6, { space: 188 }),
  go(23, 25, { space: 170, x: 280 }),
  go(31, 34, { x: 220, y: 488, size: 72, space: 138 }),
  go(38.4, 41, { x: 170, y: 490, size: 62, space: 104 }),
  go(41, 43.2, { x: 138, y: 494, size: 54, space: 78 }),
  cut(44, { x: 270, y: 340, size: 58, space: 92, pale: 0.25 }),
  go(49.6, 53, { pale: 0.6, size: 52, space: 72 }),
  cut(67, { x: 300, y: 470, size: 52, space: 66, pale: 0.62 }),
  go(79.6, 82, { space: 104, pale: 0.42, size: 58 }),
  go(84.8, 87, { space: 130, pale: 0.25, size: 64 }),
  go(87.6, 90.6, { x: -350, y: 492 }, { hops: 4, arc: 20, ease: 'soft' }),
  go(93.8, 96.4, { space: 150, pale: 0.12 }),
  go(99.4, 102, { space: 180, pale: 0, size: 72 }),
  go(102.4, 105, { space: 214, size: 78 }),
  go(105.4, 106.8, { x: -320, y: 474, space: 180 }),
  go(111.8, 112.8, { strength: 0 }),
  cut(133, { x: 500, y: 420, size: 80, space: 170, pale: 0 }),
  go(133, 134, { strength: 1 }),
  go(135.2, 138, { space: 300 }),
  home(3),
];

const square: readonly Move[] = [
  appear(5),
  go(3.3, 4.8, { x: 1030, y: 490, size: 72, space: 150, round: 0 }),
  go(8, 16, { x: 860, space: 222 }),
  cut(18, { x: 980, y: 486, size: 84, space: 210 }),
  go(20.4, 22, { x: 940, space: 240 }),
  go(22.4, 24, { x: 910, space: 264 }),
  go(30.6, 33, { x: 940, size: 96, space: 420 }),
  go(33, 36, { space: 600 }),
  go(38.2, 40.6, { size: 108, space: 760, x: 970, y: 486 }),
  go(41, 43, { size: 118, space: 900 }),
  cut(44, { x: 1010, y: 340, size: 84, space: 140 }),
  go(51.6, 52.4, { x: 985, turn: -7 }, { ease: 'out' }),
  go(52.4, 53.4, { x: 1035, turn: 5 }),
  go(53.6, 54.4, { x: 1010, turn: 0 }),
  cut(67, { strength: 0 }),
  cut(112, { x: 640, y: 470, size: 78, turn: 14, space: 112, pale: 0.1 }),
  go(112.2, 113.2, { strength: 1 }),
  go(116.4, 118.4, { turn: -90, size: 84, pale: 0 }),
  cut(119, { x: 990, y: 486, size: 72, turn: 0, space: 120, pale: 0 }),
  go(121.4, 124, { x: 920 }),
  go(127.4, 130, { space: 150 }),
  go(132.6, 134.2, { y: 420, size: 66, space: 110 }),
  go(134.8, 137.4, { x: 1150, space: 130 }),
  home(5),
];

const triangle: readonly Move[] = [
  appear(7), leave(7),
  cut(50, { x: 2350, y: 340, size: 66, space: 96, round: 0 }),
  cut(67, { x: 2170, y: 350, size: 92, space: 150 }),
  go(71.4, 74, { space: 230 }),
  go(77.1, 80.2, { x: 640, y: 470, size: 66, space: 110 }, { hops: 5, arc: 46, ease: 'soft' }),
  go(80.4, 82.4, { x: 560 }),
  go(87.8, 90.8, { x: -176, y: 492 }, { hops: 4, arc: 20, ease: 'soft' }),
  go(105.4, 106.8, { x: -150, y: 478 }),
  go(111.8, 112.8, { strength: 0 }),
  cut(133, { x: 306, y: 424, size: 58, space: 0 }),
  go(133, 134, { strength: 1 }),
  home(7),
];

const arch: readonly Move[] = [
  appear(4), leave(4),
  cut(84, { x: -1000, y: 350, size: 170, space: 290, round: 0 }),
  go(111.8, 112.8, { strength: 0 }),
  cut(113, { x: -420, y: 350, space: 0, strength: 1 }),
  go(116.8, 118.8, { space: 600 }),
  cut(119, { x: 200, space: 290 }),
  go(132.2, 133, { strength: 0 }),
  cut(133, { strength: 1, size: 0, space: 0, x: 640, y: 220 }),
  home(4),
];

/** The five others: where each stands while it spreads, while somebody stops it, and at the end. */
type Friend = { readonly place: number; readonly spreads: readonly [number, number]; readonly stops: readonly [number, number]; readonly ends: readonly [number, number] };

function friend({ place, spreads, stops: turn, ends }: Friend, more: readonly Move[] = []): readonly Move[] {
  const here = (to: readonly [number, number]) => ({ x: to[0] + 1280, y: to[1] });
  return [
    appear(place), leave(place),
    cut(50, { ...here(spreads), size: 60, round: 0, space: 86 }),
    cut(67, { ...here(turn), size: 58 }),
    ...(more.length > 0 ? more : [cut(82, { strength: 0 })]),
    cut(133, { x: ends[0], y: ends[1], size: 48, space: 0, strength: 0 }),
    go(133.2, 134.4, { strength: 1 }),
    home(place),
  ];
}

/** The diamond comes along too. */
const along: readonly Move[] = [
  go(77.6, 81.4, { x: 800, y: 482, size: 54, space: 80 }, { hops: 6, arc: 40 }),
  go(88, 91.1, { x: -32, y: 500 }, { hops: 5, arc: 18, ease: 'soft' }),
  go(111.8, 112.8, { strength: 0 }),
];

const actor = (part: Part, fill: string, halo: string, place: number, moves: readonly Move[]): Actor => ({ part, fill, halo, start: born(place), moves });

/** Drawn in this order, the later ones in front. */
export const actors: readonly Actor[] = [
  actor('arch', mauve, plumTint, 4, arch),
  actor('hexagon', sea, tealTint, 0, friend({ place: 0, spreads: [180, 320], stops: [180, 170], ends: [391, 264] })),
  actor('dome', heather, plumTint, 2, friend({ place: 2, spreads: [440, 470], stops: [150, 440], ends: [609, 576] })),
  actor('oval', straw, sunTint, 6, friend({ place: 6, spreads: [760, 180], stops: [1136, 486], ends: [690, 420] })),
  actor('flower', deep, tealTint, 8, friend({ place: 8, spreads: [740, 480], stops: [690, 500], ends: [391, 576] })),
  actor('square', teal, tealTint, 5, square),
  actor('round', sun, sunTint, 3, round),
  actor('diamond', slate, plumTint, 1, friend({ place: 1, spreads: [470, 200], stops: [400, 344], ends: [609, 264] }, along)),
  actor('triangle', plum, plumTint, 7, triangle),
];

const hidden = { x: 0, y: 0, size: 0, strength: 1, lid: 0, turn: 0 };

/** A card of one of the friends: it flies to them, is kept at their side, and is put away when they stop. */
function handed(from: readonly [number, number], to: readonly [number, number], at: number, turn: readonly [number, number], away: number): Card {
  const held = ([x, y]: readonly [number, number]) => ({ x: x + 1280 + 50, y: y + 48 });
  return {
    start: { ...hidden, ...held(from), size: 0 },
    moves: [
      cut(at, { size: 36 }),
      go(at, at + 1.1, held(to), { arc: 70 }),
      cut(67, held(turn)),
      go(away, away + 0.9, { x: turn[0] + 1280, y: turn[1], size: 8, strength: 0 }, { ease: 'in' }),
    ],
  };
}

/** A card that comes back to the box. */
function back(x: number, at: number): Card {
  return {
    start: { ...hidden, x, y: -60, size: 34, turn: -12, strength: 1 },
    moves: [go(at, at + 1.3, { x: -610, turn: 0 }, { ease: 'out' }), go(at, at + 1.9, { y: 512, size: 30 }, { ease: 'soft' }), cut(at + 1.95, { strength: 0 })],
  };
}

export const cards: readonly Card[] = [
  {
    start: { ...hidden, x: 270, y: 340, size: 0 },
    moves: [
      go(45.6, 46.8, { size: 92, y: 330 }, { ease: 'out' }),
      go(46.8, 49.4, { x: 830 }, { arc: 26 }),
      go(52.4, 52.9, { x: 800 }, { ease: 'out' }),
      go(52.9, 55.8, { x: 1280 + 230, y: 368, size: 36 }, { arc: 190, ease: 'soft' }),
      cut(67, { x: 1280 + 230, y: 218 }),
      go(74.8, 75.7, { x: 1280 + 180, y: 170, size: 8, strength: 0 }, { ease: 'in' }),
    ],
  },
  handed([180, 320], [470, 200], 57.6, [400, 344], 72.8),
  handed([180, 320], [440, 470], 58, [150, 440], 74.6),
  handed([470, 200], [760, 180], 60.6, [1136, 486], 75.6),
  handed([440, 470], [740, 480], 61.4, [690, 500], 75.2),
  {
    start: { ...hidden, x: 1280 + 810, y: 228, size: 0 },
    moves: [
      cut(63.4, { size: 36 }),
      go(63.4, 64.7, { x: 1280 + 970, y: 350, size: 52 }, { arc: 60 }),
      cut(67, { x: 2262, y: 428, size: 66 }),
      go(70, 71.6, { x: 2170, y: 372, size: 8, turn: -20, strength: 0 }, { ease: 'in' }),
    ],
  },
  ...[-330, -780, -480, -860, -400, -700].map((x, at) => back(x, 105.9 + at * 0.42)),
];

export const ways: readonly Way[] = [
  { from: [-60, 330], to: [180, 320], at: 54.4, takes: 1.2, until: 66.99, arc: 40 },
  { from: [180, 320], to: [470, 200], at: 57.6, takes: 1.1, until: 66.99, arc: 60 },
  { from: [180, 320], to: [440, 470], at: 58, takes: 1.1, until: 66.99, arc: 60 },
  { from: [470, 200], to: [760, 180], at: 60.6, takes: 1.1, until: 66.99, arc: 60 },
  { from: [440, 470], to: [740, 480], at: 61.4, takes: 1.1, until: 66.99, arc: 60 },
  { from: [760, 180], to: [1070, 340], at: 63.4, takes: 1.3, until: 66.99, arc: 60 },
  { from: [180, 170], to: [400, 344], at: 60, takes: 1, until: 73, arc: 30 },
  { from: [180, 170], to: [150, 440], at: 60, takes: 1, until: 74.8, arc: -30 },
  { from: [400, 344], to: [890, 350], at: 60, takes: 1, until: 71.4, arc: 40 },
  { from: [150, 440], to: [690, 500], at: 60, takes: 1, until: 74.8, arc: -30 },
  { from: [690, 500], to: [1136, 486], at: 60, takes: 1, until: 75.4, arc: -30 },
];

/** A soft ring that goes out from where somebody stops it. */
export const ripples = [
  { x: 1280 + 890, y: 350, at: 71.4, takes: 2.6, reach: 520, fill: plum },
  { x: 1280 + 400, y: 344, at: 73, takes: 2, reach: 240, fill: slate },
  { x: 1280 + 150, y: 440, at: 74.8, takes: 2, reach: 240, fill: heather },
] as const;

/** The box in which the cards are closed away. */
export const box: Card = {
  start: { ...hidden, x: -610, y: 500 },
  moves: [go(105.5, 106.3, { size: 84 }, { ease: 'pop' }), go(109.9, 110.6, { lid: 1 }), go(111.3, 112.1, { size: 0, strength: 0, y: 520 }, { ease: 'in' })],
};

/** What the middle of the screen shows. */
export const camera: Card = {
  start: { x: 640, y: 360, size: 1 },
  moves: [
    go(9, 17.5, { size: 1.04 }),
    cut(18, { size: 1 }),
    go(30.6, 43.5, { size: 1.05, x: 620 }),
    cut(44, { x: 640, size: 1 }),
    go(52.9, 56.1, { x: 1920 }, { ease: 'soft' }),
    cut(67, { x: 1920, size: 1 }),
    go(67.2, 72, { size: 1.04 }),
    go(77, 80.2, { x: 640, size: 1 }, { ease: 'soft' }),
    go(87.6, 90.8, { x: -560 }, { ease: 'soft' }),
    cut(112.9, { x: 640 }),
  ],
};

const wave = (at: number): readonly { readonly part: Part; readonly at: number }[] =>
  (['hexagon', 'diamond', 'dome', 'round', 'arch', 'square', 'oval', 'triangle', 'flower'] as const).map((part, place) => ({ part, at: at + place * 0.09 }));

/** When somebody gives a small hop without a word: as a card comes to them, and all of them at the start and at the end. */
export const nods: readonly { readonly part: Part; readonly at: number }[] = [
  ...wave(2.2),
  { part: 'hexagon', at: 55.7 },
  { part: 'diamond', at: 58.6 },
  { part: 'dome', at: 59 },
  { part: 'oval', at: 61.6 },
  { part: 'flower', at: 62.4 },
  { part: 'triangle', at: 64.6 },
  ...wave(147.2),
];
