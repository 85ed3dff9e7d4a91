import { expect, test } from 'vitest';
import {
  recommendedVersion,
  shortVersionName,
  versionChosen,
  versionLine,
  versionName,
  versionsOf,
  versionWords,
} from '../../src/lesson/versions.ts';

const block = (title: string, minutes: number | null) => ({
  id: title.toLowerCase(),
  title,
  minutes,
});
const parts = (...some: readonly (readonly [string, number])[]) =>
  some.map(([one, minutes]) => ({ block: one, minutes }));
const lesson = {
  blocks: [block('Settle', 5), block('Film', 25), block('Extra', 10), block('Close', 20)],
  cuts: [
    { name: 'two sessions', sessions: [parts(['settle', 3], ['film', 25]), parts(['close', 30])] },
    { name: '20 minutes', sessions: [parts(['close', 20])] },
    {
      name: 'without the optional parts',
      sessions: [parts(['settle', 5], ['film', 25], ['close', 20])],
    },
  ],
};
const all = versionsOf(lesson);

test('versions are named by their length, the longest first and sessions last', () => {
  expect(
    all.map((one) => [versionName(one, all), shortVersionName(one, all), versionWords(one)]),
  ).toEqual([
    ['60 minutes', '60 min', 'Everything'],
    ['50 minutes', '50 min', 'Leaves out “Extra”'],
    ['20 minutes', '20 min', 'Leaves out “Settle”, “Film” and “Extra”'],
    ['Session 1 of 2', 'Session 1', '28 minutes. 2 of 4 parts'],
    ['Session 2 of 2', 'Session 2', '30 minutes. 1 of 4 parts'],
  ]);
});

test('a version that is not chosen says on one line how much is left out', () => {
  expect(all.map(versionLine)).toEqual([
    'everything',
    'leaves out 1 part',
    'leaves out 3 parts',
    '28 min, 2 of 4 parts',
    '30 min, 1 of 4 parts',
  ]);
});

test('the longest version that fits is recommended: 50 minutes where no length is known, never a session', () => {
  expect(recommendedVersion(all)?.minutes).toBe(50);
  expect(recommendedVersion(all, 60)?.minutes).toBe(60);
  expect(recommendedVersion(all, 35)?.minutes).toBe(20);
  expect(recommendedVersion(all, 10)?.minutes).toBe(20);
  const untimed = versionsOf({ blocks: [block('Talk', null)], cuts: [] });
  expect(recommendedVersion(untimed)?.cut).toBe(null);
  expect(untimed.map((one) => versionName(one, untimed))).toEqual(['The whole lesson']);
  expect(recommendedVersion(versionsOf({ blocks: [], cuts: [] }))?.minutes).toBe(null);
});

test('two versions of one length have different names, and a choice the lesson has no more is the whole lesson', () => {
  const twice = versionsOf({
    ...lesson,
    cuts: [...lesson.cuts, { name: 'with drama', sessions: [parts(['film', 20])] }],
  });
  expect(twice.map((one) => versionName(one, twice))).toContain('20 minutes, with drama');
  expect(versionChosen(all, { cut: 'gone', session: 1 })?.cut).toBe(null);
  expect(versionChosen(all, { cut: 'two sessions', session: 7 })?.session).toBe(0);
});
