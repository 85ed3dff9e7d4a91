import { describe, expect, test } from 'vitest';
import { byDay, taughtInWords, timeInWords } from '../../src/edit/version-words.ts';

const at = (...time: readonly [number, number, number, number, number]) =>
  new Date(...time).getTime();
const NOW = at(2026, 10, 28, 12, 0);
const saved = (ms: number, taughtOn: string | null = null) => ({ saved: ms, taughtOn });

describe('the versions of a lesson in words', () => {
  test('are put together by day, in their order, with the year where it is another', () => {
    const [late, early, old] = [
      saved(at(2026, 10, 24, 16, 5)),
      saved(at(2026, 10, 24, 0, 0)),
      saved(at(2025, 10, 24, 9, 30)),
    ];
    expect(byDay([late, early, old], NOW)).toEqual([
      { day: 'Tuesday 24 November', versions: [late, early] },
      { day: 'Monday 24 November 2025', versions: [old] },
    ]);
    expect([late, early, old].map(timeInWords)).toEqual(['16:05', '00:00', '09:30']);
  });

  test('say on which day one was taught', () => {
    expect(taughtInWords(saved(NOW, '2026-11-24'), NOW)).toBe(
      'As it was taught on Tuesday 24 November',
    );
    expect(taughtInWords(saved(NOW, '2025-12-01'), NOW)).toBe(
      'As it was taught on Monday 1 December 2025',
    );
    expect(taughtInWords(saved(NOW), NOW)).toBe('');
  });
});
