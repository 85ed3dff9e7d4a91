import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { browserArgs, findBrowser } from '../../src/print/browser.ts';
import { axeFindings } from './axe-findings.ts';
import { expectBoard, getReady, goTo, pressStart, startBoard } from './lead.ts';
import { ownFolder } from './own-folder.ts';
import { expectSlips, writeSlips } from './own-handout.ts';
import { NOTE, openBoard, openLesson } from './own-lesson.ts';
import { writeReadySchool } from './ready-school.ts';
import { hostFolder, type StaticHost } from './static-host.ts';
import { LESSON, writeTaughtHome } from './taught-school.ts';

const PATH = '/lessons-site/';
const FILM = 'media/clip/film.mp4';
const SCHOOL = 'school.json';
const DECK = `present/${LESSON}/deck.json`;
const TO_APPROVE = `approve/${LESSON}/lesson.json`;

let out: string;
let host: StaticHost;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  const name = `offline-${test.info().parallelIndex}`;
  out = ownFolder(name);
  await buildSite({ home: writeTaughtHome(name), pages: await buildPages(), out });
  writeReadySchool(out);
});
test.beforeEach(async () => {
  host = await hostFolder(out, PATH);
});
test.afterEach(() => host.close());

const box = (page: Page) => page.getByRole('region', { name: 'Without a network' });
const press = (page: Page, name: string) =>
  box(page).getByRole('button', { name, exact: true }).click();

/** Everything that the browser has of the site: its caches, and the bytes in each; and its service workers. */
function hereOf(page: Page) {
  return page.evaluate(async () => {
    const found: Record<string, number> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      let bytes = 0;
      for (const request of await cache.keys()) {
        const isList = request.url.endsWith('/offline.json');
        bytes += isList ? 0 : ((await (await cache.match(request))?.blob())?.size ?? 0);
      }
      found[name] = bytes;
    }
    return { caches: found, workers: (await navigator.serviceWorker.getRegistrations()).length };
  });
}

/** Every address that is asked of another host. */
function listenElsewhere(context: BrowserContext): readonly string[] {
  const elsewhere: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(host.site) && !/^(?:blob|data):/.test(request.url())) {
      elsewhere.push(request.url());
    }
  });
  return elsewhere;
}

/** What a page of a lesson gets of a file of the site; empty where it gets nothing. */
function textOf(page: Page, path: string): Promise<string> {
  return page.evaluate(async (file) => {
    const response = await fetch(`../../${file}`).catch(() => null);
    return response?.ok === true ? response.text() : '';
  }, path);
}

async function lightOf(page: Page): Promise<number> {
  await expect(box(page)).toContainText(/Ready offline, [\d.]+ MB/, { timeout: 60_000 });
  return Number(/Ready offline, ([\d.]+) MB/.exec(await box(page).innerText())?.[1]);
}

test('A lesson that was kept is taught without a network, its film from any place, and one press takes all of it away', async ({
  page,
  context,
}) => {
  const elsewhere = listenElsewhere(context);
  // Firefox asks the reader, who may not answer, and Safari before 17 knows no estimate.
  await page.addInitScript(() => {
    StorageManager.prototype.persist = () => new Promise(() => {});
    Reflect.deleteProperty(StorageManager.prototype, 'estimate');
  });
  await page.goto(`${host.site}lesson/${LESSON}/`);
  await expect(box(page)).toContainText(/Takes [\d.]+ MB/);
  expect(await hereOf(page)).toEqual({ caches: {}, workers: 0 });
  expect(await axeFindings(page)).toEqual([]);
  await press(page, 'Keep for a room without a network');
  const shown = await lightOf(page);
  const [bytes = 0, ...others] = Object.values((await hereOf(page)).caches);
  expect(others).toEqual([]);
  expect(Math.abs(shown - bytes / 1_000_000)).toBeLessThan(0.11);
  await expect(box(page).getByRole('button', { name: 'Remove' })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);

  await host.close();
  await context.setOffline(true);
  await page.goto(host.site);
  await page
    .getByRole('region', { name: 'Ready offline' })
    .getByRole('link', { name: 'Pressure, and who can help' })
    .click();
  expect(await lightOf(page)).toBe(shown);
  const film = await page.evaluate(async (path) => {
    const part = await fetch(`../../${path}`, { headers: { range: 'bytes=1000-1999' } });
    const video = document.createElement('video');
    video.src = `../../${path}`;
    await new Promise((resolve, reject) => {
      video.addEventListener('loadedmetadata', resolve, { once: true });
      video.addEventListener('error', reject, { once: true });
    });
    video.currentTime = video.duration - 1;
    await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    const { size } = await part.blob();
    return { status: part.status, size, isThere: video.currentTime > 1 };
  }, FILM);
  expect(film).toEqual({ status: 206, size: 1000, isThere: true });
  await page.goto(`${host.site}print/${LESSON}/worksheet/`);
  await expect(page.locator('article').first()).toBeVisible();

  await page.goto(`${host.site}present/${LESSON}/`);
  await expect(page.getByText('There is no network: tablets can’t join.')).toBeVisible();
  await getReady(page);
  const opened = context.waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await goTo(page, board, 'question-how-much-pressure');
  await page.getByRole('button', { name: /^Count hands/ }).click();
  await expect(page.getByRole('dialog', { name: 'Count hands' })).toBeVisible();
  await expectBoard(board, 'question-how-much-pressure');
  await board.close();

  await page.goto(`${host.site}lesson/${LESSON}/`);
  await press(page, 'Remove');
  await expect(
    box(page).getByRole('button', { name: 'Keep for a room without a network' }),
  ).toBeFocused();
  expect(await hereOf(page)).toEqual({ caches: {}, workers: 0 });
  expect(elsewhere).toEqual([]);
});

