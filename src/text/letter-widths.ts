/** Letters of Lexend 600 by how wide they are, in thousandths of their size (measured in a browser; the page’s own test measures them again). */
export const WIDTHS: readonly (readonly [width: number, letters: string])[] = [
  [250, "'.:·"],
  [290, '!,;l|’‘'],
  [310, ' ij'],
  [395, '()ft'],
  [440, '*-[]r{}'],
  [495, '"s“”'],
  [550, '127<>?I`cz~'],
  [595, '35689+/\\^evx–é'],
  [610, '=Lky'],
  [635, '$EFSThnou£'],
  [655, '04Pabdpq'],
  [675, 'JZg'],
  [700, 'ABCRXY_…'],
  [765, '#&DKUV'],
  [805, 'GHNOQ'],
  [830, 'w'],
  [875, 'M'],
  [950, '%m'],
  [1000, '@W'],
];
const WIDEST = 1000;
const widthOf = new Map(
  WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

/**
 * How wide a row of words is taken to be at a size of 1: never less than it comes out in the
 * letters above. Any other letter is taken as wide as the widest of them, and may come out wider:
 * the drawing of a row presses it into this width.
 */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (widthOf.get(letter) ?? WIDEST), 0) / 1000;
}
