import { CHILDLINE, EMERGENCY } from '../../help/numbers.ts';
import type { Colour } from '../../ui/palette.ts';
import { textWidth } from './letter-widths.ts';
import { drawCast, mirrored } from './post-cast.ts';
import type { PostPicture } from './posts.ts';
import type { Box, Drawn, Shape } from './shape.ts';

/** A size that platforms take, in px, and where it is used. */
export type PictureSize = {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly use: string;
};

/** The sizes of every picture. */
export const pictureSizes: readonly PictureSize[] = [
  { id: 'square', width: 1080, height: 1080, use: 'Feeds, message apps' },
  { id: 'portrait', width: 1080, height: 1350, use: 'Feeds on a phone' },
  { id: 'wide', width: 1200, height: 630, use: 'Links, websites, e-mail' },
  { id: 'tall', width: 1080, height: 1920, use: 'Stories, upright screens' },
];

/** `strip` is where it is said who says so; on a picture that a phone lays its own buttons over it is a card, and stops short of them. */
type Frame = {
  readonly bubble: Box;
  readonly people: Box;
  readonly strip: Box;
  readonly isBeside: boolean;
  readonly isCard: boolean;
};

const EDGE = 64;
const LEADING = 1.18;
const LARGEST = 176;

/** Who says so: a name, empty where none is put in, a page to read more on, and whether a logo stands beside it. */
export type Signed = {
  readonly name: string;
  readonly address?: string;
  readonly hasLogo: boolean;
};

/** A picture that no one has put a name to. */
export const UNSIGNED: Signed = { name: '', hasLogo: false };

/** Draws a post's picture: a bubble over who stands in it, and a strip with the helpline and who says so. */
export function drawPost(
  { ground, rows, cast: all, speaks }: PostPicture,
  size: PictureSize,
  signed: Signed,
): Drawn {
  const rowsBelow = footerRows(size, signed);
  const { bubble, people, strip, isBeside, isCard } = frameOf(size, rowsBelow.length);
  // Beside a bubble, the speaker stands next to it.
  const cast = isBeside && speaks === all.length - 1 ? mirrored(all) : all;
  const logoHigh = logoHeight(size);
  const logo: Box = [strip[0] + 28, strip[1] + (strip[3] - logoHigh) / 2, logoHigh * 2.4, logoHigh];
  const { shapes: figures, middles } = drawCast(cast, people, ground);
  const shapes: readonly Shape[] = [
    { kind: 'box', at: [0, 0, size.width, size.height], round: 0, fill: ground },
    ...circles(size, ground),
    ...figures,
    { kind: 'box', at: bubble, round: 64, fill: 'card' },
    isBeside ? tailBeside(bubble) : tailBelow(bubble, middles[speaks] ?? 0),
    ...wordsIn(bubble, rows),
    { kind: 'box', at: strip, round: isCard ? 40 : 0, fill: 'paper' },
    ...footer(strip, rowsBelow, signed.hasLogo ? logo[0] + logo[2] + 24 : strip[0] + 28),
  ];
  return { shapes, logo };
}

// The strip of a picture is higher where a long name or an address needs more rows.
function frameOf(size: PictureSize, rows: number): Frame {
  const { width, height } = size;
  const high = Math.max(stripHeight(size), 24 + rows * (width > height ? 32 : 42));
  if (width > height) {
    const strip: Box = [0, height - high, width, high];
    const bubble: Box = [56, 56, 576, strip[1] - 112];
    return {
      bubble,
      people: [684, 92, width - 684 - 36, strip[1] - 92],
      strip,
      isBeside: true,
      isCard: false,
    };
  }
  // What a phone lays over a story at its top and foot stays empty.
  const isCard = height / width > 1.5;
  const top = isCard ? 270 : EDGE;
  const strip: Box = isCard
    ? [EDGE, 1530 - high, width - 2 * EDGE, high]
    : [0, height - high, width, high];
  const room = strip[1] - top;
  const bubble: Box = [EDGE, top, width - 2 * EDGE, room * 0.51];
  const aside = isCard ? EDGE + 44 : EDGE;
  return {
    bubble,
    people: [aside, top + room * 0.62, width - 2 * aside, room * 0.38],
    strip,
    isBeside: false,
    isCard,
  };
}

function circles({ width, height }: PictureSize, ground: Colour): readonly Shape[] {
  const fill = ground === 'sun' ? 'paper' : 'card';
  const r = Math.min(width, height) * 0.24;
  const opacity = ground === 'sun' ? 0.35 : 0.1;
  const low: readonly Shape[] =
    height > 1600
      ? [{ kind: 'dot', x: width * 0.86, y: height - r * 0.2, r: r * 1.3, fill, opacity }]
      : [];
  return [
    { kind: 'dot', x: width - r * 0.5, y: r * 0.4, r, fill, opacity },
    { kind: 'dot', x: r * 0.2, y: height * 0.72, r, fill, opacity },
    ...low,
  ];
}

