import { expect, test } from '@playwright/test';
import { getReady, key, startBoard, turnTo, pressStart } from './lead.ts';
import { openTaughtSchool, writeHomeWith, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  school = await openTaughtSchool('leave', writeHomeWith('kinds-lesson'));
});
test.afterAll(() => school.kill());

test('Nothing leaves a running lesson unasked: not the nine dots, not closing the window; and it is come back to where it was @thorough', async ({
  page,
}) => {
  const present = `${school.staff}present/kinds-lesson/`;
  await page.goto(present);
  await getReady(page);
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await turnTo(board, 'question-how-much', () => key(page, 'ArrowRight'));

  await page.getByRole('link', { name: 'All lessons' }).click();
  const asks = page.getByRole('dialog', { name: 'Leave the lesson?' });
  await expect(asks).toBeVisible();
  await key(page, 'Enter');
  await expect(asks).toBeVisible();
  await asks.getByRole('button', { name: 'Stay in the lesson' }).click();
  await expect(asks).toHaveCount(0);
  expect(page.url()).toBe(present);

  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const unload = await asked;
  expect(unload.type()).toBe('beforeunload');
  await unload.dismiss();
  await expect(page.getByRole('heading', { name: 'A question' })).toBeVisible();

  // An address that only saves a file leaves the lesson where it is, and it is guarded as before.
  await page.route('**/saved-file', (route) =>
    route.fulfill({ body: 'x', headers: { 'content-disposition': 'attachment; filename=x.txt' } }),
  );
  await page
    .getByRole('link', { name: 'All lessons' })
    .evaluate((link: HTMLAnchorElement) => (link.href = '/saved-file'));
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'All lessons' }).click();
  await asks.getByRole('button', { name: 'Leave', exact: true }).click();
  await saved;
  const askedAgain = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  await (await askedAgain).dismiss();
  await page
    .getByRole('link', { name: 'All lessons' })
    .evaluate((link: HTMLAnchorElement, home) => (link.href = home), school.staff);

  // Asked once, and not a second time by the browser.
  const unasked: string[] = [];
  page.on('dialog', (dialog) => void (unasked.push(dialog.type()), dialog.accept()));
  await page.getByRole('link', { name: 'All lessons' }).click();
  await asks.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page).toHaveURL(school.staff);
  expect(unasked).toEqual([]);
  await page.goto(present);
  await expect(page.getByRole('heading', { name: 'A question' })).toBeVisible();

  // Another window that takes the lesson over is not kept waiting for an answer here.
  const second = await page.context().newPage();
  await second.goto(present);
  await second.getByRole('button', { name: 'Take over' }).click();
  await expect(
    page.getByRole('heading', { name: 'This lesson is open in another window' }),
  ).toBeVisible();
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Cancel' })).toHaveCount(0);
  expect(unasked).toEqual([]);

  // A lesson that is over is left at once.
  await key(second, 'f');
  await second.getByRole('button', { name: 'Finish the lesson' }).click();
  await second.getByRole('link', { name: 'All lessons' }).click();
  await expect(second).toHaveURL(school.staff);
});
