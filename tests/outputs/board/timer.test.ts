import { describe, expect, it } from 'vitest';
import {
  addMinute,
  beginTimer,
  clockOf,
  leftOf,
  pauseTimer,
  announcementOf,
} from '../../../src/outputs/board/timer.ts';

function begun(clock: string) {
  const timer = beginTimer(clock, 1_000);
  if (timer === null) throw new Error(`No time in “${clock}”`);
  return timer;
}

describe('a timer', () => {
  it('runs from what its clock shows down to nothing, and no further', () => {
    const timer = begun('1:30');
    expect(
      [1_000, 1_001, 2_000, 90_999, 91_000, 900_000].map((now) => clockOf(leftOf(timer, now))),
    ).toEqual(['1:30', '1:30', '1:29', '0:01', '0:00', '0:00']);
    expect(beginTimer('Time’s up', 0)).toBeNull();
  });

  it('keeps its time while it is paused, and goes on from there', () => {
    const paused = pauseTimer(begun('5:00'), 61_000);
    expect(leftOf(paused, 999_000)).toBe(240_000);
    const again = pauseTimer(paused, 999_000);
    expect(leftOf(again, 1_000_000)).toBe(239_000);
  });

  it('takes a minute more, running, paused and over, up to an hour', () => {
    expect(leftOf(addMinute(begun('1:00'), 31_000), 31_000)).toBe(90_000);
    const paused = addMinute(pauseTimer(begun('1:00'), 31_000), 50_000);
    expect([leftOf(paused, 99_000), paused.isRunning]).toEqual([90_000, false]);
    const over = addMinute(begun('0:10'), 99_000);
    expect([leftOf(over, 109_000), over.isRunning]).toEqual([50_000, true]);
    expect(leftOf(addMinute(begun('60:00'), 1_000), 1_000)).toBe(3_600_000);
  });

  it('says each whole minute once, and the end', () => {
    expect(announcementOf(120_001, 120_000)).toBe('2 minutes left');
    expect(announcementOf(120_000, 119_999)).toBe('');
    expect(announcementOf(60_050, 59_900)).toBe('1 minute left');
    expect(announcementOf(100, 0)).toBe('Time’s up');
    expect(announcementOf(0, 0)).toBe('');
  });
});
