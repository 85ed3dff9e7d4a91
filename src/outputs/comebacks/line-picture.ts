import { fingerprint } from '../../text/fingerprint.ts';
import { html, type Html } from '../../text/html.ts';
import { bar, corners, dot, figure, type Who } from '../../ui/cast.ts';
import { drawnPalette } from '../../ui/palette.ts';

/** The side of the square picture, in px, as message apps show it without cutting. */
export const PICTURE_SIDE = 1080;

/** Where the words of a picture are: their left edge, the top of the first row, and the room they have. */
export const WORDS = { left: 80, top: 96, width: 920, height: 350 } as const;

/** A line as it is on a picture: its words in rows, each of its first or its second part, and how big. */
export type PictureText = {
  readonly rows: readonly { readonly text: string; readonly part: 'first' | 'second' }[];
  readonly size: number;
};

const SIZES: readonly number[] = [170, 140, 124, 112, 106, 100, 94, 88, 76, 66, 58];
const LEADING = 1.15;
/** How much smaller than they could be words are made for that. */
const MIN_OF_LARGEST = 0.75;

/** Breaks a line into rows at the largest size that fits, what comes after its first sentence in rows of its own; `widthOf` measures words at a size, in px. */
export function fitPicture(
  words: string,
  widthOf: (words: string, size: number) => number,
): PictureText {
  const [first = '', second = ''] = /^(.*?[.?!])\s+(.*)$/.exec(words)?.slice(1) ?? [words];
  const at = (size: number): PictureText => ({
    size,
    rows: [
      ...rowsOf(first, size, widthOf).map((text) => ({ text, part: 'first' as const })),
      ...rowsOf(second, size, widthOf).map((text) => ({ text, part: 'second' as const })),
    ],
  });
  const fits = ({ rows, size }: PictureText) =>
    rows.every(({ text }) => widthOf(text, size) <= WORDS.width) &&
    rows.length * size * LEADING <= WORDS.height;
  // A last word alone in its row looks forgotten: a little smaller, it fits above.
  const all = SIZES.map(at).filter(fits);
  const [largest] = all;
  const whole = all.find((made) => !hasOrphan(made, widthOf));
  if (whole !== undefined && whole.size >= (largest?.size ?? 0) * MIN_OF_LARGEST) return whole;
  return largest ?? at(SIZES.at(-1) ?? 0);
}

/** True where a part ends in a row of less than two fifths of its widest. */
function hasOrphan(
  { rows, size }: PictureText,
  widthOf: (words: string, size: number) => number,
): boolean {
  return (['first', 'second'] as const).some((part) => {
    const widths = rows.filter((row) => row.part === part).map(({ text }) => widthOf(text, size));
    return widths.length > 1 && (widths.at(-1) ?? 0) < Math.max(...widths) * 0.4;
  });
}

