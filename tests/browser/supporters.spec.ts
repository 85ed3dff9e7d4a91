import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildPictures } from '../../src/cli/build-pictures.ts';
import { openHandouts } from '../../src/site/handouts.ts';
import { openLessons } from '../../src/site/lessons.ts';
import { openPages } from '../../src/site/pages.ts';
import { openSite } from '../../src/site/site.ts';
import { textWidth, WIDTHS } from '../../src/text/letter-widths.ts';
import { pictureSizes, posterSizes } from '../../src/outputs/supporters/post-picture.ts';
import { posts } from '../../src/outputs/supporters/posts.ts';
import { schedule } from '../../src/outputs/supporters/schedule.ts';
import { axeFindings } from './axe-findings.ts';
import { ownFolder } from './own-folder.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { writeHomeWith } from './taught-school.ts';
import { sideways, walkByKeys, ZOOMED } from './walk-keys.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';

const LOGO = fileURLToPath(new URL('../../media/pictures/friend.svg', import.meta.url));
let host: StaticHost;

test.use({ viewport: { width: 360, height: 740 } });
test.beforeAll(async () => {
  host = await hostReadSite('layouts', '/at-home/');
});
test.afterAll(() => host.close());

/** The width, height and kind of a picture by its first bytes. */
function sizeOf(png: Uint8Array | undefined): readonly [string, number, number] {
  const bytes = Buffer.from(png ?? []);
  return [bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Organisation').fill('Canal Side Youth Club');
  await page.getByLabel('How to reach you').fill('the desk, any evening');
  await page.getByLabel('Your logo').setInputFiles(LOGO);
  await expect(page.locator('[data-picture] image')).toHaveCount(posts.length);
}

async function takeZip(page: Page): Promise<Unzipped> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download everything' }).press('Enter');
  const files = unzipSync(readFileSync(await (await saved).path()));
  return Object.fromEntries(
    Object.entries(files).map(([name, body]) => [name.replace('supporters-kit/', ''), body]),
  );
}

test('On a phone, a supporter puts name, contact and logo in once, and takes everything along in one zip that reads well', async ({
  page,
}) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(host.site) && !/^(?:blob|data):/.test(request.url())) {
      elsewhere.push(request.url());
    }
  });
  await page.goto(`${host.site}supporters/`);
  await fillIn(page);
  await expect(page.locator('[data-text="signature"]')).toContainText(
    'Canal Side Youth Club · the desk, any evening',
  );
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(await axeFindings(page)).toEqual([]);
  const files = await takeZip(page);
  await expect(page.getByRole('status')).toContainText('supporters-kit.zip goes to your downloads');
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  // Every picture in every size, each as large as it says, each with its words beside it.
  for (const { id, picture } of posts) {
    for (const size of pictureSizes) {
      expect(sizeOf(files[`pictures/${id}-${size.id}.png`])).toEqual([
        'PNG',
        size.width,
        size.height,
      ]);
    }
    expect(text('pictures/alt-texts.txt')).toContain(`${id}: ${picture.alt}`);
    expect(text(`posts/${id}.txt`)).toContain('Canal Side Youth Club · the desk, any evening');
  }
  for (const { id } of posts) {
    for (const { id: paper, width, height, scale = 1 } of posterSizes) {
      expect(sizeOf(files[`posters/${id}-${paper}.png`])).toEqual([
        'PNG',
        Math.round(width * scale),
        Math.round(height * scale),
      ]);
    }
  }
  expect(text('words/press-release.txt')).toContain('Canal Side Youth Club joins in');
  for (const about of ['25', '50', '100', '300']) {
    expect(text(`words/copy-${about}.txt`)).toContain('0800 1111');
  }
  expect(text('words/newsletter.txt')).toContain('At Canal Side Youth Club we use the week');
  expect(text('read-me-first.txt')).toContain('The supporters’ kit of Canal Side Youth Club');
  const days = text('schedule.ics').match(/DTSTART;VALUE=DATE:\d{8}/g) ?? [];
  expect(days.map((day) => day.slice(-8))).toEqual(
    schedule.map(({ on }) => on.replaceAll('-', '')),
  );
  expect(text('schedule.csv').match(/^"2027-\d\d-\d\d"/gm)).toHaveLength(schedule.length);
  expect(
    Object.keys(files).filter(
      (name) => /\[your|\{/.test(text(name).slice(0, 9000)) && !name.endsWith('.png'),
    ),
  ).toEqual([]);
  expect(elsewhere).toEqual([]);
});

/** The site under an address that everyone can open, as far as this browser knows. */
const OPEN = 'https://kit.example/';

