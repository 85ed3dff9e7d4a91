import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { chosenOf } from '../thorough.ts';
import { axeFindings } from './axe-findings.ts';
import {
  expectBoard,
  getReady,
  key,
  pressStart,
  pressTwice,
  startBoard,
  turnTo,
  untilSettled,
} from './lead.ts';
import { LESSON, openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  // A first part long enough to be paused in on a busy machine.
  const home = writeTaughtHome('film-next');
  const times = '  before-the-ask: "0:12.0"\n  the-pressure: "0:15.0"\n  it-spreads: "0:18.0"\n';
  const yaml = readFileSync(`${home}/media/clip/film.yaml`, 'utf8');
  writeFileSync(
    `${home}/media/clip/film.yaml`,
    `${yaml.slice(0, yaml.indexOf('  before-the-ask'))}${times}`,
  );
  school = await openTaughtSchool('film-next', home);
});
test.afterAll(() => school.kill());
test.use({ viewport: { width: 1366, height: 641 } });

async function atFilm(presenter: Page, screen: 'one' | 'two'): Promise<Page> {
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await getReady(presenter);
  const isOne = screen === 'one';
  const opened = isOne ? null : presenter.context().waitForEvent('page');
  await pressStart(presenter, screen);
  const board = opened === null ? presenter : await opened;
  if (!isOne) await startBoard(board);
  await turnTo(board, 'film-1', () => key(presenter, 'ArrowRight'));
  return board;
}

const playing = (board: Page) => expect(board.locator('.film')).toBeVisible();
const resting = (board: Page) => expect(board.locator('.film')).toBeHidden();

/** Takes the film that plays to two seconds before the end of its first part, where this is at hand. */
async function nearTheStop(presenter: Page): Promise<void> {
  const place = presenter.getByRole('slider', { name: 'Place in the film' });
  // On a busy machine the film may have come to its stop by itself meanwhile.
  if (await place.isVisible()) await place.fill('10', { timeout: 5_000 }).catch(() => undefined);
}

for (const [where, screen] of chosenOf(
  [
    ['beside a board of its own', 'two'],
    ['in one window', 'one'],
  ] as const,
  (_, at) => at === 0,
)) {
  test(`[TB1] ${where} the main button, Space and a clicker play the film and pause it, and it goes by itself to its stop @thorough`, async ({
    page,
  }) => {
    const board = await atFilm(page, screen);
    const bar = page.getByRole('navigation');
    await bar.getByRole('button', { name: 'Play the film' }).click();
    await playing(board);
    await expectBoard(board, 'film-1');
    await untilSettled(page);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await key(page, 'Space');
    await resting(board);
    await expectBoard(board, 'film-1');
    await expect(bar.getByRole('button', { name: 'Play the film' })).toBeVisible();
    await untilSettled(page);
    await key(page, 'PageDown');
    await playing(board);
    await expect(bar.getByRole('button', { name: 'Pause the film' })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await nearTheStop(page);
    await expectBoard(board, 'stop-before-the-ask', 30_000);
    await resting(board);
    await expect(bar.getByRole('button', { name: 'Next' })).toBeVisible();
  });
}

test('In one window one press in the bar plays the film whole, past its stops, the bar stays one row, and a double click on Next plays nothing @thorough', async ({
  page,
}) => {
  await atFilm(page, 'one');
  const bar = page.getByRole('navigation');
  const whole = bar.getByRole('button', { name: 'Play whole' });
  await expect(bar.getByRole('button', { name: 'Play the film' })).toBeVisible();
  expect((await bar.boundingBox())?.height).toBeLessThan(72);
  await key(page, 'ArrowLeft');
  await expectBoard(page, 'before-we-watch');
  await pressTwice(bar.getByRole('button', { name: 'Next', exact: true }));
  await expectBoard(page, 'film-1');
  await resting(page);
  await expect(bar.getByRole('button', { name: 'Play the film' })).toBeVisible();
  await whole.click();
  await playing(page);
  await expect(whole).toHaveAttribute('aria-pressed', 'true');
  const film = page.locator('video');
  await film.evaluate((video: HTMLVideoElement) => {
    video.currentTime = 11;
  });
  await expect
    .poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime), { timeout: 60_000 })
    .toBeGreaterThan(13);
  await playing(page);
  expect((await bar.boundingBox())?.height).toBeLessThan(72);
});

