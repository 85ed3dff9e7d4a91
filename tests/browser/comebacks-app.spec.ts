import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { apps } from '../../src/outputs/comebacks/apps.ts';
import { browserArgs, findBrowser } from '../../src/print/browser.ts';
import { ownFolder } from './own-folder.ts';
import { hostReadSite } from './read-site.ts';
import { hostFolder, type StaticHost } from './static-host.ts';
import { writeHomeWith } from './taught-school.ts';
import { walkByKeys, ZOOMED } from './walk-keys.ts';

const PHONE = { width: 360, height: 740 };
let host: StaticHost;

test.use({ viewport: PHONE });
test.beforeAll(async () => {
  host = await hostReadSite('layouts', '/at-home/');
});
test.afterAll(() => host.close());

const shown = (page: Page) => page.locator('.step:visible');

/** A browser's offer to add the page, as Chromium makes it. */
function offerToAdd(): void {
  const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt: async () => {
      document.documentElement.dataset['asked'] = String(
        document.querySelector('link[rel="manifest"]')?.getAttribute('href'),
      );
    },
  });
  dispatchEvent(offer);
}

test.describe('adding it to the first screen', () => {
  test('a browser finds nothing that keeps it from installing any of the three, by its own protocol', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wholeclass-install-'));
    const executablePath = await findBrowser();
    // A window without a profile of its own installs nothing.
    const context = await chromium.launchPersistentContext(folder, {
      args: [...browserArgs],
      ...(executablePath === null ? {} : { executablePath }),
    });
    try {
      const page = await context.newPage();
      await page.goto(`${host.site}comebacks/#app`);
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      const browser = await context.newCDPSession(page);
      for (const { id, name } of apps) {
        await page.getByRole('radio', { name }).check();
        await expect
          .poll(async () => JSON.parse((await browser.send('Page.getAppManifest')).data ?? '{}'))
          .toMatchObject({ name, short_name: name });
        const { errors } = await browser.send('Page.getAppManifest');
        expect(errors).toEqual([]);
        const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
        expect([id, installabilityErrors]).toEqual([id, []]);
        expect((await browser.send('Page.getAppId')).appId).toContain(`/comebacks/${id}`);
      }
    } finally {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('is quiet: no question by itself, a line at the foot of the first step, and “Add it” where the browser offers it', async ({
    page,
  }) => {
    await page.goto(`${host.site}comebacks/`);
    await page.getByRole('link', { name: 'Add to your home screen' }).click();
    await expect(page.getByRole('heading', { name: 'Add to your home screen' })).toBeFocused();
    const add = page.getByRole('button', { name: 'Add it' });
    await expect(add).toBeHidden();
    await expect(shown(page)).toContainText('press Share, then “Add to Home Screen”');
    expect(await page.evaluate(`(${offerToAdd})()`)).toBeUndefined();
    await expect(add).toBeVisible();
    // Another look is another app, for which the browser has to offer it again.
    await page.getByRole('radio', { name: 'Two hills' }).check();
    await expect(add).toBeHidden();
    await expect(page.locator('link[rel="apple-touch-icon"]')).toHaveAttribute(
      'href',
      './hills-180-whole.png',
    );
    await page.evaluate(`(${offerToAdd})()`);
    await add.click();
    await expect(page.locator('html')).toHaveAttribute('data-asked', './app-hills.webmanifest');
    await expect(add).toBeHidden();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('is not offered in a window of its own, where it was added already', async ({ page }) => {
    await page.addInitScript(() => {
      const real = window.matchMedia.bind(window);
      window.matchMedia = (query) =>
        real(query.includes('standalone') ? '(min-width: 0px)' : query);
    });
    await page.goto(`${host.site}comebacks/`);
    await expect(page.getByRole('link', { name: 'Search all replies' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Add to your home screen' })).toBeHidden();
  });
});

test('Replies are searched by their words, their tone and who asks; help comes before any; and nothing of it is saved or sent', async ({
  page,
}) => {
  await page.goto(`${host.site}comebacks/`);
  const asked: string[] = [];
  await page.getByRole('link', { name: 'Search all replies' }).click();
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => {
    // A browser asks for the page's own icon when it pleases.
    const isIcon = /\/assets\/mark-[\w-]+\.svg$/.test(request.url());
    if (request.resourceType() !== 'font' && !isIcon) asked.push(request.url());
  });
  const field = page.getByLabel('Words to look for');
  await field.fill('potato');
  await expect(shown(page).locator('.line__words')).toHaveText([
    'You asked for a pic. Here’s a potato.',
  ]);
  await expect(page.getByText('1 reply', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Save: “You asked/ }).click();
  await expect(page.getByRole('button', { name: /^Save: “You asked/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await field.fill('someone wants money');
  await expect(shown(page).getByRole('link', { name: 'Someone threatening me' })).toBeVisible();
  await expect(page.getByText('Help comes first. No replies found.')).toBeVisible();
  await shown(page).getByRole('link', { name: 'Someone threatening me' }).click();
  await expect(page.getByRole('heading', { name: /Get help now/ })).toBeFocused();
  expect(asked).toEqual([]);
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({
    'kept-lines': '{"v":2,"lines":["d969b043"]}',
  });
});

test('What was saved by its place is there by its words, and is stored so from the next press on', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (localStorage.length === 0) {
      localStorage.setItem('kept-lines', '["friend-light-1","own-gone-firm-3","group-firm-2"]');
    }
  });
  await page.goto(`${host.site}comebacks/`);
  await page.getByRole('link', { name: 'My saved replies' }).click();
  await expect(shown(page).locator('.line__words')).toHaveText([
    'Not passing that on. It’s not ours.',
    'lol no',
  ]);
  await page.getByRole('button', { name: 'Save: “lol no”' }).click();
  await expect(shown(page).locator('.line__words')).toHaveText([
    'Not passing that on. It’s not ours.',
  ]);
  expect(await page.evaluate(() => localStorage.getItem('kept-lines'))).toBe(
    '{"v":2,"lines":["219a5703"]}',
  );
});

test('A reply’s picture is 1080 px square, with its words on a ground of its own and someone below them @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}comebacks/#friend-light`);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save picture: “You asked for a pic.' }).click();
  const file = await (await saved).path();
  // Colours are read back where the potato, its floor and a letter are.
  const read = await page.evaluate(
    async (data) => {
      const picture = new Image();
      picture.src = data;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = picture.naturalWidth;
      canvas.height = picture.naturalHeight;
      const paint = canvas.getContext('2d');
      paint?.drawImage(picture, 0, 0);
      const at = (x: number, y: number) => [...(paint?.getImageData(x, y, 1, 1).data ?? [])].join();
      const rows = [...(paint?.getImageData(80, 96, 920, 350).data ?? [])];
      const count = (wanted: string) => {
        let found = 0;
        for (let from = 0; from < rows.length; from += 4) {
          if (rows.slice(from, from + 3).join() === wanted) found += 1;
        }
        return found;
      };
      return {
        size: [canvas.width, canvas.height],
        potato: at(560, 650),
        white: count('255,255,255'),
        yellow: count('246,196,69'),
      };
    },
    `data:image/png;base64,${(await import('node:fs')).readFileSync(file).toString('base64')}`,
  );
  expect(read.size).toEqual([1080, 1080]);
  expect(read.potato).toBe('217,164,91,255');
  expect(read.white).toBeGreaterThan(5000);
  expect(read.yellow).toBeGreaterThan(5000);
});

test('Search, looks and saved replies are used by keys both ways at 400% zoom in forced colours @thorough', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize(ZOOMED);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  for (const path of ['comebacks/#find', 'comebacks/#app', 'comebacks/#kept']) {
    await page.goto('about:blank');
    await page.goto(host.site + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
    await walkByKeys(
      page,
      'a:visible, button:visible, input:not([type=radio]):visible, input[type=radio]:checked:visible',
    );
  }
});

test.describe('left to a page of another site, that the host has chosen', () => {
  let other: { readonly address: string; close(): void };
  let leaving: StaticHost;
  test.beforeAll(async () => {
    const server = createServer((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>News of the day</title><h1>News</h1>'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    other = { address: `http://localhost:${port}/`, close: () => void server.close() };
    const out = ownFolder('leaving');
    const home = writeHomeWith('layouts');
    const pages = await buildPages();
    await buildSite({ home, pages, out, leaveTo: other.address, forEveryone: true });
    leaving = await hostFolder(out, '/at-home/');
  });
  test.afterAll(async () => {
    other.close();
    await leaving.close();
  });

  test('the page says where it leads and what it does not clear, and neither Back nor Forward shows anything of ours', async ({
    page,
  }) => {
    for (const path of ['comebacks/', 'help/']) {
      await page.goto('about:blank');
      await page.goto(leaving.site + path);
      await expect(
        page.getByText(
          /Leads to localhost:\d+\.\s+(?:It doesn’t clear your history|Your history and saved replies stay)\./,
        ),
      ).toBeVisible();
      await page.locator('#start .choice').nth(1).click();
      await page.keyboard.press('Shift');
      await page.keyboard.press('Shift');
      await page.keyboard.press('Shift');
      await expect(page).toHaveTitle('News of the day');
      await page.goForward();
      await expect(page).toHaveTitle('News of the day');
      await page.goBack();
      await expect(page).toHaveTitle('News of the day');
      await page.goBack();
      expect(page.url()).not.toContain('/comebacks/');
    }
  });

  test('it is a page of ours without a network', async ({ page, context }) => {
    await page.goto(`${leaving.site}comebacks/`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Leave this page' }).click();
    await expect(page).toHaveTitle('Today');
    await expect(page.locator('.away__time')).not.toBeEmpty();
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('it leads there too', async ({ page }) => {
      await page.goto(`${leaving.site}comebacks/`);
      await page.getByRole('link', { name: 'Leave this page' }).click();
      await expect(page).toHaveTitle('News of the day');
    });
  });
});
