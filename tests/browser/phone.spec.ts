import { writeFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { writeSchool } from '../../src/school/school.ts';
import { today } from '../../src/site/today.ts';
import { aSchool } from '../school/a-school.ts';
import { axeFindings } from './axe-findings.ts';
import { expectBoard, getReady, inMenu, key, pressStart, pressTwice, startBoard } from './lead.ts';
import { playFilmsSlowly } from './slow-film.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

const FIRST = 'pressure-and-who-can-help';
const QUESTION = 'question-how-much-pressure';
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  school = await openTaughtSchool('phone');
  letPhones(true);
});
test.afterAll(() => school.kill());

/** Turns the presenter on a phone on or off for the school. */
function letPhones(phones: boolean): void {
  const text = writeSchool({ ...aSchool(today()), termEnds: '', phones });
  writeFileSync(`${school.dataDir}/school.json`, text);
}

/** The presenter beside its board. */
async function teach(page: Page, ends = ''): Promise<Page> {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  await page.getByRole('radio', { name: '60 min' }).check();
  await page.getByLabel('School tablets').check();
  if (ends !== '') await page.getByLabel('Lesson ends at').fill(ends);
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await expectBoard(board, FIRST);
  await page.bringToFront();
  return board;
}

/** A phone that has joined by what the desk's dialog shows. */
async function joinPhone(desk: Page, browser: Browser): Promise<Page> {
  await inMenu(desk, 'Use a phone');
  const dialog = desk.getByRole('dialog', { name: 'Use a phone' });
  await dialog.getByRole('button', { name: /^Make a (?:new )?code/ }).click();
  const shown = dialog.locator('dd');
  await expect(shown).toHaveCount(3);
  const [address = '', code = '', words = ''] = await shown.allTextContents();
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const phone = await context.newPage();
  await phone.goto(address);
  await phone.getByLabel('Code').fill(code);
  await phone.getByLabel('Four words').fill(words);
  await phone.getByRole('button', { name: 'Join the lesson' }).tap();
  await expect(dialog.getByText('A phone is connected.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return phone;
}

const press = (phone: Page, name: string | RegExp) =>
  phone.getByRole('button', { name, exact: typeof name === 'string' });

/** Goes to a slide by the list on the phone. */
async function goTo(phone: Page, name: RegExp): Promise<void> {
  await press(phone, /^Slide \d/).tap();
  await phone.getByRole('list').getByRole('button', { name }).first().tap();
}

/** Waits until a second tap on the same control counts. */
const aBreath = (phone: Page) => phone.waitForTimeout(1_100);

test('[R43] [R44] a phone joins by code and words and leads a lesson: film, poll, pause, help, calm end', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await playFilmsSlowly(page.context());
  const board = await teach(page);
  const phone = await joinPhone(page, browser);
  await expect(press(phone, /^Slide 1/)).toBeVisible();
  await expect(phone.getByText('Say this first')).toBeVisible();
  await pressTwice(press(phone, 'Next'));
  // A double tap is one tap: to the slide to join by, which has no number.
  await expect(press(phone, 'Slides')).toBeVisible();
  await expect(board.locator('section.present')).not.toHaveAttribute('data-slide', FIRST);
  // The desk's own keys go on, and the phone follows.
  await key(page, 'ArrowLeft');
  await expect(press(phone, /^Slide 1/)).toBeVisible();
  expect(await axeFindings(phone)).toEqual([]);

  await goTo(phone, /The film starts here/);
  await expectBoard(board, 'film-1');
  await press(phone, 'Play the film').tap();
  await expect(board.locator('.film')).toBeVisible();
  await expect(phone.getByText('The film is playing')).toBeVisible();
  // What would be left is asked about in sight, however far the list is scrolled.
  await press(phone, /^Slide \d/).tap();
  await phone
    .getByRole('list')
    .getByRole('button', { name: /What puts the most pressure/ })
    .first()
    .tap();
  await expect(phone.getByText('The film is playing. Leave it and go on?')).toBeInViewport();
  await press(phone, 'Stay here').tap();
  await press(phone, 'Close').tap();
  await aBreath(phone);
  await press(phone, 'Pause the film').tap();
  await expect(press(phone, 'Play the film')).toBeVisible();
  await expectBoard(board, 'film-1');

  await goTo(phone, /What puts the most pressure/);
  await expectBoard(board, QUESTION);
  await aBreath(phone);
  await press(phone, 'Ask the question').tap();
  await expect(phone.getByText('Fewer than 5 answers in.')).toBeVisible();
  await aBreath(phone);
  // The one that closes lies where the first tap was not.
  const place = await press(phone, 'Close poll').boundingBox();
  await pressTwice(press(phone, 'Close poll'));
  const keep = await press(phone, 'Keep open').boundingBox();
  expect([keep?.x, keep?.width]).toEqual([place?.x, place?.width]);
  await expect(phone.getByRole('group', { name: 'Close the poll?' })).toBeVisible();
  expect(await axeFindings(phone)).toEqual([]);
  await aBreath(phone);
  await press(phone, 'Close poll').press('Enter');
  await expect(press(phone, /^(?:Closing…|Talk in pairs)$/)).toBeFocused();
  await expect(press(phone, 'Talk in pairs')).toBeVisible({ timeout: 15_000 });
  await aBreath(phone);
  await press(phone, 'Talk in pairs').tap();
  await expect(press(phone, 'Next')).toBeVisible();

  await pressTwice(press(phone, 'Pause'));
  await expect(board.getByRole('heading', { name: 'Pause and think' })).toBeVisible();
  await expect(press(phone, 'Carry on')).toBeVisible();
  await expect(press(phone, 'Back')).toHaveAttribute('aria-disabled', 'true');
  await aBreath(phone);
  await press(phone, 'Carry on').tap();
  await expectBoard(board, QUESTION);
  await aBreath(phone);
  await press(phone, 'Help slide').tap();
  await expect(board.getByText('Childline').first()).toBeVisible();
  await expect(phone.getByText('The help slide is on the board')).toBeVisible();
  await aBreath(phone);
  await press(phone, 'Help slide').tap();
  await expectBoard(board, QUESTION);
  await aBreath(phone);
  await pressTwice(press(phone, 'End calmly'));
  await expect(phone.getByText('Ending calmly')).toBeVisible();
  // As at the desk: what is left is the end, or the slide again.
  await expect(press(phone, 'Back to the slide')).toBeVisible();
  await expect(phone.getByText(/^Next: /)).toHaveCount(0);
  await expect(board.getByText('Childline').first()).toBeVisible();
  await press(phone, 'Finish lesson').tap();
  await expect(phone.getByText('Finish the lesson on the laptop.')).toBeVisible();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Finish/ })
    .click();
  await expect(phone.getByLabel('Code')).toBeVisible();
  await expect(phone.getByText('The lesson is finished.')).toBeVisible();
  await phone.context().close();
});

