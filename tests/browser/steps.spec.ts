import { expect, test, type Page } from '@playwright/test';
import { expectBoard, getReady, key, startBoard, pressStart } from './lead.ts';
import { openTaughtSchool, writeHomeWith, type TaughtSchool } from './taught-school.ts';

const STEPPED = 'what-helps-when-someone-pushes';
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  school = await openTaughtSchool(`steps-${test.info().parallelIndex}`, writeHomeWith('layouts'));
});
test.afterAll(() => school.kill());

const shown = (page: Page) => page.locator('.now').getByText(/\d of \d shown/);
const seen = (board: Page) => board.locator('section.present li:visible');

async function openBoard(page: Page): Promise<Page> {
  await page.goto(`${school.staff}present/layouts/`);
  await getReady(page);
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await board.setViewportSize({ width: 1280, height: 720 });
  await startBoard(board);
  for (let turns = 0; turns < 3; turns += 1) await key(page, ' ');
  await expectBoard(board, STEPPED);
  return board;
}

test('Next in the presenter shows one thing after the other, says how many, and shows what comes next @thorough', async ({
  page,
}) => {
  const board = await openBoard(page);
  await expect(seen(board)).toHaveCount(0);
  await expect(shown(page)).toHaveText(/0 of 4 shown/);
  await key(page, ' ');
  await key(page, ' ');
  await expect(seen(board)).toHaveCount(2);
  await expect(shown(page)).toHaveText(/2 of 4 shown/);
  await expect(page.locator('.now li:visible')).toHaveCount(2);
  // The row of slides shows all of it.
  await expect(page.locator('.strip [aria-selected="true"] li:visible')).toHaveCount(4);
  await expect(page.locator('#said')).toContainText('2 of 4 shown');
  await key(page, 'ArrowLeft');
  await expect(seen(board)).toHaveCount(1);
  await key(page, ' ');
  await key(page, ' ');
  await key(page, ' ');
  await expectBoard(board, STEPPED);
  await key(page, ' ');
  await expectBoard(board, 'a-thread-message-by-message');
  await key(page, 'ArrowLeft');
  await expectBoard(board, STEPPED);
  await expect(seen(board)).toHaveCount(4);
});

test('Both windows come back to the step after a reload @thorough', async ({ page }) => {
  const board = await openBoard(page);
  await key(page, ' ');
  await key(page, ' ');
  await expect(seen(board)).toHaveCount(2);
  await page.reload();
  await expect(shown(page)).toHaveText(/2 of 4 shown/);
  await board.reload();
  await startBoard(board);
  await expect(seen(board)).toHaveCount(2);
  await key(page, ' ');
  await expect(seen(board)).toHaveCount(3);
});

test('In one window the touch bar steps as well @thorough', async ({ page }) => {
  await page.goto(`${school.staff}present/layouts/`);
  await getReady(page);
  await pressStart(page, 'one');
  const next = page.getByRole('button', { name: /^Next/ });
  for (let turns = 0; turns < 5; turns += 1) await next.click();
  await expectBoard(page, STEPPED);
  await expect(seen(page)).toHaveCount(2);
});
