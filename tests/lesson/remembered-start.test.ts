import { expect, test } from 'vitest';
import {
  FIRST_START,
  readStart,
  rememberEnd,
  serialiseStart,
  usualEnd,
} from '../../src/lesson/remembered-start.ts';

// A Monday.
const at = (clock: string, day = '2026-11-23') => new Date(`${day}T${clock}:00`);

test('how a lesson was started comes back, and anything else is as if nothing were', () => {
  const start = { ...FIRST_START, devices: 'shared', screens: 'two', pupils: 24 } as const;
  expect(readStart(serialiseStart(start))).toEqual(start);
  for (const text of [null, '', '{', '7', '{"v":2}', serialiseStart({ ...start, pupils: 0 })]) {
    expect(readStart(text)).toEqual(FIRST_START);
  }
});

test('the end of a lesson is remembered by weekday and hour, and how long lessons are', () => {
  const taught = rememberEnd(FIRST_START, at('10:40').getTime(), at('09:52'));
  expect(taught.minutes).toBe(50);
  expect(usualEnd(taught, at('09:48', '2026-11-30'))).toBe('10:40');
  expect(usualEnd(taught, at('09:48', '2026-12-01'))).toBe('');
  expect(usualEnd(taught, at('11:05', '2026-11-30'))).toBe('');
});

test('an end that is past or nearly now is not filled in, and an odd length is not a school’s', () => {
  const late = rememberEnd(FIRST_START, at('09:50').getTime(), at('09:05'));
  expect(late.minutes).toBe(45);
  expect(usualEnd(late, at('09:48', '2026-11-30'))).toBe('');
  expect(rememberEnd(FIRST_START, at('12:00').getTime(), at('09:05')).minutes).toBe(50);
  expect(rememberEnd(FIRST_START, null, at('09:05'))).toBe(FIRST_START);
});
