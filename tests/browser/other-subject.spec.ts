import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { key, startBoard, pressStart } from './lead.ts';
import { openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  const name = `other-subject-${test.info().parallelIndex}`;
  const home = writeTaughtHome(name);
  const here = import.meta.dirname;
  cpSync(join(here, '../subjects/lessons/history-sources.md'), join(home, 'lessons/peterloo.md'));
  cpSync(join(here, '../../media/starter'), join(home, 'media/starter'), { recursive: true });
  school = await openTaughtSchool(name, home);
});
test.afterAll(() => school.kill());

test('A history lesson is taught from its page to its end without an approval, a help slide, or a word of safeguarding @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}lesson/peterloo/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Peterloo');
  await expect(page.getByText(/approval|cover lesson|Help cards|reviewed by/i)).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);

  await page.goto(`${school.staff}present/peterloo/`);
  await expect(page.getByRole('heading', { name: /^Start: / })).toBeVisible();
  await expect(page.getByText(/Approval|safeguarding|building/)).toHaveCount(0);
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await expect(board.locator('section.present .slide__chip')).toHaveText('History');

  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  for (const name of ['Help slide', 'End calmly', 'If someone tells you', 'question box']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  await expect(page.getByText('If someone looks upset')).toHaveCount(0);
  for (const one of ['h', 'e', 'd', 'q']) await key(page, one);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(board.locator('section.present .slide__chip')).toHaveText('History');
  expect(await axeFindings(page)).toEqual([]);

  const last = board.locator('section.present[data-slide="one-more-thing"]');
  await expect(async () => {
    await key(page, 'ArrowRight');
    await expect(last).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('dialog')).toContainText('The board shows the title');
  await page.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(page.getByRole('heading', { name: 'The lesson is finished' })).toBeVisible();
  await expect(page.getByText(/Lesson record|safeguarding/i)).toHaveCount(0);
  await expect(board.locator('section.present')).toContainText('Peterloo, 1819');
});
