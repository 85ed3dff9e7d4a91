import { describe, expect, test } from 'vitest';
import { palette } from '../../src/ui/palette.ts';
import { wholeShell } from '../../src/ui/shells.ts';
import { contrastOf, rgbOf } from '../../src/ui/contrast.ts';
import { readTree } from '../house/read-tree.ts';

const src = readTree('src');
const textOf = (path: string) => src.find((file) => file.path === path)?.text ?? '';

type Tokens = Readonly<Record<string, string>>;

/** The colour tokens that a part of a style sheet sets. */
function tokensIn(css: string): Tokens {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', colour = '']) => [
      name,
      colour,
    ]),
  );
}

/** The rules between a line that begins with `from` and the end of its block. */
function blockOf(css: string, from: string): string {
  const start = css.indexOf(from);
  expect(start).toBeGreaterThanOrEqual(0);
  return css.slice(start, css.indexOf(`\n${/^ */.exec(from)?.[0]}}`, start));
}

const files = ['ui/tokens.css', 'ui/page-tokens.css'];
const light: Tokens = Object.fromEntries(
  files.flatMap((path) => Object.entries(tokensIn(blockOf(textOf(path), ':root {')))),
);
const darkRules = textOf('ui/dark-tokens.css');
const [, darkContrast = ''] = textOf('ui/dark.css').split(
  '@media screen and (prefers-color-scheme: dark) and (prefers-contrast: more)',
);
const dark = { ...light, ...tokensIn(blockOf(darkRules, '  :root:root {')) };
const looks: readonly (readonly [string, Tokens])[] = [
  ['light', light],
  ['dark', dark],
  [
    'light with more contrast',
    {
      ...light,
      ...tokensIn(blockOf(textOf('ui/tokens.css'), '@media (prefers-contrast: more)')),
    },
  ],
  ['dark with more contrast', { ...dark, ...tokensIn(darkContrast) }],
];

/** What is written on what, and how much they have to differ (WCAG 1.4.3, 1.4.11). */
const pairs: readonly (readonly [ink: string, ground: string, min: number])[] = [
  ...['paper', 'card', 'teal-tint', 'sun-tint', 'plum-tint', 'plum-ground', 'track'].map(
    (ground) => ['ink', ground, 7] as const,
  ),
  ...['paper', 'card', 'track', 'teal-tint'].map((ground) => ['ink-soft', ground, 4.5] as const),
  ...['paper', 'card', 'teal-tint'].map((ground) => ['teal', ground, 4.5] as const),
  ['teal-deep', 'teal-tint', 7],
  ['on-teal', 'teal', 4.5],
  ['on-teal', 'teal-deep', 7],
  ['on-ink', 'ink', 7],
  ['on-ink', 'ink-hover', 7],
  ['on-plum', 'plum', 4.5],
  ['on-plum', 'plum-hover', 4.5],
  ['plum', 'paper', 4.5],
  ['plum', 'plum-tint', 4.5],
  ['focus', 'paper', 3],
  ['focus', 'card', 3],
];

describe.each(looks)('%s', (_, tokens) => {
  test.each(pairs)('%s on %s differ by %d to 1 or more', (ink, ground, min) => {
    expect(
      contrastOf(rgbOf(tokens[ink] ?? ''), rgbOf(tokens[ground] ?? '')),
    ).toBeGreaterThanOrEqual(min);
  });
});

test('more contrast is more, and never less than 7 to 1 for words', () => {
  for (const [, tokens] of looks.slice(2)) {
    const words = ['ink', 'ink-soft'].flatMap((ink) =>
      ['paper', 'card'].map((ground) =>
        contrastOf(rgbOf(tokens[ink] ?? ''), rgbOf(tokens[ground] ?? '')),
      ),
    );
    expect(Math.min(...words)).toBeGreaterThan(7);
    expect(contrastOf(rgbOf(tokens['line'] ?? ''), rgbOf(tokens['paper'] ?? ''))).toBeGreaterThan(
      4.5,
    );
  }
});

const COLOUR =
  /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(|:[^;{]*\b(?:white|black|red|green|blue|gr[ae]y|yellow|orange|purple)\b/gi;
/** Ink, ground, the grey of a cut line and cream: paper has no other. */
const PAPER = /#(?:000|fff|555|767676|fdf6e3)\b/gi;

/** A style sheet without the tokens it sets, without comments, and without what paper may have where it is paper’s. */
function spoken(path: string, css: string): string {
  const rules = css
    .replaceAll(/\/\*[^]*?\*\/|\[[^\]]*\]/g, '')
    .replaceAll(/^\s*--[\w-]+:[^;]*;/gm, '');
  if (path.startsWith('outputs/handouts/')) return rules.replaceAll(PAPER, 'paper');
  return rules
    .replaceAll(/@media print \{[^]*?\n\}/g, (print) => print.replaceAll(PAPER, 'paper'))
    .replaceAll(/var\(--sheet-ground, #fff\)/g, 'paper');
}

test('every colour of every page is a token', () => {
  const own = src.filter(
    ({ path }) =>
      path.endsWith('.css') && ![...files, 'ui/dark-tokens.css', 'ui/dark.css'].includes(path),
  );
  expect(own.length).toBeGreaterThan(60);
  expect(
    own.flatMap(({ path, text }) =>
      (spoken(path, text).match(COLOUR) ?? []).map((colour) => `${path}: ${colour}`),
    ),
  ).toEqual([]);
  expect(
    spoken('pages/x.css', 'a { color: #123456; } b { color: white; } c {\n  --d: #fff;\n}').match(
      COLOUR,
    ),
  ).toEqual(['#123456', ': white']);
});

test('what is drawn outside a page, and what a browser shows around it, is in the same colours', () => {
  for (const [name, colour] of Object.entries(palette)) {
    expect([name, light[name]]).toEqual([name, colour]);
  }
  const colours = src
    .filter(({ path }) => path.endsWith('.html'))
    .flatMap(({ path, text }) => [
      ...wholeShell(text, path.slice('pages'.length)).matchAll(
        /theme-color"( media="[^"]*")? content="([^"]*)"/g,
      ),
    ]);
  expect(colours.length).toBeGreaterThan(3);
  for (const [, media = '', colour] of colours) {
    expect(colour).toBe((media.includes('dark') ? dark : light)['paper']);
  }
});

test('a drawing and a slide keep the colours that they have in the light', () => {
  const own = tokensIn(blockOf(textOf('ui/dark.css'), '  .drawing,\n  .slide {'));
  for (const [name, colour] of Object.entries(own)) {
    expect([name, light[name]]).toEqual([name, colour]);
  }
  const used = ['ui/drawing.ts', 'ui/own-drawings.ts'].flatMap((path) =>
    [...textOf(path).matchAll(/var\(--([\w-]+)\)/g)].map(([, name = '']) => name),
  );
  // The sun is the same in both.
  expect(
    new Set(used.filter((name) => dark[name] !== light[name] && own[name] === undefined)),
  ).toEqual(new Set());
});
