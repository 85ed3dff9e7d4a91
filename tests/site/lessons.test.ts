import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLessons, readLessonText } from '../../src/site/lessons.ts';
import './reader-stays.ts';

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

test('a lesson of fields alone has the slides of the plan that it names, of whichever folder, and is read again when that changes', async () => {
  const [own, shipped] = ['own', 'shipped'].map((name) => join(folder, name));
  for (const one of [own, shipped]) mkdirSync(one ?? '');
  const folders = [
    { path: own ?? '', name: 'own' },
    { path: shipped ?? '', name: 'lessons' },
  ];
  const lessons = openLessons(folders);
  const plan = join(shipped ?? '', 'plan.md');
  writeFileSync(plan, '---\ntitle: Plan\nfilms: [one]\n---\n### First\n');
  writeFileSync(join(own ?? '', 'ours.md'), '---\nplan: plan\ntitle: Ours\nfilms: [two]\n---\n');
  const before = await lessons.one('ours');
  expect(before?.lesson).toMatchObject({ slug: 'ours', title: 'Ours', films: ['two'] });
  expect(before?.plan).toEqual({ slug: 'plan', path: plan });
  expect(await lessons.one('ours')).toBe(before);
  expect(before && (await readLessonText(before))).toBe(
    '---\ntitle: Ours\nfilms: [two]\n---\n### First\n',
  );
  writeFileSync(plan, '---\ntitle: Plan\n---\n### Another first\n');
  const after = await lessons.one('ours');
  expect(after?.lesson.blocks[0]?.slides[0]?.heading).toBe('Another first');
});

test('a plan that is not there, or is no plan itself, is named as what is missing', async () => {
  writeFileSync(join(folder, 'lost.md'), '---\nplan: gone\ntitle: Lost\n---\n');
  writeFileSync(join(folder, 'round.md'), '---\nplan: round\ntitle: Round\n---\n');
  const lessons = openLessons(folder);
  const messages = ['lost', 'round'].map(async (slug) =>
    ((await (await lessons.one(slug))?.problems) ?? []).map(({ message }) => message),
  );
  expect(await Promise.all(messages)).toEqual(
    ['lost', 'round'].map((slug) => [
      `Cannot open lessons/${slug}.md: it teaches the plan of “${slug === 'lost' ? 'gone' : 'round'}”, and no lesson of that name has slides of its own here. Write the name of a lesson’s file without “.md” after “plan:”.`,
    ]),
  );
});
