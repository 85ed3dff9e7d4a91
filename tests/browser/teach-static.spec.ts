import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { buildSite } from '../../src/cli/build.ts';
import { axeFindings } from './axe-findings.ts';
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
  inMenu,
} from './lead.ts';
import { writeReadySchool } from './ready-school.ts';
import { hostFolder, type StaticHost } from './static-host.ts';
import { LESSON, writeTaughtHome } from './taught-school.ts';
import { ownFolder } from './own-folder.ts';

const LAST_BEFORE_FIRST_STOP = 4 * 25 - 1;
const FIRST_NOTE = 'Hand out the help cards now, one each';

let host: StaticHost;
let asked: string[];
let troubles: string[];

// The two tests may run beside each other, each from a folder of its own.
test.beforeAll(async () => {
  const name = `teach-static-${test.info().parallelIndex}`;
  const out = ownFolder(name);
  await buildSite({ home: writeTaughtHome(name), pages: await buildPages(), out });
  writeReadySchool(out);
  host = await hostFolder(out, '/lessons-site/');
});
test.afterAll(() => host.close());

test.beforeEach(({ context }) => {
  asked = [];
  troubles = [];
  context.on('page', watch);
});
test.afterEach(() => {
  expect(troubles).toEqual([]);
});

/** Notes every request, and what must never happen: an error, a file that is not there, a request outside the site's own path. */
function watch(page: Page): void {
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('request', (request) => {
    asked.push(request.url());
    if (!request.url().startsWith(host.site)) troubles.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
}

/** From the library to the lesson to its start panel. */
async function openPresenter(context: BrowserContext): Promise<Page> {
  const presenter = await context.newPage();
  await presenter.goto(host.site);
  await presenter.getByRole('link', { name: /Pressure, and who can help/ }).click();
  await presenter.getByRole('link', { name: 'Teach this lesson' }).click();
  await presenter.getByLabel('How many pupils are here today?').fill('33');
  await expect(presenter.getByText('School tablets')).toHaveCount(0);
  // There is nothing to answer by.
  await expect(presenter.getByText('Pupils here', { exact: true })).toBeVisible();
  return presenter;
}

async function openBoard(presenter: Page): Promise<Page> {
  await getReady(presenter);
  const opened = presenter.context().waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await watchFrames(board);
  await board.reload();
  await startBoard(board);
  return board;
}

test('the lesson is taught from a folder of files, with hands: film, stop, reloads, bands, the right answer, the end @thorough', async ({
  context,
}) => {
  const presenter = await openPresenter(context);
  const board = await openBoard(presenter);
  const panel = board.locator('section.present');
  const next = () => onward(presenter);
  await expect(presenter.getByText(FIRST_NOTE)).toBeVisible();

  await turnTo(board, 'film-1', next);
  await key(presenter, 'p');
  await expect(board.locator('section.present[data-slide="stop-before-the-ask"]')).toBeVisible({
    timeout: 20_000,
  });
  await expect.poll(() => board.evaluate(() => window.readFrame())).toBe(LAST_BEFORE_FIRST_STOP);
  expect(Math.max(...(await board.evaluate(() => window.framesSeen)))).toBeLessThanOrEqual(
    LAST_BEFORE_FIRST_STOP,
  );

  // A question about the story. Both windows are reloaded while it is open, and its count is still there.
  await turnTo(board, 'question-how-much-pressure', next);
  await key(presenter, 'u');
  await countHands(presenter, {
    'Hands for A': 0,
    'Hands for B': 3,
    'Hands for C': 15,
    'Hands for D': 15,
  });
  await Promise.all([board.reload(), presenter.reload()]);
  await expect(
    presenter.getByText('On the big screen, press “Start the board”').first(),
  ).toBeVisible();
  await startBoard(board);
  await expectBoard(board, 'question-how-much-pressure');
  await expect(presenter.getByText('33 hands counted.')).toBeVisible();
  await closeAndShow(presenter);
  await expect(panel).toContainText('about half');
  await expect(panel).toContainText('few or none');

  // A question with a right answer.
  await turnTo(board, 'question-who-is-responsible', next);
  await key(presenter, 'u');
  await countHands(presenter, { 'Hands for A': 1, 'Hands for B': 4, 'Hands for C': 28 });
  await closeAndShow(presenter);
  await expect(panel).toContainText('Everyone who passes it on');
  await expect(panel).toContainText('Each person who passes it on makes a new choice');

  await turnTo(board, 'you-can-always-tell-someone', next);
  await inMenu(presenter, 'Finish lesson');
  await presenter.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(presenter.getByRole('heading', { name: 'The lesson is finished' })).toBeVisible();
  const saved = await presenter.evaluate(() =>
    JSON.stringify({ ...sessionStorage, ...localStorage }),
  );
  expect(saved).not.toContain('who-is-responsible');

  // What was discussed, as the board had it, and printed by itself.
  const discussed = presenter.getByRole('region', { name: 'What was discussed' });
  await expect(discussed.getByRole('article')).toHaveCount(2);
  await expect(discussed).toContainText('About half chose C, and about half D.');
  await expect(discussed).toContainText('Everyone together, rounded so that nobody stands out.');
  await expect(discussed).not.toContainText(/\b(15|28|33)\b/);
  expect(await axeFindings(presenter)).toEqual([]);
  const record = presenter.getByRole('heading', { name: 'Lesson record', includeHidden: true });
  await presenter.evaluate(() => (window.print = () => undefined));
  await discussed.getByRole('button', { name: 'Print what was discussed' }).click();
  await presenter.emulateMedia({ media: 'print' });
  await expect(discussed.getByRole('article')).toHaveCount(2);
  await expect(presenter.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await expect(record).toBeHidden();
  await expect(presenter.getByText(/If it was heavy/)).toBeHidden();
  await presenter.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(record).toBeVisible();
});

test.describe('by touch, in one window', () => {
  test.use({ viewport: { width: 1280, height: 720 }, hasTouch: true });

  test('the bar asks a question, counts its hands and shows it, and no note is fetched or shown @thorough', async ({
    context,
  }) => {
    const presenter = await openPresenter(context);
    const tap = (name: string) => presenter.getByRole('button', { name, exact: true }).tap();
    await getReady(presenter);
    await pressStart(presenter, 'one');
    await turnTo(presenter, 'question-how-much-pressure', () =>
      onward(presenter, () => tap('Next')),
    );
    await tap('Count hands');
    for (const hands of [1, 2, 1]) {
      for (let hand = 0; hand < hands; hand += 1) await tap('One more');
      await tap('Next answer');
    }
    await tap('One more');
    await tap('Save the count');
    await tap('Close poll');
    await tap('Close poll');
    await expect(presenter.getByRole('button', { name: 'Talk in pairs', exact: true })).toBeVisible(
      {
        timeout: 10_000,
      },
    );
    await tap('Talk in pairs');
    await expect(presenter.locator('section.present')).toContainText('In pairs: why might');
    await tap('Pause');
    await expect(presenter.getByText('Pause and think')).toBeVisible();
    await untilSettled(presenter);
    await tap('Carry on');
    expect(asked.filter((url) => url.includes('notes.json'))).toEqual([]);
    expect(await presenter.content()).not.toMatch(
      new RegExp(`${FIRST_NOTE}|Listen for|We aren’t asking about anyone here`),
    );
    expect(asked.some((url) => url.endsWith(`present/${LESSON}/deck.json`))).toBe(true);
  });
});
