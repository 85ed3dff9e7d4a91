import { expect, test } from 'vitest';
import { readTicks, writeTicks } from '../../../src/pages/present/start/today-ticks.ts';

test('A teacher’s ticks are of the day they were made on', () => {
  const text = writeTicks(['watched', 'paper'], '2026-11-25');
  expect(readTicks(text, '2026-11-25')).toEqual(['watched', 'paper']);
  expect(readTicks(text, '2026-11-26')).toEqual([]);
});

test('Ticks that are not ours are none', () => {
  for (const text of [
    null,
    '',
    '{',
    '7',
    '{"day":"2026-11-25","ticked":7}',
    '{"day":"2026-11-25","ticked":["other"]}',
  ]) {
    expect(readTicks(text, '2026-11-25')).toEqual([]);
  }
});
