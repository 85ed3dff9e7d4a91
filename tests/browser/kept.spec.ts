import { mkdirSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import {
  savedInBrowser,
  type SavedInBrowser,
  type BrowserStore,
} from '../../src/text/saved-in-browser.ts';
import { getReady, goTo, key, pressStart, startBoard } from './lead.ts';
import { ownFolder } from './own-folder.ts';
import { writeReadySchool } from './ready-school.ts';
import { approveHere } from './approve.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { LESSON, openRoom, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

let host: StaticHost;
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  const ready = ownFolder('kept-ready');
  mkdirSync(ready, { recursive: true });
  writeReadySchool(ready);
  host = await hostReadSite('taught', '/lessons/', ready);
  school = await openTaughtSchool('kept');
});
test.afterAll(async () => {
  await host.close();
  await school.kill();
});

/** Everything that the pages of a browser have in it, each as its store and its name. */
async function storedIn(context: BrowserContext): Promise<readonly string[]> {
  const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`);
  const pages = await Promise.all(
    context.pages().map((page) =>
      page.evaluate(async () => [
        // An entry of the history is named by its first word; what else is in it belongs to that.
        ...Object.keys((history.state as object | null) ?? {}).flatMap((name, at) =>
          at === 0 ? [`history ${name}`] : [],
        ),
        ...Object.keys(localStorage).map((name) => `local ${name}`),
        ...Object.keys(sessionStorage).map((name) => `session ${name}`),
        ...(isSecureContext ? (await caches.keys()).map((name) => `cache ${name}`) : []),
        ...(await indexedDB.databases()).map(({ name = '' }) => `database ${name}`),
      ]),
    ),
  );
  return [...new Set([...cookies, ...pages.flat()])];
}

/** The line of the table that something is of; its own name where it is of none. */
function lineOf(found: string): string {
  const [store = '', ...rest] = found.split(' ');
  const table: readonly (readonly [string, SavedInBrowser])[] = Object.entries(savedInBrowser);
  const lines = table.filter(
    ([, { stores, name }]) => stores.includes(store as BrowserStore) && name.test(rest.join(' ')),
  );
  return lines.length === 1 ? (lines[0]?.[0] ?? '') : found;
}

const linesOf = async (context: BrowserContext) => new Set((await storedIn(context)).map(lineOf));

/** For a page that is about to be left, whose history is not looked into any more. */
async function expectOfTable(context: BrowserContext): Promise<void> {
  const found = [...(await linesOf(context))];
  expect(found.filter((line) => !Object.keys(savedInBrowser).includes(line))).toEqual([]);
}

async function checkPlan(page: Page): Promise<void> {
  await page.goto(`${host.site}edit/?open`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const buffer = Buffer.from('# Ice\n\nIce floats on water.\n');
  await (await chooser).setFiles({ name: 'ice.md', mimeType: 'text/markdown', buffer });
  await expect(page.getByRole('button', { name: 'Open in the editor' })).toBeVisible();
}

async function describeFilm(page: Page): Promise<void> {
  await page.goto(`${host.site}film/`);
  await page.getByRole('link', { name: 'Add a film' }).click();
  await page.getByLabel('What the class reads on its slide').fill('Our trip');
}

async function useFolder(page: Page): Promise<void> {
  await page.goto(`${host.site}edit/`);
  await page.evaluate(() => {
    window.showDirectoryPicker = () => navigator.storage.getDirectory();
  });
  await page.getByRole('button', { name: 'Use a folder on this computer' }).click();
  await expect(page.getByRole('button', { name: 'Stop using this folder' })).toBeVisible();
}

async function teach(presenter: Page): Promise<Page> {
  await getReady(presenter);
  const opened = presenter.context().waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  await key(presenter, '?');
  await presenter.getByRole('checkbox', { name: 'Use single-key shortcuts' }).uncheck();
  await key(presenter, 'Escape');
  await goTo(presenter, board, 'question-how-much-pressure');
  await presenter.getByRole('button', { name: /^Count hands/ }).click();
  await expect(presenter.getByRole('dialog', { name: 'Count hands' })).toBeVisible();
  return board;
}

test('A teacher’s and a reader’s browser hold what the table says, and nothing else', async ({
  context,
}) => {
  const page = await context.newPage();
  const library = await context.newPage();
  await library.goto(host.site);
  await library.getByRole('searchbox', { name: 'Search' }).fill('pressure');
  await page.goto(`${host.site}school/`);
  await page.getByLabel('Name', { exact: true }).fill('Hillside School');
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await page.goto(`${host.site}lesson/${LESSON}/`);
  await page.getByLabel('20 minutes').check();
  await page.locator('.plan-fold summary', { hasText: 'Film and names' }).click();
  await page.getByLabel('Sam is called').fill('Kit');
  await page.getByRole('button', { name: 'Use these today' }).click();
  await page.getByRole('button', { name: 'Keep for a room without a network' }).click();
  await expect(page.getByText(/^Ready offline/)).toBeVisible({ timeout: 60_000 });
  await page.goto(`${host.site}approve/${LESSON}/`);
  await approveHere(page);
  await page.goto(`${host.site}read/${LESSON}/`);
  await page.getByRole('button', { name: 'Text and colours' }).click();
  await page.getByRole('button', { name: 'Larger' }).click();
  const home = await context.newPage();
  await home.goto(`${host.site}comebacks/#group-firm`);
  await home
    .getByRole('button', { name: /^Save:/ })
    .first()
    .click();
  await home.evaluate(async () => void (await navigator.serviceWorker.ready));
  await checkPlan(await context.newPage());
  await expectOfTable(context);
  await describeFilm(page);
  await expectOfTable(context);
  await useFolder(page);
  const presenter = await context.newPage();
  await presenter.goto(`${host.site}present/${LESSON}/`);
  await presenter.getByLabel('How many pupils are here today?').fill('24');
  // What is typed there goes when the lesson starts.
  await expect.poll(() => linesOf(context)).toContain('typedStart');
  await teach(presenter);
  await key(presenter, 'Escape');
  await presenter.getByRole('button', { name: 'Larger notes' }).click();
  const left = await context.newPage();
  await left.goto(`${host.site}help/`);
  await left.locator('a.leave').click();
  await left.waitForURL('**/away/');
  const expected = Object.keys(savedInBrowser).filter(
    (line) => !['seat', 'staff', 'typedStart', 'lessonDrafts'].includes(line),
  );
  await expect.poll(() => linesOf(context)).toEqual(new Set(expected));
});

