// What falls, how, and what is said and heard, by the second. Everything falls as it would in life, slowed down: nothing here is eased.

/** A thing that falls in a scene, at its place. */
export type Thing = 'heavy' | 'light' | 'feather' | 'hammer';

/** A drop: who is let go at `at`, from two metres, on a world with this gravity (m/s²), slowed down so many times. */
export type Drop = {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly slowed: number;
  readonly gravity: number;
  readonly isMoon: boolean;
  readonly things: readonly [Thing, Thing];
};

/** A line of plain words, centred. */
export type Line = { readonly from: number; readonly to: number; readonly y: number; readonly size: number; readonly text: string };

export const fps = 25;
export const length = 42;
/** How far everything falls, in metres. */
export const HEIGHT = 2;
/** The steady speed of a feather that air holds back, in m/s; nothing else here is light enough for air to matter in two metres. */
const FEATHER_SPEED = 1.4;

/** Where a lesson stops the film: before each drop, so that nothing of what follows is seen. */
export const stops = { 'two-balls': 9, 'ball-and-feather': 19, 'on-the-moon': 33 } as const;

const EARTH = 9.8;
const MOON = 1.6;

export const drops: readonly Drop[] = [
  { from: 3.6, to: 15.4, at: 9.6, slowed: 4, gravity: EARTH, isMoon: false, things: ['heavy', 'light'] },
  { from: 15.4, to: 29.2, at: 19.6, slowed: 4, gravity: EARTH, isMoon: false, things: ['heavy', 'feather'] },
  { from: 29.2, to: length, at: 33.6, slowed: 2, gravity: MOON, isMoon: true, things: ['hammer', 'feather'] },
];

/** How many metres a thing has fallen, so many seconds after it was let go: ½gt², and for a feather in air the fall that a quadratic drag leaves of it. */
export function fallen({ gravity, isMoon }: Drop, thing: Thing, seconds: number): number {
  if (seconds <= 0) return 0;
  const free = (gravity * seconds ** 2) / 2;
  if (thing !== 'feather' || isMoon) return Math.min(HEIGHT, free);
  return Math.min(HEIGHT, (FEATHER_SPEED ** 2 / gravity) * Math.log(Math.cosh((gravity * seconds) / FEATHER_SPEED)));
}

/** The second of the film at which a thing of a drop lands, to a frame. */
export function landsAt(drop: Drop, thing: Thing): number {
  let frame = Math.ceil(drop.at * fps);
  while (fallen(drop, thing, (frame / fps - drop.at) / drop.slowed) < HEIGHT) frame += 1;
  return frame / fps;
}

export const lines: readonly Line[] = [
  { from: 0.5, to: 3.4, y: 58, size: 68, text: 'Which lands first?' },
  { from: 3.8, to: 8.9, y: 60, size: 52, text: 'Same size. One is ten times as heavy.' },
  { from: 9.6, to: 12.2, y: 60, size: 44, text: 'Slowed down 4 times' },
  { from: 12.6, to: 15.2, y: 60, size: 60, text: 'Together.' },
  { from: 15.6, to: 18.9, y: 60, size: 52, text: 'A ball and a feather, in air' },
  { from: 19.6, to: 23.2, y: 60, size: 44, text: 'Slowed down 4 times' },
  { from: 25.9, to: 29, y: 60, size: 56, text: 'Air holds the feather back.' },
  { from: 29.4, to: 32.8, y: 60, size: 56, text: 'On the Moon: no air' },
  { from: 33.6, to: 36.4, y: 60, size: 44, text: 'Slowed down 2 times' },
  { from: 37.4, to: length, y: 60, size: 60, text: 'Together.' },
];

/** The film's parts, and what is heard in each. */
export const scenes: readonly { readonly from: number; readonly name: string; readonly caption: string }[] = [
  { from: 0, name: 'Title', caption: '[soft music]' },
  { from: 3.6, name: 'Two balls', caption: '[soft music goes on]' },
  { from: 9, name: 'Two balls fall', caption: '[one thud]' },
  { from: 15.4, name: 'A ball and a feather', caption: '[soft music]' },
  { from: 19, name: 'They fall in air', caption: '[a thud; then the feather, hardly heard]' },
  { from: 29.2, name: 'A hammer and a feather', caption: '[the music fades out]' },
  { from: 33, name: 'They fall on the Moon', caption: '[no sound: there is no air to carry it]' },
];

/** What the described version says. */
export const described: readonly { readonly from: number; readonly seen: string }[] = [
  { from: 0, seen: 'Title: “Which lands first?” A dark ball and a pale ball of the same size hang from a stand. A hexagon and a diamond look up at them.' },
  { from: 3.6, seen: 'Words: “Same size. One is ten times as heavy.” The dark ball is the heavy one.' },
  { from: 9, seen: 'Both are let go at the same moment, slowed down four times. They fall side by side, faster and faster, and land together.' },
  { from: 15.4, seen: 'A ball and a feather hang at the same height. Words: “A ball and a feather, in air”.' },
  { from: 19, seen: 'They are let go together. The ball falls as before, and lands. The feather has hardly set off: it sways, sinks at a steady speed, and lands last.' },
  { from: 25.8, seen: 'Words: “Air holds the feather back.”' },
  { from: 29.2, seen: 'A dark sky with the Earth in it, and a grey ground with craters: the Moon. The hexagon and the diamond have round helmets. A hammer and a feather hang there. Words: “On the Moon: no air”.' },
  { from: 33, seen: 'They are let go together, slowed down two times. Side by side they fall, the feather quite straight, and land together. Words: “Together.”' },
];
