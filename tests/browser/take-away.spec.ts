import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { openFile } from '../../src/open/open-file.ts';
import type { Opened } from '../../src/open/opened.ts';
import { EMPTY_SCHOOL, writeSchool } from '../../src/school/school.ts';
import { schoolKey } from '../../src/text/browser-keys.ts';
import { firstOf } from '../thorough.ts';
import { axeFindings } from './axe-findings.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';

const LESSON = readFileSync(new URL('our-coast.md', import.meta.url), 'utf8');

let host: StaticHost;

test.beforeAll(async () => {
  host = await hostReadSite('layouts', '/lessons-site/');
});
test.afterAll(() => host.close());

async function taken(page: Page, name: string): Promise<Opened> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const opened = openFile({ name, bytes });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  return opened;
}

test('a lesson is taken away by keyboard from a site without a server, for PowerPoint with its drawings drawn, and for Word', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${host.site}lesson/our-coast/`);
  const status = page.locator('[data-take-words]');
  await page.getByText('Take away', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(status).toContainText('It has no answers to polls and no steps.');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Slides on paper, or as PDF' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Slides for PowerPoint' })).toBeFocused();
  const slides = await taken(page, 'our-coast.pptx');
  expect(slides.text).toMatch(/### The sea\n\n- Cold\n- Salt\n\n!\[A wave\]/);
  expect(slides.text).toContain('Ask Sam first.');
  const [picture] = slides.media;
  const view = new DataView((picture?.bytes ?? new Uint8Array(24)).slice().buffer);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([1600, 1200]);
  await expect(status).toHaveText(
    /^our-coast\.pptx is in your downloads: \d+ kB\. What is not in it is in the notes of its first slide\.$/,
  );
  await page.keyboard.press('Tab');
  const plan = await taken(page, 'our-coast.docx');
  expect(plan.text).toContain('## Start (5 min)');
  await expect(status).toHaveText(/^our-coast\.docx is in your downloads: \d+ kB\.$/);
  expect(asked.filter((url) => !url.startsWith(host.site) && !url.startsWith('data:'))).toEqual([]);
});

test('where the file cannot be fetched, the page says so and what to do @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}lesson/our-coast/`);
  await page.route('**/slides.pptx', (route) => route.abort());
  await page.getByText('Take away', { exact: true }).click();
  await page.getByRole('link', { name: 'Slides for PowerPoint' }).click();
  await expect(page.locator('[data-take-words]')).toHaveText(
    'The file could not be fetched. Check that Wholeclass is still running, then try again.',
  );
  await page.unroute('**/slides.pptx');
  const SIGNED_OUT = {
    error: { code: 'signed-out', message: 'You are signed out. Sign in again.' },
  };
  await page.route('**/slides.pptx', (route) => route.fulfill({ status: 401, json: SIGNED_OUT }));
  await page.getByRole('link', { name: 'Slides for PowerPoint' }).click();
  await expect(page.locator('[data-take-words]')).toHaveText('You are signed out. Sign in again.');
});

