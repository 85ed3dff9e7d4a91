import { palette } from './palette.ts';
import type { Part } from './story.ts';

/**
 * What can change about a thing on the stage. `space` is the room round it, a disc of that radius; `pale` 1 is as faint as the ground; `round` 1 is a dot instead of its own shape.
 * `look` is how far its eyes go to the right, -1 to 1, `lean` how far it bends that way; `lids` 1 is half shut, `slope` 1 slopes them outwards, `smile` 1 shuts the eyes in an arc.
 */
export type Pose = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly turn: number;
  readonly space: number;
  readonly pale: number;
  readonly round: number;
  readonly strength: number;
  readonly look: number;
  readonly lean: number;
  readonly lids: number;
  readonly slope: number;
  readonly smile: number;
};

/** From `from` to `to` seconds what is named here goes to its new value, and stays there. `arc` is how high it flies on its way, `hops` in how many leaps. */
export type Move = { readonly from: number; readonly to: number; readonly ease?: 'out' | 'pop' | 'in' | 'soft'; readonly arc?: number; readonly hops?: number } & Partial<Pose>;

/** A shape that plays a part, at a place of the stage, which is four screens wide; on a dark fill its eyes are light. */
export type Actor = { readonly part: Part; readonly fill: string; readonly isDark: boolean; readonly halo: string; readonly start: Partial<Pose>; readonly moves: readonly Move[] };

/** A closed card; nobody ever sees what is in it. */
export type Card = { readonly start: Partial<Pose>; readonly moves: readonly Move[] };

const { sun, teal, plum, plumMid, stone, tealMid, slate, lilac, sand, rose, sunTint, tealTint, plumTint } = palette;

/** Where shapes stand. */
export const floor = 604;

/** How far a shape of size 1 reaches below its middle. */
const feet: Readonly<Record<Part, number>> = { round: 1, square: 0.9, triangle: 0.74, arch: 1, archway: 1, hexagon: 0.92, diamond: 1.1, dome: 0.64, oval: 0.71, flower: 0.93 };
const on = (part: Part, size: number, foot: number = floor) => ({ size, y: foot - size * feet[part] });

const calm = { lids: 0, slope: 0, smile: 0 };
const worried = { lids: 1, slope: 1, smile: 0 };
const relieved = { lids: 0, slope: 0, smile: 1 };
const pressing = { lids: 1, slope: 0, smile: 0 };

/** At once, at a cut. */
const cut = (at: number, to: Partial<Pose>): Move => ({ from: at, to: at, ...to });
const go = (from: number, to: number, pose: Partial<Pose>, more: Partial<Move> = {}): Move => ({ from, to, ...pose, ...more });
/** How somebody feels from now on, or looks. */
const feel = (at: number, pose: Partial<Pose>): Move => go(at, at + 0.5, pose, { ease: 'soft' });
const walk = (from: number, to: number, x: number, hops: number): Move => go(from, to, { x }, { hops, arc: 22, ease: 'soft' });

/** A place in the grid of nine at the start. */
const grid = (place: number) => ({ x: 640 + ((place % 3) - 1) * 94, y: 232 + (Math.floor(place / 3) - 1) * 94 });
const born = (place: number) => ({ ...grid(place), size: 0, round: 1, space: 0, pale: 0, strength: 1 });
const appear = (place: number) => go(0.2 + place * 0.09, 0.95 + place * 0.09, { size: 34 }, { ease: 'pop' });

/** From the title's grid out of the picture. */
function leave(place: number): Move {
  const { x, y } = grid(place);
  return go(3.3 + place * 0.05, 4.5 + place * 0.05, { x: 640 + (x - 640) * 5, y: 232 + (y - 232) * 4, size: 0 });
}

/** Beside the phone, in its light. */
const beside = (part: Part, size: number, screen = 0) => ({ x: 1046 + screen, ...on(part, size) });

/** In the last picture: on one line, with room round the one in the middle. */
const ends = (part: Part, x: number, size: number): readonly Move[] => [
  cut(166.8, { x, ...on(part, size, 308), space: 0, turn: 0, pale: 0, lean: 0, strength: 0, round: 0, look: x < 640 ? 0.7 : -0.7, ...calm }),
  go(167.2, 168.2, { strength: 1 }),
  feel(169.4, relieved),
];

