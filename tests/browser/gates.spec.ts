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

test('A lesson starts once both gates are done; ticks are kept for today, the name with this page of the tab alone, and both end with the lesson', async ({
  page,
}) => {
  await openStart(page);
  await expect(page.getByText('Valid until')).toBeVisible();
  await second(page).click();
  await expect(page.getByRole('alert')).toContainText('Still needed: 4 ticks.');
  await expect(page.getByRole('checkbox', { name: 'I have watched the film' })).toBeFocused();
  expect(page.context().pages()).toHaveLength(1);
  expect(await axeFindings(page)).toEqual([]);

  await getReady(page);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Someone can come if I call' })).toBeChecked();
  // The name comes back with this page of the tab alone, and its tick with it.
  await expect(page.getByLabel('Who is in the building?')).toHaveValue('The lead');
  await page.goto(school.staff);
  const another = await page.context().newPage();
  await openStart(another);
  await expect(another.getByLabel('Who is in the building?')).toHaveValue('');
  await expect(another.locator('#tick-lead')).not.toBeChecked();
  await another.close();
  await page.goBack();
  await expect(page.getByLabel('Who is in the building?')).toHaveValue('The lead');
  await page.getByLabel('Who is in the building?').fill('');
  expect(
    await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage })),
  ).not.toContain('The lead');
  await second(page).click();
  await expect(page.getByRole('alert')).toContainText(
    'Enter the name of the safeguarding lead or deputy who is in today.',
  );
  await expect(page.getByLabel('Who is in the building?')).toBeFocused();
  await expect(page.getByLabel('Who is in the building?')).toHaveAccessibleDescription(
    /^Enter the name of the safeguarding lead/,
  );
  await expect(page.locator('#lead-wanted')).toBeInViewport({ ratio: 1 });
  await page.keyboard.type('The lead');
  const opened = page.context().waitForEvent('page');
  await second(page).click();
  await startBoard(await opened);
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('The lead');
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('button', { name: 'Finish the lesson' }).click();
  await page.getByRole('button', { name: 'Teach it again' }).click();
  await expect(
    page.getByRole('checkbox', { name: 'Someone can come if I call' }),
  ).not.toBeChecked();
});

test('A preview needs neither gate, says so on both screens, and cannot ask anything', async ({
  page,
}) => {
  const rooms: string[] = [];
  page.on(
    'request',
    (request) => request.url().includes('/api/rooms') && rooms.push(request.url()),
  );
  await openStart(page);
  await page.getByLabel('Preview: just look, no polls').check();
  await expect(page.getByText('Approval:')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  const opened = page.context().waitForEvent('page');
  await second(page).click();
  const board = await opened;
  await startBoard(board);
  await expect(board.getByText('Preview', { exact: true })).toBeVisible();
  await expect(
    page.getByText('Preview: no question can be asked, and nothing is kept.'),
  ).toBeVisible();
  await turnTo(board, 'question-how-much-pressure', () => onward(page));
  for (const press of ['a', 'u', 'd']) await key(page, press);
  await expect(page.getByText('Preview: questions are asked in the lesson')).toBeVisible();
  await expect(
    page.getByRole('button', { name: /^(Ask|Count hands|Use pupil devices)/ }),
  ).toHaveCount(0);
  await expect(page.getByRole('spinbutton')).toHaveCount(0);
  expect(rooms).toEqual([]);
});

test('Without the gate of the term nothing starts but a rehearsal, and the panel leads to where it is done', async ({
  page,
}) => {
  rmSync(join(school.dataDir, 'school.json'));
  await openStart(page);
  await expect(page.getByText('Not given yet this term.')).toBeVisible();
  await page.getByLabel('Who is in the building?').fill('The lead');
  for (const tick of ['watched', 'pupils', 'help']) await page.locator(`#tick-${tick}`).check();
  await second(page).click();
  await expect(page.getByRole('alert')).toContainText(
    'Still needed: your safeguarding lead’s approval for this term.',
  );
  await page.getByRole('link', { name: 'Open the approval' }).click();
  await page.getByLabel('The safeguarding lead', { exact: true }).check();
  for (const tick of await page.locator('[id^="gate-"][type="checkbox"]').all()) await tick.check();
  await expect(page.getByText('Valid until')).toBeVisible();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await openStart(page);
  await expect(page.getByText('Valid until')).toBeVisible();
});
