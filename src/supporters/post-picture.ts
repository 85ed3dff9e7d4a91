import type { Colour } from '../look/palette.ts';
import type { PostPicture } from './posts.ts';

/** A size that platforms take, in px, and where it is used. */
export type PictureSize = { readonly id: string; readonly width: number; readonly height: number; readonly use: string };

/** The sizes of every picture. */
export const pictureSizes: readonly PictureSize[] = [
  { id: 'square', width: 1080, height: 1080, use: 'Feeds, message apps' },
  { id: 'portrait', width: 1080, height: 1350, use: 'Feeds on a phone' },
  { id: 'wide', width: 1200, height: 630, use: 'Links, websites, e-mail' },
  { id: 'tall', width: 1080, height: 1920, use: 'Stories, screens that stand upright' },
];

/** What a picture is made of, back to front, in px: a painter for the canvas and one for SVG draw the same list. */
export type Shape =
  | { readonly kind: 'box'; readonly at: Box; readonly round: number; readonly fill: Colour }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly r: number; readonly fill: Colour; readonly opacity: number }
  | { readonly kind: 'corners'; readonly points: readonly (readonly [number, number])[]; readonly fill: Colour }
  | { readonly kind: 'words'; readonly x: number; readonly y: number; readonly size: number; readonly text: string; readonly fill: Colour };

/** Left, top, width and height. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** A picture with the place a logo has in it. Words stand in the middle of their `x`, on their `y`. */
export type Drawn = { readonly shapes: readonly Shape[]; readonly logo: Box };

type Frame = { readonly bubble: Box; readonly people: Box; readonly strip: Box; readonly tail: number };

/** The widest letters of the heading face, as a part of their size. */
const LETTER = 0.6;
const LEADING = 1.18;

/** Who says so: a name, empty where none is put in, and whether a logo stands beside it. */
export type Signed = { readonly name: string; readonly hasLogo: boolean };

/** A picture that nobody has put a name to. */
export const UNSIGNED: Signed = { name: '', hasLogo: false };

/** Draws a post's picture: a bubble over two figures, and a strip with the helpline and who says so. */
export function drawPost({ ground, rows }: PostPicture, size: PictureSize, signed: Signed): Drawn {
  const { bubble, people, strip, tail } = frameOf(size);
  const logo: Box = [strip[0] + 28, strip[1] + 18, logoHeight(strip[3]) * 2.4, logoHeight(strip[3])];
  const shapes: readonly Shape[] = [
    { kind: 'box', at: [0, 0, size.width, size.height], round: 0, fill: ground },
    ...circles(size, ground),
    ...figures(people, ground),
    { kind: 'box', at: bubble, round: 64, fill: 'card' },
    tailOf(bubble, tail),
    ...wordsIn(bubble, rows),
    { kind: 'box', at: [0, strip[1], size.width, size.height - strip[1]], round: 0, fill: 'paper' },
    ...footer(strip, signed),
  ];
  return { shapes, logo };
}

function frameOf({ width, height }: PictureSize): Frame {
  const edge = 64;
  if (width > height) {
    const strip: Box = [0, height - 96, width, 96];
    const half = width * 0.57;
    return {
      bubble: [edge, edge, half - edge, strip[1] - 2 * edge],
      people: [half + 40, edge, width - half - 40 - edge, strip[1] - edge],
      strip,
      tail: 1,
    };
  }
  // What a phone lays over a story at its top and foot stays empty.
  const isTall = height / width > 1.5;
  const top = isTall ? 270 : edge;
  const strip: Box = [0, height - (isTall ? 440 : 120), width, isTall ? 190 : 120];
  const room = strip[1] - top;
  const bubble: Box = [edge, top, width - 2 * edge, room * 0.5];
  return { bubble, people: [edge, top + room * 0.6, width - 2 * edge, room * 0.4], strip, tail: 0 };
}

