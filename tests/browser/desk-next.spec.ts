import { expect, test, type Page } from '@playwright/test';
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
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

const FIRST = 'pressure-and-who-can-help';
const QUESTION = 'question-how-much-pressure';
const SAFE = [/^Help slide/, /^If someone tells you/, /^End calmly/] as const;
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  school = await openTaughtSchool('desk-next');
});
test.afterAll(() => school.kill());

/** The presenter beside its board, with tablets; the lesson ends in so many minutes, where that is said. */
async function teach(page: Page, minutes: number | null = null, version = '60 min'): Promise<Page> {
  // In the morning: a lesson that ends past midnight has no end to type.
  if (minutes !== null) await page.clock.setSystemTime(new Date().setHours(10, 0));
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  await page.getByRole('radio', { name: version }).check();
  await page.getByLabel('School tablets').check();
  if (minutes !== null) {
    const end = new Date(new Date().setHours(10, minutes));
    const typed = end.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    await page.getByLabel('Lesson ends at').fill(typed);
  }
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await expectBoard(board, FIRST);
  await page.bringToFront();
  return board;
}

const bar = (page: Page) => page.getByRole('navigation', { name: 'The lesson' });
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });

/** Goes to a slide by its number, from the keyboard. */
async function find(page: Page, typed: string): Promise<void> {
  await key(page, 'g');
  await expect(page.getByRole('dialog', { name: 'Find a slide' })).toBeVisible();
  await page.keyboard.type(typed);
  await key(page, 'Enter');
}

test('[TW10] Space leads a question as the main button says, and closing it twice in a moment closes nothing @thorough', async ({
  page,
}) => {
  const board = await teach(page);
  await find(page, 'most pressure');
  await expectBoard(board, QUESTION);
  const main = (name: string) => bar(page).getByRole('button', { name, exact: true });
  await expect(main('Ask the question')).toBeVisible();
  await key(page, 'Space');
  await expect(page.getByRole('heading', { name: /Poll is open/ })).toBeVisible();
  // By mouse the second press keeps it open, by key it does nothing.
  await pressTwice(main('Close poll'));
  await expect(main('Close poll')).toBeVisible();
  await expect(main('Keep open')).toHaveCount(0);
  const place = await main('Close poll').boundingBox();
  await key(page, 'c');
  await key(page, 'c');
  for (const one of ['Space', 'PageDown']) await key(page, one);
  await expect(main('Keep open')).toBeVisible();
  const keep = await main('Keep open').boundingBox();
  expect([keep?.x, keep?.width]).toEqual([place?.x, place?.width]);
  expect(await axeFindings(page)).toEqual([]);
  await expect(page.locator('#said')).toContainText('Close the poll? No more answers after that.');
  await key(page, 'Escape');
  await expect(page.getByRole('heading', { name: /Poll is open/ })).toBeVisible();
  await main('Close poll').click();
  await main('Close poll').click();
  await expect(main('Talk in pairs')).toBeVisible({ timeout: 15_000 });
  // The second of a double click does not leave the slide that has just got its result.
  await pressTwice(main('Talk in pairs'));
  await expect(page.getByRole('button', { name: 'Hide result' })).toBeVisible();
  await expectBoard(board, QUESTION);
  await expect(main('Next')).toBeVisible();
});

test('The four safety buttons have one place and one order in every state of the bar @thorough', async ({
  page,
}) => {
  await teach(page);
  const boxes = () =>
    Promise.all(
      [...SAFE, /^(Pause|Carry on)$/].map((name) =>
        bar(page).getByRole('button', { name }).boundingBox(),
      ),
    );
  const places = await boxes();
  expect(places.map((box) => box?.x ?? 0)).toEqual(
    places.map((box) => box?.x ?? 0).toSorted((a, b) => a - b),
  );
  const expectPlaces = async () => expect(await boxes()).toEqual(places);
  for (const one of ['b', 'b', 'h', 'h', 'e', 'e']) {
    await key(page, one);
    await untilSettled(page);
    await expectPlaces();
  }
  await find(page, 'the film starts');
  await expect(bar(page).getByRole('button', { name: 'Play the film' })).toBeVisible();
  await expectPlaces();
  await find(page, 'most pressure');
  await key(page, 'a');
  await expect(bar(page).getByRole('button', { name: 'Close poll' })).toBeVisible();
  await expectPlaces();
  await key(page, 'c');
  await expect(bar(page).getByRole('button', { name: 'Keep open' })).toBeVisible();
  await expectPlaces();
});

