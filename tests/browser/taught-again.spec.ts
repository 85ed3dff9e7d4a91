import { expect, test } from '@playwright/test';
import { expectBoard, getReady, key, startBoard, turnTo, pressStart } from './lead.ts';
import { openTaughtSchool, writeHomeWith, type TaughtSchool } from './taught-school.ts';

const SLUG = 'kinds-lesson';
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  school = await openTaughtSchool('taught-again', writeHomeWith(SLUG));
});
test.afterAll(() => school.kill());

test('After a lesson on one screen the next lesson in the same tab has a board that stays open @thorough', async ({
  page,
  context,
}) => {
  await page.goto(`${school.staff}present/${SLUG}/`);
  await getReady(page);
  await pressStart(page, 'one');
  await turnTo(page, 'question-how-much', () => key(page, 'ArrowRight'));
  await key(page, 'f');
  await page.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(page.getByRole('navigation').getByText('The lesson is finished.')).toBeVisible();
  // Two minutes after Finish its board is over.
  await context.clock.setSystemTime(Date.now() + 3 * 60_000);
  await page.getByRole('button', { name: 'Teach it again' }).click();
  await getReady(page);
  const opened = context.waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  // Longer than from one state of the presenter's to the next.
  await board.waitForTimeout(3_000);
  await startBoard(board);
  await turnTo(board, 'question-how-much', () => key(page, 'ArrowRight'));
  await expectBoard(board, 'question-how-much');
});
