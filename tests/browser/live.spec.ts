import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import {
  expectBoard,
  getReady,
  goTo,
  key,
  onward,
  pressStart,
  startBoard,
  turnTo,
} from './lead.ts';
import { todayKey } from '../../src/text/browser-keys.ts';
import { today } from '../../src/text/today.view.ts';
import { LESSON, openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;
let path: string;
let written: string;
let troubles: string[];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const home = writeTaughtHome('live');
  path = `${home}/lessons/${LESSON}.md`;
  written = readFileSync(path, 'utf8');
  school = await openTaughtSchool('live', home);
});
test.afterAll(() => school.kill());
test.beforeEach(() => {
  writeFileSync(path, written);
  troubles = [];
});
test.afterEach(() => expect(troubles).toEqual([]));

function watch(page: Page): void {
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on(
    'console',
    (message) =>
      void (['error', 'warning'].includes(message.type()) && troubles.push(message.text())),
  );
}

/** Opens the presenter, and the board in a window of its own, on the lesson's first slide. */
async function present(context: BrowserContext): Promise<{ presenter: Page; board: Page }> {
  const presenter = await context.newPage();
  watch(presenter);
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await getReady(presenter);
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  watch(board);
  await startBoard(board);
  await expectBoard(board, 'pressure-and-who-can-help');
  return { presenter, board };
}

function edit(from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`The lesson has no “${from}”`);
  writeFileSync(path, text.replace(from, to));
}

/** True while the page that was marked has not been loaded again, and the slide in sight is the very one that was marked. */
async function mark(board: Page): Promise<() => Promise<boolean>> {
  await board.evaluate(() =>
    Object.assign(document.querySelector('section.present') ?? {}, { isMarked: true }),
  );
  return () =>
    board.evaluate(() => 'isMarked' in (document.querySelector('section.present') ?? {}));
}

/** A board that no presenter has opened. */
async function openBoardAlone(context: BrowserContext): Promise<Page> {
  const board = await context.newPage();
  watch(board);
  await board.goto(`${school.staff}board/${LESSON}/`);
  await startBoard(board);
  return board;
}

test('What is written into the lesson’s file is on the board and the desk at once, and the slide in sight stays @thorough', async ({
  context,
}) => {
  const { presenter, board } = await present(context);
  await turnTo(board, 'what-we-agree', () => onward(presenter));
  const isSame = await mark(board);
  edit('### What we agree', '### A slide that is new\n\nNew words\n\n### What we agree');
  await expect(board.locator('section[data-slide="a-slide-that-is-new"]')).toHaveCount(1);
  edit('You can pass', 'You may pass');
  await expect(board.locator('section.present')).toContainText('You may pass');
  await expect(presenter.getByRole('region', { name: 'On the board' })).toContainText(
    'You may pass',
  );
  expect(await isSame()).toBe(true);
  await expect(board.getByRole('heading', { name: 'What we agree' })).toBeFocused();
  await key(presenter, 'ArrowLeft');
  await expectBoard(board, 'a-slide-that-is-new');
});

test('A heading that is edited is the same slide under another name, in both windows @thorough', async ({
  context,
}) => {
  const { presenter, board } = await present(context);
  await turnTo(board, 'what-we-agree', () => onward(presenter));
  const isSame = await mark(board);
  edit('### What we agree', '### How we agree');
  await expectBoard(board, 'how-we-agree');
  await expect(board).toHaveTitle(/^How we agree/);
  await expect(presenter.getByRole('region', { name: 'On the board' })).toContainText(
    'How we agree',
  );
  expect(await isSame()).toBe(true);
  await key(presenter, 'ArrowRight');
  await expect(board.locator('section.present')).not.toHaveAttribute('data-slide', 'how-we-agree');
});

test('Notes alone are fetched again, and nothing of them goes to the board @thorough', async ({
  context,
}) => {
  const { presenter, board } = await present(context);
  const isSame = await mark(board);
  edit('Hand out the help cards now, one each', 'Heron quartz lantern');
  await expect(presenter.getByText('Heron quartz lantern')).toBeVisible();
  expect(await isSame()).toBe(true);
  expect(await board.content()).not.toContain('Heron quartz lantern');
});

test('Of notes that are fetched twice the last ones stay, whichever answer comes first @thorough', async ({
  context,
}) => {
  const { presenter } = await present(context);
  let overtaken = () => {};
  const isOvertaken = new Promise<void>((resolve) => (overtaken = resolve));
  let asked = 0;
  await presenter.route('**/notes.json', async (route) => {
    asked += 1;
    const [isFirst, response] = [asked === 1, await route.fetch()];
    if (isFirst) await isOvertaken;
    await route.fulfill({ response });
    if (!isFirst) overtaken();
  });
  edit('Hand out the help cards now, one each', 'Heron quartz lantern');
  await expect.poll(() => asked).toBe(1);
  edit('Heron quartz lantern', 'Teal amber kettle');
  await expect(presenter.getByText('Teal amber kettle')).toBeVisible();
  await presenter.waitForLoadState('networkidle');
  await expect(presenter.getByText('Heron quartz lantern')).toHaveCount(0);
});

