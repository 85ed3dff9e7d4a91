import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { INNER, OPEN_ME } from '../../src/text/folder-names.ts';
import { docx, item, paragraph } from '../open/make-office.ts';
import { approveHere } from './approve.ts';
import { axeFindings } from './axe-findings.ts';
import {
  countHands,
  expectBoard,
  getReady,
  goTo,
  key,
  onward,
  pressStart,
  startBoard,
  turnTo,
  untilSettled,
} from './lead.ts';
import { writeReadySchool } from './ready-school.ts';
import { LESSON, openTaughtSchool, writeTaughtHome } from './taught-school.ts';
import { writeFolderOf } from './written-folder.ts';

const FIRST_NOTE = 'Hand out the help cards now, one each';
const CAPTION = 'The first scene.';

// A place as a teacher's computer has it: with spaces, and a letter that an address must write otherwise.
let out: string;
const troubles: string[] = [];

test.beforeAll(async () => {
  // The tests may run beside each other, each from a folder of its own.
  const mine = test.info().parallelIndex;
  out = fileURLToPath(new URL(`../../.cache/folder spec ${mine}/Lessons für 8B`, import.meta.url));
  const home = writeTaughtHome(`folder-${mine}`);
  mkdirSync(join(home, 'data'), { recursive: true });
  writeReadySchool(join(home, 'data'));
  await writeFolderOf(LESSON, home, out);
});

test.beforeEach(async ({ context }) => {
  troubles.length = 0;
  context.on('page', watch);
  await context.setOffline(true);
});
test.afterEach(() => expect(troubles).toEqual([]));

/** Notes what must never happen: an error, and anything asked for that is not a file of the folder. */
function watch(page: Page): void {
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('requestfailed', (request) => {
    // A page that is left while a typeface is still coming breaks that off.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') {
      troubles.push(`failed: ${request.url()}`);
    }
  });
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(`${pathToFileURL(out).href}/`);
    if (!isOwn && !/^(data|blob):/.test(request.url())) troubles.push(request.url());
  });
}

async function openMe(page: Page): Promise<void> {
  await page.goto(pathToFileURL(join(out, OPEN_ME)).href);
  await expect(page.getByRole('heading', { name: 'Pressure, and who can help' })).toBeVisible();
}

test('a folder opened by double-click, with no network and no server, teaches the lesson from its start to its end', async ({
  context,
}) => {
  const presenter = await context.newPage();
  await openMe(presenter);
  await presenter.getByRole('link', { name: 'Teach this lesson' }).click();
  await presenter.getByLabel('How many pupils are here today?').fill('30');
  await expect(presenter.getByText('School tablets')).toHaveCount(0);
  await getReady(presenter);
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  await expect(presenter.getByText(FIRST_NOTE)).toBeVisible();
  const next = () => onward(presenter);

  await turnTo(board, 'film-1', next);
  await key(presenter, 'p');
  await expect(board.locator('.film__caption')).toContainText(CAPTION);
  await expect(board.locator('section.present[data-slide="stop-before-the-ask"]')).toBeVisible({
    timeout: 20_000,
  });

  // Hands are counted and shown, and outlast a reload of either window.
  await goTo(presenter, board, 'question-how-much-pressure');
  await key(presenter, 'u');
  await countHands(presenter, {
    'Hands for A': 0,
    'Hands for B': 3,
    'Hands for C': 12,
    'Hands for D': 15,
  });
  await Promise.all([board.reload(), presenter.reload()]);
  await startBoard(board);
  await expectBoard(board, 'question-how-much-pressure');
  await expect(presenter.getByText('30 hands counted.')).toBeVisible();
  await key(presenter, 'c');
  await expect(presenter.getByRole('button', { name: /^Keep open/ })).toBeVisible();
  await presenter.getByRole('button', { name: /^Close poll/ }).click();
  await expect(presenter.getByRole('button', { name: 'Show' })).toBeVisible({ timeout: 10_000 });
  await key(presenter, 's');
  await expect(board.locator('section.present')).toContainText('about half');

  await key(presenter, 'b');
  await expect(board.getByText('Pause and think')).toBeVisible();
  await untilSettled(presenter);
  await key(presenter, 'b');
  await expectBoard(board, 'question-how-much-pressure');

  await presenter.getByRole('button', { name: /End calmly/ }).click();
  await expect(presenter.getByText('End calmly: say this')).toBeVisible();
  await expect(board.getByText('Childline').first()).toBeVisible();
  await presenter.getByRole('button', { name: 'Finish' }).click();
  await presenter.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(presenter.getByRole('heading', { name: 'The lesson is finished' })).toBeVisible();
  await presenter.getByRole('link', { name: 'All lessons' }).first().click();
  await expect(presenter.getByRole('heading', { name: 'What to press' })).toBeVisible();
});

