import { expect, test } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { key } from './lead.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;
test.beforeAll(async () => {
  school = await openTaughtSchool('slips');
});
test.afterAll(() => school.kill());

test('[R14] Slips are counted by number keys alone, shown in bands, and saved nowhere', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${school.staff}present/${LESSON}/`);
  await page.getByRole('button', { name: 'count paper slips' }).click();
  // What the class sees is not said yet: this may be the screen that is on the wall.
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await page.getByRole('button', { name: 'No pupil can see it' }).click();
  // One pile is ticked: slips of the start.
  await expect(page.getByRole('checkbox', { checked: true })).not.toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: /\(before\)$/, checked: false })).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: /\(after\)$/, checked: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Delete slip counts' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start counting' }).click();
  await expect(page.getByRole('heading', { name: 'Slip 1' })).toBeFocused();
  const items = await page.locator('.slips__items > li').count();
  for (let slip = 0; slip < 9; slip += 1) {
    for (let item = 0; item < items; item += 1) await key(page, String(1 + (slip % 3)));
  }
  await expect(page.getByRole('heading', { name: 'Slip 10' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'That is all: 9 slips' }).click();
  await expect(page.getByText('Talk, don’t count').first()).toBeVisible();
  await page.getByRole('button', { name: 'Done: delete slip counts' }).click();

  await page.getByRole('button', { name: 'count paper slips' }).click();
  await page.getByRole('button', { name: 'No pupil can see it' }).click();
  await page.getByRole('button', { name: 'Start counting' }).click();
  await expect(page.getByRole('heading', { name: 'Slip 1' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  for (let slip = 0; slip < 24; slip += 1) {
    for (let item = 0; item < items; item += 1) await key(page, String(2 + (slip % 2)));
  }
  // A press beside the right button loses nothing, nor does a double one, nor a reload.
  await page.getByRole('button', { name: 'Delete slip counts' }).dblclick();
  await expect(page.getByText('Delete everything you counted?')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go on counting' }).click();
  await expect(page.getByRole('heading', { name: 'Slip 25' })).toBeVisible();
  const held = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => location.reload()));
  await (await held).dismiss();
  await expect(page.getByRole('heading', { name: 'Slip 25' })).toBeVisible();
  await key(page, '1');
  await key(page, 'Backspace');
  await page.getByRole('button', { name: 'Delete slip counts' }).click();
  await page.getByRole('button', { name: 'That is all: 24 slips' }).click();
  await expect(page.getByRole('heading', { name: 'What the slips say' })).toBeVisible();
  await expect(page.getByText('about half').first()).toBeVisible();
  await expect(page.getByRole('cell', { name: 'about half' }).first().locator('.full')).toHaveCount(
    6,
  );
  // On paper it begins at the top of the sheet.
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('main').evaluate((one) => getComputedStyle(one).paddingTop)).toBe(
    '0px',
  );
  await page.emulateMedia({ media: null });
  // The pile that is left is the one of the end.
  await page.getByRole('button', { name: 'Count another pile' }).click();
  await expect(page.getByRole('checkbox', { name: /\(before\)$/ })).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: /\(after\)$/, checked: false })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Delete slip counts' })).toBeVisible();
  await expect(page.getByText('Delete everything you counted?')).toHaveCount(0);
  // Who only looked has what was counted again.
  await page.getByRole('button', { name: 'Back to the results' }).click();
  await expect(page.getByRole('heading', { name: 'What the slips say' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(asked.filter((url) => url.includes('/api/rooms'))).toEqual([]);
  expect(
    await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage })),
  ).not.toContain('slip');
});