function rowsOf(
  words: string,
  size: number,
  widthOf: (words: string, size: number) => number,
): readonly string[] {
  const rows: string[] = [];
  for (const word of words.split(' ').filter((one) => one !== '')) {
    const longer = `${rows.at(-1) ?? ''} ${word}`.trim();
    if (rows.length > 0 && widthOf(longer, size) <= WORDS.width) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

/** How far apart the rows of a picture are, in px. */
export function rowHeight({ size }: PictureText): number {
  return size * LEADING;
}

const MIDDLE = PICTURE_SIDE / 2;
const FLOOR = 948;
/** The foot of who is on it: a little below where the floor begins. */
const FOOT = 998;

const GROUNDS = {
  plum: { floor: 'plum-deep', fills: ['sun', 'rose', 'teal-tint'] },
  teal: { floor: 'teal-deep', fills: ['sun', 'plum-tint', 'sand'] },
} as const;

/** Who may be on a picture: never the square, who asks in our stories, and no adult. */
const CAST: readonly Who[] = ['round', 'triangle', 'hexagon', 'clover', 'pill', 'half'];

/** What some lines are about, drawn in the place of one of the cast. */
const ABOUT: readonly (readonly [words: RegExp, draw: () => Html])[] = [
  [/\bpotato\b/i, potato],
  [/\bdog\b/i, dog],
  [/\bcat\b/i, cat],
  [/\bchips\b/i, chips],
];

/** The drawing of a line’s picture, without its words, as an SVG file: the same line always has the same one. */
export function lineDrawing(words: string): string {
  const pick = Number.parseInt(fingerprint(words).slice(0, 6), 16);
  const ground = pick % 2 === 0 ? 'plum' : 'teal';
  const { floor, fills } = GROUNDS[ground];
  const about = ABOUT.find(([pattern]) => pattern.test(words))?.[1];
  const who = CAST[pick % CAST.length] ?? 'round';
  const fill = fills[(pick >> 4) % fills.length] ?? 'sun';
  const tall = who === 'half' ? 300 : who === 'pill' ? 380 : 480;
  const looks = [-0.6, 0, 0.6][(pick >> 8) % 3] ?? 0;
  const drawn = html`<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_SIDE}" height="${PICTURE_SIDE}" viewBox="0 0 ${PICTURE_SIDE} ${PICTURE_SIDE}">${bar([0, 0, PICTURE_SIDE, PICTURE_SIDE], ground)}${dot([1000, 60, 300], 'card', 0.1)}${dot([40, 800, 260], 'card', 0.1)}${bar([0, FLOOR, PICTURE_SIDE, PICTURE_SIDE - FLOOR], floor)}${about?.() ?? figure({ who, x: MIDDLE, foot: FOOT, tall, fill, looks })}</svg>`;
  return inColours(String(drawn));
}

// A file has no style sheet: its colours are in it.
function inColours(svg: string): string {
  return svg.replaceAll(/var\(--([\w-]+)\)/g, (_, name: string) => drawnPalette.get(name) ?? '');
}

/** Two eyes with lids half down, that have seen it all. */
function lids(y: number, apart: number, r: number): Html {
  return html`${[-1, 1].map((side) => html`<path d="M${MIDDLE + side * apart - r} ${y}h${2 * r}a${r} ${r} 0 0 1 ${-2 * r} 0z" fill="var(--ink)"/>`)}`;
}

function potato(): Html {
  const spots = [
    [363, 606, 22, 13],
    [715, 561, 20, 13],
    [344, 837, 20, 13],
    [639, 856, 20, 13],
    [779, 715, 16, 19],
  ].map(
    ([x, y, rx, ry]) =>
      html`<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="var(--potato-spot)"/>`,
  );
  return html`<path d="M246 725C246 560 390 448 558 448C740 450 881 590 881 742C881 880 790 998 610 998C420 998 246 900 246 725z" fill="var(--potato)"/><path d="M250 790C300 880 440 916 600 916C740 916 850 870 876 795C850 920 760 998 610 998C430 998 268 910 250 790z" fill="var(--potato-deep)"/>${spots}${lids(684, 61, 38)}`;
}

function dog(): Html {
  return html`${bar([MIDDLE - 220, 520, 440, FOOT - 520, 190], 'sand')}<path d="M330 560C240 560 214 690 244 800C300 820 356 740 366 620z" fill="var(--potato-spot)"/><path d="M750 560C840 560 866 690 836 800C780 820 724 740 714 620z" fill="var(--potato-spot)"/>${lids(690, 86, 34)}${bar([MIDDLE - 46, 790, 92, 62, 30], 'ink')}`;
}

function cat(): Html {
  const ear = (side: number) =>
    corners(
      [
        [MIDDLE + side * 190, 520],
        [MIDDLE + side * 210, 740],
        [MIDDLE + side * 30, 640],
      ],
      'rose',
      24,
    );
  const nose = corners(
    [
      [MIDDLE - 24, 820],
      [MIDDLE + 24, 820],
      [MIDDLE, 848],
    ],
    'ink',
    8,
  );
  return html`${ear(-1)}${ear(1)}${bar([MIDDLE - 240, 600, 480, FOOT - 600, 195], 'rose')}${lids(745, 92, 34)}${nose}`;
}

function chips(): Html {
  const one = (x: number, top: number) => bar([x, top, 58, 300, 10], 'sun');
  return html`${[one(360, 560), one(432, 500), one(504, 540), one(576, 480), one(648, 550)]}<path d="M320 690h440l-46 308h-348z" fill="var(--plum-tint)"/>${lids(800, 70, 30)}`;
}
