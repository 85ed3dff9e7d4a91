import { expect, test } from 'vitest';
import { askedFrom, askedFromQuery, wayBack } from '../../src/approval/asked-from.ts';

test('the approval leads back to the page it was opened from, and a link that was sent leads nowhere', () => {
  expect(askedFrom(`?lesson=a1&${askedFromQuery('start')}`)).toBe('start');
  expect(askedFrom(`?${askedFromQuery('lesson')}`)).toBe('lesson');
  for (const sent of ['', '?lesson=a1', '?from=https://example.org']) {
    expect(askedFrom(sent), sent).toBe(null);
  }
  expect(wayBack('lesson', 'coasts')).toEqual({
    path: 'lesson/coasts/',
    words: 'Back to the lesson',
  });
  expect(wayBack('start', 'coasts')).toEqual({ path: 'present/coasts/', words: 'Back to Start' });
});