test('[TW8] Any slide is a press away in the row of slides, by mouse and by keyboard, and leaving an open question asks @thorough', async ({
  page,
}) => {
  const board = await teach(page);
  const row = page.getByRole('listbox', { name: 'Slides, to go to' });
  await expect(option(page, /^1 /)).toHaveAttribute('aria-selected', 'true');
  await option(page, /^4 /).click();
  await expectBoard(board, 'who-can-help');
  // A click leaves Space and the arrows to the lesson.
  await key(page, 'ArrowLeft');
  await expectBoard(board, 'what-we-agree');
  await row.focus();
  await key(page, 'ArrowRight');
  await key(page, 'ArrowRight');
  await expectBoard(board, 'what-we-agree');
  await key(page, 'Enter');
  await expect(option(page, /^5 /)).toHaveAttribute('aria-selected', 'true');
  await row.blur();
  await find(page, 'most pressure');
  await expectBoard(board, QUESTION);
  await expect(option(page, /What puts the most pressure/)).toBeInViewport({ ratio: 1 });
  await key(page, 'a');
  await expect(page.getByRole('heading', { name: /Poll is open/ })).toBeVisible();
  await option(page, /^Stop 11 /).click();
  const asks = page.getByRole('dialog', { name: 'Go to slide 11?' });
  await expect(asks).toContainText('stays open until you close it');
  expect(await axeFindings(page)).toEqual([]);
  await key(page, 'Escape');
  await expectBoard(board, QUESTION);
  await option(page, /^Stop 11 /).click();
  await asks.getByRole('button', { name: 'Go to slide 11' }).click();
  await expectBoard(board, 'stop-the-pressure');
  // Under a cover the row leads nowhere.
  await key(page, 'h');
  await option(page, /^Stop 9 /).click({ force: true });
  await untilSettled(page);
  await key(page, 'h');
  await expectBoard(board, 'stop-the-pressure');
});

test('Notes begin with the question as the largest text, larger ones are remembered, and what folds is never cut @thorough', async ({
  page,
}) => {
  await teach(page);
  await find(page, 'most pressure');
  const notes = page.getByRole('region', { name: 'Your notes' });
  await expect(notes).toContainText('Notes for the 60-minute version');
  await expect(notes.locator('.notes__first')).toHaveText('What puts the most pressure on Sam?');
  const sizes = () =>
    notes.evaluate((card) =>
      ['.notes__first', '.notes__rest'].map((one) =>
        parseFloat(getComputedStyle(card.querySelector(one) ?? card).fontSize),
      ),
    );
  expect((await sizes()).map(Math.round)).toEqual([40, 22]);
  await expect(notes.getByText('How does it sound now?')).toBeHidden();
  // What comes after it folds as well.
  await expect(notes.getByText('Without a film,')).toBeHidden();
  await notes.locator('summary', { hasText: /^Listen for “It’s only words/ }).click();
  await expect(notes.getByText('How does it sound now?')).toBeVisible();
  await expect(notes.getByText('Without a film,')).toBeVisible();
  await notes.getByText('If someone looks upset', { exact: true }).click();
  await expect(notes.getByText('go over quietly')).toBeInViewport({ ratio: 1 });
  await expect(notes.getByText('How does it sound now?')).toBeHidden();
  await notes.getByRole('button', { name: 'Larger notes' }).click();
  expect((await sizes())[0]).toBeCloseTo(46, 0);
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  await expect(notes.locator('.notes__first')).toBeVisible();
  expect((await sizes())[0]).toBeCloseTo(46, 0);
});

test('[TW6] Behind time one press skips a part that may go, in the usual version too, says so, and brings it back while still behind and near the bell; under the pause it cannot be pressed (R40) @thorough', async ({
  page,
}) => {
  await teach(page, 36, '50 min');
  const skip = page.getByRole('button', {
    name: /min behind: skip “Nobody asked for it” \(5 min\)/,
  });
  await expect(skip).toBeVisible();
  const slides = await option(page, /./).allInnerTexts();
  await skip.press('Enter');
  await expect(option(page, /Zoe sends one|Ravi: each worry|What Ravi did next/)).toHaveCount(0);
  await expect(option(page, /./)).toHaveCount(slides.length - 3);
  await expect(page.getByRole('status').filter({ hasText: /^Skipped “Nobody asked/ })).toHaveCount(
    1,
  );
  await expect(page.getByText(/^\d+ min behind$/)).toBeVisible();
  const undo = page.getByRole('button', { name: /^Undo: skipped “/ });
  await expect(undo).toBeFocused();
  // At 200 % the top bar stays one line.
  await page.setViewportSize({ width: 683, height: 320 });
  expect((await page.locator('.top').boundingBox())?.height).toBeLessThan(60);
  await page.setViewportSize({ width: 1366, height: 641 });
  await key(page, 'b');
  await expect(page.getByRole('heading', { name: 'The board is paused' })).toBeVisible();
  await expect(undo).toHaveCount(0);
  await expect(page.getByText(/^\d+ min behind$/)).toBeVisible();
  await untilSettled(page);
  await key(page, 'b');
  await undo.press('Enter');
  await expect(skip).toBeFocused();
  expect(await option(page, /./).allInnerTexts()).toEqual(slides);
  await skip.press('Enter');
  await page.clock.setSystemTime(new Date().setHours(10, 30));
  await expect(page.getByText('6 min to the bell: end calmly')).toBeInViewport({ ratio: 1 });
  await expect(undo).toBeInViewport({ ratio: 1 });
  expect((await page.locator('.top').boundingBox())?.height).toBeLessThan(70);
  await undo.press('Enter');
  expect(await option(page, /./).allInnerTexts()).toEqual(slides);
  await page.clock.setSystemTime(new Date().setHours(10, 56));
  await expect(page.locator('.top__clock')).toHaveText('20 min over bell was 10:36');
  await expect(page.getByText('Past the bell: end calmly')).toBeInViewport({ ratio: 1 });
});