test('[R40] while the calm ending is on the board no key or button of the film brings the film back', async ({
  page,
}) => {
  const board = await atFilm(page, 'two');
  await key(page, 'PageDown');
  await playing(board);
  await key(page, 'e');
  await expect(board.getByText('Childline').first()).toBeVisible();
  for (const name of ['l', 'r', 'p', '[', ']']) await key(page, name);
  await expect(
    page.getByText('The help slide is on the board: go back to the slide first.').first(),
  ).toBeVisible();
  await page.getByText('More for the film').click();
  for (const name of [/^Last 20 s/, /^Restart part/, /^Stop 1/]) {
    await expect(page.getByRole('button', { name })).toBeDisabled();
  }
  await expect(page.getByText('Back to: The film starts here')).toBeVisible();
  await resting(board);
  await expect(board.getByText('Childline').first()).toBeVisible();
  await untilSettled(page);
  await page.getByRole('button', { name: 'Back to the slide' }).click();
  await expectBoard(board, 'film-1');
  await resting(board);
});

test('[TB1] a clicker alone, in the board’s own window, plays the film and goes on from its stop, with a presenter and without @thorough', async ({
  page,
}) => {
  const board = await atFilm(page, 'two');
  await key(board, 'PageDown');
  await playing(board);
  await nearTheStop(page);
  await expectBoard(board, 'stop-before-the-ask', 30_000);
  await key(board, 'PageDown');
  await expectBoard(board, 'film-2');
  await page.close();
  await key(board, 'PageDown');
  await playing(board);
  await expectBoard(board, 'stop-the-pressure');
  await resting(board);
});

test('[TB1] skipping a part asks first, by mouse and by key, and can be undone @thorough', async ({
  page,
}) => {
  const board = await atFilm(page, 'two');
  await key(page, 'PageDown');
  await playing(board);
  // At rest it does not come to its stop by itself meanwhile; `P` pauses what the presenter knows to play.
  await expect(page.getByRole('button', { name: 'Pause the film' })).toBeVisible();
  await key(page, 'p');
  await resting(board);
  await key(page, 'n');
  const dialog = page.getByRole('dialog', { name: 'Skip this part of the film?' });
  await expect(dialog).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  // The key that goes on, pressed again, skips nothing; the pause takes the question away, and asks it again afterwards.
  await key(page, 'Space');
  await key(page, 'Control+b');
  await expect(dialog).toBeHidden();
  await untilSettled(page);
  await key(page, 'Control+b');
  await expect(dialog).toBeVisible();
  await key(page, 'Escape');
  await expectBoard(board, 'film-1');
  await page.getByRole('button', { name: 'Skip this part' }).click();
  await dialog.getByRole('button', { name: 'Skip this part' }).click();
  await expectBoard(board, 'stop-before-the-ask');
  await resting(board);
  const back = page.getByRole('button', { name: 'Back to the film' });
  await untilSettled(page);
  await key(page, 'b');
  await expect(page.getByRole('heading', { name: 'The board is paused' })).toBeVisible();
  await expect(back).toHaveCount(0);
  await untilSettled(page);
  await key(page, 'b');
  await back.click();
  await expectBoard(board, 'film-1');
  await expect(page.getByText('You skipped a part of the film.')).toHaveCount(0);
  // Once the lesson has gone on there is nothing to go back to, on the same slide either.
  await page.getByRole('button', { name: 'Skip this part' }).click();
  await dialog.getByRole('button', { name: 'Skip this part' }).click();
  await expect(back).toBeVisible();
  await key(page, 'PageDown');
  await expectBoard(board, 'film-2');
  await key(page, 'PageUp');
  await expectBoard(board, 'stop-before-the-ask');
  await expect(back).toHaveCount(0);
});

test('[R42] two boards have names of their own until one or both of them are closed @thorough', async ({
  page,
}) => {
  const board = await atFilm(page, 'two');
  const second = await page.context().newPage();
  await second.goto(board.url());
  const notices = page.getByRole('region', { name: 'What needs you' });
  await expect(notices).toContainText('The board is open in two windows');
  await Promise.all([board.close(), second.close()]);
  await expect(notices).toContainText('The board is not open on any screen.', { timeout: 20_000 });
  await expect(page.locator('.now .panel-title b')).toHaveText('Not on the board');
  await expect(notices).not.toContainText('in two windows');
});

test('[TW4] P at a stop goes on with the film, and says so where a question comes first @thorough', async ({
  page,
}) => {
  const board = await atFilm(page, 'two');
  await key(page, ']');
  await expectBoard(board, 'stop-before-the-ask');
  await key(page, 'p');
  await expectBoard(board, 'film-2');
  await playing(board);
  await key(page, ']');
  await expectBoard(board, 'stop-the-pressure');
  await key(page, 'p');
  await expect(page.getByRole('region', { name: 'What needs you' })).toContainText(
    'A question comes before the film goes on: press Next.',
  );
});

