import { expect, test } from '@playwright/test';
import { comebacks } from '../../src/outputs/comebacks/comebacks.ts';
import { pathSteps, stepsInstead } from '../../src/outputs/comebacks/help-steps.ts';
import { needCards } from '../../src/outputs/comebacks/needs.ts';
import { chosenOf, firstOf } from '../thorough.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { sideways, walkBackByKeys, walkByKeys, WINDOWS, ZOOMED } from './walk-keys.ts';

/** The pages for home that are read rather than stepped through by a line. */
const PAGES = [
  'help/',
  'help/#threat',
  'help/adults/',
  'parents/',
  'parents/layouts/',
  'privacy/',
  'privacy/young-people/',
];
/** A4 without its margins, at 96 dots an inch. */
const SHEET = { width: 658, height: 987 };
let host: StaticHost;

test.use({ viewport: { width: 360, height: 740 } });
test.beforeAll(async () => {
  host = await hostReadSite('layouts', '/at-home/');
});
test.afterAll(() => host.close());

test('Each page for home is used by keys alone at 400% zoom and in forced colours: everything to press is reached, seen and ringed', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize(ZOOMED);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const all = [...PAGES, 'comebacks/', 'comebacks/#partner-firm', 'comebacks/#sent'];
  for (const path of chosenOf(all, (_, place) => place % 2 === 0)) {
    await test.step(path, async () => {
      // To a browser an address with a place in it is the page that it is on.
      await page.goto('about:blank');
      await page.goto(host.site + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      // What comes after the first screen is there to be pressed, too.
      await page.waitForLoadState('networkidle');
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      // Of radio buttons the chosen one is reached.
      await walkByKeys(page, 'a:visible, button:visible, input:checked:visible');
    });
  }
});

// The ways forward above come back, too, in the smallest window, and in supporters.spec.ts.
const EVERY_PAGE = [...PAGES, 'comebacks/', 'comebacks/#group-firm', 'supporters/'];

for (const { width, height } of WINDOWS) {
  test(`focus is never under a bar at ${width} by ${height}, walked backwards (WCAG 2.4.11) @thorough`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const path of EVERY_PAGE) {
      await page.goto('about:blank');
      await page.goto(host.site + path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      expect(await walkBackByKeys(page), path).toBeGreaterThan(2);
    }
  });
}

/** Where large letters are tried: the first row in any run, all of them in a thorough one. */
const LARGE = [
  ['help/', 'privacy/data-protection/', 'comebacks/'],
  ['comebacks/#partner-firm', 'parents/layouts/', 'privacy/'],
  ['supporters/', 'help/#threat', 'privacy/young-people/'],
  ['parents/', 'help/adults/', 'comebacks/#app', 'read/layouts/'],
] as const;

test('With letters of 32 px on a phone no page for home goes out of the window, and no bar takes half of it @thorough', async ({
  page,
  context,
}) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 740 });
  const browser = await context.newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  for (const path of firstOf(LARGE).flat()) {
    await page.goto('about:blank');
    await page.goto(host.site + path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect([path, await sideways(page)]).toEqual([path, 0]);
    const stays = await page.locator('body *').evaluateAll((all) =>
      all
        .filter((one) => /fixed|sticky/.test(getComputedStyle(one).position))
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 370)
        .map((one) => one.className),
    );
    expect([path, stays]).toEqual([path, []]);
  }
});

test('What is printed has no menu, bar or foot, and fits the paper; help without a choice is printed whole', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(SHEET);
  for (const path of PAGES) {
    await page.goto(host.site + path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(
      page.locator('nav:visible, .bar:visible, .site-head:visible, footer :visible'),
    ).toHaveCount(0);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(
      await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    ).toBe('rgb(255, 255, 255)');
  }
  await page.goto(`${host.site}help/#threat`);
  await expect(page.locator('.step:visible')).toHaveCount(1);
  await page.goto('about:blank');
  await page.goto(`${host.site}help/`);
  for (const { steps } of needCards) {
    await expect(
      page.getByRole('heading', { name: steps.title, exact: true }).first(),
    ).toBeVisible();
  }
  await expect(page.locator('.help:visible')).toHaveCount(1);
});