test('the page’s link is copied, and says who sees what by it; the text is shared where the system can @thorough', async ({
  page,
  context,
}) => {
  await page.goto(`${host.site}lesson/our-coast/?nothing-of-this#in-it`);
  await page.getByText('Take away', { exact: true }).click();
  await expect(page.getByRole('button', { name: 'Share…' })).toBeHidden();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    const shared: File[] = [];
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files }: { files: File[] }) => void shared.push(...files),
    });
    Object.assign(globalThis, { shared });
  });
  await page.reload();
  await page.getByText('Take away', { exact: true }).click();
  await page.getByRole('button', { name: 'Copy link', exact: true }).click();
  await expect(page.locator('[data-take-words]')).toHaveText(
    'The link is copied. Anyone who can open this site sees its plan, with the notes.',
  );
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${host.site}lesson/our-coast/`,
  );
  // A link to this computer leads parents nowhere: one to the site that the school named does.
  const parents = page.getByRole('button', { name: 'Page for parents: copy link' });
  await parents.click();
  await expect(page.locator('[data-take-words]')).toContainText('Parents cannot open this');
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    schoolKey(new URL(host.site).pathname),
    writeSchool({ ...EMPTY_SCHOOL, homeSite: 'help.example.org', saved: '2026-12-01T09:00:00Z' }),
  ] as const);
  // Safari takes nothing that comes after the press, though the school is still to be read.
  await page.evaluate(() => {
    let isPressed = false;
    addEventListener('click', () => void setTimeout(() => (isPressed = false)), true);
    addEventListener('click', () => (isPressed = true), true);
    const { clipboard } = navigator;
    for (const name of ['write', 'writeText'] as const) {
      const plain = clipboard[name].bind(clipboard) as (what: unknown) => Promise<void>;
      const inPress = (what: unknown) =>
        isPressed ? plain(what) : Promise.reject(new DOMException('', 'NotAllowedError'));
      Object.defineProperty(clipboard, name, { value: inPress });
    }
  });
  await parents.click();
  await expect(page.locator('[data-take-words]')).toContainText(
    'The link is copied. Parents and carers can open it',
  );
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'https://help.example.org/parents/our-coast/',
  );
  await page.getByRole('button', { name: 'Share…' }).click();
  const shared = () =>
    page.evaluate(() => {
      const { shared: files } = globalThis as unknown as { shared: File[] };
      return Promise.all(files.map(async (file) => [file.name, await file.text()]));
    });
  await expect.poll(shared).toEqual([['our-coast.txt', LESSON]]);
  expect(await axeFindings(page)).toEqual([]);
});

test('without a program the page draws a slide with its picture as the class sees it, whichever slide is hidden today', async ({
  page,
}) => {
  await page.goto(`${host.site}lesson/our-coast/`);
  await page.getByText('Take away', { exact: true }).click();
  const choice = page.getByLabel('Slide', { exact: true });
  await expect(choice.getByRole('option')).toHaveText(['1 Our coast', '2 The sea', /^3/]);
  await choice.selectOption('2 The sea');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save this slide as a picture (PNG)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('our-coast-2.png');
  const png = readFileSync(await download.path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
  // The drawing of the lesson is in it.
  const teal = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const pen = new OffscreenCanvas(1920, 1080).getContext('2d');
    pen?.drawImage(image, 0, 0);
    const { data } = pen?.getImageData(0, 0, 1920, 1080) ?? { data: [] };
    let found = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === 0x0b && data[at + 1] === 0x6a && data[at + 2] === 0x6b) found += 1;
    }
    return found;
  }, png.toString('base64'));
  expect(teal).toBeGreaterThan(10_000);
});

test('without scripts each link is its file', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${host.site}lesson/our-coast/`);
  await page.getByText('Take away', { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Slides for PowerPoint' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('our-coast.pptx');
  await context.close();
});

for (const [name, options] of firstOf([
  ['a phone', { viewport: { width: 360, height: 700 } }],
  ['a screen with colours of its own', { forcedColors: 'active' }],
] as const)) {
  test(`the menu is whole on ${name}`, async ({ browser }) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${host.site}lesson/our-coast/`);
    await page.getByText('Take away', { exact: true }).click();
    const box = await page.locator('.plan-menu[open] .plan-menu__inside').boundingBox();
    const width = page.viewportSize()?.width ?? 0;
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
    await expect(page.getByRole('link', { name: 'Plan for Word' })).toBeVisible();
    await context.close();
  });
}

test('slides on paper are three a page, or as many as are pressed, and axe finds nothing in them @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}print/our-coast/slides/`);
  await expect(page.locator('.paper-slide')).toHaveCount(3);
  await expect(page.getByRole('link', { name: '3 slides a page' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await page.getByRole('link', { name: '1 slide a page' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-a-page', '1');
  await expect(page.getByText('Hands up. You don’t have to answer.')).toBeVisible();
  expect(await page.locator('main').innerText()).not.toMatch(/Ask Sam|Rivers do/);
  expect(await axeFindings(page)).toEqual([]);
});
