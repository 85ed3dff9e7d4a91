import { describe, expect, it } from 'vitest';
import {
  nextPeriod,
  NO_TIMES,
  periodNow,
  periodTrouble,
  type SchoolDay,
} from '../../src/school/school-day.ts';

const day: SchoolDay = {
  minutes: 50,
  periods: [
    { starts: '08:50', ends: '09:40' },
    { starts: '09:40', ends: '10:30' },
    { starts: '10:50', ends: '11:40' },
    { starts: '', ends: '12:30' },
  ],
};
const at = (time: string) => new Date(`2026-11-30T${time}`);

describe('the period of a lesson', () => {
  it.for([
    ['08:34', null],
    ['08:35', { n: 1, ends: '09:40' }],
    ['09:24', { n: 1, ends: '09:40' }],
    // Made ready for the next one.
    ['09:25', { n: 2, ends: '10:30' }],
    ['10:25', { n: 2, ends: '10:30' }],
    ['10:26', null],
    ['10:35', { n: 3, ends: '11:40' }],
    ['11:36', null],
    ['12:00', null],
  ] as const)('at %s is %o', ([time, period]) => {
    expect(periodNow(day, at(time))).toEqual(period);
  });

  it('is not known where the school gave no times', () => {
    expect(periodNow(NO_TIMES, at('09:00'))).toBe(null);
  });
});

describe('the periods of a school day', () => {
  it('follow each other, each as long as lessons are', () => {
    expect(nextPeriod(NO_TIMES)).toEqual({ starts: '09:00', ends: '10:00' });
    expect(nextPeriod({ ...day, periods: day.periods.slice(0, 2) })).toEqual({
      starts: '10:30',
      ends: '11:20',
    });
    expect(nextPeriod({ minutes: 50, periods: [{ starts: '23:00', ends: '23:50' }] })).toEqual({
      starts: '23:50',
      ends: '23:59',
    });
  });

  it('say that one ends before it starts, once both times are there', () => {
    expect(periodTrouble({ starts: '09:40', ends: '09:40' }, 2)).toBe(
      'Period 2 ends before it starts. Check its two times.',
    );
    expect(periodTrouble({ starts: '09:40', ends: '' }, 2)).toBe('');
    expect(periodTrouble({ starts: '09:40', ends: '09:41' }, 2)).toBe('');
  });
});