test('Comebacks are printed whole before anything was chosen; with who asks, every line for them; with a line or help, that one step @thorough', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(SHEET);
  const open = async (step: string) => {
    await page.goto('about:blank');
    await page.goto(`${host.site}comebacks/${step}`);
    await expect(
      page.locator(
        '.bar:visible, .choice:visible, .step__back:visible, .line__actions:visible, footer :visible',
      ),
    ).toHaveCount(0);
    await expect(page.locator('.help:visible')).toHaveCount(1);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  };
  const lines = page.locator('.line:visible .line__words');
  await open('');
  await expect(lines).toHaveText(comebacks.map(({ text }) => text));
  for (const { title } of [...Object.values(stepsInstead), ...Object.values(pathSteps)]) {
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
  }
  await expect(page.locator('#kept')).toBeHidden();
  await open('#friend');
  await expect(lines).toHaveText(
    comebacks.filter(({ asker }) => asker === 'friend').map(({ text }) => text),
  );
  await expect(page.getByText('What next').and(page.locator(':visible'))).toHaveCount(1);
  for (const step of ['#friend-light', '#sent', '#threat']) {
    await open(step);
    await expect(page.locator('.step:visible')).toHaveCount(1);
  }
});

test('The page “Privacy” can be read again without a network, and its contents lead to its parts @thorough', async ({
  page,
  context,
}) => {
  await page.goto(`${host.site}privacy/`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.goto(`${host.site}privacy/?again`);
  await page.getByRole('link', { name: 'Who answers for it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Who answers for it' })).toBeInViewport();
  await page.getByRole('link', { name: 'What we cannot promise' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'What we cannot promise' })).toBeInViewport();
});

test('The page “Privacy” speaks to a group and its leader where the school’s file on the site says youth work @thorough', async ({
  page,
}) => {
  const file = JSON.stringify({
    wholeclass: 'school',
    version: 1,
    setting: 'youth-work',
    saved: '2026-11-26T10:00:00.000Z',
  });
  await page.goto(`${host.site}privacy/`);
  await expect(page.getByText('Your teacher sees totals. School computers may')).toBeVisible();
  await page.route('**/school.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: file }),
  );
  await page.reload();
  await expect(page.getByText('Your leader sees totals. Computers here may')).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/[Tt]eacher|[Pp]upil/);
  for (const path of ['', 'room-check/', 'lesson/layouts/']) {
    await page.goto(host.site + path);
    await expect(page.getByRole('navigation', { name: 'Wholeclass' })).toHaveText(
      /Lessons\s*My lessons\s*Print\s*Your setting/,
    );
  }
  await expect(page.getByText('swap with a colleague who knows this group')).toBeVisible();
});

test('A number rings with one press at home, and is large enough to press', async ({ page }) => {
  await page.goto(`${host.site}help/`);
  await expect(page.getByRole('link', { name: '0800 1111', exact: true })).toHaveAttribute(
    'href',
    'tel:08001111',
  );
  const { width, height } = (await page
    .getByRole('link', { name: '0800 1111', exact: true })
    .boundingBox()) ?? {
    width: 0,
    height: 0,
  };
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
});

test('A list of help that has not changed is not drawn again: the focus stays on its number', async ({
  page,
}) => {
  const gate = Promise.withResolvers<void>();
  await page.route(/school\.json/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.goto(`${host.site}help/`);
  const number = page.getByRole('link', { name: '0800 1111', exact: true });
  await number.focus();
  gate.resolve();
  await page.waitForLoadState('networkidle');
  await expect(number).toBeFocused();
});
