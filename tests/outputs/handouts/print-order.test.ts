import { expect, test } from 'vitest';
import { formatQueue } from '../../../src/outputs/handouts/print-order.ts';

test('an order for PDFs that waits says whose turn it is, also when no other is before it', () => {
  const words = [0, 1, 2].map((ahead) => formatQueue({ state: 'waiting', ahead }));
  expect(words).toEqual([
    'Yours are next.',
    'Someone else’s PDFs come first. Yours are next.',
    'PDFs for 2 other people come first.',
  ]);
});