/** The bubble's point, down to the speaker. */
function tailBelow([x, y, width, height]: Box, speaker: number): Shape {
  const foot = y + height;
  const from = Math.min(Math.max(speaker, x + 150), x + width - 150);
  // It leans towards the middle of the bubble, as a hand-drawn one would.
  const lean = from > x + width / 2 ? -1 : 1;
  return {
    kind: 'corners',
    points: [
      [from - 56 + lean * 24, foot - 4],
      [from + 56 + lean * 24, foot - 4],
      [from - lean * 22, foot + (foot > 700 ? 76 : 58)],
    ],
    fill: 'card',
  };
}

/** The same at its right, where the figures stand beside it. */
function tailBeside([x, y, width, height]: Box): Shape {
  const points = [
    [x + width - 4, y + height * 0.56] as const,
    [x + width - 4, y + height * 0.76] as const,
    [x + width + 52, y + height * 0.78] as const,
  ];
  return { kind: 'corners', points, fill: 'card' };
}

function wordsIn([x, y, width, height]: Box, rows: readonly string[]): readonly Shape[] {
  const widest = Math.max(...rows.map(textWidth));
  const size = Math.floor(
    Math.min((width - 104) / widest, (height - 72) / (rows.length * LEADING), LARGEST),
  );
  const first = y + height / 2 - ((rows.length - 1) * size * LEADING) / 2 + size * 0.35;
  return rows.map((text, at) => words(text, size, [x + width / 2, first + at * size * LEADING]));
}

function words(text: string, size: number, [x, y]: readonly [number, number]): Shape {
  return {
    kind: 'words',
    x,
    y: Math.round(y),
    size,
    width: Math.round(textWidth(text) * size),
    text,
    fill: 'ink',
  };
}

const HELP = `Childline ${CHILDLINE} · In danger? Call ${EMERGENCY}`;
/** The size at which a name is broken into rows rather than made smaller, and the most rows it gets. */
const READABLE = 28;
const MAX_NAME_ROWS = 3;

/** Who says so in as many rows as it needs, then the helpline, then where to read more. Nothing is cut. */
function footerRows(size: PictureSize, { name, address = '', hasLogo }: Signed): readonly string[] {
  const isCard = size.height / size.width > 1.5;
  const room =
    size.width - (isCard ? 2 * EDGE : 0) - 56 - (hasLogo ? logoHeight(size) * 2.4 + 24 : 0);
  const shown = name.trim();
  return [
    ...(shown === '' ? [] : inRows(shown, room)),
    HELP,
    ...(address.trim() === '' ? [] : [address.trim()]),
  ];
}

// The fewest rows in which it can be read, each about as long as the others.
function inRows(name: string, room: number): readonly string[] {
  for (let rows = 1; rows < MAX_NAME_ROWS; rows += 1) {
    const broken = balanced(name, rows);
    if (broken.every((row) => textWidth(row) * READABLE <= room)) return broken;
  }
  return balanced(name, MAX_NAME_ROWS);
}

function balanced(name: string, rows: number): readonly string[] {
  for (let width = textWidth(name) / rows; ; width *= 1.05) {
    const broken = filled(name.split(/\s+/), width);
    if (broken.length <= rows) return broken;
  }
}

function filled(all: readonly string[], width: number): readonly string[] {
  const rows: string[] = [];
  for (const word of all) {
    const longer = rows.length === 0 ? word : `${rows.at(-1) ?? ''} ${word}`;
    if (rows.length > 0 && textWidth(longer) <= width) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

/** The rows of the strip, from `left` on, one below the other. */
function footer(
  [x, y, width, height]: Box,
  rows: readonly string[],
  left: number,
): readonly Shape[] {
  const room = x + width - 28 - left;
  const line = Math.min(height / (rows.length + 0.9), 52);
  const first = y + height / 2 - ((rows.length - 1) * line) / 2;
  return rows.map((text, at) => {
    const size = Math.floor(Math.min(line * 0.76, room / textWidth(text)));
    return words(text, size, [left + room / 2, first + at * line + size * 0.36]);
  });
}

function stripHeight({ width, height }: PictureSize): number {
  if (width > height) return 96;
  return height / width > 1.5 ? 160 : 128;
}

function logoHeight(size: PictureSize): number {
  return stripHeight(size) - 36;
}
