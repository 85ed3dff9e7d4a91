import { expect, test } from '@playwright/test';
import { chosenOf, firstOf } from '../thorough.ts';
import { axeFindings, colourFindings } from './axe-findings.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { LESSON } from './taught-school.ts';

/** Pages that are read or filled in; the board, the presenter and paper look as the class sees them. */
const pages = [
  '',
  'away/',
  'comebacks/',
  'comebacks/#partner-firm',
  'comebacks/#threat',
  'help/',
  'help/adults/',
  `lesson/${LESSON}/`,
  'parents/',
  `parents/${LESSON}/`,
  'print/',
  'privacy/',
  'room-check/',
  'school/',
  'film/',
  'supporters/',
];
const looks = [
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' },
  { name: 'dark, with more contrast', colorScheme: 'dark', contrast: 'more', forcedColors: 'none' },
  {
    name: 'light, with more contrast',
    colorScheme: 'light',
    contrast: 'more',
    forcedColors: 'none',
  },
] as const;

/** One with every kind of control, one that is read, one with cards, and one that is filled in. */
const ALWAYS = ['supporters/', 'help/', '', 'school/'];
/** Looks are other values of the same colours: on all pages in a thorough run. */
const inLook = chosenOf(pages, (path) => ALWAYS.includes(path));

let host: StaticHost;
test.beforeAll(async () => {
  host = await hostReadSite('taught', '/');
});
test.afterAll(() => host.close());

for (const { name, ...look } of firstOf(looks)) {
  // All else it looks for is the same in every look, and looked for below and in pages.spec.ts.
  test(`axe finds nothing in the colours of pages that are read or filled in, ${name}`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    for (const path of inLook) {
      await page.goto('about:blank');
      await page.goto(host.site + path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      expect([path, await colourFindings(page)]).toEqual([path, []]);
    }
  });
}

test('In forced colours every button, choice and field keeps an edge, and axe finds only colours that are not ours', async ({
  page,
}) => {
  test.slow();
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
  for (const path of inLook) {
    await page.goto('about:blank');
    await page.goto(host.site + path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const edgeless = await page
      .locator('.button, .choice, button, input[type=text]')
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility())
          .filter(
            (one) =>
              Number.parseFloat(getComputedStyle(one).borderTopWidth) < 1 ||
              getComputedStyle(one).borderTopStyle === 'none',
          )
          .map((one) => one.outerHTML.slice(0, 120)),
      );
    expect([path, edgeless]).toEqual([path, []]);
    expect([
      path,
      (await axeFindings(page)).filter((found) => !found.startsWith('color-contrast')),
    ]).toEqual([path, []]);
  }
});

test('On a dark device a page is dark, its pictures keep their colours, and paper stays white', async ({
  page,
}) => {
  const groundOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const fillOf = () =>
    page
      .locator('.drawing rect')
      .first()
      .evaluate((rect) => getComputedStyle(rect).fill);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(host.site);
  const fill = await fillOf();
  expect(fill).toMatch(/^rgb\(/);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await groundOf('html')).toBe('rgb(17, 28, 38)');
  expect(await fillOf()).toBe(fill);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(await groundOf('html')).toBe('rgb(255, 255, 255)');
  expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color)).toBe(
    'rgb(0, 0, 0)',
  );
});
