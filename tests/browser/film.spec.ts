import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { FilmOrder } from '../../src/outputs/board/board-link.ts';
import { USUAL } from '../../src/outputs/board/film-source.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { readManifest } from '../../src/film/manifest.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { chosenOf } from '../thorough.ts';
import { driveBoard, type BoardDriver } from './board-driver.ts';
import { openBoardSite, type BoardSite } from './board-site.ts';
import { watchFrames } from './frames.ts';

const { manifest } = readManifest(
  readFileSync(new URL('../media/clip/film.yaml', import.meta.url), 'utf8'),
);
const { lesson } = readLesson(
  'clip-lesson',
  readFileSync(new URL('clip-lesson.md', import.meta.url), 'utf8'),
);
const deck = deckOf(lesson, manifest && { slug: 'clip', manifest });
const films = deck.slides.filter((slide) => slide.kind === 'film');
const stopped = deck.slides.filter((slide) => slide.kind === 'stop');

let site: BoardSite;
let board: Page;
let driver: BoardDriver;
let troubles: string[];
let order: number;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  site = await openBoardSite(deck);
});
test.afterAll(() => site.close());

test.beforeEach(async ({ context }) => {
  [troubles, order] = [[], 0];
  const beside = await context.newPage();
  await beside.goto(site.beside);
  driver = await driveBoard(beside, deck);
  board = await context.newPage();
  board.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  board.on('pageerror', (error) => troubles.push(String(error)));
  await watchFrames(board);
  await board.goto(site.board);
  await driver.state({});
  await board.getByRole('button', { name: 'Start the board' }).click();
});
test.afterEach(() => expect(troubles).toEqual([]));

type Done = { do: 'play' } | { do: 'pause' } | { do: 'seek'; at: number };

async function onFilm(part: number, what: Done, showing = USUAL): Promise<void> {
  order += 1;
  await driver.state({
    slide: films[part]?.id ?? '',
    film: { order, ...what } as FilmOrder,
    showing,
  });
}

async function playFrom(part: number, at: number, showing = USUAL): Promise<void> {
  await driver.state({ slide: films[part]?.id ?? '', film: { order, do: 'none' }, showing });
  await onFilm(part, { do: 'seek', at }, showing);
  await onFilm(part, { do: 'play' }, showing);
}

async function expectSlide(id: string | undefined): Promise<void> {
  await expect(board.locator(`section.present[data-slide="${id}"]`)).toBeVisible();
}

function shownFrames(): Promise<number[]> {
  return board.evaluate(() => window.framesSeen);
}

test('The film plays from its slide, in sight, with captions of at least 6% of the height', async () => {
  await playFrom(0, 0);
  await expect(board.locator('.film')).toBeVisible();
  expect(
    await board.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.tagName),
  ).toBe('VIDEO');
  await expect(board.locator('.film__caption')).toHaveText('The first scene.');
  const size = await board
    .locator('.film__caption')
    .evaluate((caption) => parseFloat(getComputedStyle(caption).fontSize) / innerHeight);
  expect(size).toBeGreaterThanOrEqual(0.06);
});

// More of them prove more: FILM_STOPS=30 npm test -- film.spec
const TIMES = Number(process.env['FILM_STOPS'] ?? 3);
const WAYS = [
  ['at its own speed', 1],
  ['at one and a half times its speed', 1.5],
  ['with another tab in front of the board', 1],
] as const;
// The last is the hardest: a browser gives less time to a tab that is behind another.
for (const [way, speed] of chosenOf(WAYS, (one) => one === WAYS[2])) {
  test(`At every stop the board goes to its own slide, and nothing of the next scene was seen, ${way}`, async ({
    context,
  }) => {
    test.setTimeout(30_000 + TIMES * 10_000);
    const inFront = way.startsWith('with') ? await context.newPage() : null;
    for (let n = 0; n < TIMES; n += 1) {
      const [part, frame] = n % 2 === 0 ? [0, 200] : [1, 350];
      await board.evaluate(() => void (window.framesSeen = []));
      // Long enough before the stop that a busy machine draws some of it, too.
      await playFrom(part, frame / 25 - 3.5 * speed, { ...USUAL, speed });
      await inFront?.bringToFront();
      await expectSlide(stopped[part]?.id);
      await expect(board.locator('.film')).toBeHidden();
      await expect.poll(() => board.evaluate(() => window.readFrame())).toBe(frame - 1);
      const shown = await shownFrames();
      if (inFront === null) expect(shown.length).toBeGreaterThan(20);
      expect(Math.max(0, ...shown)).toBeLessThan(frame);
      expect(await driver.messages()).toContainEqual({
        type: 'reached',
        slide: films[part]?.id,
        next: stopped[part]?.id,
      });
    }
  });
}

test('A state that still names the film slide does not take the board back to it after its stop @thorough', async () => {
  await playFrom(0, 7);
  await expectSlide(stopped[0]?.id);
  await driver.state({ slide: films[0]?.id ?? '', film: { order, do: 'play' } });
  await expectSlide(stopped[0]?.id);
  await driver.state({ slide: stopped[0]?.id ?? '', film: { order, do: 'play' } });
  await driver.state({ slide: films[0]?.id ?? '', film: { order, do: 'play' } });
  await expectSlide(films[0]?.id);
  await expect(board.locator('.film')).toBeHidden();
});

test('After a stop the film goes on from the first frame of the next scene @thorough', async () => {
  await driver.state({ slide: films[1]?.id ?? '' });
  await onFilm(1, { do: 'play' });
  await expect.poll(async () => (await shownFrames()).length).toBeGreaterThan(5);
  expect(Math.min(...(await shownFrames()))).toBeGreaterThanOrEqual(200);
});

test('The last part runs to the film’s end and then to the next slide @thorough', async () => {
  await playFrom(2, 18.5);
  await expectSlide(deck.slides.at(-1)?.id);
});

test('Pausing the film, or covering the board, shows a neutral slide and stops the sound @thorough', async () => {
  const isPaused = () => board.locator('video').evaluate((video: HTMLVideoElement) => video.paused);
  await playFrom(0, 2);
  await expect(board.locator('.film')).toBeVisible();
  await onFilm(0, { do: 'pause' });
  await expect(board.locator('.film')).toBeHidden();
  await expect(board.getByText('Test clip, paused').first()).toBeVisible();
  expect(await isPaused()).toBe(true);
  await onFilm(0, { do: 'play' });
  await expect(board.locator('.film')).toBeVisible();
  await driver.state({ slide: films[0]?.id ?? '', cover: 'pause', film: { order, do: 'play' } });
  await expect(board.getByRole('heading', { name: 'Pause and think' })).toBeVisible();
  await expect(board.locator('.film')).toBeHidden();
  expect(await isPaused()).toBe(true);
});

test('After a reload the board comes back to its button, then to its slide and its place in the film, and plays nothing by itself @thorough', async () => {
  await playFrom(0, 3);
  await expect.poll(async () => (await shownFrames()).length).toBeGreaterThan(10);
  await board.reload();
  await expect(board.getByRole('button', { name: 'Start the board' })).toBeFocused();
  await driver.state({ slide: films[0]?.id ?? '', film: { order, do: 'play' } });
  await board.getByRole('button', { name: 'Start the board' }).press('Space');
  await expectSlide(films[0]?.id);
  await expect
    .poll(() => board.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(3);
  await expect(board.locator('.film')).toBeHidden();
  const last = (await driver.messages()).findLast((message) => message.type === 'status');
  expect(last?.status).toMatchObject({ started: true, slide: films[0]?.id });
});