test('[TW4] Play whole plays past every stop to the film’s end, Play with stops stops, by button and by key, and the content note is shown once @thorough', async ({
  page,
}) => {
  const board = await atFilm(page, 'two');
  const note = board.locator('section.present .slide__body');
  await expect(note).toContainText('Numbers that count');
  const ways = (name: RegExp) => page.getByRole('button', { name });
  await ways(/^Play whole/).click();
  await playing(board);
  await expect(page.getByText('Plays to its end')).toBeVisible();
  await expect(ways(/^Play whole/)).toHaveAttribute('aria-pressed', 'true');
  // What is seldom pressed is folded, so that what the film says can be read beside the notes.
  expect((await page.locator('.now .film-small').boundingBox())?.width).toBeGreaterThan(300);
  await page.getByText('More for the film').click();
  await expect(ways(/^Play with stops/)).toHaveAttribute('aria-pressed', 'false');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByText('More for the film').click();
  // Past its first stop, at 12 seconds, and back with stops from the part it is in.
  await page.getByRole('slider', { name: 'Place in the film' }).fill('11');
  await expect
    .poll(() => board.evaluate(() => document.querySelector('video')?.currentTime ?? 0))
    .toBeGreaterThan(13);
  await expectBoard(board, 'film-1');
  const main = (name: string) => page.getByRole('navigation').getByRole('button', { name });
  await key(page, 'z');
  await resting(board);
  await expect(main('Play the film')).toBeVisible();
  await key(page, 'z');
  await playing(board);
  await expect(main('Pause the film')).toBeVisible();
  await key(page, 'p');
  await resting(board);
  await expect(main('Play the film')).toBeVisible();
  await key(page, 'p');
  await expectBoard(board, 'film-2');
  await playing(board);
  await expect(note).not.toContainText('Numbers that count');
  await expectBoard(board, 'stop-the-pressure', 30_000);
  await resting(board);
});

test('[TW4] Z in the board’s own window plays the film whole to its end, with a presenter and without @thorough', async ({
  page,
}) => {
  const board = await atFilm(page, 'two');
  await key(board, 'z');
  await playing(board);
  await expect(page.getByText('Plays to its end')).toBeVisible();
  await untilSettled(page);
  await key(board, 'PageDown');
  await resting(board);
  await page.close();
  await key(board, 'z');
  await playing(board);
  await board.evaluate(() => {
    const film = document.querySelector('video');
    if (film !== null) film.playbackRate = 4;
  });
  // Nothing stops it on the way; after its end the first question is there.
  await expectBoard(board, 'stop-before-the-ask', 60_000);
  expect(await board.evaluate(() => document.querySelector('video')?.ended)).toBe(true);
  await resting(board);
});

test('[TB14] the film in words follows the film: the line it is at is in view, wherever it is @thorough', async ({
  page,
}) => {
  await atFilm(page, 'two');
  await page.getByText('Film in words').click();
  const words = page.getByRole('region', { name: 'The film in words' });
  const place = page.getByRole('slider', { name: 'Place in the film' });
  for (const [at, line] of [
    [5, /The first scene/],
    [13, /The second scene/],
    [19, /The last scene/],
    [1, /The first scene/],
  ] as const) {
    await place.fill(String(at));
    const current = words.locator('[aria-current]');
    await expect(current).toContainText(line);
    const isInView = () =>
      current.evaluate((one) => {
        const [own, list] = [
          one.getBoundingClientRect(),
          one.parentElement?.getBoundingClientRect(),
        ];
        return list !== undefined && own.top >= list.top - 1 && own.top < list.bottom - 8;
      });
    await expect.poll(isInView).toBe(true);
  }
});

test('[TB12] “Watch the film” is on the lesson’s page and beside the tick that asks for it, and plays it with captions @thorough', async ({
  page,
}) => {
  for (const place of ['lesson', 'present']) {
    await page.goto(`${school.staff}${place}/${LESSON}/`);
    await page.getByRole('button', { name: 'Watch the film' }).click();
    const shown = page.getByRole('dialog', { name: 'Test clip' });
    const video = shown.locator('video');
    await expect
      .poll(() => video.evaluate((film: HTMLVideoElement) => film.currentTime))
      .toBeGreaterThan(0.5);
    expect(
      await video.evaluate(({ textTracks: [track] }: HTMLVideoElement) => [
        track?.mode,
        track?.cues?.length,
      ]),
    ).toEqual(['showing', 3]);
    expect(await axeFindings(page)).toEqual([]);
    await key(page, 'Escape');
    await expect(shown).toHaveCount(0);
  }
});
