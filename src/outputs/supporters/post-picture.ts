import { CHILDLINE, EMERGENCY } from '../../help/numbers.ts';
import type { Colour } from '../../ui/palette.ts';
import { qrModules } from '../../ui/qr-code.ts';
import { textWidth } from '../../text/letter-widths.ts';
import { drawCast, mirrored } from './post-cast.ts';
import type { PostPicture } from './posts.ts';
import type { Box, Drawn, Shape } from './shape.ts';
import { readSignpost } from '../../text/signpost.ts';

/** A size that platforms take, in px, and where it is used. */
export type PictureSize = {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly use: string;
  /** How many px of the file one of them takes; 1 where none is said. */
  readonly scale?: number;
};

/** The sizes of every picture. */
export const pictureSizes: readonly PictureSize[] = [
  { id: 'square', width: 1080, height: 1080, use: 'Feeds, message apps' },
  { id: 'portrait', width: 1080, height: 1350, use: 'Feeds on a phone' },
  { id: 'wide', width: 1200, height: 630, use: 'Links, websites, e-mail' },
  { id: 'tall', width: 1080, height: 1920, use: 'Stories, upright screens' },
];

/** A poster, drawn as a picture of the same shape as the paper, at 150 px an inch. */
export type PosterSize = PictureSize & { readonly id: 'a4' | 'a3' };

