/** The colours of `tokens.css` for what is drawn outside a page: pictures that are saved, and files. A test holds the two together. */
export const palette = {
  paper: '#fbf8f1',
  card: '#ffffff',
  ink: '#14273a',
  teal: '#0b6a6b',
  'teal-deep': '#074a4d',
  'teal-tint': '#dceeea',
  sun: '#f6c445',
  plum: '#5d3a6b',
  'plum-tint': '#efe6f2',
} as const;

/** The same with the colours that only drawings have, by the names of their tokens; the last three are a potato’s. */
export const drawnPalette: ReadonlyMap<string, string> = new Map([
  ...Object.entries(palette),
  ['plum-deep', '#452652'],
  ['rose', '#e3b7c9'],
  ['sand', '#e9c58a'],
  ['potato', '#d9a45b'],
  ['potato-deep', '#c48e45'],
  ['potato-spot', '#b37f38'],
]);

/** The name of a colour. */
export type Colour = keyof typeof palette;
