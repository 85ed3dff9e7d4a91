import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mixCards } from '../../src/document/layouts/mix-cards.ts';

const anyCards = fc
  .uniqueArray(fc.record({ words: fc.string({ maxLength: 8 }), group: fc.nat({ max: 3 }) }), {
    minLength: 2,
    maxLength: 12,
    selector: ({ words }) => words,
  })
  .map((cards) => cards.toSorted((a, b) => a.group - b.group));

test('cards are mixed the same way each time, and none is lost', () => {
  fc.assert(
    fc.property(anyCards, (cards) => {
      const mixed = mixCards(cards);
      expect(mixCards([...cards])).toEqual(mixed);
      expect(new Set(mixed)).toEqual(new Set(cards));
      expect(mixed.length).toBe(cards.length);
    }),
  );
});

test('mixed cards never lie in the order they are written in, nor group by group', () => {
  fc.assert(
    fc.property(anyCards, (cards) => {
      const mixed = mixCards(cards);
      expect(mixed).not.toEqual(cards);
      const groups = new Set(cards.map(({ group }) => group)).size;
      const runs = mixed.filter(({ group }, at) => group !== mixed[at - 1]?.group).length;
      expect(groups > 1 && cards.length > groups && runs <= groups).toBe(false);
    }),
  );
});