function circles({ width, height }: PictureSize, ground: Colour): readonly Shape[] {
  const fill = ground === 'sun' ? 'paper' : 'card';
  const r = Math.min(width, height) * 0.24;
  const opacity = ground === 'sun' ? 0.35 : 0.1;
  return [
    { kind: 'dot', x: width - r * 0.5, y: r * 0.4, r, fill, opacity },
    { kind: 'dot', x: r * 0.2, y: height * 0.72, r, fill, opacity },
  ];
}

/** One round and one pointed figure, on the strip, each with eyes that look to the other. */
function figures([x, y, width, height]: Box, ground: Colour): readonly Shape[] {
  const size = Math.min(width / 2.3, height);
  const foot = y + height;
  const middle = x + width / 2;
  const r = size * 0.46;
  const round = { x: middle - size * 0.62, y: foot - r * 0.92 };
  const tip = { x: middle + size * 0.62, y: foot - size };
  return [
    { kind: 'dot', x: round.x, y: round.y, r, fill: ground === 'sun' ? 'teal' : 'sun', opacity: 1 },
    ...eyes([round.x + r * 0.22, round.y - r * 0.24], r, ground === 'sun' ? 'card' : 'ink'),
    {
      kind: 'corners',
      points: [
        [tip.x, tip.y],
        [tip.x + size * 0.54, foot],
        [tip.x - size * 0.54, foot],
      ],
      fill: ground === 'plum' ? 'plum-tint' : 'plum',
    },
    ...eyes([tip.x - r * 0.16, foot - size * 0.34], r, ground === 'plum' ? 'ink' : 'card'),
  ];
}

function eyes([x, y]: readonly [number, number], r: number, fill: Colour): readonly Shape[] {
  return [-0.27, 0.27].map((aside) => ({ kind: 'dot', x: x + r * aside, y, r: r * 0.085, fill, opacity: 1 }));
}

/** The bubble's point: below it, or at its right where the figures stand there. */
function tailOf([x, y, width, height]: Box, tail: number): Shape {
  const foot = y + height;
  const points: readonly (readonly [number, number])[] =
    tail === 0
      ? [
          [x + width * 0.3, foot - 4],
          [x + width * 0.42, foot - 4],
          [x + width * 0.29, foot + 64],
        ]
      : [
          [x + width - 4, y + height * 0.52],
          [x + width - 4, y + height * 0.72],
          [x + width + 56, y + height * 0.74],
        ];
  return { kind: 'corners', points, fill: 'card' };
}

function wordsIn([x, y, width, height]: Box, rows: readonly string[]): readonly Shape[] {
  const longest = Math.max(...rows.map((row) => row.length));
  const size = Math.round(Math.min((width - 112) / (longest * LETTER), (height - 72) / (rows.length * LEADING), 170));
  const first = y + height / 2 - ((rows.length - 1) * size * LEADING) / 2 + size * 0.35;
  return rows.map((text, at) => ({ kind: 'words', x: x + width / 2, y: Math.round(first + at * size * LEADING), size, text, fill: 'ink' }));
}

function footer([, y, width, height]: Box, { name, hasLogo }: Signed): readonly Shape[] {
  const rows = ['Childline 0800 1111 · 999 in danger', ...(name.trim() === '' ? [] : [name.trim()])];
  const most = Math.min(height / 2.7, rows.length === 1 ? 44 : 36);
  // To the right of the logo, if there is one.
  const left = hasLogo ? 28 + logoHeight(height) * 2.4 + 24 : 28;
  return rows.map((text, at) => {
    const size = Math.floor(Math.min(most, (width - left - 28) / (text.length * LETTER)));
    const y0 = y + (height * (at + 1)) / (rows.length + 1) + size * 0.35;
    return { kind: 'words', x: left + (width - left - 28) / 2, y: Math.round(y0 + (at - (rows.length - 1) / 2) * 8), size, text, fill: 'ink' };
  });
}

function logoHeight(strip: number): number {
  return strip - 36;
}
