import { expect, test } from 'vitest';
import { isDraftText, withDraft } from '../../src/edit/lesson-draft.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

test.for([
  '---\ntitle: Ice\nstage: KS2\n---\n# Ice\n\nCold.\n',
  '---\ntitle: Ice\ndraft: no\n---\n# Ice\n',
  '---\ntitle: Ice\n---',
  '---\ndraft: "yes"\ntitle: Ice\n---\n\ndraft: yes\n',
  '# Ice: a start\n\ndraft: yes\n',
])('a text becomes a draft and is published again, as the reader sees it: %j', (text) => {
  const { title } = readLesson('ice', text).lesson;
  const draft = withDraft(text, true);
  expect(isDraftText(draft)).toBe(true);
  expect(readLesson('ice', draft).lesson).toMatchObject({ isDraft: true });
  const published = withDraft(draft, false);
  expect(isDraftText(published)).toBe(false);
  expect(readLesson('ice', published).lesson).toMatchObject({ isDraft: false });
  expect(readLesson('ice', published).lesson.title).toBe(title);
  expect(withDraft(draft, true)).toBe(draft);
});

test('what is published again has the words it had, and no field of a draft', () => {
  const text = '---\ntitle: Ice\nstage: KS2\n---\n# Ice\n\nCold.\n';
  expect(withDraft(text, true)).toBe(
    '---\ntitle: Ice\nstage: KS2\ndraft: yes\n---\n# Ice\n\nCold.\n',
  );
  expect(withDraft(withDraft(text, true), false)).toBe(text);
});

test.for(['draft: yes', 'draft: true', 'draft: "yes"', 'draft: yes # not yet', 'Draft: no'])(
  'the page and the reader agree whether “%s” is a draft',
  (line) => {
    const text = `---\ntitle: Ice\n${line}\n---\n# Ice\n`;
    expect(isDraftText(text)).toBe(readLesson('ice', text).lesson.isDraft);
  },
);
