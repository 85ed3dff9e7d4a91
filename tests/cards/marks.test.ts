import { describe, expect, it } from 'vitest';
import { CARDS, CELLS, cellsOfCard, marks, turned } from '../../src/cards/marks.ts';

function differing(one: number, other: number): number {
  return (one ^ other).toString(2).replaceAll('0', '').length;
}

/** A pattern as a mirror shows it. */
function mirrored(bits: number): number {
  const rows =
    bits
      .toString(2)
      .padStart(CELLS * CELLS, '0')
      .match(/.{5}/g) ?? [];
  return Number.parseInt(rows.map((row) => [...row].toReversed().join('')).join(''), 2);
}

describe('the marks', () => {
  it('are thirty, each in four turns', () => {
    expect(CARDS).toBe(30);
    expect(marks).toHaveLength(120);
    for (const { card, turns, bits } of marks) {
      expect(turned(bits, 4 - turns)).toBe(marks.find((one) => one.card === card)?.bits);
    }
  });

  it('differ in eight cells at least, turned and mirrored too, so that no misread cell makes one of another', () => {
    const nearest = marks.map(({ bits }) =>
      Math.min(
        ...marks.flatMap((other) => [
          other.bits === bits ? CELLS ** 2 : differing(other.bits, bits),
          differing(mirrored(other.bits), bits),
        ]),
      ),
    );
    expect(new Set(marks.map(({ bits }) => bits)).size).toBe(marks.length);
    expect(Math.min(...nearest)).toBe(8);
  });

  it('have a black border all around, one cell wide', () => {
    for (let card = 0; card < CARDS; card += 1) {
      const cells = cellsOfCard(card);
      const edge = [...(cells[0] ?? []), ...(cells.at(-1) ?? [])].concat(
        cells.flatMap((row) => [row[0] ?? false, row.at(-1) ?? false]),
      );
      expect(edge.every(Boolean)).toBe(true);
    }
  });
});
