import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { approveHere } from './approve.ts';
import { axeFindings } from './axe-findings.ts';
import { getReady, goTo, inMenu, key, pressStart, startBoard } from './lead.ts';
import { sideways } from './walk-keys.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  school = await openTaughtSchool(`gates-${test.info().parallelIndex}`);
});
test.afterAll(() => school.kill());

async function openStart(page: Page): Promise<void> {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await expect(page.getByRole('heading', { name: /^Start: / })).toBeVisible();
}

test('A lesson starts once both gates are done; ticks and the name are never filled in beforehand, stay with this page of the tab alone, and end with the lesson', async ({
  page,
}) => {
  await openStart(page);
  await expect(page.getByText(/^Approved until/)).toBeVisible();
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  await pressStart(page, 'two');
  await expect(page.getByRole('alert')).toContainText(
    'Tick “I have watched the film, or read the story, and read my notes”.',
  );
  // All at once, so that the second press starts.
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveCount(3);
  await expect(page.locator('#lead-wanted')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'I have watched the film' })).toBeFocused();
  expect(page.context().pages()).toHaveLength(1);
  expect(await axeFindings(page)).toEqual([]);

  await getReady(page);
  await page.reload();
  const who = page.locator('#lead-today');
  await expect(page.locator('#tick-pupils')).toBeChecked();
  await expect(who).toHaveValue('The lead');
  await page.goto(school.staff);
  const another = await page.context().newPage();
  await openStart(another);
  await expect(another.locator('#lead-today')).toHaveValue('');
  expect(await another.getByRole('checkbox', { checked: true }).count()).toBe(0);
  await another.close();
  await page.goBack();
  await expect(who).toHaveValue('The lead');
  await expect(page.locator('#tick-lead')).toBeChecked();
  // Before the desk is here a text field stands in its place.
  const choice = page.locator('select#lead-today');
  await choice.selectOption('');
  expect(
    await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage })),
  ).not.toContain('The lead');
  await pressStart(page, 'two');
  await expect(page.getByRole('alert')).toContainText(
    'Enter the name of the safeguarding lead or deputy who is in today.',
  );
  await expect(who).toBeFocused();
  await expect(who).toHaveAccessibleDescription(/^Enter the name of the safeguarding lead/);
  await expect(page.locator('#lead-wanted')).toBeInViewport({ ratio: 1 });
  await choice.selectOption('Someone else');
  await page.getByLabel('Who is in the building?').fill('The lead');
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  await startBoard(await opened);
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('The lead');
  await inMenu(page, 'Finish lesson');
  await page.getByRole('button', { name: 'Finish the lesson' }).click();
  await page.getByRole('button', { name: 'Teach it again' }).click();
  await expect(page.getByRole('heading', { name: /^Start: / })).toBeVisible();
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
});

test('The first press after a name is typed ticks, though the school’s list came while it was typed', async ({
  page,
}) => {
  const held = Promise.withResolvers<void>();
  await page.route(/api\/school(?:\/|$|\?)/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await openStart(page);
  const who = page.getByLabel('Who is in the building?');
  await who.fill('The lead');
  held.resolve();
  await expect(page.getByLabel('Who is in today?')).toBeVisible();
  const { x, y } = (await page.locator('#tick-pupils').boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 5, y + 5);
  await page.mouse.down();
  // A finger stays for some frames.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.mouse.up();
  await expect(page.locator('#tick-pupils')).toBeChecked();
  await expect(page.locator('#tick-lead')).toBeChecked();
  await expect(page.locator('#lead-today')).toHaveValue('The lead');
});

test('A lead’s long name is read whole on Start, in a small window too', async ({ page }) => {
  const long = 'Mrs Alexandra Featherstonehaugh-Cholmondeley (pastoral lead)';
  const file = join(school.dataDir, 'school.json');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('The lead', long));
  await openStart(page);
  await page.getByLabel('Who is in today?').selectOption(long);
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 768 });
    const name = page.locator('.gates__whole');
    await expect(name).toHaveText(long);
    expect(await name.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    expect(await sideways(page), `${width}`).toBe(0);
  }
  await expect(page.getByLabel('Lesson ends at')).toHaveAttribute('placeholder', 'like 10:40');
  writeFileSync(file, before);
});

test('A preview needs neither gate, says so on both screens, and cannot ask anything @thorough', async ({
  page,
}) => {
  const rooms: string[] = [];
  page.on(
    'request',
    (request) => request.url().includes('/api/rooms') && rooms.push(request.url()),
  );
  await openStart(page);
  await page.getByRole('link', { name: 'preview the slides' }).click();
  await expect(page.locator('.notes')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Open the board' }).click();
  const board = await opened;
  await startBoard(board);
  await expect(board.getByText('Preview', { exact: true })).toBeVisible();
  await expect(
    page.getByText('Preview: no question can be asked, and nothing is kept.'),
  ).toBeVisible();
  await goTo(page, board, 'question-how-much-pressure');
  for (const press of ['a', 'u', 'd']) await key(page, press);
  await expect(page.getByText('Preview: questions are asked in the lesson')).toBeVisible();
  await expect(
    page.getByRole('button', { name: /^(Ask|Count hands|Use pupil devices)/ }),
  ).toHaveCount(0);
  await expect(page.getByRole('spinbutton')).toHaveCount(0);
  expect(rooms).toEqual([]);
});

test('Without the approval of the lesson nothing starts but a rehearsal, and the panel leads to where it is done @thorough', async ({
  page,
}) => {
  rmSync(join(school.dataDir, 'school.json'));
  await openStart(page);
  await expect(page.getByRole('heading', { name: 'Not approved yet' })).toBeVisible();
  await page.getByLabel('Who is in the building?').fill('The lead');
  for (const tick of ['watched', 'pupils']) await page.locator(`#tick-${tick}`).check();
  await pressStart(page, 'two');
  await expect(page.getByRole('alert')).toContainText(
    'Your safeguarding lead’s approval of this lesson.',
  );
  await page.getByRole('link', { name: 'Open the approval' }).click();
  await approveHere(page);
  await openStart(page);
  await expect(page.getByText(/^Approved until/)).toBeVisible();
});