const round: readonly Move[] = [
  appear(3),
  go(3.3, 4.8, { ...beside('round', 108), space: 200, look: -0.9 }),
  feel(11.2, relieved),
  feel(12.8, calm),
  go(13.1, 14.6, { x: 250, ...on('round', 76), space: 150, look: 0.8 }),
  feel(16.8, relieved),
  feel(18.2, calm),
  go(18, 24, { x: 400, space: 222 }),
  feel(20.9, relieved),
  feel(22.6, calm),
  cut(26, { x: 300, ...on('round', 84), space: 210, look: 0.8, ...calm }),
  go(29, 30.6, { space: 186 }),
  go(31, 33, { space: 168, x: 280, look: -0.5 }),
  feel(33.6, { ...worried, look: 0.4 }),
  go(38, 41, { x: 220, ...on('round', 72), space: 138, lean: -0.3 }),
  go(45.2, 47.8, { x: 170, ...on('round', 62), space: 104, look: -0.5, lean: -0.6 }),
  go(48, 50.4, { x: 138, ...on('round', 54), space: 80 }),
  feel(51.8, { look: 0.6 }),
  go(52, 54.2, { space: 66 }),
  cut(54.6, { x: 290, ...on('round', 58), space: 92, pale: 0.15, look: 0.4, lean: 0 }),
  go(61, 65, { pale: 0.45, ...on('round', 52), space: 68, look: -0.4 }),
  cut(84.4, { x: 330, ...on('round', 52), space: 64, pale: 0.5, look: -0.6, ...worried }),
  go(103.2, 105.2, { space: 104, pale: 0.34, ...on('round', 58), look: 0.7 }),
  go(106.6, 108.8, { space: 130, pale: 0.2, ...on('round', 64) }),
  feel(107.2, { ...calm, look: 0.7 }),
  feel(109.5, { look: -0.8 }),
  walk(109.6, 112, -400, 4),
  go(115.4, 117.4, { space: 66, pale: 0.46, ...on('round', 54) }),
  feel(116, { ...worried, look: -0.3 }),
  go(117.2, 118.8, { x: -360, look: 0.2 }, { ease: 'soft' }),
  go(120.4, 122.2, { space: 104, pale: 0.3, ...on('round', 60), look: 0.8 }),
  feel(122.5, { look: -0.8 }),
  walk(122.6, 125.2, -1720, 4),
  feel(127, { ...calm, look: -0.8 }),
  go(126.8, 129, { space: 144, pale: 0.14 }),
  go(131.2, 133.6, { space: 180, pale: 0, ...on('round', 72) }),
  go(133.8, 136, { space: 214, ...on('round', 78) }),
  feel(134.4, relieved),
  go(135.8, 136.5, { strength: 0 }),
  cut(155, { x: 470, ...on('round', 82), space: 170, pale: 0, look: 0.5, ...calm }),
  go(155.4, 156.2, { strength: 1 }),
  go(157, 159.6, { space: 300 }),
  feel(158.4, relieved),
  go(159.6, 161, { ...beside('round', 108), space: 220 }),
  feel(160.2, { ...calm, look: -0.9 }),
  feel(164.8, relieved),
  go(166.6, 168.2, { x: 640, ...on('round', 74, 308), space: 186, look: 0 }),
];