test('its plan and its paper open from its first page, and every way back leads there @thorough', async ({
  page,
}) => {
  await openMe(page);
  for (const [name, heading] of [
    ['Worksheet', /./],
    ['Help cards', /./],
    ['The film in words', /./],
    ['My notes', /./],
    ['Notice before the lesson', /./],
    ['Lesson record', /./],
    ['Read the plan', 'Pressure, and who can help'],
    ['Privacy', /./],
  ] as const) {
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(/\/index\.html(#.*)?$/);
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
    await page.getByRole('link', { name: 'Wholeclass', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'What to press' })).toBeVisible();
  }
  for (const name of ['Reading view', 'Your school']) {
    await page.getByRole('link', { name: 'Read the plan' }).click();
    if (name === 'Reading view') await page.getByText('Take away', { exact: true }).click();
    await page.getByRole('link', { name }).click();
    await expect(page.locator('h1')).toBeVisible();
    await openMe(page);
  }
  expect(troubles).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  // axe itself tries to fetch the style sheets, which the page's policy refuses.
  troubles.length = 0;
});

test('a copy of its lesson is written in it, beside its board, is there again after a reload, and is saved as a file @thorough', async ({
  page,
}) => {
  await openMe(page);
  await page.getByRole('link', { name: 'Read the plan' }).click();
  await page.getByRole('link', { name: 'Edit a copy' }).click();
  await expect(page).toHaveURL(/\/edit\/index\.html\?lesson=/);
  const [text, board] = [
    page.getByRole('textbox', { name: 'The lesson’s text' }),
    page.locator('.pane__board section.present'),
  ];
  await expect(board).toContainText('Pressure, and who can help');
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await outline.getByRole('button', { name: 'What we agree' }).click();
  await text.press('End');
  await page.keyboard.type(' in the folder');
  await expect(board).toContainText('What we agree in the folder');
  await expect(page.getByText('Saved to this computer')).toBeVisible();
  await page.reload();
  await expect(board).toContainText('What we agree in the folder');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a copy' }).click(),
  ]);
  const copy = unzipSync(readFileSync(await download.path()));
  const written = copy['pressure-and-who-can-help.md'] ?? new Uint8Array();
  expect(new TextDecoder().decode(written)).toContain('What we agree in the folder');
  await page.getByRole('link', { name: 'My lessons' }).click();
  const mine = page.getByRole('region', { name: 'My lessons' });
  await expect(
    mine.getByRole('link', { name: 'Pressure, and who can help', exact: true }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'New lesson' }).click();
  await expect(board).toContainText('Name of the lesson');
  await page.getByRole('link', { name: 'Wholeclass: all lessons' }).click();
  await expect(page.getByRole('heading', { name: 'What to press' })).toBeVisible();
});

test('“Save as folder” on the lesson’s page hands over that folder as a zip, and says what to do when it cannot @thorough', async ({
  page,
  context,
}) => {
  await context.setOffline(false);
  const school = await openTaughtSchool('folder-zip');
  try {
    await page.goto(`${school.staff}lesson/${LESSON}/`);
    await page.getByText('Take away', { exact: true }).click();
    const button = page.getByRole('button', { name: 'Save as folder' });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe(`${LESSON}.zip`);
    await expect(page.getByText('Extract all')).toBeVisible();
    const names = Object.keys(unzipSync(readFileSync(await download.path())));
    expect(names).toContain(`${LESSON}/${OPEN_ME}`);
    expect(names).toContain(`${LESSON}/${INNER}/media/clip/film.mp4`);
    await school.kill();
    await button.click();
    await expect(page.getByText('The folder could not be fetched.')).toBeVisible();
  } finally {
    await school.kill();
  }
  // What was asked of the school itself, and the request that found no one.
  troubles.length = 0;
});

test('a plan is opened in the folder too, checked, and made a lesson, while the page is idle @thorough', async ({
  page,
}) => {
  await page.goto(`${pathToFileURL(join(out, INNER, 'edit', 'index.html')).href}?open`);
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const plan = docx(
    paragraph('Soil', 'Titel') +
      paragraph('Starter (5 min)', 'H1') +
      paragraph('Hand out the jars.') +
      item('What is in soil?'),
  );
  await (
    await chosen
  ).setFiles({
    name: 'Soil.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(plan),
  });
  const words = page.locator('.part__text', { hasText: 'Hand out the jars.' });
  const jars = page.getByRole('listitem').filter({ has: words });
  await jars.getByRole('radio', { name: 'On the board' }).check();
  await expect(jars.locator('.part__slide')).toContainText('Hand out the jars.');
  await page.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(page.locator('.pane__board section.present')).toContainText('Soil');
  await expect(page.getByText('Saved to this computer')).toBeVisible();
});

test('A folder of a school that has approved nothing asks once, and the lead approves on a page of the folder, in the browser that asked @thorough', async ({
  page,
}) => {
  const asked = join(out, 'not approved');
  await writeFolderOf(LESSON, writeTaughtHome('folder-not-approved'), asked);
  const at = (path: string) => pathToFileURL(join(asked, INNER, path, LESSON, 'index.html')).href;
  const approval = page.locator('[data-approval]');
  for (const first of [pathToFileURL(join(asked, OPEN_ME)).href, at('lesson')]) {
    await page.goto(first);
    await expect(approval).toContainText('has not approved this yet');
    await expect(approval.getByText('Ask them')).toHaveCount(1);
  }
  await approval.getByText('Ask them').click();
  await approval.getByRole('link', { name: 'Open the approval' }).click();
  await expect(page.getByText('You can answer with it once')).toBeVisible();
  await approveHere(page);
  await page.goto(at('lesson'));
  await expect(approval).toContainText(/Approved until .* in this browser/);
  await page.goto(at('present'));
  await expect(page.locator('.start__side')).toContainText('Approved until');
});
