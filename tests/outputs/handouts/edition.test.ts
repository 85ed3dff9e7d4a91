import { expect, test } from 'vitest';
import { pageTitle } from '../../../src/outputs/handouts/edition.ts';

test('a page of paper has its own name whole in its title, and the program’s where there is room', () => {
  expect(pageTitle('Worksheet: Fair play')).toBe('Worksheet: Fair play · Wholeclass');
  const long = 'Slips for the start and the end: Power, and putting it right';
  expect(pageTitle(long)).toBe(long);
});
