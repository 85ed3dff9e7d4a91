import { writeFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import {
  expectBoard,
  getReady,
  key,
  startBoard,
  turnTo,
  untilSettled,
  onward,
  pressStart,
} from './lead.ts';
import { LESSON, openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  const home = writeTaughtHome('survive');
  writeFileSync(`${home}/lessons/two-weeks-later.md`, FOLLOW_UP);
  school = await openTaughtSchool('survive', home);
});
test.afterAll(() => school.kill());

const FOLLOW_UP = `---
title: Two weeks later
stage: KS3
minutes: 20
subject: safeguarding
follows: ${LESSON}
---

## Welcome back (20 min)

### Your questions, answered

Thank you for asking.
`;

async function present(context: BrowserContext): Promise<{ presenter: Page; board: Page }> {
  const presenter = await context.newPage();
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await getReady(presenter);
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  await turnTo(board, 'what-we-agree', () => onward(presenter));
  return { presenter, board };
}

async function finish(page: Page): Promise<void> {
  await key(page, 'f');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Finish the lesson/ })
    .click();
}

test('A board that is gone comes back where it was by one key, and a lesson goes on without a network', async ({
  context,
}) => {
  const { presenter, board } = await present(context);
  await context.setOffline(true);
  await key(presenter, 'ArrowRight');
  await expectBoard(board, 'who-can-help');
  await key(presenter, 'b');
  await expect(board.getByText('Pause and think')).toBeVisible();
  await untilSettled(presenter);
  await key(presenter, 'b');
  await expectBoard(board, 'who-can-help');
  await context.setOffline(false);
  // The projector is unplugged, and its window with it.
  await board.close();
  await expect(presenter.locator('.notice', { hasText: 'The board is not open' })).toBeVisible({
    timeout: 15_000,
  });
  const opened = context.waitForEvent('page');
  await key(presenter, 'o');
  const again = await opened;
  await startBoard(again);
  await expectBoard(again, 'who-can-help');
  await expect(presenter.locator('.notice')).toHaveCount(0);
});

test('When the lesson is over the board shows help and closes by itself, unless it is kept, and the teacher is left with a short list @thorough', async ({
  context,
}) => {
  const { presenter, board } = await present(context);
  await board.clock.install();
  await finish(presenter);
  await expect(
    presenter.getByRole('heading', { level: 1, name: 'The lesson is finished' }),
  ).toBeVisible();
  await expect(board.getByText('Childline').first()).toBeVisible();
  await expect(presenter.locator('h1 + p')).toContainText(
    'Read the slips from the question box before pupils leave.',
  );
  await expect(presenter.getByRole('heading', { name: 'Before you go' })).toBeVisible();
  await expect(presenter.getByRole('region', { name: 'The next lesson' })).toContainText(
    'Two weeks later',
  );
  expect(await axeFindings(presenter)).toEqual([]);
  expect(
    await presenter.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })),
  ).not.toContain('present');
  // A key on the board turns no slide any more.
  await key(board, 'PageDown');
  await presenter.getByRole('button', { name: 'Keep it open' }).click();
  await expect(presenter.getByText('The board shows help until you close it.')).toBeVisible();
  await board.clock.fastForward(180_000);
  await expect(board.getByText('Childline').first()).toBeVisible();
  await presenter.emulateMedia({ media: 'print' });
  await expect(presenter.getByRole('heading', { name: 'Lesson record' })).toBeVisible();
  await expect(presenter.getByText('Close the board now')).toBeHidden();
  await presenter.emulateMedia({ media: 'screen' });
  const closed = board.waitForEvent('close');
  await presenter.getByRole('button', { name: 'Close the board now' }).click();
  await closed;
  await expect(presenter.getByText('The board is closed.')).toBeVisible();
});

test('A board without “Keep open” closes two minutes after the end, with its presenter gone @thorough', async ({
  context,
}) => {
  const { presenter, board } = await present(context);
  await board.clock.install();
  await finish(presenter);
  await expect(board.getByText('Childline').first()).toBeVisible();
  await presenter.close();
  const closed = board.waitForEvent('close');
  await board.clock.fastForward(125_000);
  await closed;
});

test('On the only screen the lesson lands, is finished, and is cleared for the next class @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  await pressStart(page, 'one');
  await expectBoard(page, 'pressure-and-who-can-help');
  await page.getByRole('button', { name: 'End calmly' }).click();
  await expect(page.getByText('Childline').first()).toBeVisible();
  await expect(page.getByText('The ending is in your printed notes.')).toBeVisible();
  expect(await page.content()).not.toContain('What helps is one friend');
  await finish(page);
  await expect(page.getByText('Childline').first()).toBeVisible();
  await page.getByRole('button', { name: 'Clear the screen' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'The lesson is finished' }),
  ).toBeVisible();
  await expect(page.getByText('Before you go')).toHaveCount(0);
  await page.getByRole('button', { name: 'See private results' }).click();
  await page.getByRole('button', { name: 'No pupil can see it' }).click();
  await expect(page.getByRole('heading', { name: 'Before you go' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});
