import { html, type Html } from '../text/html.ts';

/** A token that a drawing is coloured by; `site.css` has those that only drawings have. */
export type Colour = string;

/** How a figure feels, which its eyes alone say. */
export type Mood = 'calm' | 'worried' | 'relieved' | 'pressing';

/** Who a figure is, by its shape: round is Sam, square is Alex, a triangle is Jo, an arch is an adult, and classmates have any of the others. */
export type Who =
  | 'round'
  | 'square'
  | 'triangle'
  | 'arch'
  | 'hexagon'
  | 'half'
  | 'diamond'
  | 'pill'
  | 'clover';

/** A figure that stands on a foot: `tall` is its height, `looks` how far its eyes go to the right, from -1 to 1. */
export type Figure = {
  readonly who: Who;
  readonly x: number;
  readonly foot: number;
  readonly tall: number;
  readonly fill: Colour;
  readonly looks?: number;
  readonly mood?: Mood;
};

/** Colours on which eyes are light. */
const DARK: readonly Colour[] = ['teal', 'teal-deep', 'plum', 'ink', 'night'];

/** How high the eyes are, in parts of the figure’s height, and how far each is from the middle. */
const EYES: Readonly<Record<Who, readonly [high: number, apart: number]>> = {
  round: [0.56, 0.13],
  square: [0.62, 0.14],
  triangle: [0.34, 0.11],
  arch: [0.74, 0.1],
  hexagon: [0.55, 0.13],
  half: [0.42, 0.2],
  diamond: [0.5, 0.11],
  pill: [0.52, 0.2],
  clover: [0.5, 0.12],
};

/** One of the cast: flat, without an outline, with two eyes. */
export function figure(one: Figure): Html {
  return html`${body(one)}${eyes(one)}`;
}

function body({ who, x, foot, tall, fill }: Figure): Html {
  const half = tall / 2;
  const middle = foot - half;
  switch (who) {
    case 'round':
      return dot([x, middle, half], fill);
    case 'square':
      return bar([x - half, foot - tall, tall, tall, tall * 0.16], fill);
    case 'triangle':
      return corners(
        [
          [x, foot - tall],
          [x + half * 1.1, foot],
          [x - half * 1.1, foot],
        ],
        fill,
      );
    case 'arch': {
      const r = tall * 0.33;
      return html`<path d="M${n(x - r)} ${n(foot)}v${n(r - tall)}a${n(r)} ${n(r)} 0 0 1 ${n(2 * r)} 0v${n(tall - r)}z" fill="${colour(fill)}"/>`;
    }
    case 'hexagon': {
      const [side, high] = [half * 1.05, half];
      return corners(
        [
          [x - side, middle],
          [x - side / 2, middle - high],
          [x + side / 2, middle - high],
          [x + side, middle],
          [x + side / 2, foot],
          [x - side / 2, foot],
        ],
        fill,
      );
    }
    case 'half':
      return html`<path d="M${n(x - tall)} ${n(foot)}a${n(tall)} ${n(tall)} 0 0 1 ${n(2 * tall)} 0z" fill="${colour(fill)}"/>`;
    case 'diamond':
      return corners(
        [
          [x, foot - tall],
          [x + half, middle],
          [x, foot],
          [x - half, middle],
        ],
        fill,
      );
    case 'pill':
      return bar([x - tall * 0.8, foot - tall, tall * 1.6, tall, tall * 0.4], fill);
    case 'clover': {
      const r = tall * 0.27;
      const leaves = [-1, 1].flatMap((dx) =>
        [-1, 1].map((dy) => dot([x + dx * r * 0.85, middle + dy * r * 0.85, r], fill)),
      );
      return html`${leaves}${dot([x, middle, r], fill)}`;
    }
  }
}

function eyes({ who, x, foot, tall, fill, looks = 0, mood = 'calm' }: Figure): Html {
  const [high, apart] = EYES[who];
  const y = foot - tall * high;
  const r = Math.max(2, tall * (who === 'arch' ? 0.042 : 0.05));
  const ink = DARK.includes(fill) ? 'card' : 'ink';
  return html`${[-1, 1].map((side) => {
    const at = x + side * tall * apart + looks * tall * 0.08;
    if (mood === 'relieved') {
      return html`<path d="M${n(at - r)} ${n(y)}a${n(r)} ${n(r)} 0 0 1 ${n(2 * r)} 0" fill="none" stroke="${colour(ink)}" stroke-width="${n(r * 0.7)}" stroke-linecap="round"/>`;
    }
    // A lid is cut with the body’s own colour.
    const lid = lidOf(mood, side);
    return html`${dot([at, y, r], ink)}${lid === null ? '' : html`<rect x="${n(at - r * 1.6)}" y="${n(y - r * 2.3)}" width="${n(r * 3.2)}" height="${n(r * 2)}" fill="${colour(fill)}" transform="rotate(${lid} ${n(at)} ${n(y)})"/>`}`;
  })}`;
}

function lidOf(mood: Mood, side: number): number | null {
  if (mood === 'worried') return side * 24;
  return mood === 'pressing' ? 0 : null;
}

/** A circle. */
export function dot(
  [x, y, r]: readonly [x: number, y: number, r: number],
  fill: Colour,
  opacity = 1,
): Html {
  return html`<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${colour(fill)}"${seeThrough(opacity)}/>`;
}

/** A rectangle: its corner at the top left, its size, and how round its corners are. */
type Box = readonly [x: number, y: number, width: number, height: number, round?: number];

/** A rectangle with round corners. */
export function bar([x, y, width, height, round = 0]: Box, fill: Colour, opacity = 1): Html {
  return html`<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"${round === 0 ? '' : html` rx="${n(round)}"`} fill="${colour(fill)}"${seeThrough(opacity)}/>`;
}

/** A shape with corners, which are a little round. */
export function corners(
  points: readonly (readonly [x: number, y: number])[],
  fill: Colour,
  round = 5,
): Html {
  const path = points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L');
  return html`<path d="M${path}z" fill="${colour(fill)}"${round === 0 ? '' : html` stroke="${colour(fill)}" stroke-width="${round}" stroke-linejoin="round"`}/>`;
}

/** What someone says, without words: dots, or a question mark; its point leads down to `x`. */
export function bubble(
  x: number,
  y: number,
  {
    says = 'dots',
    fill = 'card',
  }: { readonly says?: 'dots' | '?' | ''; readonly fill?: Colour } = {},
): Html {
  const inside =
    says === '?'
      ? html`<path d="M${n(x - 4)} ${n(y - 3)}a4.5 4.5 0 1 1 6.4 4.1q-2 1-2 3.4" fill="none" stroke="var(--ink)" stroke-width="3" stroke-linecap="round"/>${dot([x + 0.4, y + 9.6, 1.9], 'ink')}`
      : html`${(says === 'dots' ? [-9, 0, 9] : []).map((dx) => dot([x + dx, y, 2.6], 'ink'))}`;
  return html`${corners(
    [
      [x - 6, y + 10],
      [x + 6, y + 10],
      [x, y + 20],
    ],
    fill,
    0,
  )}${bar([x - 22, y - 14, 44, 28, 12], fill)}${inside}`;
}

function seeThrough(opacity: number): Html {
  return opacity === 1 ? html`` : html` opacity="${opacity}"`;
}

function colour(name: Colour): string {
  return `var(--${name})`;
}

/** A number of a drawing, to a tenth. */
function n(value: number): number {
  return Math.round(value * 10) / 10;
}