test('A lesson that was written on the site is taught, and its handout seen and printed, without a network once the editor was open', async ({
  page,
  context,
}) => {
  const elsewhere = listenElsewhere(context);
  await openLesson(page, `${host.site}edit/`);
  const isStored = async () =>
    Object.entries((await hereOf(page)).caches).some(
      ([name, bytes]) => name.startsWith('own ') && bytes > 0,
    );
  await expect.poll(isStored, { timeout: 60_000 }).toBe(true);
  await host.close();
  await context.setOffline(true);
  await writeSlips(page);
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await page.getByRole('link', { name: 'Teach or print' }).click();
  // The editor has the same heading.
  await expect(page).toHaveURL(/lesson\/my_lesson\/\?lesson=[\w-]+$/);
  await expect(page.getByRole('heading', { name: 'Why ice floats', level: 1 })).toBeVisible();
  const itsPage = page.url();
  await expectSlips(page);
  await page.goto(itsPage);
  await page.getByRole('link', { name: 'Teach this lesson' }).click();
  await page.getByLabel('How many pupils are here today?').fill('30');
  const board = await openBoard(context, page);
  await startBoard(board);
  await expect(page.getByText(NOTE)).toBeVisible();
  await board.close();
  // The editor is there again, and what is not here is said in our words.
  await page.goto(`${host.site}edit/`);
  await expect(page.getByRole('link', { name: 'Teach or print “Why ice floats”' })).toBeVisible();
  await page.goto(`${host.site}lesson/${LESSON}/`);
  await expect(page.getByRole('heading', { name: 'You’re offline' })).toBeVisible();
  expect(elsewhere).toEqual([]);
});

test('Where the browser keeps no pages, the editor says without a network that the lesson can’t be taught now', async ({
  browser,
}) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await openLesson(page, `${host.site}edit/`);
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Teach or print' }).click();
  await expect(page.getByRole('alert')).toContainText('You’re offline, and this browser');
  expect(await axeFindings(page)).toEqual([]);
  await context.close();
});

