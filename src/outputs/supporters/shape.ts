import type { Colour } from '../../ui/palette.ts';
import type { QrModules } from '../../ui/qr-code.ts';

/** What a picture is made of, back to front, in px: a painter for the canvas and one for SVG draw the same list. */
export type Shape =
  | { readonly kind: 'box'; readonly at: Box; readonly round: number; readonly fill: Colour }
  | {
      readonly kind: 'dot';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly fill: Colour;
      readonly opacity: number;
    }
  | {
      readonly kind: 'corners';
      readonly points: readonly (readonly [number, number])[];
      readonly fill: Colour;
    }
  | {
      readonly kind: 'words';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly width: number;
      readonly text: string;
      /** True where the left edge counts: words come out a little narrower than they are taken to be. */
      readonly isFromLeft: boolean;
      readonly fill: Colour;
    }
  | { readonly kind: 'code'; readonly at: Box; readonly code: QrModules; readonly fill: Colour };

/** Left, top, width and height. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** A picture with the place a logo has in it. Words stand in the middle of their `x`, on their `y`. */
export type Drawn = { readonly shapes: readonly Shape[]; readonly logo: Box };
