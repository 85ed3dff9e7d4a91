import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { getReady, key, startBoard, turnTo, onward } from './lead.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  school = await openTaughtSchool(`gates-${test.info().parallelIndex}`);
});
test.afterAll(() => school.kill());

const second = (page: Page) => page.getByRole('button', { name: /second screen/ });

async function openStart(page: Page): Promise<void> {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await expect(page.getByRole('heading', { name: 'Before you start' })).toBeVisible();
}

test('A lesson starts once both gates are done; ticks are kept for today, the name for this page alone, and both end with the lesson', async ({
  page,
}) => {
  await openStart(page);
  await expect(page.getByText('It stands until')).toBeVisible();
  await second(page).click();
  await expect(page.getByRole('alert')).toContainText('Not yet: 4 ticks are still to do.');
  await expect(page.getByRole('checkbox', { name: 'I have watched the film' })).toBeFocused();
  expect(page.context().pages()).toHaveLength(1);
  expect(await axeFindings(page)).toEqual([]);

  await getReady(page);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Someone can come if I call' })).toBeChecked();
  await expect(page.getByLabel('Who is in the building?')).toHaveValue('');
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('The lead');
  await second(page).click();
  await expect(page.getByRole('alert')).toContainText('the name of who is in the building');
  await expect(page.getByLabel('Who is in the building?')).toBeFocused();
  await page.keyboard.type('The lead');
  const opened = page.context().waitForEvent('page');
  await second(page).click();
  await startBoard(await opened);
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Finish the lesson' }).click();
  await page.getByRole('button', { name: 'Teach it again' }).click();
  await expect(page.getByRole('checkbox', { name: 'Someone can come if I call' })).not.toBeChecked();
});

test('A preview needs neither gate, says so on both screens, and cannot ask anything', async ({ page }) => {
  const rooms: string[] = [];
  page.on('request', (request) => request.url().includes('/api/rooms') && rooms.push(request.url()));
  await openStart(page);
  await page.getByLabel('Preview: just look, no polls').check();
  await expect(page.getByText('The safeguarding lead’s go-ahead')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  const opened = page.context().waitForEvent('page');
  await second(page).click();
  const board = await opened;
  await startBoard(board);
  await expect(board.getByText('Preview', { exact: true })).toBeVisible();
  await expect(page.getByText('Preview: no question can be asked, and nothing is kept.')).toBeVisible();
  await turnTo(board, 'question-how-much-pressure', () => onward(page));
  for (const press of ['a', 'u', 'd']) await key(page, press);
  await expect(page.getByText('Preview: questions are asked in the lesson')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Ask|Count hands|Use pupil devices)/ })).toHaveCount(0);
  await expect(page.getByRole('spinbutton')).toHaveCount(0);
  expect(rooms).toEqual([]);
});

test('Without the gate of the term nothing starts but a rehearsal, and the panel leads to where it is done', async ({ page }) => {
  rmSync(join(school.dataDir, 'school.json'));
  await openStart(page);
  await expect(page.getByText('Not given yet this term.')).toBeVisible();
  await page.getByLabel('Who is in the building?').fill('The lead');
  for (const tick of ['watched', 'pupils', 'help']) await page.locator(`#tick-${tick}`).check();
  await second(page).click();
  await expect(page.getByRole('alert')).toContainText('the safeguarding lead’s go-ahead for this term is still to do');
  await page.getByRole('link', { name: 'Open “Your school”' }).click();
  await page.getByLabel('The safeguarding lead', { exact: true }).check();
  for (const tick of await page.locator('[id^="gate-"][type="checkbox"]').all()) await tick.check();
  await expect(page.getByText('It stands until')).toBeVisible();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await openStart(page);
  await expect(page.getByText('It stands until')).toBeVisible();
});