test('A teacher’s browser holds what was typed of a lesson that the program has, and no lesson of its own @thorough', async ({
  context,
  page,
}) => {
  await page.goto(`${school.staff}edit/`);
  await page.getByRole('button', { name: 'New lesson' }).click();
  await page.getByLabel('What is it called?').fill('Ice');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved to your lessons')).toBeVisible();
  // The database of the browser's own lessons was looked into, and is empty.
  await expect.poll(() => linesOf(context)).toEqual(new Set(['lessonDrafts', 'ownLessons']));
});

test('A pupil’s tablet holds a place and how it reads along, in one tab, and nothing once the pupil has left', async ({
  context,
  page,
}) => {
  const room = await openRoom(school, 20);
  await page.goto(school.pupils);
  await page.getByLabel('Type the code on the board').fill(room.code);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'You’re in' })).toBeVisible();
  await expect.poll(() => linesOf(context)).toEqual(new Set(['seat']));
  await page.goto(`${school.pupils}read/?code=${room.code}`);
  await page.getByRole('button', { name: 'Text and colours' }).click();
  await page.getByRole('button', { name: 'Larger' }).click();
  await expect.poll(() => linesOf(context)).toEqual(new Set(['seat', 'reading']));
  expect((await storedIn(context)).filter((found) => !found.startsWith('session '))).toEqual([]);
  await page.goto(school.pupils);
  await page.getByRole('button', { name: 'Leave this page' }).click();
  await expect.poll(() => storedIn(context)).toEqual([]);
});
