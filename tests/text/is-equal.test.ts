import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEqual } from '../../src/text/is-equal.ts';
import { runs } from '../thorough.ts';

test('two values are equal where they say the same, in whatever order', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(isEqual(one, structuredClone(one))).toBe(true);
      const [a, b] = [one, other].map((value) => JSON.stringify(value));
      // What has its names in another order is the same, and not the same text.
      if (isEqual(one, other)) expect(a?.length).toBe(b?.length);
      else expect(a).not.toBe(b);
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
