import { expect, test, type Locator, type Page } from '@playwright/test';
import { countHands, getReady, key, startBoard, turnTo, pressStart, untilSettled } from './lead.ts';
import { openTaughtSchool, sitDown, writeHomeWith, type TaughtSchool } from './taught-school.ts';

const LAPTOP = { width: 1366, height: 641 };
/** One question of each kind, and an answer to it. */
const QUESTIONS = [
  ['how-much', 'c'],
  ['who-can-help', 'a,b'],
  ['how-hard', '4'],
  ['what-happens', 'a,b,c,d'],
  ['only-strangers', 'a'],
] as const;
const PUPILS = 12;
const SAFE = [/^Help slide/, /^If someone tells you/, /^End calmly/, /^Pause/] as const;
let school: TaughtSchool;

test.use({ viewport: LAPTOP });
test.beforeAll(async () => {
  school = await openTaughtSchool('desk-fits', writeHomeWith('kinds-lesson'));
});
test.afterAll(() => school.kill());

/** What can be pressed in the card of the poll is in sight, whole, and under nothing. */
async function expectInSight(card: Locator, names: readonly RegExp[]): Promise<void> {
  for (const name of names) {
    const button = card.getByRole('button', { name });
    await expect(button).toBeInViewport({ ratio: 1, timeout: 15_000 });
    await button.click({ trial: true });
  }
}

/** A lesson with tablets that is near its end. */
async function openLesson(page: Page): Promise<Page> {
  // In the morning: a lesson that ends past midnight has no end to type.
  await page.clock.setSystemTime(new Date().setHours(10, 0));
  await page.goto(`${school.staff}present/kinds-lesson/`);
  await getReady(page);
  await page.getByLabel('School tablets').check();
  await page.getByLabel('Lesson ends at').fill('10:06');
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  return board;
}

test('At 1366 by 641 with two notices, all that the desk asks about any kind of question can be answered without scrolling @thorough', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const board = await openLesson(page);
  const card = page.getByRole('region', { name: 'Poll' });
  const bar = page.getByRole('navigation', { name: 'The lesson' });
  await turnTo(board, 'question-how-much', () => key(page, 'ArrowRight'));
  await key(page, 'a');
  const panel = board.locator('section.present');
  await expect(panel).toContainText(/[B-Z]{3} \d{3}/);
  const code = /[B-Z]{3} \d{3}/.exec(await panel.innerText())?.[0].replace(' ', '') ?? '';
  const pupils = await Promise.all(Array.from({ length: PUPILS }, () => sitDown(school, code)));
  const second = await page.context().newPage();
  await second.goto(board.url());
  await page.bringToFront();
  await expect(page.locator('.notice')).toHaveText([/open in two windows/, /seats were taken/]);
  for (const [id, answer] of QUESTIONS) {
    if (id !== 'how-much') {
      await turnTo(board, `question-${id}`, () => key(page, 'ArrowRight'));
      await key(page, 'a');
    }
    await expect(page.getByRole('heading', { name: /Poll is open/ })).toBeVisible();
    await expectInSight(bar, [/^Close poll/, ...SAFE]);
    await expectInSight(card, [/^Count hands/, /^Next/]);
    await Promise.all(pupils.map((one) => one.vote(id, answer)));
    await key(page, 'c');
    await expectInSight(bar, [/^Close poll/, /^Keep open/, ...SAFE]);
    await untilSettled(page);
    await key(page, 'c');
    await expectInSight(bar, [/^Show result/, ...SAFE]);
    await expectInSight(card, [/^Ask again/, /^Discard answers/]);
    await key(page, 's');
    await expectInSight(bar, [/^Next/, ...SAFE]);
    await expectInSight(card, [/^Hide result/, /^Ask again/]);
    await expect(page.locator('.notice')).toHaveCount(2);
    await expect(page.getByText('min to the bell: end calmly')).toBeVisible();
  }
});

test('From 1024 to 1366 pixels Help, the words for someone who tells, End calmly and Pause are whole in sight, while closing asks and under an open menu too, and the rail of the lesson is in the middle of its bar', async ({
  page,
}) => {
  const board = await openLesson(page);
  const bar = page.getByRole('navigation', { name: 'The lesson' });
  const widths = [1366, 1300, 1280, 1024];
  const expectAll = async (names: readonly RegExp[]) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 768 });
      await expectInSight(bar, [...names, ...SAFE]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  };
  const [top, rail] = await Promise.all(
    ['.top', '.rail__block'].map((one) => page.locator(one).first().boundingBox()),
  );
  const middle = (box: typeof top) => (box?.y ?? 0) + (box?.height ?? 0) / 2;
  expect(Math.abs(middle(top) - middle(rail ?? null))).toBeLessThan(3);
  await turnTo(board, 'question-how-much', () => key(page, 'ArrowRight'));
  await expectAll([/^Ask the question/]);
  await key(page, 'a');
  await expect(bar.getByRole('button', { name: /^Close poll/ })).toBeEnabled();
  await key(page, 'c');
  await expectAll([/^Keep open/, /^Close poll/]);
  await key(page, 'Escape');
  await page.setViewportSize(LAPTOP);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Finish lesson/ })).toBeVisible();
  await expectInSight(bar, [/^Close poll/, ...SAFE]);
});

