import { expect, test } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  school = await openTaughtSchool('room-check');
});
test.afterAll(() => school.kill());

test('The line on the lesson’s page turns to a tick when one tablet has opened the address, and a tablet says what it found @thorough', async ({
  page,
  browser,
}) => {
  await page.goto(`${school.staff}lesson/${LESSON}/#checks`);
  const tablet = await (
    await browser.newContext({ viewport: { width: 820, height: 1180 } })
  ).newPage();
  await page.getByRole('button', { name: 'Try one tablet' }).press('Enter');
  await expect(page.getByText(/:\d+\/check$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start again' })).toBeFocused();
  await tablet.goto(`${school.pupils}check`);
  await expect(tablet.getByRole('heading', { name: 'This tablet can be used' })).toBeFocused();
  await expect(tablet.getByText('What the teacher does arrives at once.')).toBeVisible();
  await expect(tablet.getByText('What puts the most pressure on Sam?')).toBeVisible();
  await expect(page.getByText('A tablet has reached this computer')).toBeVisible();
  expect(await axeFindings(tablet)).toEqual([]);
  expect(await axeFindings(page, '.check-line')).toEqual([]);
  expect(
    await tablet.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    ),
  ).toBe('[{},{},""]');
});

test('A filter that objects to the lesson’s words, and a network that holds streams back, are named on the tablet @thorough', async ({
  page,
  browser,
}) => {
  await page.goto(`${school.staff}room-check/?lesson=${LESSON}`);
  await page.getByRole('button', { name: 'Try one tablet' }).click();
  await expect(page.getByText(/:\d+\/check$/)).toBeVisible();
  const tablet = await (await browser.newContext()).newPage();
  await tablet.route('**/words', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>This page is blocked</h1>' }),
  );
  await tablet.goto(`${school.pupils}check/`);
  await expect(
    tablet.getByRole('heading', { name: 'This tablet cannot be used yet' }),
  ).toBeFocused();
  await expect(tablet.getByText('Ask IT to allow this address.')).toBeVisible();
  expect(await axeFindings(tablet)).toEqual([]);
  await expect(page.getByText('A tablet has reached this computer')).toBeHidden();
  await tablet.unroute('**/words');
  await tablet.route('**/events', () => {});
  await tablet.reload();
  await expect(tablet.getByText('this network holds streams back')).toBeVisible();
  await expect(page.getByText('A tablet has reached this computer')).toBeVisible();
});

test('When nothing comes the teacher reads within seconds what it means and that the lesson stays the same', async ({
  page,
}) => {
  test.slow();
  await page.clock.install();
  await page.goto(`${school.staff}present/${LESSON}/`);
  await expect(page.getByText(/^Approved until/)).toBeVisible();
  await page.getByLabel('School tablets').check();
  await page.getByRole('button', { name: 'Try one tablet' }).click();
  await expect(page.getByText(/:\d+\/check$/)).toBeVisible();
  await page.clock.fastForward(14_000);
  await expect(page.getByText('the school’s network keeps devices apart')).toBeVisible();
  await expect(
    page.getByText('The lesson is the same without tablets: count hands, or use paper slips.'),
  ).toBeVisible();
  expect(await axeFindings(page, '.check-line')).toEqual([]);
  await school.kill();
  // The line asks once a second, and says so by itself.
  await page.clock.fastForward(2_000);
  await expect(page.getByText('Wholeclass did not answer.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});