test('A board takes the name, the looks and the names of today as a page does that is loaded now, and no mistake with them @thorough', async ({
  context,
}) => {
  const board = await openBoardAlone(context);
  edit('on the board: Pressure, and who can help', 'on the board: What helps');
  await expect(board).toHaveTitle('Pressure, and who can help · What helps');
  edit('### What we agree', '### What we agree\n\n$\\frac{1}{2}$');
  await expect(board.locator('section[data-slide="what-we-agree"] math')).toHaveCount(1);
  const maths = board.locator('link[rel="stylesheet"][href*="maths"]');
  await expect(maths).toHaveCount(1);
  edit('::: choice how-much-pressure character', '::: choice how-much-pressure');
  const asked = board.locator('section[data-slide="question-how-much-pressure"]');
  const names = { day: today(), names: { Sam: 'Kit' }, hiddenBlocks: [], hiddenSlides: [] };
  const other = await context.newPage();
  await other.goto(`${school.staff}privacy/`);
  await other.evaluate(([key, text]) => localStorage.setItem(key, text), [
    todayKey(LESSON, '/'),
    JSON.stringify(names),
  ] as const);
  await expect(asked).toContainText('What puts the most pressure on Kit?');
  await other.close();
});

test('A file that is half written leaves the board as it was, and only the teacher reads why @thorough', async ({
  context,
}) => {
  const { presenter, board } = await present(context);
  const isSame = await mark(board);
  edit('::: choice how-much-pressure character', '::: choice how-much-pressure');
  await expect(
    presenter.getByText(
      /The board stays as it was: the lesson’s file has a mistake in line \d+\. Cannot read question/,
    ),
  ).toBeVisible();
  writeFileSync(path, '');
  await expect(presenter.getByText(/the file is empty/)).toBeVisible();
  expect(await isSame()).toBe(true);
  await expect(board.getByText(/mistake|Cannot/)).toHaveCount(0);
  writeFileSync(`${path}.new`, written.replace('You can pass', 'You may pass'));
  renameSync(`${path}.new`, path);
  await expect(board.locator('section[data-slide="what-we-agree"]')).toContainText('You may pass');
  await expect(presenter.getByText(/The board stays as it was/)).toHaveCount(0);
});

test('The film goes on while its lesson is edited @thorough', async ({ context }) => {
  const { presenter, board } = await present(context);
  await goTo(presenter, board, 'film-1');
  await key(presenter, 'p');
  await expect(board.locator('section.present .slide')).toHaveAttribute('data-film', 'playing');
  const at = () => board.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
  const before = await at();
  edit('You can pass', 'You may pass');
  await expect(board.locator('section[data-slide="what-we-agree"]')).toContainText('You may pass');
  expect(await at()).toBeGreaterThanOrEqual(before);
  await expect(board.locator('section.present .slide')).toHaveAttribute('data-film', 'playing');
});

test('A question that a room has frozen stays as it was asked, while the slides round it change @thorough', async ({
  context,
}) => {
  const { presenter, board } = await present(context);
  await goTo(presenter, board, 'question-how-much-pressure');
  await presenter.getByRole('button', { name: /^Ask/ }).click();
  await expect(board.getByText(/Hands up\. You don’t have to answer/)).toBeVisible();
  edit('What puts the most pressure on {Sam}?', 'How much pressure is there on Sam?');
  edit('You can pass', 'You may pass');
  await expect(board.locator('section[data-slide="what-we-agree"]')).toContainText('You may pass');
  await expect(board.locator('section.present')).toContainText(
    'What puts the most pressure on Sam?',
  );
  await expect(board.getByText(/Hands up\. You don’t have to answer/)).toBeVisible();
});

test('A board without a presenter follows the file too, and so does one window alone @thorough', async ({
  context,
}) => {
  const board = await openBoardAlone(context);
  edit('### What we agree', '### How we listen');
  await expect(board.locator('section[data-slide="how-we-listen"]')).toHaveCount(1);
  const one = await context.newPage();
  watch(one);
  await one.goto(`${school.staff}present/${LESSON}/`);
  await getReady(one);
  await pressStart(one, 'one');
  await expectBoard(one, 'pressure-and-who-can-help');
  edit('### How we listen', '### How we talk');
  await expect(one.locator('section[data-slide="how-we-talk"]')).toHaveCount(1);
  await expect(board.locator('section[data-slide="how-we-talk"]')).toHaveCount(1);
  edit('::: choice how-much-pressure character', '::: choice how-much-pressure');
  edit('### How we talk', '### How we speak');
  await expect(one.getByText(/mistake|Cannot/)).toHaveCount(0);
});