const square: readonly Move[] = [
  appear(5),
  leave(5),
  cut(6, { x: 1490, ...on('square', 80), round: 0, space: 150, look: -0.8 }),
  go(13.1, 14.6, { x: 1030 }),
  feel(16.8, relieved),
  feel(18, calm),
  go(18, 24, { x: 880, space: 222 }),
  cut(26, { x: 980, ...on('square', 90), space: 210, look: -0.8, ...calm }),
  go(28.6, 30.2, { x: 940, space: 240, lean: -0.3 }),
  go(30.4, 32, { x: 910, space: 264 }),
  go(38, 40.4, { x: 940, ...on('square', 102), space: 420, lean: -0.6 }),
  feel(40, pressing),
  go(40.4, 43, { space: 600 }),
  go(45.2, 47.6, { ...on('square', 114), space: 760, x: 970, lean: -0.9 }),
  go(48, 50, { ...on('square', 126), space: 900, lean: -1 }),
  cut(54.6, { x: 1000, ...on('square', 88), space: 140, look: -0.7, lean: 0, ...calm }),
  feel(61.6, { look: 0 }),
  feel(62.8, { look: -0.8 }),
  feel(63.8, { look: 0.8 }),
  go(64.6, 65.2, { x: 975, lean: -0.5 }, { ease: 'out' }),
  go(65.2, 65.9, { x: 1025, lean: 0.6 }),
  go(66.1, 67, { x: 1000, lean: 0 }),
  cut(84.4, { strength: 0 }),
  cut(136.6, { x: 640, ...on('square', 80), space: 108, pale: 0.1, look: -0.7, ...worried }),
  go(136.9, 137.9, { strength: 1 }),
  feel(138.6, { look: 0.7 }),
  feel(139.8, { look: -0.7 }),
  feel(141.4, { look: 0, pale: 0 }),
  cut(143.6, { x: 990, ...on('square', 76), space: 120, pale: 0, look: -0.8 }),
  go(146.4, 149, { x: 920 }),
  feel(150.2, calm),
  go(150.2, 152.4, { space: 150 }),
  go(154.7, 155.3, { strength: 0 }),
  cut(155.4, { x: 1050, ...on('square', 74), space: 110, look: -0.8, ...calm }),
  go(155.4, 156.2, { strength: 1 }),
  go(157, 159.8, { x: 1420, look: 0.6 }),
  cut(160, { strength: 0 }),
];

const triangle: readonly Move[] = [
  appear(7),
  leave(7),
  cut(84.4, { x: 1150, ...on('triangle', 84), round: 0, space: 110, look: -0.8 }),
  walk(100.2, 102.6, 620, 5),
  go(103, 104.4, { x: 560 }),
  walk(109.9, 112.2, -220, 4),
  go(118.8, 120.4, { x: -222 }, { ease: 'soft' }),
  walk(122.9, 125.5, -1554, 4),
  feel(134.6, relieved),
  go(135.8, 136.5, { strength: 0 }),
  cut(155, { x: 290, ...on('triangle', 80), space: 0, look: 0.8, ...calm }),
  go(155.4, 156.2, { strength: 1 }),
  feel(158.4, relieved),
  go(159.4, 160, { strength: 0 }),
  ...ends('triangle', 384, 56),
];

const diamond: readonly Move[] = [
  appear(1),
  leave(1),
  cut(60, { ...beside('diamond', 112, 1280), round: 0, space: 190, look: -0.8, lean: 0 }),
  feel(73.4, relieved),
  feel(76.6, calm),
  feel(77.6, relieved),
  feel(79.6, calm),
  go(81.4, 83.6, { ...on('diamond', 96), space: 120 }),
  feel(81.8, worried),
  cut(84.4, { ...on('diamond', 96), space: 110 }),
  feel(86.9, { look: 0.5 }),
  feel(88, { look: -0.8 }),
  go(94.8, 97, { ...on('diamond', 108), space: 200 }),
  feel(96.8, calm),
  go(100.3, 103.4, { x: 850, ...on('diamond', 60), space: 84 }, { hops: 6, arc: 22, ease: 'soft' }),
  walk(110.2, 112.6, -76, 4),
  walk(123.2, 125.8, -1412, 4),
  go(135.8, 136.5, { strength: 0 }),
  cut(155, { x: 646, ...on('diamond', 64), space: 0, look: -0.8, ...calm }),
  go(155.4, 156.2, { strength: 1 }),
  feel(158.4, relieved),
  go(159.4, 160, { strength: 0 }),
  ...ends('diamond', 892, 44),
];

const arch: readonly Move[] = [
  appear(4),
  leave(4),
  cut(120, { x: -2300, ...on('arch', 190), space: 290, round: 0, look: 0.7 }),
  go(135.8, 136.5, { strength: 0 }),
  cut(137, { x: 260, space: 290, strength: 0 }),
  cut(143.6, { strength: 1 }),
  feel(152.6, relieved),
  feel(154, calm),
  go(154.7, 155.3, { strength: 0 }),
  ...ends('arch', 1108, 60),
];

/** Kind, but with both hands full, and gone again. */
const archway: readonly Move[] = [
  cut(100, { x: -1000, ...on('archway', 170), space: 210, look: -0.7 }),
  feel(112.8, { look: 0.8 }),
  feel(116.4, { look: -0.8 }),
  walk(116.8, 119.8, -1620, 5),
  cut(122, { strength: 0 }),
];

