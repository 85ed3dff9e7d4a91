import { readFileSync } from 'node:fs';

// The colours of every page, and those that only drawings have.
const tokens = ['tokens.css', 'site.css'].map((file) => readFileSync(new URL(`../../../src/ui/${file}`, import.meta.url), 'utf8')).join('\n');

/** A colour of the one design system: `#rrggbb`. Throws where there is none of that name. */
function token(name: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
  if (found === undefined) throw new Error(`Cannot find the colour “${name}”: src/ui/tokens.css or site.css needs a line “--${name}: #rrggbb;”`);
  return found;
}

/** The three parts of `#rrggbb`, 0 to 255. */
export function channels(colour: string): readonly [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as readonly [number, number, number];
}

/** `part` (0 to 1) of the way from one colour to another. */
function mix(from: string, to: string, part: number): string {
  const [a, b] = [channels(from), channels(to)];
  return `#${a.map((value, at) => Math.round(value + ((b[at] ?? 0) - value) * part).toString(16).padStart(2, '0')).join('')}`;
}

const [paper, ink, teal, sun, plum] = [token('paper'), token('ink'), token('teal'), token('sun'), token('plum')];
const soft = token('ink-soft');

/** Every colour of the film: the design system's own, and mixtures of them. */
export const palette = {
  paper,
  ink,
  soft,
  teal,
  sun,
  plum,
  card: token('card'),
  line: token('line'),
  tealDeep: token('teal-deep'),
  plumDeep: token('plum-deep'),
  sunTint: token('sun-tint'),
  tealTint: token('teal-tint'),
  plumTint: token('plum-tint'),
  // Grounds.
  cool: mix(paper, token('teal-tint'), 0.45),
  close: mix(paper, mix(token('teal-tint'), soft, 0.12), 0.8),
  dusk: mix(token('plum-tint'), soft, 0.2),
  warm: mix(paper, token('sun-tint'), 0.55),
  grey: mix(paper, soft, 0.16),
  // The others, as in the drawings of the lessons.
  tealMid: token('teal-mid'),
  plumMid: token('plum-mid'),
  rose: token('rose'),
  sand: token('sand'),
  slate: token('slate'),
  lilac: mix(plum, token('card'), 0.66),
  stone: mix(soft, paper, 0.5),
  // What they write in a group chat, so pale that ink stands on it.
  slateTint: mix(token('slate'), token('card'), 0.72),
  roseTint: mix(token('rose'), token('card'), 0.55),
} as const;

/** A colour's relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
