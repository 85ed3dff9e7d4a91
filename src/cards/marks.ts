/** The sides of a mark, clockwise from the one that is at its top as it is printed: a pupil who holds a side up has chosen its letter. */
export const sides = ['a', 'b', 'c', 'd'] as const;

/** One side of a mark. */
export type Side = (typeof sides)[number];

/** Cells across the inside of a mark, and how many its black border is wide, and the white around that at least. */
export const CELLS = 5;
export const EDGE = 1;

/** How wide a mark is on paper with its border, in mm. */
export const MARK_MM = 165;

/**
 * The insides of the marks, a bit for each cell, row by row, 1 for a black one: one for each card. Any two differ in
 * at least eight cells, however either is turned or mirrored, and each from itself turned.
 */
const PATTERNS: readonly number[] = [
  0x02c6536, 0x16168cf, 0x1edb25d, 0x0907f17, 0x1ce9e74, 0x07b0e5c, 0x097a27f, 0x00a1eec, 0x0b81b68,
  0x0c708f5, 0x04ddbd3, 0x170262d, 0x09a1c53, 0x171baf8, 0x16fcd48, 0x0b2f878, 0x1c254ed, 0x0a21f54,
  0x050950b, 0x12da2e0, 0x1e416a8, 0x1ace96e, 0x1bd6617, 0x1ee8016, 0x0708db1, 0x0c3ed15, 0x06a5bdd,
  0x1a188b6, 0x02bbd34, 0x19b7003,
];

/** How many cards there are in a set. */
export const CARDS = PATTERNS.length;

/** A mark as it is seen after so many quarter turns clockwise. */
export type Mark = { readonly card: number; readonly turns: number; readonly bits: number };

/** Every card in each of its four turns. */
export const marks: readonly Mark[] = PATTERNS.flatMap((bits, card) =>
  sides.map((_, turns) => ({ card, turns, bits: turned(bits, turns) })),
);

/** True for each black cell of a card's mark with its border, row by row, as it is printed. */
export function cellsOfCard(card: number): readonly (readonly boolean[])[] {
  const bits = PATTERNS[card] ?? 0;
  const across = CELLS + 2 * EDGE;
  return Array.from({ length: across }, (_, row) =>
    Array.from({ length: across }, (__, column) => {
      const isInside = [row, column].every((at) => at >= EDGE && at < EDGE + CELLS);
      return !isInside || isBlack(bits, row - EDGE, column - EDGE);
    }),
  );
}

/** A pattern after so many quarter turns clockwise. */
export function turned(bits: number, turns: number): number {
  if (turns === 0) return bits;
  let next = 0;
  for (let row = 0; row < CELLS; row += 1) {
    for (let column = 0; column < CELLS; column += 1) {
      next = next * 2 + (isBlack(bits, CELLS - 1 - column, row) ? 1 : 0);
    }
  }
  return turned(next, turns - 1);
}

function isBlack(bits: number, row: number, column: number): boolean {
  return ((bits >> (CELLS * CELLS - 1 - (row * CELLS + column))) & 1) === 1;
}
