import { expect, test, type Page } from '@playwright/test';
import { tabTo } from './hands-free.ts';
import { heading } from './join-page.ts';
import { closePoll, countHands, expectBoard, key, turnTo, untilSettled, onward } from './lead.ts';
import { openRoom, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

const QUESTION = 'question-how-much-pressure';
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  school = await openTaughtSchool(`keyboard-${test.info().parallelIndex}`);
});
test.afterAll(() => school.kill());

async function pressTo(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await key(page, 'Enter');
}

/** Starts in two windows from the library, and starts the board, without a pointer. */
async function openLesson(page: Page): Promise<Page> {
  await page.goto(school.staff);
  await pressTo(page, 'Pressure, and who can help');
  await expect(heading(page, 'Pressure, and who can help')).toBeVisible();
  await pressTo(page, /^Teach this lesson/);
  await expect(heading(page, 'Start: Pressure, and who can help')).toBeVisible();
  await tabTo(page, 'How many pupils are here today?');
  await key(page, 'Control+a');
  await page.keyboard.type('30');
  await expect(page.getByText(/^Approved until/)).toBeVisible();
  // With one screen found that one is chosen: an arrow chooses the other.
  await tabTo(page, /^One screen/);
  await key(page, 'ArrowLeft');
  await tabTo(page, 'I have watched the film, or read the story, and read my notes');
  await key(page, ' ');
  await tabTo(page, 'Who is in today?');
  await page.keyboard.type('Safe');
  await tabTo(page, 'I know who may find this hard, and what they will do instead');
  await key(page, ' ');
  const opened = page.context().waitForEvent('page');
  await pressTo(page, /^Start the lesson/);
  const board = await opened;
  await expect(board.getByRole('button', { name: 'Start the board' })).toBeFocused();
  await key(board, 'Enter');
  await expectBoard(board, 'pressure-and-who-can-help');
  return board;
}

const COUNTS = { 'Hands for A': 0, 'Hands for B': 0, 'Hands for C': 15, 'Hands for D': 15 };

test('A lesson is led by single keys, from the library to the end @thorough', async ({ page }) => {
  const board = await openLesson(page);
  await turnTo(board, 'what-today-is-about', () => key(page, ' '));
  await key(page, 'ArrowLeft');
  await expectBoard(board, 'pressure-and-who-can-help');
  await key(page, 'b');
  await expect(board.getByText('Pause and think')).toBeVisible();
  await untilSettled(page);
  await key(page, '.');
  await expectBoard(board, 'pressure-and-who-can-help');
  await key(page, 'h');
  await expect(page.getByText('On the board: the help slide')).toBeVisible();
  await untilSettled(page);
  await key(page, 'h');
  await key(page, 'e');
  await expect(page.getByText('End calmly: say this')).toBeVisible();
  await expect(page.locator('.notes')).toContainText('What helps is one friend');
  await expect(board.getByText('Childline').first()).toBeVisible();
  expect(await board.content()).not.toContain('What helps is one friend');
  await untilSettled(page);
  await key(page, 'e');
  await expectBoard(board, 'pressure-and-who-can-help');
  await key(page, '?');
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
  await key(page, 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await turnTo(board, QUESTION, () => onward(page));
  await key(page, 'a');
  await expect(page.getByRole('heading', { name: /Poll is open/ })).toBeVisible();
  await key(page, 'u');
  await countHands(page, COUNTS);
  await closePoll(page);
  await expect(page.getByRole('button', { name: 'Show' })).toBeVisible({ timeout: 10_000 });
  await key(page, 's');
  await expect(board.locator('section.present')).toContainText('about half');

  await key(page, 'f');
  await expect(page.getByRole('dialog', { name: 'Finish the lesson?' })).toBeVisible();
  await pressTo(page, /^Finish the lesson/);
  await expect(heading(page, 'The lesson is finished')).toBeVisible();
});

test('Every button can be reached by Tab with its focus in sight, and a question is led by them alone', async ({
  page,
}) => {
  const board = await openLesson(page);
  for (const name of ['Pause', 'Carry on', 'Help slide', 'Help slide', 'Menu', 'Shortcuts']) {
    await pressTo(page, name);
    await untilSettled(page);
  }
  await pressTo(page, 'Back to the lesson');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await turnTo(board, QUESTION, () => onward(page));
  await pressTo(page, 'Ask the question');
  await expect(page.getByRole('heading', { name: /Poll is open/ })).toBeVisible();
  // WebKit says nothing of the focus in a window beside the one that has it; what is typed still replaces the number.
  await page.evaluate(() =>
    addEventListener('focus', (event) => event.stopImmediatePropagation(), true),
  );
  await pressTo(page, 'Count hands');
  await expect.poll(() => page.evaluate(() => `${getSelection()}`)).toBe('0');
  await countHands(page, COUNTS);
  await pressTo(page, 'Close poll');
  await pressTo(page, 'Close poll');
  await expect(page.getByRole('button', { name: 'Show' })).toBeVisible({ timeout: 10_000 });
  await pressTo(page, 'Show result');
  await expect(board.locator('section.present')).toContainText('about half');
});

test('Space on a button presses it, and turns no slide @thorough', async ({ page }) => {
  const board = await openLesson(page);
  await tabTo(page, 'Pause');
  await key(page, ' ');
  await expect(board.getByText('Pause and think')).toBeVisible();
  await untilSettled(page);
  await key(page, ' ');
  await expectBoard(board, 'pressure-and-who-can-help');
  await tabTo(page, 'Menu');
  await key(page, ' ');
  await tabTo(page, 'Shortcuts');
  await key(page, ' ');
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
  await key(page, ' ');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectBoard(board, 'pressure-and-who-can-help');
});

test('A pupil joins, answers, answers again, reads the help and leaves, by keys', async ({
  page,
}) => {
  const room = await openRoom(school, 20);
  await page.goto(school.pupils);
  await expect(page.getByLabel('Type the code on the board')).toBeFocused();
  await page.keyboard.type(room.code);
  await key(page, 'Enter');
  await expect(heading(page, 'You’re in')).toBeVisible();
  await room.take({ type: 'ask', question: 'how-much-pressure' });
  await expect(heading(page, 'What puts the most pressure on Sam?')).toBeFocused();
  await pressTo(page, /Being put to a test$/);
  await expect(heading(page, 'Your answer is in')).toBeFocused();
  await pressTo(page, 'Answer again');
  await expect(heading(page, 'What puts the most pressure on Sam?')).toBeFocused();
  await pressTo(page, /Being hurried$/);
  await expect(heading(page, 'Your answer is in')).toBeFocused();
  await pressTo(page, 'Help');
  await expect(
    page.getByText('Childline: chat on childline.org.uk, or call 0800 1111, free'),
  ).toBeVisible();
  await pressTo(page, 'Back');
  await expect(heading(page, 'Your answer is in')).toBeVisible();
  await pressTo(page, 'Leave this page');
  await expect(heading(page, 'You can close this page')).toBeVisible();
});
