import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { expectBoard, getReady, goTo, key, pressStart, startBoard, turnTo } from './lead.ts';
import { playFilmsSlowly } from './slow-film.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

const FAILED = 'The film can’t be played now.';
let school: TaughtSchool;
/** True while no request for the film comes through. */
let isRefused: boolean;
/** How many have not. */
let refused: number;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  school = await openTaughtSchool('film-again');
});
test.afterAll(() => school.kill());
test.beforeEach(async ({ context }) => {
  isRefused = true;
  refused = 0;
  await playFilmsSlowly(context);
  await context.route(/\.mp4/, async (route) => {
    if (!isRefused) return route.continue();
    await route.abort();
    refused += 1;
  });
});

const playing = (board: Page) => expect(board.locator('.film')).toBeVisible();
const notes = (page: Page) => page.getByRole('region', { name: 'Your notes' });
const notices = (page: Page) => page.getByRole('region', { name: 'What needs you' });
const main = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('button', { name, exact: true });

/** Beside a board of its own, at the first part of a film that did not come. */
async function atFailedFilm(page: Page): Promise<Page> {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await goTo(page, board, 'film-1');
  await expect(notices(page)).toContainText(FAILED);
  return board;
}

test('A film that could not be fetched comes back by itself; until then the desk says so at its slides alone, and has what to do', async ({
  page,
}) => {
  const board = await atFailedFilm(page);
  await page.bringToFront();
  // What the sentence names is there, and what would do nothing is not.
  await expect(notices(page)).toContainText('To tell its story, open “Film in words” below.');
  await page.getByText('Film in words', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'The film in words' })).toBeInViewport();
  await expect(main(page, 'Next')).toBeEnabled();
  await expect(page.getByRole('slider', { name: 'Place in the film' })).toHaveCount(0);
  for (const name of [/^Play whole/, /^Last 20 s/, /^Captions/]) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  expect(await axeFindings(page)).toEqual([]);
  // Nor do the notes send anyone to a button that is not there.
  await expect(notes(page)).toContainText('press “Try the film again”, or go on by the slides');
  await expect(notes(page)).toContainText('is for when it’s back');
  await goTo(page, board, 'film-2');
  await expect(notes(page)).toContainText('press “Try the film again”, or go on by the slides');
  await expect(notes(page)).not.toContainText('Press play');
  await goTo(page, board, 'film-1');
  await key(page, 'ArrowRight');
  await expectBoard(board, 'stop-before-the-ask');
  await expect(notes(page)).not.toContainText('Try the film again');
  await expect(notices(page)).toHaveCount(0);
  await key(page, 'ArrowLeft');
  await expectBoard(board, 'film-1');
  await expect(notices(page)).toContainText(FAILED);
  isRefused = false;
  await expect(main(page, 'Play the film')).toBeVisible({ timeout: 40_000 });
  await expect(notices(page)).toHaveCount(0);
  await expect(notes(page)).not.toContainText('Try the film again');
  await expect(page.getByRole('slider', { name: 'Place in the film' })).toBeVisible();
  await key(page, 'Space');
  await playing(board);
});

test('“Try the film again” asks for it at once, and a film that broke off goes on where it was', async ({
  page,
}) => {
  // By itself the board would ask again in the middle of this.
  await page.context().addInitScript(() => {
    const soon = window.setTimeout.bind(window);
    if (!location.pathname.includes('/board/')) return;
    window.setTimeout = ((run: () => void, ms = 0) =>
      ms < 2_000 ? soon(run, ms) : 0) as typeof window.setTimeout;
  });
  const board = await atFailedFilm(page);
  const again = page.getByRole('button', { name: 'Try the film again' });
  const before = refused;
  await again.click();
  await expect.poll(() => refused).toBeGreaterThan(before);
  await expect(notices(page)).toContainText(FAILED);
  isRefused = false;
  await again.click();
  await expect(main(page, 'Play the film')).toBeVisible({ timeout: 20_000 });
  await expect(board.locator('.film')).toBeHidden();
  await page.getByRole('slider', { name: 'Place in the film' }).fill('2');
  await main(page, 'Play the film').click();
  await playing(board);
  await board.locator('video').evaluate((video) => {
    Object.defineProperty(video, 'error', { configurable: true, value: { code: 2, message: '' } });
    video.dispatchEvent(new Event('error'));
    Reflect.deleteProperty(video, 'error');
  });
  await expect(again).toBeVisible();
  await again.click();
  await expect(main(page, 'Play the film')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('.film-clock')).toContainText(/^0:0[23]/);
});

test('In one window the bar has “Try the film again” in place of what plays it @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  await pressStart(page, 'one');
  await turnTo(page, 'film-1', () => key(page, 'ArrowRight'));
  await expect(page.getByRole('button', { name: 'Try the film again' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play whole' })).toHaveCount(0);
  isRefused = false;
  await page.getByRole('button', { name: 'Try the film again' }).click();
  await expect(main(page, 'Play the film')).toBeVisible({ timeout: 20_000 });
});
