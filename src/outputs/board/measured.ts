import type { Rgb } from '../../ui/contrast.ts';

/** A rectangle in the slide's own units, 1280 by 720, from its top left corner. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** A colour, and how much it covers, 0 to 1. */
export type Ink = readonly [red: number, green: number, blue: number, cover: number];

/** A block of text on a slide as a browser has laid it out. */
export type MeasuredText = {
  readonly words: string;
  /** The height of its letters' em, of 720; where there are several, the smallest. */
  readonly size: number;
  /** True for what labels and surrounds the words of a slide: chips, foot, the panel to join by. */
  readonly isSmall: boolean;
  /** The boxes of its lines, as high as their letters. */
  readonly lines: readonly Box[];
  readonly ink: Ink;
  /** What it has to stay in, from the inside out: boxes that can be seen, and boxes that cut off what leaves them. */
  readonly within: readonly { readonly box: Box; readonly cuts: boolean }[];
  /** Which row of a table, or of bubbles side by side, it stands in, or null. */
  readonly row: number | null;
  /** True for what stands beside all the rest: the messages at a stop. */
  readonly isBeside: boolean;
};

/** What lies beneath a text. */
export type Ground = { readonly darkest: Rgb; readonly lightest: Rgb };

/** A picture, or a box that can be seen. */
export type MeasuredBox = {
  readonly words: string;
  readonly isPicture: boolean;
  readonly box: Box;
};

/** One slide as a browser shows it. */
export type Measured = {
  readonly texts: readonly MeasuredText[];
  readonly boxes: readonly MeasuredBox[];
};
