import { readFileSync } from 'node:fs';
import { filesIn } from '../files-in.ts';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { watchFrames } from './frames.ts';
import {
  closeAndShow,
  countHands,
  expectBoard,
  getReady,
  key,
  startBoard,
  turnTo,
  untilSettled,
  onward,
  pressStart,
} from './lead.ts';
import {
  openTaughtSchool,
  sitDown,
  type DistantPupil,
  type TaughtSchool,
} from './taught-school.ts';

const PRESSURE = 'how-much-pressure';
const LAST_BEFORE_FIRST_STOP = 4 * 25 - 1;
const LAST_BEFORE_LAST_STOP = 14 * 25 - 1;

let school: TaughtSchool;
let troubles: string[];
/** While the program is down, the browser's own lines about the network are expected. */
let isDown = false;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  school = await openTaughtSchool('teach');
});
test.afterAll(() => school.kill());

test.beforeEach(() => {
  troubles = [];
});

/** Notes what must never happen in a lesson: an error, a broken policy, a request to somewhere else, a cookie. */
function watch(page: Page): void {
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    const isNetwork = /Failed to load resource|ERR_CONNECTION|ERR_INCOMPLETE|net::/.test(
      message.text(),
    );
    if (['error', 'warning'].includes(message.type()) && !(isDown && isNetwork)) {
      troubles.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(school.staff) && !request.url().startsWith(school.pupils)) {
      troubles.push(request.url());
    }
  });
  page.on('response', (response) => {
    if (response.headers()['set-cookie'] !== undefined) {
      troubles.push(`a cookie from ${response.url()}`);
    }
  });
}

async function openLesson(context: BrowserContext): Promise<{ presenter: Page; board: Page }> {
  const presenter = await context.newPage();
  watch(presenter);
  await presenter.goto(school.staff);
  await presenter.getByRole('link', { name: /Pressure, and who can help/ }).click();
  await presenter.getByRole('link', { name: 'Teach this lesson' }).click();
  await presenter.getByLabel('How many pupils are here today?').fill('33');
  await getReady(presenter);
  await presenter.getByLabel('School tablets').check();
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  watch(board);
  await watchFrames(board);
  await board.reload();
  return { presenter, board };
}

async function joinByPage(context: BrowserContext, code: string): Promise<Page> {
  const page = await context.newPage();
  watch(page);
  await page.goto(school.pupils);
  await page.getByLabel('Type the code on the board').fill(code);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'What puts the most pressure on Sam?' }),
  ).toBeVisible();
  return page;
}