test('[TW9] The film is seen small while it plays, and no frame of it is left at its stop (M5) @thorough', async ({
  page,
}) => {
  const board = await teach(page);
  await find(page, 'the film starts');
  await expectBoard(board, 'film-1');
  await key(page, 'Space');
  const small = page.locator('.now video');
  await expect(small).toBeVisible();
  expect(await small.evaluate((film: HTMLVideoElement) => film.muted)).toBe(true);
  await expect(page.getByText('Playing on the board')).toBeVisible();
  await expectBoard(board, 'stop-before-the-ask', 30_000);
  await expect(small).toHaveCount(0);
});

test('What must be done is an alert, and looks unlike a warning, a hint and what is done @thorough', async ({
  page,
}) => {
  const board = await teach(page);
  // Loaded again, the board shows its button until that is pressed.
  const title = page.locator('.now .panel-title b');
  await expect(title).toHaveText('On the board');
  await board.reload();
  await expect(title).toHaveText('Not on the board');
  await expect(page.locator('.notice--info')).toContainText('press “Start the board”');
  await startBoard(board);
  await expect(title).toHaveText('On the board');
  await board.close();
  const alert = page.getByRole('alert');
  await expect(alert).toHaveText(/Act now: The board is not open/, { timeout: 20_000 });
  await expect(page.locator('.notice--error')).toHaveCount(1);
  await expect(page.locator('#said')).not.toContainText('not open');
});

test('Where the second screen goes in a lesson, the desk says that pupils may see the notes, until it is back or one window is used', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(screen, 'isExtended', { configurable: true, value: true });
  });
  await teach(page);
  const setScreens = (isExtended: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(screen, 'isExtended', { configurable: true, value });
      EventTarget.prototype.dispatchEvent.call(screen, new Event('change'));
    }, isExtended);
  const alert = page.getByRole('alert');
  await expect(alert).toHaveCount(0);
  await setScreens(false);
  await expect(alert).toContainText('One screen now: pupils may see your notes.');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Only I see it' }).click();
  await expect(alert).toHaveCount(0);
  await setScreens(true);
  await setScreens(false);
  await expect(alert).toHaveCount(1);
  await setScreens(true);
  await expect(alert).toHaveCount(0);
  await setScreens(false);
  await page.getByRole('button', { name: 'Use one window' }).click();
  await page.getByRole('button', { name: /^Only this one/ }).click();
  await expect(page.locator('.notes')).toHaveCount(0);
  await expect(alert).toHaveCount(0);
});

test('In one window D only pauses the board, pressed again leaves it paused, and nothing names who may tell', async ({
  page,
}) => {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  await pressStart(page, 'one');
  await expectBoard(page, FIRST);
  const board = page.getByRole('navigation', { name: 'The board' });
  const names = await board.locator('.safety button').allInnerTexts();
  expect(names.map((name) => name.split('\n')[0])).toEqual(['Help slide', 'End calmly', 'Pause']);
  await key(page, 'd');
  await expect(page.getByText('Pause and think')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await untilSettled(page);
  await key(page, 'd');
  await expect(page.getByText('Pause and think')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await turnTo(page, 'what-we-agree', async () => {
    await key(page, 'b');
    await untilSettled(page);
    await key(page, 'ArrowRight');
  });
});

test('The desk is made dark by its menu on a light device, is so after a reload, and can be read; the slides keep their colours @thorough', async ({
  page,
}) => {
  const groundOf = (one: Page) =>
    one.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'));
  const ground = () => groundOf(page);
  const slide = () =>
    page
      .locator('.now .slide')
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor);
  const board = await teach(page);
  const [light, shown] = [await ground(), await slide()];
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Dark desk' }).click();
  await expect.poll(ground).not.toBe(light);
  expect(await slide()).toBe(shown);
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('.notes__first')).toBeVisible();
  expect(await ground()).not.toBe(light);
  expect(await groundOf(board)).toBe(light);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Light desk' }).click();
  await expect.poll(ground).toBe(light);
});