async function openToAll(page: Page): Promise<void> {
  await page.route(`${OPEN}**`, async (route) => {
    const answer = await fetch(route.request().url().replace(OPEN, host.site));
    await route.fulfill({
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? 'text/html',
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  await page.goto(`${OPEN}supporters/`);
}

/** How many codes to scan there are on the page’s drawings. */
const codes = (page: Page) => page.locator('[data-picture] svg > path, [data-poster] svg > path');

test('The kit leads to the page for parents, to Comebacks without a code, or to a page that is typed, on every post and poster @thorough', async ({
  page,
}) => {
  await openToAll(page);
  const signature = page.locator('[data-text="signature"]');
  await expect(signature).toContainText('kit.example/parents');
  await expect(codes(page)).toHaveCount(posts.length + 1);
  await expect(page.locator('[data-picture="a-no"]')).toContainText('kit.example/parents');
  await page.getByLabel('“Comebacks” here, for young people').check();
  await expect(signature).toContainText('kit.example/comebacks');
  await expect(page.locator('[data-picture="a-no"]')).toContainText('kit.example/comebacks');
  await expect(codes(page)).toHaveCount(0);
  await page.getByLabel('A page to read more on').fill('canal.example/safe');
  await expect(page.getByLabel('A page of yours')).toBeChecked();
  await expect(signature).toContainText('canal.example/safe');
  await expect(codes(page)).toHaveCount(posts.length + 1);
  await page.getByLabel('A page to read more on').fill('Ask at the desk');
  await expect(signature).toContainText('Ask at the desk');
  await expect(codes(page)).toHaveCount(0);
});

test('A poster is printed alone, on one page of the paper that is chosen', async ({ page }) => {
  await openToAll(page);
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-asked-to-print', '');
  });
  await page.getByLabel('What it says').selectOption('A no is an answer.');
  for (const [paper, size] of [
    ['A4:', /MediaBox ?\[0 0 59[45]\.\d+ 84[12]\.\d+\]/],
    ['A3:', /MediaBox ?\[0 0 84[12]\.\d+ 119[01]\.\d+\]/],
  ] as const) {
    await page.getByLabel(paper).check();
    await page.getByRole('button', { name: 'Print, or save as PDF' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-asked-to-print', '');
    await expect(page.locator('html')).toHaveAttribute('data-printing', /^a[34]$/);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
      'latin1',
    );
    expect(pdf.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
    expect(pdf).toMatch(size);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(page.locator('html')).not.toHaveAttribute('data-printing');
  }
});

test('One choice, a school or youth work, changes the words everywhere, and begins as “Your school” says @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}supporters/`);
  const saying = (words: string) => page.locator('[data-text]', { hasText: words });
  const many = await saying('your leader').count();
  expect(many).toBeGreaterThan(3);
  await page.getByLabel('A school', { exact: true }).check();
  await expect(saying('your teacher')).toHaveCount(many);
  await expect(saying('your leader')).toHaveCount(0);
  // What was said on “Your school”, in this browser.
  await page.goto(`${host.site}school/`);
  await page.getByLabel('Name', { exact: true }).fill('The school by the canal');
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toContain('The school by the canal');
  await page.goto(`${host.site}supporters/`);
  await expect(saying('your teacher')).toHaveCount(many);
  await expect(page.getByLabel('A school', { exact: true })).toBeChecked();
});

test('Words are copied, a picture and the days are saved one by one @thorough', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${host.site}supporters/`);
  await page.getByRole('button', { name: 'Copy: A no is an answer, alt text' }).click();
  await expect(page.getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    posts.find(({ id }) => id === 'a-no')?.picture.alt,
  );
  for (const [press, name] of [
    ['Save “A no is an answer”: tall 1080 × 1920', 'a-no-tall.png'],
    ['Save for a calendar (.ics)', 'schedule.ics'],
    ['Save as a table (.csv)', 'schedule.csv'],
  ] as const) {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: press }).press('Enter');
    expect((await saved).suggestedFilename()).toBe(name);
  }
});

test('The kit is used by keys alone at 400% zoom and in forced colours @thorough', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize(ZOOMED);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto(`${host.site}supporters/`);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await walkByKeys(
    page,
    'a:visible, button:visible, input:not([type=radio]):visible, input[type=radio]:checked',
  );
});

test('Once opened, the kit comes up again without a network, and still makes its zip @thorough', async ({
  page,
  context,
}) => {
  await page.goto(`${host.site}supporters/`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.goto(`${host.site}supporters/?again`);
  await page.getByLabel('Organisation').fill('Canal Side Youth Club');
  const names = Object.keys(await takeZip(page)).filter((name) => name.endsWith('.png'));
  expect(names).toHaveLength(posts.length * (pictureSizes.length + posterSizes.length));
});

test('A choice is still there after “Back”, whatever “Your school” says @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}school/`);
  await page.getByLabel('Name', { exact: true }).fill('The school by the canal');
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toContain('The school by the canal');
  await page.goto(`${host.site}supporters/`);
  await expect(page.getByLabel('A school', { exact: true })).toBeChecked();
  await page.getByLabel('A youth club, church, mosque or library').check();
  await page.goto(`${host.site}help/`);
  await page.goBack();
  // What is kept of the school has been read by now.
  await page.waitForLoadState('networkidle');
  await expect(page.getByLabel('A youth club, church, mosque or library')).toBeChecked();
  await expect(page.locator('[data-text]', { hasText: 'your teacher' })).toHaveCount(0);
});

test('A name in letters without a known width is fitted into its line @thorough', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, maxWidth) {
      const line = {
        text,
        left: x - (maxWidth ?? Infinity) / 2,
        right: this.canvas.width - x - (maxWidth ?? Infinity) / 2,
      };
      document.documentElement.dataset['drawn'] = JSON.stringify([
        ...(JSON.parse(document.documentElement.dataset['drawn'] ?? '[]') as unknown[]),
        line,
      ]);
      fillText.call(this, text, x, y, maxWidth);
    };
  });
  await page.goto(`${host.site}supporters/`);
  const wide = '﷽'.repeat(12);
  await page.getByLabel('Organisation').fill(wide);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save “A no is an answer”: square' }).press('Enter');
  await saved;
  type Line = {
    readonly text: string;
    readonly left: number | null;
    readonly right: number | null;
  };
  const drawn = JSON.parse(
    await page.evaluate(() => document.documentElement.dataset['drawn'] ?? '[]'),
  ) as readonly Line[];
  expect(drawn.map(({ text }) => text)).toContain(wide);
  expect(
    drawn.filter(({ left, right }) => !(Number(left ?? -1) >= 0 && Number(right ?? -1) >= 0)),
  ).toEqual([]);
});

