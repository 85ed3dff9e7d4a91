import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLessons } from '../../src/site/lessons.ts';

const folder = mkdtempSync(join(tmpdir(), 'wholeclass-lessons-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file of twenty megabytes is not read, and says so', async () => {
  writeFileSync(join(folder, 'huge.md'), '');
  truncateSync(join(folder, 'huge.md'), 20_000_000);
  const file = await openLessons(folder).one('huge');
  expect(file?.lesson.blocks).toEqual([]);
  expect((await file?.problems)?.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'unreadable-file: Cannot open lessons/huge.md: it has 20 MB, and a lesson is less than 1 MB. Put films and pictures into media/, each as a file of its own.',
  ]);
});

test('a file is read again when it has changed, and not before', async () => {
  const lessons = openLessons(folder);
  writeFileSync(join(folder, 'one.md'), '---\ntitle: One\n---\n### One\n');
  const [before, again] = [await lessons.one('one'), await lessons.one('one')];
  writeFileSync(join(folder, 'one.md'), '---\ntitle: Another\n---\n### One\n');
  expect(again).toBe(before);
  expect((await lessons.one('one'))?.lesson.title).toBe('Another');
});
