import { minutesOfDay, timeOfDay } from '../text/time-of-day.ts';

/** A period of the day, `{ starts: '09:00', ends: '09:50' }`; empty where a time is not filled in yet. */
export type Period = { readonly starts: string; readonly ends: string };

/** How long a school’s lessons are, in minutes, null where no one said, and its periods in the order of the day. */
export type SchoolDay = { readonly minutes: number | null; readonly periods: readonly Period[] };

/** A school that no one has asked. */
export const NO_TIMES: SchoolDay = { minutes: null, periods: [] };

/** How long a lesson can be, in minutes. */
export const LESSON_LENGTHS = { min: 20, max: 120 } as const;

/** The most periods of a day. */
export const MAX_PERIODS = 12;

/** Lessons are made ready so many minutes before a period starts. */
const BEFORE_START = 15;

/** With fewer minutes left no lesson is started in a period. */
const BEFORE_END = 5;

/** A period by its number, counted from 1, and when it ends. */
export type PeriodNow = { readonly n: number; readonly ends: string };

/** The period in which a lesson that is made ready now is taught; of two, the one that is about to start. Null between them, and where no times are known. */
export function periodNow({ periods }: SchoolDay, now: Date): PeriodNow | null {
  const at = now.getHours() * 60 + now.getMinutes();
  const fits = periods.findLastIndex(({ starts, ends }) => {
    const [from, to] = [minutesOfDay(starts), minutesOfDay(ends)];
    return from !== null && to !== null && at >= from - BEFORE_START && at <= to - BEFORE_END;
  });
  const period = periods[fits];
  return period === undefined ? null : { n: fits + 1, ends: period.ends };
}

/** The period that comes after the last, as long as lessons are; the first starts when the school day usually does. */
export function nextPeriod({ minutes, periods }: SchoolDay): Period {
  const last = minutesOfDay(periods.at(-1)?.ends ?? '') ?? 9 * 60;
  return { starts: timeOfDay(last), ends: timeOfDay(last + (minutes ?? 60)) };
}

/** What is wrong with a period, in a sentence; empty where nothing is, and where a time is still to be filled in. */
export function periodTrouble({ starts, ends }: Period, n: number): string {
  const [from, to] = [minutesOfDay(starts), minutesOfDay(ends)];
  return from !== null && to !== null && to <= from
    ? `Period ${n} ends before it starts. Check its two times.`
    : '';
}