/** The others, whom we know from the chat: at the start, and with the round shape at the end. */
function friend(part: Part, place: number, near: readonly [x: number, size: number] | null, last: readonly [x: number, size: number] | null): readonly Move[] {
  const among = near && [
    cut(155, { x: near[0], ...on(part, near[1]), round: 0, look: near[0] < 470 ? 0.8 : -0.8, strength: 0 }),
    go(155.4, 156.2, { strength: 1 }),
    feel(158.6, relieved),
    go(159.4, 160, { strength: 0 }),
  ];
  return [appear(place), leave(place), ...(among ?? []), ...(last ? ends(part, ...last) : [])];
}

type Look = { readonly fill: string; readonly isDark?: boolean; readonly halo: string };
const actor = (part: Part, { fill, isDark = false, halo }: Look, place: number | null, moves: readonly Move[]): Actor => ({
  part,
  fill,
  isDark,
  halo,
  start: place === null ? { size: 0 } : born(place),
  moves,
});

/** Drawn in this order, the later ones in front. */
export const actors: readonly Actor[] = [
  actor('archway', { fill: stone, halo: plumTint }, null, archway),
  actor('arch', { fill: plumMid, halo: plumTint }, 4, arch),
  actor('hexagon', { fill: tealMid, halo: tealTint }, 0, friend('hexagon', 0, null, null)),
  actor('dome', { fill: lilac, halo: plumTint }, 2, friend('dome', 2, [784, 66], [266, 56])),
  actor('oval', { fill: sand, halo: sunTint }, 6, friend('oval', 6, null, [1000, 52])),
  actor('flower', { fill: rose, halo: plumTint }, 8, friend('flower', 8, [148, 62], [158, 44])),
  actor('square', { fill: teal, isDark: true, halo: tealTint }, 5, square),
  actor('round', { fill: sun, halo: sunTint }, 3, round),
  actor('diamond', { fill: slate, halo: plumTint }, 1, diamond),
  actor('triangle', { fill: plum, isDark: true, halo: plumTint }, 7, triangle),
];

/** The one card: sent, and pushed out of the picture. */
export const cards: readonly Card[] = [
  {
    start: { x: 290, y: 520, size: 0, strength: 1 },
    moves: [
      go(57.4, 58.4, { size: 84, y: 400 }, { ease: 'out' }),
      go(58.4, 61, { x: 812, y: 500 }, { arc: 60 }),
      go(64.6, 65.2, { x: 786 }, { ease: 'out' }),
      go(65.3, 67.6, { x: 1500, y: 440, size: 64 }, { arc: 30, ease: 'soft' }),
      cut(68, { strength: 0 }),
    ],
  },
];

/** What the middle of the screen shows. */
export const camera: Card = {
  start: { x: 640, y: 360, size: 1 },
  moves: [
    go(17, 25.5, { size: 1.04 }),
    cut(26, { size: 1 }),
    go(38, 51, { size: 1.05, x: 620 }),
    cut(54.6, { x: 640, size: 1 }),
    go(66.6, 69, { x: 1920 }, { ease: 'soft' }),
    go(100.2, 102.6, { x: 640 }, { ease: 'soft' }),
    go(109.6, 112.2, { x: -640 }, { ease: 'soft' }),
    go(122.6, 125.4, { x: -1920 }, { ease: 'soft' }),
    cut(136.55, { x: 640 }),
  ],
};

const wave = (at: number): readonly { readonly part: Part; readonly at: number }[] =>
  (['hexagon', 'diamond', 'dome', 'round', 'arch', 'square', 'oval', 'triangle', 'flower'] as const).map((part, place) => ({ part, at: at + place * 0.09 }));

/** When somebody gives a small hop without a word: all of them at the start and at the end, and who laughs. */
export const nods: readonly { readonly part: Part; readonly at: number }[] = [
  ...wave(2.2),
  { part: 'round', at: 11.3 },
  { part: 'round', at: 11.9 },
  { part: 'diamond', at: 74.2 },
  { part: 'diamond', at: 77.8 },
  { part: 'round', at: 165 },
  ...wave(169.6),
];