/** The papers that posters are for. */
export const posterSizes: readonly PosterSize[] = [
  { id: 'a4', width: 1080, height: 1527, scale: 1240 / 1080, use: 'A notice board, a door' },
  { id: 'a3', width: 1080, height: 1527, scale: 1754 / 1080, use: 'A hall, a window' },
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

/** Who says so: a name, empty where none is put in, a page to read more on, whether a code leads there, and whether a logo stands beside it. */
export type Signed = {
  readonly name: string;
  readonly address?: string;
  readonly hasCode?: boolean;
  readonly hasLogo: boolean;
};

/** A picture that no one has put a name to. */
export const UNSIGNED: Signed = { name: '', hasLogo: false };

/** Draws a post's picture: a bubble over who stands in it, and a strip with where to read more, who says so and the helpline. */
export function drawPost(
  { ground, rows, cast: all, speaks }: PostPicture,
  size: PictureSize,
  signed: Signed,
): Drawn {
  const signpost = readSignpost(signed.address ?? '');
  const code = signed.hasCode === true && signpost !== null ? qrModules(signpost.href) : null;
  const codeSide = code === null ? 0 : codeSideOf(size);
  const rowsBelow = footerRows(size, signed, codeSide);
  const high = Math.max(
    stripHeight(size),
    24 + rowsBelow.length * rowHeight(size),
    codeSide === 0 ? 0 : codeSide + 2 * AROUND_CODE,
  );
  const { bubble, people, strip, isBeside, isCard } = frameOf(size, high);
  // Beside a bubble, the speaker stands next to it.
  const cast = isBeside && speaks === all.length - 1 ? mirrored(all) : all;
  const logoHigh = logoHeight(size);
  const logo: Box = [strip[0] + 28, strip[1] + (strip[3] - logoHigh) / 2, logoHigh * 2.4, logoHigh];
  // Beside a logo the code is at the other end.
  const codeAt: Box = [
    signed.hasLogo ? strip[0] + strip[2] - AROUND_CODE - codeSide : strip[0] + AROUND_CODE,
    strip[1] + (strip[3] - codeSide) / 2,
    codeSide,
    codeSide,
  ];
  const left = signed.hasLogo
    ? logo[0] + logo[2] + 24
    : strip[0] + (code === null ? 28 : 2 * AROUND_CODE + codeSide);
  const right =
    signed.hasLogo && code !== null ? codeAt[0] - AROUND_CODE : strip[0] + strip[2] - 28;
  const { shapes: figures, middles } = drawCast(cast, people, ground);
  const shapes: readonly Shape[] = [
    { kind: 'box', at: [0, 0, size.width, size.height], round: 0, fill: ground },
    ...circles(size, ground),
    ...figures,
    { kind: 'box', at: bubble, round: 64, fill: 'card' },
    isBeside ? tailBeside(bubble) : tailBelow(bubble, middles[speaks] ?? 0),
    ...wordsIn(bubble, rows),
    { kind: 'box', at: strip, round: isCard ? 40 : 0, fill: 'paper' },
    ...(code === null
      ? []
      : ([
          { kind: 'box', at: codeAt, round: 16, fill: 'card' },
          { kind: 'code', at: codeAt, code, fill: 'ink' },
        ] as const)),
    ...footer(strip, rowsBelow, { left, right, isCentred: code === null }),
  ];
  return { shapes, logo };
}

// The strip of a picture is higher where a long name or an address needs more rows.
function frameOf(size: PictureSize, high: number): Frame {
  const { width, height } = size;
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
  return rows.map((text, at) =>
    words({ text, size }, [x + width / 2, first + at * size * LEADING]),
  );
}

type Words = Extract<Shape, { readonly kind: 'words' }>;

function words(
  {
    text,
    size,
    fill = 'ink',
    isFromLeft = false,
  }: Pick<Words, 'text' | 'size'> & Partial<Pick<Words, 'fill' | 'isFromLeft'>>,
  [x, y]: readonly [number, number],
): Words {
  const width = Math.round(textWidth(text) * size);
  return { kind: 'words', x, y: Math.round(y), size, width, text, fill, isFromLeft };
}

const HELP = [`Childline ${CHILDLINE}`, `In danger? Call ${EMERGENCY}`] as const;
/** The size at which words are broken into rows rather than made smaller, and the most rows that a name or an address gets. */
const READABLE = 28;
const MAX_ROWS = 3;
/** Between a code and what is round it. */
const AROUND_CODE = 24;

/** How wide a code is: large enough for a phone that is held before a screen, and on a poster across a room’s door. */
function codeSideOf({ width, height, scale = 1 }: PictureSize): number {
  if (width > height) return 150;
  return scale > 1 ? 270 : 200;
}

/** A row of the strip. */
type Row = { readonly text: string; readonly fill: Colour };

/** Where to read more, who says so in as many rows as it needs, then the helpline. Nothing is cut. */
function footerRows(
  size: PictureSize,
  { name, address = '', hasLogo }: Signed,
  codeSide: number,
): readonly Row[] {
  const isCard = size.height / size.width > 1.5;
  const room =
    size.width -
    (isCard ? 2 * EDGE : 0) -
    56 -
    (hasLogo ? logoHeight(size) * 2.4 + 24 : 0) -
    (codeSide === 0 ? 0 : codeSide + 2 * AROUND_CODE);
  const page = readSignpost(address)?.shown ?? address.trim();
  const whole = HELP.join(' · ');
  const help = textWidth(whole) * READABLE <= room ? [whole] : HELP;
  return [
    ...inRows(page, room, /[^/.-]*[/.-]|[^/.-]+/g).map((text) => ({
      text,
      fill: 'teal-deep' as const,
    })),
    ...inRows(name.trim(), room, /\S*\s|\S+/g).map((text) => ({ text, fill: 'ink' as const })),
    ...help.map((text) => ({ text, fill: 'ink' as const })),
  ];
}

// The fewest rows in which it can be read, each about as long as the others; broken between parts of it.
function inRows(text: string, room: number, part: RegExp): readonly string[] {
  if (text === '') return [];
  for (let rows = 1; rows < MAX_ROWS; rows += 1) {
    const broken = balanced(text, rows, part);
    if (broken.every((row) => textWidth(row) * READABLE <= room)) return broken;
  }
  return balanced(text, MAX_ROWS, part);
}

function balanced(text: string, rows: number, part: RegExp): readonly string[] {
  for (let width = textWidth(text) / rows; ; width *= 1.05) {
    const broken = filled(text.match(part) ?? [], width);
    if (broken.length <= rows) return broken.map((row) => row.trim());
  }
}

function filled(all: readonly string[], width: number): readonly string[] {
  const rows: string[] = [];
  for (const part of all) {
    const longer = `${rows.at(-1) ?? ''}${part}`;
    if (rows.length > 0 && textWidth(longer.trim()) <= width) rows[rows.length - 1] = longer;
    else rows.push(part);
  }
  return rows;
}

/** Where the rows of the strip have room, and whether they are in its middle. */
type Room = { readonly left: number; readonly right: number; readonly isCentred: boolean };

/** The rows of the strip, one below the other. */
function footer(
  [, y, , height]: Box,
  rows: readonly Row[],
  { left, right, isCentred }: Room,
): readonly Shape[] {
  const room = right - left;
  const line = Math.min(height / (rows.length + 0.9), 56);
  const first = y + height / 2 - ((rows.length - 1) * line) / 2;
  return rows.map(({ text, fill }, at) => {
    const size = Math.floor(Math.min(line * 0.76, room / textWidth(text)));
    const x = left + (isCentred ? room / 2 : (textWidth(text) * size) / 2);
    return words({ text, size, fill, isFromLeft: !isCentred }, [
      x,
      first + at * line + size * 0.36,
    ]);
  });
}

function rowHeight({ width, height }: PictureSize): number {
  return width > height ? 32 : 42;
}

function stripHeight({ width, height }: PictureSize): number {
  if (width > height) return 96;
  return height / width > 1.5 ? 160 : 128;
}

function logoHeight(size: PictureSize): number {
  return stripHeight(size) - 36;
}