test('It says that there is no room, is never half ready, goes on where it stopped, and is brought up to date @thorough', async ({
  page,
  context,
}) => {
  const browser = await context.newCDPSession(page);
  const { origin } = new URL(host.site);
  await page.goto(`${host.site}lesson/${LESSON}/`);
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  await press(page, 'Keep for a room without a network');
  await expect(box(page)).toContainText('No room for it');
  await expect(box(page)).toContainText(/It needs (?!0\.0)[\d.]+ MB/);
  expect(await hereOf(page)).toEqual({ caches: {}, workers: 0 });
  await browser.send('Storage.overrideQuotaForOrigin', { origin });

  await page.route(`**/${FILM}?network`, (route) => route.abort('connectionreset'));
  await press(page, 'Try again');
  await expect(box(page)).toContainText('The connection was lost.');
  await page.unroute(`**/${FILM}?network`);
  await page.route(`**/${FILM}?network`, (route) => route.fulfill({ status: 404 }));
  await press(page, 'Go on');
  await expect(box(page)).toContainText('The site is missing a file of this lesson');
  await page.reload();
  await expect(box(page)).toContainText('Not ready yet');
  await page.unroute(`**/${FILM}?network`);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(PATH.length)));
  await press(page, 'Go on');
  await lightOf(page);
  expect(asked).toContain(FILM);
  expect(asked.filter((path) => path.startsWith('assets/'))).toEqual([]);

  // The site changes: online, its own page is shown, and the copy is out of date until it is updated.
  const list = `${out}/lesson/${LESSON}/offline.json`;
  const before = readFileSync(list, 'utf8');
  const changed = JSON.parse(before) as { version: string; files: { path: string; tag: string }[] };
  const lessonPage = `${out}/lesson/${LESSON}/index.html`;
  const school = readFileSync(`${out}/${SCHOOL}`, 'utf8');
  const text = readFileSync(lessonPage, 'utf8');
  writeFileSync(lessonPage, text.replace('</h1>', ' now</h1>'));
  const files = changed.files.map((file) =>
    [FILM, `lesson/${LESSON}/`].includes(file.path) ? { ...file, tag: 'other' } : file,
  );
  writeFileSync(list, JSON.stringify({ ...changed, version: 'newer', files }));
  try {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ now$/);
    await expect(box(page)).toContainText('The site has a newer one.');
    // What is here carries its mark; another film on the site is shown from there.
    const mark = await page.evaluate(
      async (path) => (await fetch(`../../${path}`)).headers.get('x-wholeclass-tag'),
      FILM,
    );
    expect(mark).toBeNull();
    // An update that fails leaves the version from before, and says so.
    await page.route(`**/${FILM}?network`, (route) => route.abort('connectionreset'));
    await press(page, 'Update');
    await expect(box(page)).toContainText('The one from before is still here.');
    await lightOf(page);
    await page.unroute(`**/${FILM}?network`);
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    await press(page, 'Update');
    await expect(box(page)).toContainText('There is no room for the newer one.');
    await lightOf(page);
    await browser.send('Storage.overrideQuotaForOrigin', { origin });
    asked.length = 0;
    await press(page, 'Update');
    await expect(box(page)).not.toContainText('newer');
    await lightOf(page);
    expect(asked.filter((path) => !path.startsWith('assets/')).toSorted()).toEqual([
      `lesson/${LESSON}/`,
      `lesson/${LESSON}/offline.json`,
      `lesson/${LESSON}/offline.json`,
      FILM,
      SCHOOL,
    ]);
    // What the school says counts as it was last read, though the lesson's list is the same.
    writeFileSync(`${out}/${SCHOOL}`, school.replace('{', '{ "changed": true,'));
    expect(await textOf(page, SCHOOL)).toContain('"changed"');
    // A deck of the site, which may be newer, is never matched with the approval's copy here.
    expect(await textOf(page, DECK)).not.toBe('');
    await host.close();
    expect(await textOf(page, TO_APPROVE)).toBe('');
    expect(await textOf(page, DECK)).not.toBe('');
    expect(await textOf(page, TO_APPROVE)).not.toBe('');
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ now$/);
    expect(await textOf(page, SCHOOL)).toContain('"changed"');
  } finally {
    writeFileSync(lessonPage, text);
    writeFileSync(list, before);
    writeFileSync(`${out}/${SCHOOL}`, school);
  }
});

test('A browser finds nothing that keeps it from installing the site, by its own protocol @whole @thorough', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-install-'));
  const executablePath = await findBrowser();
  // A window without a profile of its own installs nothing.
  const context = await chromium.launchPersistentContext(folder, {
    args: [...browserArgs],
    ...(executablePath === null ? {} : { executablePath }),
  });
  try {
    const page = await context.newPage();
    for (const path of ['', `lesson/${LESSON}/`]) {
      await page.goto(host.site + path);
      const browser = await context.newCDPSession(page);
      const { url, errors } = await browser.send('Page.getAppManifest');
      expect([url, errors]).toEqual([`${host.site}wholeclass.webmanifest`, []]);
      const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
      expect(installabilityErrors).toEqual([]);
      expect((await browser.send('Page.getAppId')).appId).toBe(host.site);
    }
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
