import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { deckOf } from '../../src/deck/make-deck.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { measureBoard } from '../../src/server/measure-board.ts';
import { axeFindings, rest } from './axe-findings.ts';
import { driveBoard, type BoardDriver } from './board-driver.ts';
import { openBoardSite, type BoardSite } from './board-site.ts';

const { lesson, problems } = readLesson('layouts', readFileSync(new URL('layouts.md', import.meta.url), 'utf8'));
const deck = deckOf(lesson, null);

let site: BoardSite;
let board: Page;
let driver: BoardDriver;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  site = await openBoardSite(deck, fileURLToPath(new URL('../../.cache/layouts-spec', import.meta.url)));
});
test.afterAll(() => site.close());

test.beforeEach(async ({ context }) => {
  const beside = await context.newPage();
  await beside.goto(site.beside);
  driver = await driveBoard(beside, deck);
  board = await context.newPage();
  await board.setViewportSize({ width: 1280, height: 720 });
  await board.goto(site.board);
  await board.getByRole('button', { name: 'Start the board' }).click();
});

async function showSlide(id: string): Promise<void> {
  await driver.state({ slide: id });
  await expect(board.locator(`section.present[data-slide="${id}"]`)).toBeVisible();
}

test('The lesson of layouts reads without a problem', () => {
  expect(problems).toEqual([]);
});

for (const colours of ['none', 'active'] as const) {
  test(`Every layout fits the board, is large enough for the back row, and axe finds nothing (forced colours: ${colours})`, async () => {
    test.slow();
    await board.emulateMedia({ forcedColors: colours });
    for (const { id } of deck.slides) {
      await showSlide(id);
      // The contrast of forced colours is the reader's own.
      await rest(board);
      expect(await measureBoard(board, { contrast: colours === 'none' }), id).toEqual([]);
      expect(await axeFindings(board), id).toEqual([]);
    }
  });
}

test('A thread is a list in which every turn begins with a name, at either side', async () => {
  await showSlide('a-short-thread');
  const turns = board.locator('section.present .chat > li');
  await expect(turns).toHaveText([/^\s*Alex\s+Did you see it\?/, /^\s*Sam\s+No, and/]);
  const [left, right] = await turns.locator('p').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  expect(right ?? 0).toBeGreaterThan(left ?? Infinity);
});
