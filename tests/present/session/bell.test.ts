import { describe, expect, test } from 'vitest';
import {
  bellAt,
  bellTrouble,
  clockWords,
  readBell,
} from '../../../src/pages/present/session/bell.ts';

const MINUTE = 60_000;
const BELL = 100 * MINUTE;
const at = (minutes: number, left = 0) => readBell(BELL, { now: BELL - minutes * MINUTE, left });

describe('the bell', () => {
  test('offers to land eight minutes before it, and not sooner', () => {
    expect([9, 8.2, 8, 7, 0.5, 0].map((minutes) => at(minutes).isNear)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test('is in whole minutes, none in its own minute, and negative from then on', () => {
    expect([9.2, 1, 0, -0.9, -1, -5.5].map((minutes) => at(minutes).minutes)).toEqual([
      10, 1, 0, 0, -1, -5,
    ]);
  });

  test('is left on the clock until it rings, and then how long ago it was', () => {
    const bell = new Date(2026, 10, 24, 10, 50).getTime();
    const words = (minutes: number) => {
      const clock = clockWords(bell, { now: bell - minutes * MINUTE, left: 30 });
      return `${clock.minutes} ${clock.are}, ${clock.end}`;
    };
    expect([9, 0, -0.5, -1, -20].map(words)).toEqual([
      '9 min left, ends 10:50',
      '0 min left, ends 10:50',
      '0 min left, ends 10:50',
      '1 min over, bell was 10:50',
      '20 min over, bell was 10:50',
    ]);
    expect(clockWords(null, { now: bell, left: 30 })).toEqual({
      minutes: '30 min',
      are: 'left',
      end: 'it is 10:50',
    });
  });

  test('says nothing of a plan that needs less than four minutes more', () => {
    expect([10, 13, 14, 30].map((left) => at(10, left).over)).toEqual([0, 0, 4, 20]);
  });

  test('is the time typed, today, and nothing that is past, far off, or no time', () => {
    const now = new Date(2026, 10, 24, 10, 0);
    for (const typed of ['10:50', '10.50', '1050', ' 10 50 ']) {
      expect(bellAt(typed, now), typed).toBe(new Date(2026, 10, 24, 10, 50).getTime());
    }
    expect(bellAt('2:40', now)).toBe(new Date(2026, 10, 24, 14, 40).getTime());
    for (const typed of ['2:40pm', '2.40 p.m.', '0240PM', '2:40 pm']) {
      expect(bellAt(typed, now), typed).toBe(new Date(2026, 10, 24, 14, 40).getTime());
    }
    expect(bellAt('12:45pm', now)).toBe(new Date(2026, 10, 24, 12, 45).getTime());
    expect(bellAt('10:50am', now)).toBe(new Date(2026, 10, 24, 10, 50).getTime());
    for (const typed of ['14:40pm', '0:40am', '2:40am', '10:50xm']) {
      expect(bellAt(typed, now), typed).toBeNull();
    }
    for (const typed of ['', '09:59', '10:00', '23:00', '25:00', '10:60', 'soon', '1:5']) {
      expect(bellAt(typed, now), typed).toBeNull();
    }
  });

  test('is refused in words that fit: no time, one that has passed, or one too far off', () => {
    const now = new Date(2026, 10, 24, 22, 3);
    expect(['', ' ', '22:40', '10:40'].map((typed) => bellTrouble(typed, now))).toEqual([
      '',
      '',
      '',
      '',
    ]);
    for (const typed of ['09:00', '21:50', '2203']) {
      expect(bellTrouble(typed, now), typed).toBe('That time has passed: it is 22:03 now.');
    }
    expect(bellTrouble('soon', now)).toBe('Write it like 10:40.');
    expect(bellTrouble('23:00', new Date(2026, 10, 24, 8, 5))).toBe(
      'That is more than six hours from now.',
    );
    expect(bellTrouble('8:00', new Date(2026, 10, 24, 8, 5))).toBe(
      'That time has passed: it is 08:05 now.',
    );
  });
});
