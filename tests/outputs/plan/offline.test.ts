import { describe, expect, test } from 'vitest';
import { offlinePath } from '../../../src/outputs/plan/offline-list.ts';
import { megabytes, offlineView } from '../../../src/outputs/plan/offline-words.ts';
import { lessonOfOfflineKey, offlineLessonKey } from '../../../src/text/browser-keys.ts';

const ready = {
  is: 'ready',
  bytes: 43_000_000,
  stored: 0,
  seen: 0,
  isNewest: true,
  isSafe: true,
} as const;
const DAY = 24 * 60 * 60 * 1000;

describe('what the page says of a lesson for a room without a network', () => {
  test('is “Ready offline” for a lesson that is there whole, and for no other', () => {
    const others = [
      { is: 'not here', bytes: 1 },
      { is: 'coming', done: 1, bytes: 1 },
      { is: 'half', why: 'stopped', done: 1, bytes: 2 },
      { is: 'full', bytes: 1, left: null },
      { is: 'not allowed', why: 'browser' },
    ] as const;
    expect(offlineView(ready, {}).light).toBe('Ready offline, 43.0 MB');
    expect(others.filter((state) => offlineView(state, {}).light.startsWith('Ready'))).toEqual([]);
  });

  test('offers “Update” only where the site has a newer one, and then says so', () => {
    expect(offlineView(ready, {}).main).toBeNull();
    const old = offlineView({ ...ready, isNewest: false }, {});
    expect([old.main, old.about]).toEqual(['Update', expect.stringContaining('a newer one')]);
  });

  test('says that an earlier version is still there where a newer one did not come', () => {
    const views = (['full', 'away', 'stopped', 'changed', 'wrong'] as const).map((failed) =>
      offlineView({ ...ready, isNewest: false, failed }, {}),
    );
    for (const { light, about, main, other } of views) {
      expect([light, main, other]).toEqual(['Ready offline, 43.0 MB', 'Update', 'Remove']);
      expect(about).toContain('The one from before is still here.');
    }
  });

  test('says when the site last had it, and from the 31st day on to ask it before the lesson', () => {
    const days = { stored: '1 December 2026', seen: '3 December 2026' };
    const aboutAt = (now: number) => offlineView(ready, { days, now }).about;
    expect(aboutAt(30 * DAY)).toMatch(/^Kept on 1 December 2026\. The site had the same on 3 Dec/);
    expect(aboutAt(30 * DAY)).not.toContain('once with a network');
    expect(aboutAt(30 * DAY + 1)).toMatch(
      /The site last had it on 3 December 2026\. Open this page once with a network/,
    );
    const sameDay = { stored: days.stored, seen: days.stored };
    expect(offlineView(ready, { days: sameDay, now: 1 }).about).not.toContain('The site had');
  });

  test('names the room that is wanted and that there is', () => {
    expect(offlineView({ is: 'full', bytes: 43_000_000, left: 5_000_000 }, {}).about).toMatch(
      /^It needs 43\.0 MB, and this browser has 5\.0 MB left\./,
    );
  });

  test('never says less than it takes', () => {
    expect([megabytes(1), megabytes(100_000), megabytes(100_001)]).toEqual([
      '0.1 MB',
      '0.1 MB',
      '0.2 MB',
    ]);
  });
});

test('a file is listed by the address that is asked for, and what a lesson does without is not', () => {
  expect(
    ['index.html', 'board/x/index.html', 'media/x/a b.svg', 'comebacks/index.html'].map(
      offlinePath,
    ),
  ).toEqual(['', 'board/x/', 'media/x/a%20b.svg', 'comebacks/']);
  expect(
    ['offline.js', 'supporters/index.html', 'comebacks/dots-192.png'].map(offlinePath),
  ).toEqual([null, null, null]);
});

test('a cache’s name gives its lesson, for its own site alone', () => {
  const name = offlineLessonKey('a-lesson', '/us/', 'x_-1');
  expect(lessonOfOfflineKey(name, '/us/')).toBe('a-lesson');
  expect(['/', '/us/two/', '/u/'].map((site) => lessonOfOfflineKey(name, site))).toEqual([
    null,
    null,
    null,
  ]);
});
