import { expect, test } from 'vitest';
import { counted } from '../../src/text/counted.ts';

test('one of a kind has no “s”, and none and many have', () => {
  expect([0, 1, 2].map((count) => counted(count, 'part'))).toEqual([
    '0 parts',
    '1 part',
    '2 parts',
  ]);
});
