import type { Colour } from '../../ui/palette.ts';
import type { Box, Shape } from './shape.ts';

/** Who stands in a picture, from left to right: round and pointed figures, the space between two of them, and a column of messages that keep asking. */
export type Cast = readonly (
  | Figure
  | { readonly kind: 'space'; readonly size: number }
  | { readonly kind: 'asks' }
)[];

/** A figure: `size` from 0 to 1, where it looks, and which of its ground’s colours it has. */
type Figure = {
  readonly kind: 'round' | 'point';
  readonly size: number;
  readonly looks: 'left' | 'right' | 'out';
  readonly tone: 0 | 1 | 2;
};

/** The grounds of pictures, with the colours of figures on each. */
export const tones = {
  teal: ['sun', 'plum-tint', 'teal-tint'],
  plum: ['sun', 'plum-tint', 'teal-tint'],
  sun: ['teal', 'plum', 'card'],
} as const satisfies Readonly<Record<string, readonly [Colour, Colour, Colour]>>;

/** Space between two who stand side by side, and how wide each sort is, in parts of the tallest figure. */
const BETWEEN = 0.12;
const WIDE = { round: 0.94, point: 1.08, asks: 0.62 } as const;

/** The figures as shapes on the foot of a box, in its middle, and the middle of the one that speaks. */
export function drawCast(
  cast: Cast,
  box: Box,
  ground: keyof typeof tones,
): { readonly shapes: readonly Shape[]; readonly middles: readonly number[] } {
  const [x, y, width, height] = box;
  const whole = cast.reduce((sum, one) => sum + widthOf(one), BETWEEN * (cast.length - 1));
  const unit = Math.min(height, width / whole);
  const shapes: Shape[] = [];
  const middles: number[] = [];
  let left = x + (width - whole * unit) / 2;
  for (const one of cast) {
    const middle = left + (widthOf(one) * unit) / 2;
    middles.push(middle);
    if (one.kind === 'asks') shapes.push(...asks(middle, y + height, unit));
    else if (one.kind !== 'space') {
      shapes.push(
        ...figure(one, { middle, foot: y + height, unit, fill: tones[ground][one.tone] }),
      );
    }
    left += (widthOf(one) + BETWEEN) * unit;
  }
  return { shapes, middles };
}

/** The same from right to left. */
export function mirrored(cast: Cast): Cast {
  const across = { left: 'right', right: 'left', out: 'out' } as const;
  return cast
    .toReversed()
    .map((one) =>
      one.kind === 'round' || one.kind === 'point' ? { ...one, looks: across[one.looks] } : one,
    );
}

function widthOf(one: Cast[number]): number {
  if (one.kind === 'space') return one.size;
  return one.kind === 'asks' ? WIDE.asks : WIDE[one.kind] * one.size;
}

type Place = {
  readonly middle: number;
  readonly foot: number;
  readonly unit: number;
  readonly fill: Colour;
};

function figure(
  { kind, size, looks }: Figure,
  { middle, foot, unit, fill }: Place,
): readonly Shape[] {
  const tall = unit * size;
  const aside = { left: -1, right: 1, out: 0 }[looks];
  const dark = fill === 'teal' || fill === 'plum' ? 'card' : 'ink';
  if (kind === 'round') {
    const r = tall * 0.47;
    return [
      { kind: 'dot', x: middle, y: foot - r * 0.92, r, fill, opacity: 1 },
      ...eyes([middle + aside * r * 0.24, foot - r * 1.16], tall, dark),
    ];
  }
  const points = [
    [middle, foot - tall] as const,
    [middle + tall * 0.54, foot] as const,
    [middle - tall * 0.54, foot] as const,
  ];
  return [
    { kind: 'corners', points, fill },
    ...eyes([middle + aside * tall * 0.07, foot - tall * 0.34], tall, dark),
  ];
}

function eyes([x, y]: readonly [number, number], tall: number, fill: Colour): readonly Shape[] {
  return [-1, 1].map((side) => ({
    kind: 'dot',
    x: x + side * tall * 0.115,
    y,
    r: tall * 0.04,
    fill,
    opacity: 1,
  }));
}

/** Three messages above each other, each with the dots of someone who is still typing. */
function asks(middle: number, foot: number, unit: number): readonly Shape[] {
  const [wide, tall] = [unit * 0.5, unit * 0.2];
  return [0, 1, 2].flatMap((row): readonly Shape[] => {
    const x = middle - wide / 2 + (row % 2 === 0 ? -1 : 1) * unit * 0.04;
    const y = foot - unit * 0.3 - row * unit * 0.27;
    const dots = [-1, 0, 1].map((at): Shape => ({
      kind: 'dot',
      x: x + wide / 2 + at * unit * 0.11,
      y: y + tall / 2,
      r: unit * 0.028,
      fill: 'ink',
      opacity: 1,
    }));
    return [{ kind: 'box', at: [x, y, wide, tall], round: tall / 2, fill: 'card' }, ...dots];
  });
}
