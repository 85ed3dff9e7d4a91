import { CELLS, EDGE, marks, sides, type Side } from './marks.ts';
import { lightAt } from './light-at.ts';
import { sharpened } from './sharpen.ts';
import { squaresIn, type Frame, type Point, type Square } from './squares.ts';

export type { Frame } from './squares.ts';

/** A card in one frame: which of the set, and the answer whose letter is at its top. Where in the frame it was is not told. */
export type SeenCard = { readonly card: number; readonly side: Side };

/** Cells across a mark with its border, and with the white around that as well. */
const MARK = CELLS + 2 * EDGE;
const WITH_WHITE = MARK + 2 * EDGE;
/** The least difference between a mark's white and its black, in levels and as part of the white. */
const MIN_LEVELS = 12;
const MIN_CONTRAST = 0.3;
/** How many cells of a border may look white, and how many around it dark: a finger may lie there. */
const BORDER_SLACK = 1;
const WHITE_SLACK = 6;
/** How many of the cells inside may be misread: any two marks differ in at least three times as many. */
const CELL_SLACK = 2;
/** How far from upright a card may be held, in degrees: at 45 two answers would be on top. */
const MAX_TILT = 36;

/** The cards in one frame. A card that is there twice is not counted: one of the two may be no card. */
export function readCards(frame: Frame): readonly SeenCard[] {
  const seen = squaresIn(frame).flatMap((square) => readMark(frame, square) ?? []);
  return seen.filter(({ card }) => seen.filter((other) => other.card === card).length === 1);
}

function readMark(frame: Frame, rough: Square): SeenCard | null {
  const square = sharpened(frame, rough, MARK);
  const cells = cellsOf(frame, square);
  const [outside, border, inside] = [ring(cells, 0), ring(cells, 1), within(cells, 2)];
  const [black, white] = [mean(border), median(outside)];
  if (white - black < Math.max(MIN_LEVELS, MIN_CONTRAST * white)) return null;
  const middle = (white + black) / 2;
  const isDark = (light: number): boolean => light < middle;
  if (outside.filter(isDark).length > WHITE_SLACK) return null;
  if (border.filter((light) => !isDark(light)).length > BORDER_SLACK) return null;
  const pattern = inside.reduce((bits, light) => bits * 2 + (isDark(light) ? 1 : 0), 0);
  const mark = marks.find(({ bits }) => differing(bits, pattern) <= CELL_SLACK);
  const top = topOf(square);
  if (!mark || top === null) return null;
  const side = sides[(top - mark.turns + sides.length) % sides.length];
  return side === undefined ? null : { card: mark.card, side };
}

/** The light of each cell of a mark and of the white around it, row by row. */
function cellsOf(frame: Frame, square: Square): readonly number[] {
  const place = placing(square);
  return Array.from({ length: WITH_WHITE ** 2 }, (_, cell) => {
    const [column, row] = [cell % WITH_WHITE, Math.floor(cell / WITH_WHITE)];
    const light = SAMPLES.map(([across, down]) =>
      lightAt(frame, place((column - EDGE + across) / MARK, (row - EDGE + down) / MARK)),
    );
    return mean(light);
  });
}

/** Where in a cell its light is taken. */
const SAMPLES = [
  [0.5, 0.5],
  [0.3, 0.3],
  [0.7, 0.3],
  [0.3, 0.7],
  [0.7, 0.7],
] as const;

/** From a place on a flat square, 0 to 1 across and down, to the frame it is seen in (P. Heckbert, “Fundamentals of Texture Mapping and Image Warping”, 1989). */
function placing([a, b, c, d]: Square): (across: number, down: number) => Point {
  const [sumX, sumY] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [rightX, rightY, lowX, lowY] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const scale = rightX * lowY - lowX * rightY;
  const g = (sumX * lowY - lowX * sumY) / scale;
  const h = (rightX * sumY - sumX * rightY) / scale;
  return (across, down) => {
    const far = g * across + h * down + 1;
    return {
      x: ((b.x - a.x + g * b.x) * across + (d.x - a.x + h * d.x) * down + a.x) / far,
      y: ((b.y - a.y + g * b.y) * across + (d.y - a.y + h * d.y) * down + a.y) / far,
    };
  };
}

/** The cells so many from the outside, all around. */
function ring(cells: readonly number[], depth: number): readonly number[] {
  return cells.filter((_, cell) => depthOf(cell) === depth);
}

function within(cells: readonly number[], depth: number): readonly number[] {
  return cells.filter((_, cell) => depthOf(cell) >= depth);
}

function depthOf(cell: number): number {
  const [column, row] = [cell % WITH_WHITE, Math.floor(cell / WITH_WHITE)];
  return Math.min(column, row, WITH_WHITE - 1 - column, WITH_WHITE - 1 - row);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function differing(one: number, other: number): number {
  let count = 0;
  for (let bits = one ^ other; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

/** Which side of a square is at its top, 0 for the one between its first two corners; null where it is held too slantwise to say. */
function topOf(square: Square): number | null {
  const middle = between(between(square[0], square[2]), between(square[1], square[3]));
  const tilts = square.map((corner, index) => {
    const side = between(corner, square[(index + 1) % 4] ?? corner);
    return Math.abs(Math.atan2(side.x - middle.x, middle.y - side.y));
  });
  const top = tilts.findIndex((tilt) => tilt <= (MAX_TILT * Math.PI) / 180);
  return top < 0 ? null : top;
}

function between(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
