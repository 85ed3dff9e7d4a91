import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEqual } from '../../src/text/is-equal.ts';
import { runs } from '../thorough.ts';

// The same text for what says the same, in whatever order its names are.
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

test('two values are equal where they say the same', () => {
  const few = fc.jsonValue({ maxDepth: 2 });
  fc.assert(
    fc.property(fc.oneof(few, fc.boolean()), fc.oneof(few, fc.boolean()), (one, other) => {
      expect(isEqual(one, structuredClone(one))).toBe(true);
      expect(isEqual(one, other)).toBe(inOrder(one) === inOrder(other));
    }),
    runs(300),
  );
});

test.each([
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[], {}, false],
  [null, {}, false],
  [[1, [2]], [1, [3]], false],
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
])('%j and %j', (one, other, is) => {
  expect([isEqual(one, other), isEqual(other, one)]).toEqual([is, is]);
});
