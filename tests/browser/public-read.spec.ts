import { expect, test } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { axeFindings } from './axe-findings.ts';
import { ownFolder } from './own-folder.ts';
import { hostFolder, type StaticHost } from './static-host.ts';
import { LESSON, writeTaughtHome } from './taught-school.ts';

/** The lesson as the class's board calls it. */
const TITLE = 'Reading view: Pressure, and who can help · Wholeclass';
let host: StaticHost;
const read = () => `${host.site}read/${LESSON}/`;

test.use({ viewport: { width: 390, height: 844 } });
test.beforeAll(async () => {
  const name = `public-read-${test.info().parallelIndex}`;
  const out = ownFolder(name);
  await buildSite({
    home: writeTaughtHome(name),
    pages: await buildPages(),
    out,
    forEveryone: true,
  });
  host = await hostFolder(out, '/council/lessons/');
});
test.afterAll(() => host.close());

test('The public reading page has its lesson in its title, a way home, and nothing of a board or for staff', async ({
  page,
}) => {
  await page.goto(read());
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page).toHaveTitle(TITLE);
  await expect(page.getByLabel('Follow the board')).toHaveCount(0);
  await expect(page.locator('body')).not.toContainText(
    /without notes|Pupils can read only|[Tt]eacher’s computer/,
  );
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Wholeclass, first page' }).click();
  await expect(page).toHaveURL(host.site);
});

test('The page of a lesson for parents is read on a phone, and is left without a way back to it', async ({
  page,
}) => {
  await page.goto(host.site);
  await page.getByRole('link', { name: 'For parents: what it was about' }).first().click();
  await expect(page).toHaveURL(`${host.site}parents/${LESSON}/`);
  await expect(
    page.getByRole('heading', { level: 1, name: /^What your child saw: Pressure/ }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call 0808 800 5000' })).toBeInViewport();
  await expect(page.locator('.ask li')).toHaveCount(3);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'The slides, as the class sees them' }).click();
  await expect(page).toHaveTitle(TITLE);
  await page.goBack();
  await page.getByRole('link', { name: 'Leave this page' }).click();
  await expect(page).toHaveURL(`${host.site}away/`);
  await page.goBack();
  await expect(page.getByRole('heading', { name: /^What your child saw/ })).toHaveCount(0);
});

test('“Already sent something?” on the first page leads straight to its answer, also without scripts', async ({
  page,
  browser,
}) => {
  await page.goto(host.site);
  await page.getByRole('link', { name: /^Already sent something\?/ }).click();
  await expect(page).toHaveURL(`${host.site}help/#sent`);
  await expect(
    page.getByRole('heading', { name: 'It’s all right. You can get help from here' }),
  ).toBeVisible();
  await expect(page.locator('.step:visible')).toHaveCount(1);
  await page.goto(host.site);
  await page.getByRole('link', { name: /^Threatened\?/ }).click();
  await expect(
    page.getByRole('heading', { name: 'This is not your fault. Get help now' }),
  ).toBeVisible();
  await page
    .locator('.step:visible')
    .getByRole('link', { name: 'How do I report it in an app?' })
    .click();
  await expect(page.locator('.step:visible')).toContainText('Look for “Report”.');
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(`${host.site}help/#sent`);
  await expect(quiet.locator('.step:visible')).toHaveCount(1);
  await expect(quiet.locator('.step:visible')).toContainText('You can ask Report Remove');
  await plain.close();
});

test('A letter’s code leads to its lesson where the site has a page of it, and to the page for all parents where not', async ({
  page,
}) => {
  await page.goto(`${host.site}parents/#lesson-${LESSON}`);
  await expect(page).toHaveURL(`${host.site}parents/${LESSON}/`);
  await page.goto(`${host.site}parents/#lesson-written-since`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page).toHaveURL(/\/parents\/#lesson-written-since$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the public reading page says what it needs and what to do instead, and leads home', async ({
    page,
  }) => {
    await page.goto(read());
    await expect(page).toHaveTitle(TITLE);
    await expect(page.getByRole('heading', { name: 'This page needs JavaScript' })).toBeVisible();
    await expect(page.locator('noscript p').first()).toHaveText(
      /You can ask the school for the large print sheets instead\.$/,
    );
    await expect(page.locator('noscript')).not.toContainText(/your teacher/i);
    // Words for browsers that are too old come up some seconds later elsewhere.
    await expect(page.locator('#late')).toHaveCSS('display', 'none');
    await page.getByRole('link', { name: 'Back to the first page' }).click();
    await expect(page).toHaveURL(host.site);
  });
});

test('Without a network its first page opens, and a page that was never opened says in our words that it cannot', async ({
  page,
  context,
}) => {
  await page.goto(host.site);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state))
    .toBe('activated');
  await expect
    .poll(() =>
      page.evaluate(async () => (await caches.match(`${location.href}no-network/`)) !== undefined),
    )
    .toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${host.site}parents/${LESSON}/`);
  await expect(page.getByRole('heading', { level: 1, name: 'You’re offline' })).toBeVisible();
  await page.getByRole('link', { name: 'Get help' }).click();
  await expect(page).toHaveURL(`${host.site}help/`);
});

test('The page on privacy speaks to its reader there, and is short', async ({ page }) => {
  await page.goto(`${host.site}privacy/`);
  await expect(page.getByText('These pages use no cookies').first()).toBeVisible();
  const lines = page.getByText('Nothing ties two answers of one pupil together');
  await expect(lines.first()).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3_000);
  await page.getByRole('link', { name: 'Young people' }).click();
  await page.getByRole('link', { name: 'When you answer on a tablet' }).click();
  await expect(page.getByRole('heading', { name: 'When you answer on a tablet' })).toBeVisible();
});
