import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { driveBoard, type BoardDriver } from './board-driver.ts';
import { openBoardSite, type BoardSite } from './board-site.ts';
import { key } from './lead.ts';

// What reveal.js gets wrong by itself, for people who use a keyboard, a screen reader, zoom or less motion. Its role of an
// application, its live region and focus are in board.spec.ts, the film under a cover in film.spec.ts.
const slug = 'for-the-whole-world-to-see';
const { lesson } = readLesson(
  slug,
  readFileSync(new URL(`../../lessons/${slug}.md`, import.meta.url), 'utf8'),
);
const deck = deckOf(lesson, null);
const [first, second, third] = deck.slides;

let site: BoardSite;
let board: Page;
let driver: BoardDriver;

test.beforeAll(async () => {
  site = await openBoardSite(deck);
});
test.afterAll(() => site.close());
test.beforeEach(async ({ context }) => {
  const beside = await context.newPage();
  await beside.goto(site.beside);
  driver = await driveBoard(beside, deck);
  board = await context.newPage();
  await board.emulateMedia({ reducedMotion: 'reduce' });
  await board.goto(site.board);
});

async function expectSlide(id: string | undefined): Promise<void> {
  await expect(board.locator(`section.present[data-slide="${id}"]`)).toBeVisible();
}

test('Space presses the button that has focus, and turns no slide with it @thorough', async () => {
  await expect(board.getByRole('button', { name: 'Start the board' })).toBeFocused();
  await key(board, ' ');
  await expectSlide(first?.id);
  expect(await driver.messages()).not.toContainEqual({
    type: 'turn',
    to: 'next',
    isMain: true,
  });
  await board.getByRole('link', { name: /^Reading view/ }).focus();
  await key(board, ' ');
  await board.locator('h1').focus();
  await key(board, ' ');
  await expect
    .poll(() => driver.messages())
    .toContainEqual({
      type: 'turn',
      to: 'next',
      isMain: true,
    });
  expect((await driver.messages()).filter(({ type }) => type === 'turn')).toHaveLength(1);
});

test('The reading view, which any zoom makes larger, is one Tab away on every slide', async () => {
  await board.getByRole('button', { name: 'Start the board' }).click();
  const link = board.getByRole('link', { name: /^Reading view/ });
  for (const slide of [first, second]) {
    await driver.state({ slide: slide?.id ?? '' });
    await expect(board.getByRole('heading', { name: slide?.heading ?? '' })).toBeFocused();
    await expect(link).not.toBeInViewport();
    await key(board, 'Shift+Tab');
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport({ ratio: 1 });
  }
  expect(await link.evaluate((one: HTMLAnchorElement) => one.href)).toMatch(
    new RegExp(`/read/${slug}/$`),
  );
});

test('Slides out of sight are out of reach, of Tab and of a screen reader', async () => {
  await board.getByRole('button', { name: 'Start the board' }).click();
  for (const slide of [second, third, first]) {
    await driver.state({ slide: slide?.id ?? '' });
    await expectSlide(slide?.id);
    await expect(board.locator('.slides > section:not(.present):not([inert])')).toHaveCount(0);
    await expect(board.locator('.slides > section.present[inert]')).toHaveCount(0);
    const tree = await board.locator('main').ariaSnapshot();
    for (const other of [first, second, third]) {
      expect(tree.includes(`heading "${other?.heading}"`)).toBe(other === slide);
    }
  }
});

test('Slides do not fade where less motion is wanted, and the page names its language and the slide in sight', async () => {
  await board.getByRole('button', { name: 'Start the board' }).click();
  await driver.state({ slide: second?.id ?? '' });
  await expectSlide(second?.id);
  await expect(board).toHaveTitle(`${second?.heading} · ${deck.boardTitle}`);
  await expect(board.locator('html')).toHaveAttribute('lang', 'en-GB');
  const fades = () =>
    board.evaluate(
      () =>
        document
          .getAnimations()
          .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0).length,
    );
  await driver.state({ slide: third?.id ?? '' });
  await expectSlide(third?.id);
  expect(await fades()).toBe(0);
  const section = board.locator('section.present');
  expect(await section.evaluate((one) => getComputedStyle(one).transitionProperty)).toBe('none');
});