test('[R44] what the phone says pauses the board, and a phone that lost its way comes back by itself @thorough', async ({
  page,
  browser,
}) => {
  const board = await teach(page);
  const phone = await joinPhone(page, browser);
  await press(phone, 'If someone tells you').tap();
  await expect(phone.getByText(/Thank you. I want to hear this properly/)).toBeVisible();
  await expect(phone.getByText('The board is paused.')).toBeVisible();
  await expect(board.getByRole('heading', { name: 'Pause and think' })).toBeVisible();
  expect(await axeFindings(phone)).toEqual([]);
  await press(phone, 'Back to the lesson').tap();
  await aBreath(phone);
  await press(phone, 'Carry on').tap();
  await expectBoard(board, FIRST);

  // Taken up again, it asks at once, and is not called lost before that fails.
  const isCalledLost = await phone.evaluate(async () => {
    let isLost = false;
    const look = () => (isLost ||= document.body.innerText.includes('Connection lost'));
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      characterData: true,
      childList: true,
    });
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    return isLost;
  });
  expect(isCalledLost).toBe(false);

  await phone.context().setOffline(true);
  await phone.evaluate(() => dispatchEvent(new Event('online')));
  await expect(phone.getByText('Connection lost. Reconnecting…')).toBeVisible();
  await expect(press(phone, 'Next')).toHaveAttribute('aria-disabled', 'true');
  // What to say is there without a line, says what the board is, and pauses it when it can.
  await press(phone, 'If someone tells you').tap();
  await expect(
    phone.getByText('The board is not paused. Connection lost. Reconnecting…'),
  ).toBeVisible();
  await phone.context().setOffline(false);
  await expect(phone.getByText('The board is not paused.', { exact: true })).toBeVisible();
  await press(phone, 'Pause the board').tap();
  await expect(board.getByRole('heading', { name: 'Pause and think' })).toBeVisible();
  await expect(press(phone, 'Pause the board')).toHaveCount(0);
  await press(phone, 'Back to the lesson').tap();
  await aBreath(phone);
  await press(phone, 'Carry on').tap();
  await expectBoard(board, FIRST);

  await phone.context().setOffline(true);
  await phone.evaluate(() => dispatchEvent(new Event('online')));
  await expect(phone.getByText('Connection lost. Reconnecting…')).toBeVisible();
  await key(page, 'ArrowRight');
  await phone.context().setOffline(false);
  await expect(press(phone, 'Slides')).toBeVisible({ timeout: 15_000 });
  await expect(press(phone, 'Next')).not.toHaveAttribute('aria-disabled', 'true');

  // Loaded again, on either side, it goes on.
  await phone.reload();
  await expect(press(phone, 'Slides')).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(press(phone, 'Next')).not.toHaveAttribute('aria-disabled', 'true');
  await aBreath(phone);
  await press(phone, 'Next').tap();
  await expect(press(phone, /^Slide 2/)).toBeVisible({ timeout: 15_000 });

  await inMenu(page, 'Use a phone');
  const dialog = page.getByRole('dialog', { name: 'Use a phone' });
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Disconnect the phone' }).click();
  await expect(phone.getByText('This phone is not connected any more.')).toBeVisible();
  await expect(phone.getByLabel('Code')).toBeFocused();
  expect(await axeFindings(phone)).toEqual([]);
  await phone.context().close();
});