test('At 200 % with a warning the question to ask and the main button are in sight, and one line leads to all of the warning @thorough', async ({
  page,
}) => {
  const board = await openLesson(page);
  await turnTo(board, 'question-how-much', () => key(page, 'ArrowRight'));
  await page.setViewportSize({ width: 683, height: 320 });
  const bar = page.getByRole('navigation', { name: 'The lesson' });
  const question = page.locator('.notes__first');
  const expectInPlace = async () => {
    for (const name of [/^Ask the question/, ...SAFE]) {
      await expect(bar.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    }
    await expect(question).toBeInViewport({ ratio: 1 });
    const [above, below] = await Promise.all([question.boundingBox(), bar.boundingBox()]);
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  };
  await expectInPlace();
  const second = await page.context().newPage();
  await second.goto(board.url());
  await page.bringToFront();
  const line = page.getByRole('button', { name: /^Watch out: The board is open in two windows/ });
  await expect(line).toBeInViewport({ ratio: 1 });
  await expectInPlace();
  await key(page, 'Tab');
  await line.press('Enter');
  await expect(page.locator('.notices > .notice--warning')).toBeInViewport({ ratio: 1 });
  await page.setViewportSize(LAPTOP);
  await expect(line).toBeHidden();
});

test('In one window at 1366 by 641 the bar of a question is one row, from before it is asked until its result is hidden again @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}present/kinds-lesson/`);
  await getReady(page);
  await page.getByLabel('School tablets').check();
  await pressStart(page, 'one');
  const bar = page.getByRole('navigation', { name: 'The board' });
  const expectOneRow = async (names: readonly RegExp[]) => {
    await expectInSight(bar, [...names, /^Help slide/, /^End calmly/, /^Pause/]);
    expect((await bar.boundingBox())?.height).toBeLessThan(72);
  };
  await expectOneRow([/^Next/, /^Screens/]);
  await turnTo(page, 'question-how-much', () => key(page, 'ArrowRight'));
  await expectOneRow([/^Ask the question/, /^Count hands/, /^Next/, /^How to join/]);
  await key(page, 'a');
  await expectOneRow([/^Close poll/, /^Count hands/, /^Next/, /^How to join/]);
  await key(page, 'c');
  await expectOneRow([/^Close poll/, /^Keep open/]);
  await untilSettled(page);
  await key(page, 'c');
  await expectOneRow([/^Talk in pairs/, /^Ask again/, /^Discard answers/, /^Next/]);
  await expect(bar.getByRole('button', { name: 'How to join' })).toHaveCount(0);
  await key(page, 's');
  await expectOneRow([/^Next/, /^Ask again/]);
  await key(page, 'e');
  await expectOneRow([/^Back to the slide/, /^Finish lesson/]);
  await expect(bar.getByText('The ending is in your printed notes.')).toBeVisible();
  await expect(bar.getByRole('button')).toHaveCount(5);
});

test('Counting hands again opens on the number, selected: Enter saves it as it is, and digits replace it @thorough', async ({
  page,
}) => {
  const board = await openLesson(page);
  await turnTo(board, 'question-how-much', () => key(page, 'ArrowRight'));
  await key(page, 'u');
  await countHands(page, {
    'Hands for A': 9,
    'Hands for B': 16,
    'Hands for C': 3,
    'Hands for D': 2,
  });
  await expect(page.getByText('30 hands counted.')).toBeVisible();
  // Again, by Enter alone.
  await key(page, 'u');
  for (const name of ['Hands for A', 'Hands for B', 'Hands for C', 'Hands for D']) {
    await expect(page.getByRole('spinbutton', { name, exact: true })).toBeFocused();
    await key(page, 'Enter');
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('30 hands counted.')).toBeVisible();
  // And again, with another number, and one taken off by a click, after which Enter takes off no more.
  await key(page, 'u');
  const first = page.getByRole('spinbutton', { name: 'Hands for A', exact: true });
  await expect(first).toBeFocused();
  await page.keyboard.type('12');
  await expect(first).toHaveValue('12');
  await page.getByRole('button', { name: 'One fewer' }).click();
  for (const name of ['Hands for A', 'Hands for B', 'Hands for C', 'Hands for D']) {
    await expect(page.getByRole('spinbutton', { name, exact: true })).toBeFocused();
    await key(page, 'Enter');
  }
  // More than there are pupils: it is asked once, and Enter counts again.
  const asks = page.getByText('That is 2 more than your 30 pupils. Save it all the same?');
  await expect(asks).toBeVisible();
  await expect(page.getByRole('button', { name: 'Count again' })).toBeFocused();
  await key(page, 'Enter');
  await expect(first).toBeFocused();
  for (const name of ['Hands for A', 'Hands for B', 'Hands for C', 'Hands for D']) {
    await expect(page.getByRole('spinbutton', { name, exact: true })).toBeFocused();
    await key(page, 'Enter');
  }
  await page.getByRole('button', { name: 'Save it all the same' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('32 hands counted.')).toBeVisible();
});
