import { readFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { measureBoard } from '../../src/print/measure-board.ts';
import { chosenOf } from '../thorough.ts';
import { axeFindings, rest } from './axe-findings.ts';
import { driveBoard, type BoardDriver } from './board-driver.ts';
import { openBoardSite, type BoardSite } from './board-site.ts';

const { lesson, problems } = readLesson(
  'layouts',
  readFileSync(new URL('layouts.md', import.meta.url), 'utf8'),
);
const deck = deckOf(lesson, null);

let site: BoardSite;
let context: BrowserContext;
let beside: Page;
let board: Page;
let driver: BoardDriver;

test.describe.configure({ mode: 'serial' });
// One board for all tests: each sends it the state that it is about.
test.beforeAll(async ({ browser }) => {
  site = await openBoardSite(deck);
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  beside = await context.newPage();
  await beside.goto(site.beside);
  driver = await driveBoard(beside, deck);
  board = await context.newPage();
  await board.goto(site.board);
  await board.getByRole('button', { name: 'Start the board' }).click();
});
test.afterEach(() => board.emulateMedia({ forcedColors: null, reducedMotion: null }));
test.afterAll(async () => {
  await context.close();
  await site.close();
});

async function showSlide(id: string, step = 0): Promise<void> {
  await driver.state({ slide: id, step });
  await expect(board.locator(`section.present[data-slide="${id}"]`)).toBeVisible();
}

test('The lesson of layouts reads without a problem', () => {
  expect(problems).toEqual([]);
});

for (const colours of ['none', 'active'] as const) {
  test(`Every layout fits the board and is large enough for the back row, and axe finds nothing (forced colours: ${colours})`, async () => {
    test.slow();
    await board.emulateMedia({ forcedColors: colours });
    // In forced colours, where only colours are other ones, every fourth, and all in a thorough run.
    const looked = chosenOf(
      deck.slides,
      (one) => colours === 'none' || deck.slides.indexOf(one) % 4 === 0,
    );
    for (const { id, steps } of looked) {
      for (let step = 0; step <= steps; step += 1) {
        await showSlide(id, step);
        await rest(board);
        // The contrast of forced colours is the reader's own.
        expect(await measureBoard(board, { contrast: colours === 'none' }), id).toEqual([]);
        if (colours === 'none' && step === steps) {
          expect(await axeFindings(board, 'section.present'), id).toEqual([]);
        }
      }
    }
  });
}

test('A thread is a list in which every turn begins with a name, at either side', async () => {
  await showSlide('a-short-thread');
  const turns = board.locator('section.present .chat > li');
  await expect(turns).toHaveText([/^\s*Alex\s+Did you see it\?/, /^\s*Sam\s+No, and/]);
  const [left, right] = await turns
    .locator('p')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  expect(right ?? 0).toBeGreaterThan(left ?? Infinity);
});

test('Steps come one by one, keep their place, and take focus, so that each is read once', async () => {
  const items = board.locator('section.present .slide li');
  const id = 'what-helps-when-someone-pushes';
  await showSlide(id);
  await expect(items.first()).toBeHidden();
  const place = await items.nth(1).boundingBox();
  await showSlide(id, 2);
  await expect(items.nth(1)).toBeVisible();
  await expect(items.nth(1)).toBeFocused();
  await expect(items.nth(2)).toBeHidden();
  expect(await items.nth(1).boundingBox()).toEqual(place);
  await showSlide(id, 0);
  await expect(board.getByRole('heading', { level: 2 })).toBeFocused();
});

test('Nothing fades where motion is reduced', async () => {
  await board.emulateMedia({ reducedMotion: 'reduce' });
  await showSlide('what-helps-when-someone-pushes', 1);
  const time = await board
    .locator('section.present li')
    .first()
    .evaluate((item) => getComputedStyle(item).transitionDuration);
  expect(time).toBe('0s');
});

test('Cards are mixed and numbered at first, and one step later lie in their groups with the same numbers', async () => {
  const cards = board
    .locator('section.present li:visible')
    .filter({ hasText: /Asking|Changing|Saying|Telling|liked/ });
  const groups = board.locator('section.present .cards__group');
  await showSlide('is-it-pressure');
  await expect(groups.first()).toBeHidden();
  const numbers = await cards.evaluateAll((all) =>
    all.map((card) => `${(card as HTMLLIElement).value} ${card.textContent}`),
  );
  expect(numbers).toHaveLength(6);
  await showSlide('is-it-pressure', 1);
  await expect(groups.first()).toContainText('Asking again after a no');
  expect(
    (
      await cards.evaluateAll((all) =>
        all.map((card) => `${(card as HTMLLIElement).value} ${card.textContent}`),
      )
    ).toSorted(),
  ).toEqual(numbers.toSorted());
});

test('A source is at the foot of its slide, in letters of 5% of the height or more', async () => {
  await showSlide('what-does-the-law-say');
  const sources = board.locator('section.present .sources');
  await expect(sources.locator('li')).toHaveCount(2);
  const [foot, size] = await sources.evaluate(
    (list) =>
      [list.getBoundingClientRect().bottom, parseFloat(getComputedStyle(list).fontSize)] as const,
  );
  expect(foot).toBeGreaterThan(620);
  expect(size).toBeGreaterThanOrEqual(36);
  await expect(board.locator('section.present sup')).toHaveText(['1', '2']);
});

test('A picture is as large as it says', async () => {
  const heights: number[] = [];
  for (const id of ['a-picture-small', 'a-picture-medium', 'a-picture-for-the-whole-slide']) {
    await showSlide(id);
    heights.push((await board.locator('section.present img').boundingBox())?.height ?? 0);
  }
  expect(heights.map(Math.round).slice(0, 2)).toEqual([180, 290]);
  expect(heights[2]).toBeGreaterThan(450);
});

// Firefox 115 (`src/ui/browsers.ts`).
test('Every layout fits in a browser without :has() @thorough', async () => {
  test.slow();
  await context.route('**/*.css', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(':has(', ':unknown(');
    await route.fulfill({ response, body });
  });
  await board.reload();
  await board.getByRole('button', { name: 'Start the board' }).click();
  for (const { id, steps } of deck.slides) {
    await showSlide(id, steps);
    await rest(board);
    expect(await measureBoard(board), id).toEqual([]);
  }
  await context.unrouteAll();
  await board.reload();
  await board.getByRole('button', { name: 'Start the board' }).click();
});

// The last: after it no one leads the board.
test('Without a presenter the board steps by itself, and a reload comes back to the step @thorough', async () => {
  await beside.close();
  await board.evaluate(() => sessionStorage.clear());
  await board.reload();
  await board.getByRole('button', { name: 'Start the board' }).press('Enter');
  const items = board.locator('section.present .slide li:visible');
  const id = 'what-helps-when-someone-pushes';
  await expect(board.locator('section.present')).toHaveAttribute(
    'data-slide',
    deck.slides[0]?.id ?? '',
  );
  for (const { steps } of deck.slides.slice(
    0,
    deck.slides.findIndex((slide) => slide.id === id),
  )) {
    for (let step = 0; step <= steps; step += 1) await pressAlone();
  }
  await pressAlone();
  await pressAlone();
  await expect(items).toHaveCount(2);
  await board.reload();
  await board.getByRole('button', { name: 'Start the board' }).press('Enter');
  await expect(items).toHaveCount(2);
});

async function pressAlone(): Promise<void> {
  const slides = board.locator('.slides');
  const before = await slides.evaluate((all) => all.innerHTML);
  await board.keyboard.press('PageDown');
  await expect.poll(() => slides.evaluate((all) => all.innerHTML)).not.toBe(before);
}
