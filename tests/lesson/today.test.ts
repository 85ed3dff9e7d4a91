import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hidesSomething,
  isChosen,
  isOfDay,
  readToday,
  readVersion,
  wholeLesson,
  writeToday,
  writeVersion,
  type TodayOnly,
} from '../../src/lesson/today.ts';
import { isTodayKey, todayKey } from '../../src/text/browser-keys.ts';

const own = { Sam: 'Sam', Alex: 'Alex' };
const DAY = '2026-11-24';
const none: TodayOnly = { names: own, hiddenBlocks: [], hiddenSlides: [] };
const chosen: TodayOnly = {
  names: { Sam: 'Kit', Alex: 'Alex' },
  hiddenBlocks: ['the-film'],
  hiddenSlides: ['what-helped'],
};

describe('what is chosen for today', () => {
  test('comes back on its day, and on no other', () => {
    expect(readToday(writeToday(chosen, DAY), own, DAY)).toEqual(chosen);
    expect(readToday(writeToday(chosen, DAY), own, '2026-11-25')).toEqual(none);
    expect([
      isOfDay(writeToday(chosen, DAY), DAY),
      isOfDay(writeToday(chosen, DAY), '2026-11-25'),
    ]).toEqual([true, false]);
  });

  test('is the whole lesson with its own names, whatever else was kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
        expect(readToday(text, own, DAY)).toEqual(none);
        expect(isOfDay(text, DAY)).toBe(false);
      }),
    );
  });

  test('is taken as far as it can be: a broken part leaves the others', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const read = readToday(
          JSON.stringify({
            day: DAY,
            names: one,
            hiddenBlocks: other,
            hiddenSlides: one,
          }),
          own,
          DAY,
        );
        expect(Object.keys(read.names)).toEqual(['Sam', 'Alex']);
        for (const id of [...read.hiddenBlocks, ...read.hiddenSlides]) {
          expect(typeof id).toBe('string');
        }
      }),
    );
    expect(
      readToday(JSON.stringify({ day: DAY, names: { Sam: '<b>' }, hiddenSlides: ['a'] }), own, DAY),
    ).toEqual({ ...none, hiddenSlides: ['a'] });
  });

  test('is kept only where there is something to keep', () => {
    expect(isChosen(wholeLesson(own), own)).toBe(false);
    expect(isChosen({ ...wholeLesson(own), names: chosen.names }, own)).toBe(true);
    expect(isChosen({ ...wholeLesson(own), hiddenSlides: ['a'] }, own)).toBe(true);
    expect(hidesSomething(wholeLesson(own))).toBe(false);
    expect(hidesSomething({ ...wholeLesson(own), hiddenBlocks: ['a'] })).toBe(true);
  });

  test('has a version that outlives it, and is nothing where the text is none', () => {
    for (const version of [
      { cut: null, session: 0 },
      { cut: 'two sessions', session: 1 },
    ]) {
      expect(readVersion(writeVersion(version))).toEqual(version);
    }
    for (const text of [null, '', '{', '7', '{"v":2,"cut":null}', '{"v":1,"cut":7}']) {
      expect(readVersion(text)).toBe(null);
    }
  });

  test('has a place of its own for each lesson and site', () => {
    const key = todayKey('a-lesson', '/lessons/');
    expect(isTodayKey(key)).toBe(true);
    expect(key).not.toBe(todayKey('a-lesson', '/'));
    expect(isTodayKey('wholeclass:/:a-lesson:present')).toBe(false);
  });
});