test('[R43] under the pause its code is out of sight, on the only screen and while it is off it is not offered', async ({
  page,
}) => {
  await teach(page);
  await inMenu(page, 'Use a phone');
  const dialog = page.getByRole('dialog', { name: 'Use a phone' });
  await dialog.getByRole('button', { name: 'Make a code' }).click();
  await expect(dialog.getByText('Four words')).toBeVisible();
  await key(page, 'Control+b');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await expect(press(page, 'Use a phone')).toHaveCount(0);
  await key(page, 'Escape');
  await aBreath(page);
  await key(page, 'Control+b');
  await expect(dialog).toBeVisible();
  await key(page, 'Escape');
  await key(page, 'w');
  await page.getByRole('button', { name: /^Only this one/ }).click();
  await expect(page.getByText('Use a phone')).toHaveCount(0);

  letPhones(false);
  try {
    // A presenter that is being left saves where its lesson is: the browser forgets it on another page.
    await page.goto(`${school.staff}help/`);
    await page.evaluate(() => localStorage.clear());
    expect((await page.request.get(`${school.staff}phone/`)).status()).toBe(404);
    await teach(page);
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await expect(press(page, 'Shortcuts')).toBeVisible();
    await expect(press(page, 'Use a phone')).toHaveCount(0);
  } finally {
    letPhones(true);
  }
});

test('[R43] the school turns it on in its settings, by keyboard, where one plain line says whose phone it is for', async ({
  page,
}) => {
  letPhones(false);
  await page.goto(`${school.staff}school/`);
  const tick = page.getByRole('checkbox', { name: 'Staff may use one beside the laptop' });
  await expect(tick).not.toBeChecked();
  await expect(page.getByText('For a phone or tablet that belongs to the school.')).toBeVisible();
  await tick.focus();
  await key(page, 'Space');
  await expect(page.getByText('Saved.')).toBeVisible();
  expect((await page.request.get(`${school.staff}phone/`)).status()).toBe(200);
});

test('[R43] where several programs share the lessons, settings and desk say why no phone can be used @thorough', async ({
  page,
}) => {
  letPhones(true);
  const why = page.getByText('several programs share the lessons (VALKEY_URL)');
  await page.route(/\/(?:school|present\/[\w-]+)\/$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      'name="wholeclass-phones" content=""',
      'name="wholeclass-phones" content="none"',
    );
    await route.fulfill({ response, body });
  });
  await page.goto(`${school.staff}school/`);
  await expect(why).toBeVisible();
  await expect(page.getByLabel('Staff may use one beside the laptop')).toHaveCount(0);
  await teach(page);
  await inMenu(page, 'Use a phone');
  await expect(page.getByRole('dialog', { name: 'Use a phone' }).locator(why)).toBeVisible();
  await expect(press(page, 'Make a code')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
});

test('the phone fits upright, on its side, on a tablet and with letters twice as large, and its picture and chip give way first @thorough', async ({
  page,
  browser,
}) => {
  await page.clock.setSystemTime(new Date().setHours(10, 0));
  await teach(page, '11:00');
  const phone = await joinPhone(page, browser);
  await expect(phone.getByText('On time')).toBeVisible();
  const sizes = [
    [390, 844],
    [844, 390],
    [820, 1180],
    [195, 422],
  ] as const;
  for (const [width, height] of sizes) {
    await phone.setViewportSize({ width, height });
    for (const name of ['Next', 'Back', 'Help slide', 'End calmly', 'Pause']) {
      await expect(press(phone, name)).toBeInViewport({ ratio: 1 });
      const box = await press(phone, name).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    const larger = await press(phone, /Larger notes/).boundingBox();
    expect((larger?.x ?? width) + (larger?.width ?? 0)).toBeLessThanOrEqual(width);
    const over = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([width, over]).toEqual([width, 0]);
  }
  await phone.setViewportSize({ width: 390, height: 844 });
  const chip = await phone.locator('.hand__pace').boundingBox();
  const list = await press(phone, /^Slide 1/).boundingBox();
  // Each in one line.
  expect(Math.max(chip?.height ?? 99, list?.height ?? 99)).toBeLessThan(50);
  await phone.setViewportSize({ width: 195, height: 422 });
  await expect(phone.locator('.seen__frame')).toBeHidden();
  await expect(phone.getByText('On time')).toBeHidden();
  await phone.setViewportSize({ width: 320, height: 640 });
  await expect(phone.locator('.seen__frame')).toBeVisible();
  await phone.context().close();
});
