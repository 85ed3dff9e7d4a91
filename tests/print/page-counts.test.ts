import { expect, test } from 'vitest';
import { maxPages } from './page-counts.ts';

test('a worksheet takes the sheets of paper that the page “Print” says: one in standard print, two in the others', () => {
  const worksheets = maxPages('worksheet');
  expect(worksheets.length).toBeGreaterThan(1);
  for (const [standard, large, spaced] of worksheets) {
    expect(standard).toBeLessThanOrEqual(2);
    expect(large).toBeLessThanOrEqual(4);
    expect(spaced).toBeLessThanOrEqual(4);
  }
});
