import { writeFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { writeSchool } from '../../src/school/school.ts';
import { today } from '../../src/site/today.ts';
import { aSchool } from '../school/a-school.ts';
import { expectBoard, getReady, inMenu, key, pressStart, startBoard } from './lead.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

const FIRST = 'pressure-and-who-can-help';
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  school = await openTaughtSchool('phone');
  letPhones(true);
});
test.afterAll(() => school.kill());

/** Turns the presenter on a phone on or off for the school. */
function letPhones(phones: boolean): void {
  const text = writeSchool({ ...aSchool(today()), termEnds: '', phones });
  writeFileSync(`${school.dataDir}/school.json`, text);
}

/** The presenter beside its board. */
async function teach(page: Page): Promise<Page> {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  await page.getByRole('radio', { name: '60 min' }).check();
  await page.getByLabel('School tablets').check();
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await expectBoard(board, FIRST);
  await page.bringToFront();
  return board;
}

/** A phone that has joined by what the desk's dialog shows. */
async function joinPhone(desk: Page, browser: Browser): Promise<Page> {
  await inMenu(desk, 'Use a phone');
  const dialog = desk.getByRole('dialog', { name: 'Use a phone' });
  await dialog.getByRole('button', { name: /^Make a (?:new )?code/ }).click();
  const shown = dialog.locator('dd');
  await expect(shown).toHaveCount(3);
  const [address = '', code = '', words = ''] = await shown.allTextContents();
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const phone = await context.newPage();
  await phone.goto(address);
  await phone.getByLabel('Code').fill(code);
  await phone.getByLabel('Four words').fill(words);
  await phone.getByRole('button', { name: 'Join the lesson' }).tap();
  await expect(dialog.getByText('A phone is connected.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return phone;
}

test('[R43] a phone joins by code and words, and its Next turns the board’s page', async ({
  page,
  browser,
}) => {
  const board = await teach(page);
  const phone = await joinPhone(page, browser);
  await expect(phone.getByRole('button', { name: /^Slide 1/ })).toBeVisible();
  await phone.getByRole('button', { name: 'Next', exact: true }).tap();
  await expect(phone.getByRole('button', { name: /^Slide 2/ })).toBeVisible();
  await expect(board.locator('section.present')).not.toHaveAttribute('data-slide', FIRST);
  // The desk's own keys go on, and the phone follows.
  await key(page, 'ArrowLeft');
  await expect(phone.getByRole('button', { name: /^Slide 1/ })).toBeVisible();
  await phone.context().close();
});
