import { html, type Html } from '../text/html.ts';
import { own } from '../text/own.ts';
import { ownDrawings, type Scene } from './own-drawings.ts';

type Palette = {
  readonly ground: string;
  readonly big: string;
  readonly first: string;
  readonly second: string;
};
type Draw = (colours: Palette, next: () => number) => Html;

const palettes: readonly [Palette, ...Palette[]] = [
  { ground: 'var(--teal)', big: 'var(--teal-tint)', first: 'var(--card)', second: 'var(--sun)' },
  { ground: 'var(--sun)', big: 'var(--paper)', first: 'var(--teal)', second: 'var(--card)' },
  {
    ground: 'var(--plum)',
    big: 'var(--plum-tint)',
    first: 'var(--card)',
    second: 'var(--teal-tint)',
  },
];

// Chosen so that the first lessons differ from one another.
const SALT = 'teal ';

const scenes: readonly [Draw, ...Draw[]] = [talking, meeting, crowd];

/** Two people's messages beside a large circle. */
function talking({ big, first, second }: Palette, next: () => number): Html {
  const x = 160 + next() * 50;
  const wide = 120 + next() * 40;
  return html`<circle cx="${310 + next() * 40}" cy="${50 + next() * 40}" r="${80 + next() * 20}" fill="${big}" opacity=".18"/>
<rect x="${x}" y="52" width="${wide}" height="38" rx="15" fill="${first}" opacity=".95"/>
<rect x="${x + 40 + next() * 40}" y="100" width="${84 + next() * 36}" height="38" rx="15" fill="${second}" opacity=".95"/>`;
}

/** Two circles that overlap. */
function meeting({ big, first }: Palette, next: () => number): Html {
  const x = 200 + next() * 60;
  return html`<circle cx="${x + 60}" cy="${80 + next() * 16}" r="${54 + next() * 10}" fill="${big}"/>
<circle cx="${x}" cy="${112 + next() * 14}" r="${54 + next() * 10}" fill="${first}" opacity=".9"/>`;
}

/** Rows of equal circles, the class, with one message above them. */
function crowd({ big, first, second }: Palette, next: () => number): Html {
  const dots = Array.from({ length: 24 }, (_, at) => {
    const cx = 120 + (at % 8) * 36 + (at % 16 < 8 ? 0 : 18);
    return html`<circle cx="${cx}" cy="${78 + Math.floor(at / 8) * 32}" r="13" fill="${at % 5 === 2 ? second : big}" opacity="${at % 5 === 2 ? 0.9 : 0.5}"/>`;
  });
  return html`${dots}<rect x="${170 + next() * 80}" y="22" width="${110 + next() * 40}" height="34" rx="15" fill="${first}" opacity=".95"/>`;
}

/** Numbers from 0 to 1 that are always the same for the same text. */
function seeded(text: string): () => number {
  let state = 2166136261;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9;
    return Math.round((((state ^ (state >>> 13)) >>> 0) / 4294967295) * 100) / 100;
  };
}

/** A lesson's own drawing, from circles and bubbles in the palette: the same for the same slug, and only an ornament. */
export function drawing(slug: string): Html {
  const scene = own(ownDrawings, slug) ?? sceneOf(slug);
  return html`<svg class="drawing" viewBox="0 0 396 148" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
<rect width="396" height="148" fill="${scene.ground}"/>${scene.shapes}</svg>`;
}

/** The drawing of a school's own lesson, which its slug decides. */
function sceneOf(slug: string): Scene {
  const next = seeded(SALT + slug);
  const pick = <T>(list: readonly [T, ...T[]]): T =>
    list[Math.floor(next() * list.length)] ?? list[0];
  const colours = pick(palettes);
  return { ground: colours.ground, shapes: pick(scenes)(colours, next) };
}
