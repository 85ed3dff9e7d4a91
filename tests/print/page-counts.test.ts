import { expect, test } from 'vitest';
import { maxPages } from './page-counts.ts';

test('a worksheet takes the sheets of paper that the page “Print” says: one, and for some lessons two in large print or with more space', () => {
  const [all, ...longer] = maxPages('worksheet');
  expect(all).toEqual([2, 2, 2]);
  expect(longer.filter(([, large]) => large > 2)).toHaveLength(12);
  expect(longer.filter(([, , spaced]) => spaced > 2)).toHaveLength(3);

  const worksheets = maxPages('worksheet');
  expect(worksheets.length).toBeGreaterThan(1);
  for (const [standard, large, spaced] of worksheets) {
    expect(standard).toBeLessThanOrEqual(2);
    expect(large).toBeLessThanOrEqual(4);
    expect(spaced).toBeLessThanOrEqual(4);
  }
});