test('The words of every picture, and every letter, are as wide as they are taken to be, or a little less @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}supporters/`);
  const letters = WIDTHS.flatMap(([, row]) => [...row]);
  const rows = [
    ...letters,
    ...posts.flatMap(({ picture }) => picture.rows),
    'Childline 0800 1111 · In danger? Call 999',
    'Wig & Quill: “Jazz” Ä, 40%',
  ];
  const measured = await page.evaluate(async (all) => {
    await document.fonts.load('600 100px Lexend', all.join(''));
    const paint = document.createElement('canvas').getContext('2d');
    if (paint === null) return [];
    paint.font = '600 1000px Lexend';
    return all.map((row) => paint.measureText(row).width / 1000);
  }, rows);
  expect(measured).toHaveLength(rows.length);
  for (const [at, width] of measured.entries()) {
    const taken = textWidth(rows[at] ?? '');
    expect(width).toBeLessThanOrEqual(taken);
    expect(width).toBeGreaterThan(taken * 0.85);
  }
});

test('The build makes the same pictures, once, and the page leads to them without script @thorough', async () => {
  test.setTimeout(120_000);
  const folder = ownFolder('post-pictures');
  rmSync(folder, { recursive: true, force: true });
  const old = join(folder, '0'.repeat(40));
  const home = writeHomeWith('layouts');
  mkdirSync(old, { recursive: true });
  const parts = {
    lessons: openLessons(`${home}/lessons`),
    media: `${home}/media`,
    handouts: openHandouts(`${home}/handouts`),
    room: 'page',
    program: programFacts(),
  } as const;
  const pages = openPages(await buildPages());
  const site = openSite({ ...parts, pages });
  const made = await buildPictures(site, folder);
  expect(existsSync(old)).toBe(false);
  expect(made).toHaveLength(posts.length * pictureSizes.length);
  for (const { id } of posts) {
    for (const size of pictureSizes) {
      expect(
        sizeOf(made.find(({ path }) => path === `supporters/pictures/${id}-${size.id}.png`)?.body),
      ).toEqual(['PNG', size.width, size.height]);
    }
  }
  const page = String(
    await openSite({ ...parts, pages, pictures: 'png' }).read('supporters/index.html'),
  );
  const led = [...page.matchAll(/<a href="\.\/(pictures\/[^"]+)"/g)].map(
    ([, path = '']) => `supporters/${path}`,
  );
  expect(led).toEqual(made.map(({ path }) => path));
  // Once they are there, no browser is needed.
  const named = process.env['BROWSER_PATH'];
  process.env['BROWSER_PATH'] = '/bin/true';
  try {
    expect(await buildPictures(site, folder)).toEqual(made);
  } finally {
    if (named === undefined) delete process.env['BROWSER_PATH'];
    else process.env['BROWSER_PATH'] = named;
  }
});

test('A page that offers no pictures stops the build, and nothing of it is kept @thorough', async () => {
  const folder = ownFolder('no-pictures');
  const read = () => Promise.resolve(Buffer.from('<!doctype html><title>No pictures</title>'));
  await expect(buildPictures({ read }, folder)).rejects.toThrow('has to offer all');
  expect(readdirSync(folder)).toEqual([]);
});
