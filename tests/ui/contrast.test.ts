import { expect, test } from 'vitest';
import { contrastOf, rgbOf } from '../../src/ui/contrast.ts';

test.for([
  ['#000', '#ffffff', 21],
  ['#fff', '#000000', 21],
  ['#777777', '#777777', 1],
  ['#767676', '#ffffff', 4.54],
] as const)('%s and %s differ by %f to 1', ([one, other, ratio]) => {
  expect(contrastOf(rgbOf(one), rgbOf(other))).toBeCloseTo(ratio, 2);
});
