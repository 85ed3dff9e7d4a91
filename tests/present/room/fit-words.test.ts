import { expect, test } from 'vitest';
import { fitOf } from '../../../src/pages/present/room/fit-words.ts';
import { versionsOf } from '../../../src/lesson/versions.ts';

const all = versionsOf({
  blocks: [{ id: 'a', title: 'A', minutes: 60 }],
  cuts: [
    { name: '40 minutes', sessions: [[{ block: 'a', minutes: 40 }]] },
    { name: '20 minutes', sessions: [[{ block: 'a', minutes: 20 }]] },
  ],
});

test('an end time is answered at once: what is spare, or what is over and the longest version that fits', () => {
  expect(fitOf(50, 52, all)?.words).toBe('It fits, with 2 minutes spare');
  expect(fitOf(50, 51, all)?.words).toBe('It fits, with 1 minute spare');
  expect(fitOf(50, 50, all)?.words).toBe('It just fits');
  expect(fitOf(50, null, all)?.words).toBe('It takes 50 minutes');
  const over = fitOf(50, 42, all);
  expect([over?.words, over?.isOver, over?.use?.minutes]).toEqual(['8 minutes over', true, 40]);
  // A period of 50 minutes that began a minute ago, and four, which the desk calls behind.
  const [late, behind] = [fitOf(50, 49, all), fitOf(50, 46, all)];
  expect([late?.words, late?.isOver, late?.use]).toEqual([
    '1 minute over: no need to shorten',
    false,
    null,
  ]);
  expect(fitOf(50, 47, all)?.isOver).toBe(false);
  expect([behind?.words, behind?.isOver]).toEqual(['4 minutes over', true]);
  expect(fitOf(50, 10, all)?.use).toBe(null);
  expect(fitOf(null, 30, all)).toBe(null);
});
