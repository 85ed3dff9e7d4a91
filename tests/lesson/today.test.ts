import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cutsSomething,
  isChosen,
  isOfDay,
  readToday,
  wholeLesson,
  writeToday,
  type Today,
} from '../../src/lesson/today.ts';
import { isTodayKey, todayKey } from '../../src/text/browser-keys.ts';

const own = { Sam: 'Sam', Alex: 'Alex' };
const DAY = '2026-11-24';
const chosen: Today = {
  names: { Sam: 'Kit', Alex: 'Alex' },
  cut: 'two sessions',
  session: 1,
  hiddenBlocks: ['the-film'],
  hiddenSlides: ['what-helped'],
};

describe('what is chosen for today', () => {
  test('comes back on its day, and on no other', () => {
    expect(readToday(writeToday(chosen, DAY), own, DAY)).toEqual(chosen);
    expect(readToday(writeToday(chosen, DAY), own, '2026-11-25')).toEqual(wholeLesson(own));
    expect([
      isOfDay(writeToday(chosen, DAY), DAY),
      isOfDay(writeToday(chosen, DAY), '2026-11-25'),
    ]).toEqual([true, false]);
  });

  test('is the whole lesson with its own names, whatever else was kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
        expect(readToday(text, own, DAY)).toEqual(wholeLesson(own));
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
            cut: other,
            session: one,
            hiddenBlocks: other,
            hiddenSlides: one,
          }),
          own,
          DAY,
        );
        expect(Object.keys(read.names)).toEqual(['Sam', 'Alex']);
        expect(read.cut === null || typeof read.cut === 'string').toBe(true);
        expect(Number.isInteger(read.session) && read.session >= 0).toBe(true);
        for (const id of [...read.hiddenBlocks, ...read.hiddenSlides]) {
          expect(typeof id).toBe('string');
        }
      }),
    );
    expect(
      readToday(
        JSON.stringify({ day: DAY, names: { Sam: '<b>' }, cut: '20 minutes', session: 'x' }),
        own,
        DAY,
      ),
    ).toEqual({
      ...wholeLesson(own),
      cut: '20 minutes',
    });
  });

  test('is kept only where there is something to keep', () => {
    expect(isChosen(wholeLesson(own), own)).toBe(false);
    expect(isChosen({ ...wholeLesson(own), names: chosen.names }, own)).toBe(true);
    expect(isChosen({ ...wholeLesson(own), hiddenSlides: ['a'] }, own)).toBe(true);
    expect(cutsSomething(wholeLesson(own))).toBe(false);
    expect(cutsSomething({ ...wholeLesson(own), cut: '20 minutes' })).toBe(true);
  });

  test('has a place of its own for each lesson and site', () => {
    const key = todayKey('a-lesson', '/lessons/');
    expect(isTodayKey(key)).toBe(true);
    expect(key).not.toBe(todayKey('a-lesson', '/'));
    expect(isTodayKey('wholeclass:/:a-lesson:present')).toBe(false);
  });
});