test('a lesson is taught: film, stops, tablets, a killed program, reloads, hands, and nothing kept', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const { presenter, board } = await openLesson(context);
  const next = () => onward(presenter);
  await startBoard(board);
  await expectBoard(board, 'pressure-and-who-can-help');
  await expect(presenter.getByText('Hand out the help cards now, one each')).toBeVisible();
  await expect(board.getByText('Hand out the help cards now, one each')).toHaveCount(0);

  // The first part of the film, to its stop.
  await turnTo(board, 'film-1', next);
  await key(presenter, 'p');
  await board.waitForFunction(() => window.framesSeen.length > 0);
  await expect(board.locator('section.present[data-slide="stop-before-the-ask"]')).toBeVisible({
    timeout: 20_000,
  });
  // The slide comes as the film stops; the film goes on to its last frame behind it, and on a busy machine that takes a moment.
  await expect.poll(() => board.evaluate(() => window.readFrame())).toBe(LAST_BEFORE_FIRST_STOP);
  expect(Math.max(...(await board.evaluate(() => window.framesSeen)))).toBeLessThanOrEqual(
    LAST_BEFORE_FIRST_STOP,
  );
  await expect(
    presenter.getByText('Alex wants to ask something. What makes it easy to say no?').first(),
  ).toBeVisible();

  // Either window may be reloaded.
  await Promise.all([board.reload(), presenter.reload()]);
  await expect(
    presenter.getByText('On the big screen, press “Start the board”').first(),
  ).toBeVisible();
  await startBoard(board);
  await expectBoard(board, 'stop-before-the-ask');

  // A question, by tablets; a part of the film may be passed over.
  await turnTo(board, `question-${PRESSURE}`, next);
  await key(presenter, 'a');
  const panel = board.locator('section.present');
  await expect(panel).toContainText(/[B-Z]{3} \d{3}/);
  const code = /[B-Z]{3} \d{3}/.exec(await panel.innerText())?.[0].replace(' ', '') ?? '';
  const tablets = await browser.newContext({ viewport: { width: 820, height: 1180 } });
  const pages = await Promise.all([1, 2, 3].map(() => joinByPage(tablets, code)));
  const distant: DistantPupil[] = await Promise.all(
    Array.from({ length: 30 }, () => sitDown(school, code)),
  );
  await Promise.all(distant.map((pupil, seat) => pupil.vote(PRESSURE, seat < 15 ? 'c' : 'd')));
  for (const page of pages) await page.getByRole('button', { name: 'Being hurried' }).click();
  for (const page of pages) {
    await expect(page.getByRole('heading', { name: 'Your answer is in' })).toBeVisible();
  }
  await expect(panel).toContainText('30+');

  // No file holds a ballot with its answer while the question is open, and the program may be killed.
  isDown = true;
  await school.kill();
  await school.start();
  await Promise.all(distant.map((pupil) => pupil.handIn()));
  for (const page of pages) {
    await expect(page.getByRole('heading', { name: 'Your answer is in' })).toBeVisible();
  }
  await expect(presenter.locator('.notice', { hasText: 'Trying again' })).toHaveCount(0, {
    timeout: 20_000,
  });
  await expect(panel).toContainText('30+', { timeout: 20_000 });
  await pages[0]?.waitForTimeout(1500);
  isDown = false;

  // Close asks once more; then bands, never a count.
  await key(presenter, 'c');
  await presenter.getByRole('button', { name: /^Close poll/ }).click();
  for (const page of pages) {
    await expect(page.getByRole('heading', { name: 'Answers are closed' })).toBeVisible({
      timeout: 15_000,
    });
  }
  await expect(presenter.getByRole('button', { name: 'Show' })).toBeVisible({ timeout: 10_000 });
  await key(presenter, 's');
  await expect(panel).toContainText('about half');
  await expect(panel).toContainText('few or none');
  await expect(panel).toContainText('Everyone together, rounded so that nobody stands out.');

  // The last stop, and the pause.
  await key(presenter, 'ArrowRight');
  await expectBoard(board, 'film-3');
  await board.evaluate(() => (window.framesSeen = []));
  await key(presenter, 'p');
  await board.waitForFunction(() => window.framesSeen.length > 0);
  await key(presenter, 'b');
  await expect(board.getByText('Pause and think')).toBeVisible();
  await expect(board.locator('video')).not.toBeVisible();
  await untilSettled(presenter);
  await key(presenter, 'b');
  await key(presenter, 'p');
  await expect(board.locator('section.present[data-slide="stop-it-spreads"]')).toBeVisible({
    timeout: 20_000,
  });
  await expect.poll(() => board.evaluate(() => window.readFrame())).toBe(LAST_BEFORE_LAST_STOP);

  // A knowledge question, by hands, with its right answer named.
  await turnTo(board, 'question-who-is-responsible', next);
  await key(presenter, 'u');
  await countHands(presenter, { 'Hands for A': 1, 'Hands for B': 4, 'Hands for C': 25 });
  await closeAndShow(presenter);
  await expect(panel).toContainText('Everyone who passes it on');
  await expect(panel).toContainText('Each person who passes it on makes a new choice');

  // The end: pupils are let go, and the room is gone from every file.
  await turnTo(board, 'you-can-always-tell-someone', next);
  await presenter.getByRole('button', { name: 'Finish' }).click();
  await presenter.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(presenter.getByText('The lesson is finished')).not.toHaveCount(0);
  const end = /Thank you for taking part|This room has closed/;
  for (const page of pages) {
    await expect(page.getByRole('heading', { name: end })).toBeVisible({ timeout: 15_000 });
  }
  const files = filesIn(school.dataDir).map((file) =>
    readFileSync(`${school.dataDir}/${file}`).toString('latin1'),
  );
  expect(files.some((bytes) => bytes.includes(code) || bytes.includes(PRESSURE))).toBe(false);
  expect(troubles).toEqual([]);
});
