import { expect, test, type Page } from '@playwright/test';
import { expectBoard, getReady, goTo, key, pressStart, untilSettled } from './lead.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

const FIRST = 'pressure-and-who-can-help';
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  school = await openTaughtSchool('clicker');
});
test.afterAll(() => school.kill());

/** The presenter with tablets, and the board's window, which waits for its button. */
async function openBoard(page: Page): Promise<Page> {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  await page.getByRole('radio', { name: '20 min' }).check();
  await page.getByLabel('School tablets').check();
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await expect(board.getByRole('button', { name: 'Start the board' })).toBeFocused();
  return board;
}

const shownOn = (board: Page) =>
  board.locator('section.present').getAttribute('data-slide').then(String);

/** What the desk's main button says, or that closing is asked. */
async function mainWords(desk: Page): Promise<string> {
  const main = desk.getByRole('navigation', { name: 'The lesson' }).locator('.main-buttons__one');
  return (await main.innerText()).split('\n')[0] ?? '';
}

/** Lets a film that plays come to just before its stop. */
function nearTheStop(board: Page): Promise<void> {
  return board.evaluate(() => {
    const film = document.querySelector('video');
    if (film !== null) film.playbackRate = 8;
  });
}

test('[R46] a clicker alone, pressed in the board’s own window, begins the board and leads the whole lesson, and desk and board stay one @thorough', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const board = await openBoard(page);
  await key(board, 'PageDown');
  await expectBoard(board, FIRST);
  // In the middle of a lesson it loads nothing again.
  await board.evaluate(() => (document.body.dataset['same'] = 'page'));
  await key(board, 'F5');
  const did = new Set<string>();
  const here = async () => `${await shownOn(board)} ${await mainWords(page)}`;
  for (let presses = 0; presses < 120; presses += 1) {
    const words = await mainWords(page);
    const before = await here();
    did.add(words);
    if (words === 'Finish lesson') break;
    if (words === 'Pause the film') {
      await nearTheStop(board);
    } else if (words !== 'Closing…') {
      await untilSettled(page);
      await key(board, presses % 2 === 0 ? 'PageDown' : 'Enter');
    }
    await expect.poll(here, { timeout: 30_000 }).not.toBe(before);
    await expect
      .poll(async () => (await page.locator('.strip__slide--at').getAttribute('id')) ?? '')
      .toBe(`strip-${await shownOn(board)}`);
  }
  expect(did).toContain('Finish lesson');
  expect(did).toContain('Play the film');
  expect(did).toContain('Close poll');
  expect(did).toContain('Keep open');
  expect(await board.evaluate(() => document.body.dataset['same'])).toBe('page');
  // Back, the pause, and carrying on.
  await untilSettled(page);
  const last = await shownOn(board);
  await key(board, 'PageUp');
  await expect.poll(() => shownOn(board)).not.toBe(last);
  await untilSettled(page);
  await key(board, '.');
  await expect.poll(() => shownOn(board)).toBe('board:pause');
  await expect(page.getByRole('heading', { name: 'The board is paused' })).toBeVisible();
});

test('[R46] by clicker alone hands that are not counted are gone past, and the next question can be asked @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  await page.getByRole('radio', { name: '20 min' }).check();
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await expect(board.getByRole('button', { name: 'Start the board' })).toBeFocused();
  await key(board, 'PageDown');
  await expectBoard(board, FIRST);
  await goTo(page, board, 'question-how-much-pressure');
  for (const next of ['Count hands', 'Play the film']) {
    await untilSettled(page);
    await key(board, 'PageDown');
    await expect.poll(() => mainWords(page)).toBe(next);
  }
  await goTo(page, board, 'question-who-is-responsible');
  await expect.poll(() => mainWords(page)).toBe('Ask the question');
  await untilSettled(page);
  await key(board, 'PageDown');
  await expect.poll(() => mainWords(page)).toBe('Count hands');
});
