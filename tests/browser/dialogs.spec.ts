import { cpSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { writeSchool } from '../../src/school/school.ts';
import { today } from '../../src/site/today.ts';
import { aSchool } from '../school/a-school.ts';
import {
  closePoll,
  countHands,
  expectBoard,
  getReady,
  goTo,
  inMenu,
  key,
  pressStart,
  startBoard,
} from './lead.ts';
import { placeholdersIn } from './placeholders.ts';
import { LESSON, openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';

const QUESTION = 'question-how-much-pressure';
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  const home = writeTaughtHome('dialogs');
  // A camera reads cards in no safeguarding lesson.
  const cards = 'cards-lesson.md';
  cpSync(fileURLToPath(new URL(cards, import.meta.url)), `${home}/lessons/${cards}`);
  school = await openTaughtSchool('dialogs', home);
  const text = writeSchool({ ...aSchool(today()), termEnds: '', phones: true });
  writeFileSync(`${school.dataDir}/school.json`, text);
});
test.afterAll(() => school.kill());

/** Reads a dialog that is open, and closes it. */
async function readDialog(page: Page, name: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog', { name, exact: true });
  await expect(dialog).toBeVisible();
  if (name === 'What’s stored?') await expect(dialog.getByRole('listitem').first()).toBeVisible();
  expect([name, await placeholdersIn(page)]).toEqual([name, []]);
  await key(page, 'Escape');
  await expect(dialog).toHaveCount(0);
}

test('No name in braces is left in any dialog beside a board of its own, from the first slide to the end', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  await page.getByLabel('School tablets').check();
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await page.bringToFront();
  const byKey = async (name: string, title: string) => {
    await key(page, name);
    await readDialog(page, title);
  };
  await byKey('?', 'Shortcuts');
  await byKey('i', 'What’s stored?');
  await byKey('d', 'If someone tells you');
  await byKey('g', 'Find a slide');
  await byKey('w', 'Which screen can pupils see?');
  await byKey('f', 'Finish the lesson?');
  for (const [item, title] of [
    ['Where the film comes from', 'Where does the film come from?'],
    ['Use a phone', 'Use a phone'],
    ['Joining', 'Joining'],
  ] as const) {
    await inMenu(page, item);
    await readDialog(page, title);
  }
  await key(page, 'w');
  await page.getByRole('button', { name: 'Move to another computer' }).click();
  await readDialog(page, 'Move to another computer');
  await page.getByRole('link', { name: 'All lessons' }).click();
  await readDialog(page, 'Leave the lesson?');
  await inMenu(page, 'Open the question box');
  await page.getByRole('button', { name: 'Question box: open' }).click();
  await readDialog(page, 'Question box');

  await goTo(page, board, 'film-1');
  await key(page, 'n');
  await readDialog(page, 'Skip this part of the film?');

  await goTo(page, board, QUESTION);
  await key(page, 'u');
  await readDialog(page, 'Count hands');
  await page.locator('#strip-film-1').click();
  await readDialog(page, /^Go to slide \d+\?$/);
  await key(page, 'i');
  await readDialog(page, 'What’s stored?');
  await key(page, 'u');
  await countHands(page, {
    'Hands for A': 9,
    'Hands for B': 9,
    'Hands for C': 9,
    'Hands for D': 3,
  });
  await closePoll(page);
  await page.getByRole('button', { name: 'Discard answers' }).click();
  await readDialog(page, 'Discard the answers?');
  await key(page, 's');
  await expect(page.getByRole('button', { name: 'Hide result' })).toBeVisible();
  await expectBoard(board, QUESTION);
});

test('No name in braces is left in the dialog that reads cards', async ({ page }) => {
  await page.goto(`${school.staff}present/cards-lesson/`);
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await goTo(page, board, 'question-how-deep');
  await key(page, 'a');
  await page.getByRole('button', { name: 'Read cards' }).click();
  // No browser of a test may use a camera: what that says is part of it.
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('count hands instead');
  await readDialog(page, 'Read cards');
});

test('No name in braces is left in a dialog that the class may read @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  await page.getByLabel('School tablets').check();
  await pressStart(page, 'one');
  // Until the room is open nothing is stored.
  await page.getByRole('button', { name: 'How to join' }).click();
  await expect(page.locator('section.present')).toContainText(/[B-Z]{3} \d{3}/);
  for (const [name, title] of [
    ['?', 'Shortcuts'],
    ['i', 'What’s stored?'],
    ['w', 'Which screen can pupils see?'],
    ['f', 'Finish the lesson?'],
  ] as const) {
    await key(page, name);
    await readDialog(page, title);
  }
  await key(page, 'f');
  await page.getByRole('dialog').getByRole('button', { name: 'Finish the lesson' }).click();
  await page.getByRole('button', { name: 'See private results' }).click();
  await readDialog(page, 'Your private results');
  await page.getByRole('button', { name: 'Count paper slips' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await placeholdersIn(page)).toEqual([]);
});
