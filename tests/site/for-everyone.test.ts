import { expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { openToEveryone } from '../../src/site/for-everyone.ts';

test('a draft is on no site for everyone', async () => {
  const files = ['draft: yes', 'draft: no', 'minutes: 20'].map((line, at) => ({
    ...readLesson(`ice-${at}`, `---\ntitle: Ice\n${line}\n---\n# Ice\n\nCold.\n`),
    slug: `ice-${at}`,
    path: `ice-${at}.md`,
    plan: null,
    misread: [],
    problems: Promise.resolve([]),
  }));
  const open = await openToEveryone(files, { media: 'media' });
  expect(open.map(({ slug }) => slug)).toEqual(['ice-1', 'ice-2']);
});
