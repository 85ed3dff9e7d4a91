import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { axeFindings } from './axe-findings.ts';
import { getReady, key, startBoard, turnTo, onward, pressStart, inMenu } from './lead.ts';
import { writeReadySchool } from './ready-school.ts';
import { hostFolder, type StaticHost } from './static-host.ts';
import { LESSON, openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';
import { ownFolder } from './own-folder.ts';

const STOP = 'What is Alex doing to put pressure on Kit?';
const POLL = 'What puts the most pressure on Kit?';

let school: TaughtSchool;
let host: StaticHost;

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  const name = `names-${test.info().parallelIndex}`;
  school = await openTaughtSchool(name);
  const out = ownFolder(`${name}-static`);
  await buildSite({ home: writeTaughtHome(`${name}-static`), pages: await buildPages(), out });
  writeReadySchool(out);
  host = await hostFolder(out, '/lessons-site/');
});
test.afterAll(() => Promise.all([school.kill(), host.close()]));

async function rename(page: Page, names: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, today] of Object.entries(names)) {
    await page.getByLabel(`${name} is called`).fill(today);
  }
  await page.getByRole('button', { name: 'Use these today' }).click();
}

async function openBoard(presenter: Page): Promise<Page> {
  await getReady(presenter);
  const opened = presenter.context().waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  return board;
}

async function joinByPage(context: BrowserContext, code: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(school.pupils);
  await page.getByLabel('Type the code on the board').fill(code);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  return page;
}

test('a character is called otherwise today: on the lesson’s page, paper, presenter, board and the pupils’ page, until the lesson is finished @thorough', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(`${school.staff}lesson/${LESSON}/#film-and-names`);
  await expect(page.getByLabel('Sam is called')).toHaveValue('Sam');
  await rename(page, { Sam: '  Kit ' });
  await expect(page.locator('.plan-names__said')).toContainText('Changed for today');
  await page.reload();
  await expect(page.getByLabel('Sam is called')).toHaveValue('Kit');
  await page.locator('.plan-fold > summary', { hasText: 'Lesson plan' }).click();
  await page.locator('.plan-block summary', { hasText: 'The film' }).click();
  await expect(page.getByRole('heading', { name: STOP })).toBeVisible();
  expect(await page.locator('.plan-blocks').textContent()).not.toMatch(/\bSam\b/);

  const sheet = await context.newPage();
  await sheet.goto(`${school.staff}print/${LESSON}/worksheet/`);
  await expect(sheet.getByRole('heading', { name: STOP })).toBeVisible();
  await expect(sheet.getByRole('heading', { name: POLL })).toBeVisible();
  await sheet.close();

  await page.getByRole('link', { name: 'Teach this lesson' }).click();
  await page.getByLabel('School tablets').check();
  const board = await openBoard(page);
  await turnTo(board, 'stop-the-pressure', () => onward(page));
  const shown = board.locator('section.present');
  await expect(shown).toContainText(STOP);
  await expect(page.locator('.notes')).toContainText('What does each thing try to make Kit feel?');
  await key(page, 'ArrowRight');
  await key(page, 'a');
  await expect(shown).toContainText(POLL);
  await expect(shown).toContainText(/[B-Z]{3} \d{3}/);
  const code = /[B-Z]{3} \d{3}/.exec(await shown.innerText())?.[0].replace(' ', '') ?? '';
  const pupil = await joinByPage(await browser.newContext(), code);
  await expect(pupil.getByRole('heading', { name: POLL })).toBeVisible();

  await Promise.all([board.reload(), page.reload()]);
  await startBoard(board);
  await expect(shown).toContainText(POLL);
  expect(await board.content()).not.toMatch(/[>\s“]Sam\b/);

  await inMenu(page, 'Finish lesson');
  await page.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(page.getByRole('heading', { name: 'The lesson is finished' })).toBeVisible();
  expect(
    await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })),
  ).not.toContain('Kit');
  await page.goto(`${school.staff}lesson/${LESSON}/#film-and-names`);
  await expect(page.getByLabel('Sam is called')).toHaveValue('Sam');
  await context.close();
});

test('names that cannot be are refused, and the lesson’s own come back @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}lesson/${LESSON}/#film-and-names`);
  const status = page.locator('.plan-names__said');
  const sam = page.getByLabel('Sam is called');
  for (const [name, words] of [
    ['', 'Write a name for Sam.'],
    ['<img src=x onerror=alert(1)>', 'is too long'],
    ['<b>Kit</b>', 'has symbols in it'],
    ['Alex', 'Alex is called “Alex” as well'],
  ] as const) {
    await rename(page, { Sam: name });
    await expect(status).toContainText(words);
    await expect(sam).toBeFocused();
    await expect(sam).toHaveAttribute('aria-invalid', 'true');
  }
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  await rename(page, { Sam: 'Alex', Alex: 'Sam' });
  await expect(status).toContainText('Changed for today');
  await expect(sam).not.toHaveAttribute('aria-invalid');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use the lesson’s own' }).click();
  await expect(sam).toHaveValue('Sam');
  await expect(page.getByRole('button', { name: 'Use the lesson’s own' })).toBeHidden();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('names of another day are forgotten @thorough', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-24T10:00:00'));
  await page.goto(`${school.staff}lesson/${LESSON}/#film-and-names`);
  await rename(page, { Sam: 'Kit' });
  await page.reload();
  await expect(page.getByLabel('Sam is called')).toHaveValue('Kit');
  await page.clock.setFixedTime(new Date('2026-11-25T08:00:00'));
  await page.reload();
  await expect(page.getByLabel('Sam is called')).toHaveValue('Sam');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('it works from a folder of files: the board in one window and its question say the name of today @thorough', async ({
  page,
}) => {
  await page.goto(`${host.site}lesson/${LESSON}/#film-and-names`);
  await rename(page, { Sam: 'Kit' });
  await page.getByRole('link', { name: 'Teach this lesson' }).click();
  await getReady(page);
  await pressStart(page, 'one');
  const shown = page.locator('section.present');
  await turnTo(page, 'question-how-much-pressure', () => onward(page));
  await expect(shown).toContainText(POLL);
  await key(page, 'a');
  await expect(shown).toContainText('Hands up. You don’t have to answer.');
  await expect(shown).toContainText(POLL);
});
