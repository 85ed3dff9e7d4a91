import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelName } from '../../src/outputs/board/board-link.ts';
import { serialiseState } from '../../src/pages/present/session/saved-state.ts';
import { deskKey } from '../../src/text/browser-keys.ts';
import { endWords, RETURN_MS, runningLessons } from '../../src/text/running-lesson.ts';
import { started } from '../present/a-state.ts';

const saved = (slug: string, at: number, bell: number | null = null) =>
  [deskKey(channelName(slug, '/lessons/')), serialiseState(started({ bell }), at) ?? ''] as const;

test('[TB10] a started lesson can be returned to for as long as its presenter would go on with it, the one last used first', () => {
  const stored = [saved('one', 10, 5_000), saved('two', 20)];
  expect(runningLessons(stored, '/lessons/', 20)).toEqual([
    { slug: 'two', bell: null },
    { slug: 'one', bell: 5_000 },
  ]);
  expect(runningLessons(stored, '/lessons/', 10 + RETURN_MS)).toHaveLength(2);
  expect(runningLessons(stored, '/lessons/', 11 + RETURN_MS).map(({ slug }) => slug)).toEqual([
    'two',
  ]);
});

test('a lesson that had to end before now comes after one that runs, whichever was saved last', () => {
  const stored = [saved('forgotten', 30, 5_000), saved('now', 20, 9_000), saved('open', 10)];
  const order = (now: number) => runningLessons(stored, '/lessons/', now).map(({ slug }) => slug);
  expect(order(4_999)).toEqual(['forgotten', 'now', 'open']);
  expect(order(5_000)).toEqual(['now', 'open', 'forgotten']);
});

test('a running lesson says when it ends, and from then on when it was to end', () => {
  const bell = new Date(2026, 11, 1, 10, 50).getTime();
  expect([bell - 1, bell].map((now) => endWords({ bell }, now))).toEqual([
    'ends at 10:50',
    'was to end at 10:50',
  ]);
  expect(endWords({ bell: null }, bell)).toBe('');
});

test('a lesson of another site, another key of this one, and text that is no desk are no running lesson', () => {
  const [, text] = saved('one', 0);
  const keys = [
    'wholeclass:/other/:one:present',
    'wholeclass:/lessons/:one:version',
    'wholeclass:/lessons/:../x:present',
    'wholeclass:/lessons/::present',
  ];
  expect(
    runningLessons(
      keys.map((key) => [key, text] as const),
      '/lessons/',
      0,
    ),
  ).toEqual([]);
  const key = deskKey(channelName('one', '/lessons/'));
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.json()),
      (any) => void expect(runningLessons([[key, any]], '/lessons/', 0)).toEqual([]),
    ),
  );
});
