import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { JOIN } from '../../src/outputs/board/joining.ts';
import { readQr } from '../read-qr.ts';
import { chosenOf } from '../thorough.ts';
import { axeFindings, colourFindings } from './axe-findings.ts';
import { heading, press } from './join-page.ts';
import {
  expectBoard,
  getReady,
  goTo,
  inMenu,
  key,
  onward,
  pressStart,
  startBoard,
  turnTo,
  untilSettled,
} from './lead.ts';
import { LESSON, openTaughtSchool, sitDown, type TaughtSchool } from './taught-school.ts';

const FIRST = 'question-how-much-pressure';

let school: TaughtSchool;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  school = await openTaughtSchool('joining');
});
test.afterAll(() => school.kill());

type Lesson = { readonly presenter: Page; readonly board: Page };

/** The presenter and a board of its own on the first slide, with tablets or with hands. */
async function present(context: BrowserContext, answers: 'tablets' | 'hands'): Promise<Lesson> {
  const presenter = await context.newPage();
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await getReady(presenter);
  if (answers === 'tablets') await presenter.getByLabel('School tablets').check();
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await board.setViewportSize({ width: 1280, height: 720 });
  await startBoard(board);
  return { presenter, board };
}

const slideOn = (board: Page) => board.locator('section.present');

async function codeOn(board: Page): Promise<string> {
  await expect(slideOn(board)).toContainText(/[B-Z]{3} \d{3}/);
  return (/[B-Z]{3} \d{3}/.exec(await slideOn(board).innerText())?.[0] ?? '').replace(' ', '');
}

/** What a camera reads in the picture of the board, and how wide it is there, in pixels. */
async function scan(browser: Browser, board: Page): Promise<{ text: string; width: number }> {
  const picture = slideOn(board).locator('svg.qr');
  await expect(picture).toBeVisible();
  const [box, size] = [
    await picture.boundingBox(),
    Number((await picture.getAttribute('viewBox'))?.split(' ')[2]),
  ];
  const shot = (await picture.screenshot()).toString('base64');
  const page = await browser.newPage();
  const rows = await page.evaluate(
    async ({ shot: bytes, size: modules }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${bytes}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), {
        width: image.width,
        height: image.height,
      });
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const isDark = (x: number, y: number) =>
        (context?.getImageData(x, y, 1, 1).data[0] ?? 255) < 128;
      const at = (n: number) => Math.floor(((n + 0.5) * image.width) / modules);
      return Array.from({ length: modules }, (_, y) =>
        Array.from({ length: modules }, (__, x) => isDark(at(x), at(y))),
      );
    },
    { shot, size },
  );
  await page.close();
  const quiet = rows.flatMap((row, y) =>
    row.filter((isDark, x) => isDark && [x, y].some((n) => n < 4 || n >= size - 4)),
  );
  expect(quiet).toEqual([]);
  return {
    text: readQr(size - 8, (x, y) => rows[y + 4]?.[x + 4] === true),
    width: box?.width ?? 0,
  };
}

test('[R50] a class joins from the slide before the first question: by address and code, or by a camera, and is counted in fives @thorough', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
  const { presenter, board } = await present(context, 'tablets');
  await key(presenter, 'ArrowRight');
  await expectBoard(board, JOIN);
  const on = slideOn(board);
  await expect(on).toContainText('Joining…');
  await expect(on).toContainText('You don’t give your name.');
  await expect(on).toContainText('School tablets');
  await expect(board.getByRole('heading', { name: 'Join in' })).toBeFocused();
  expect(await axeFindings(board)).toEqual([]);
  await expect(presenter.locator('.now')).toContainText('Slide to join by');
  await expect(presenter.getByRole('option', { name: /^Join Join in/ })).toBeVisible();

  const code = await codeOn(board);
  const { text, width } = await scan(browser, board);
  expect(text).toMatch(new RegExp(`^http://[\\w.]+:\\d+/#${code}$`));
  expect(width).toBeGreaterThanOrEqual(240);

  // Three pupils: one by what the camera read, two by typing.
  const tablets = await Promise.all(
    [0, 1, 2].map(async (n) => {
      const page = await (
        await browser.newContext({ viewport: { width: 820, height: 1180 } })
      ).newPage();
      await page.goto(n === 0 ? `${school.pupils}${new URL(text).hash}` : school.pupils);
      const field = page.getByLabel('Type the code on the board');
      if (n === 0) await expect(field).toHaveValue(`${code.slice(0, 3)} ${code.slice(3)}`);
      else await field.fill(code);
      await field.press('Enter');
      await expect(heading(page, 'You’re in')).toBeVisible();
      await expect(page.getByText('Questions come here by themselves.')).toBeVisible();
      return page;
    }),
  );
  await expect(on).toContainText('Joining…');
  await expect(presenter.locator('.aside')).toContainText('Joining…');
  await sitDown(school, code);
  await sitDown(school, code);
  await expect(on).toContainText('5+ joined');
  await expect(on).not.toContainText('Joining…');
  await expect(presenter.locator('.aside')).toContainText('5+ joined');
  // Only the count was drawn again: the place on the slide stays.
  await expect(board.getByRole('heading', { name: 'Join in' })).toBeFocused();
  expect(await axeFindings(board)).toEqual([]);

  await goTo(presenter, board, FIRST);
  await key(presenter, 'a');
  for (const page of tablets) {
    await expect(heading(page, 'What puts the most pressure on Sam?')).toBeFocused();
  }
  await Promise.all(tablets.map((page) => page.context().close()));
  await context.close();
});

test('[R50] how to join is shown over a slide by key and from the menu, and closes where the lesson was @thorough', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
  const { presenter, board } = await present(context, 'tablets');
  await turnTo(board, 'what-we-agree', () => onward(presenter));
  await key(presenter, 'j');
  await expectBoard(board, JOIN);
  const code = await codeOn(board);
  await expect(presenter.locator('.now')).toContainText('On the board: how to join');
  expect(await axeFindings(presenter)).toEqual([]);
  // A reload of either window comes back to it.
  await board.reload();
  await startBoard(board);
  await expectBoard(board, JOIN);
  expect(await codeOn(board)).toBe(code);
  await presenter.getByRole('button', { name: /^Back to the slide/ }).click();
  await expectBoard(board, 'what-we-agree');
  await untilSettled(presenter);
  await inMenu(presenter, /^Show how to join/);
  await expectBoard(board, JOIN);
  await untilSettled(presenter);
  await inMenu(presenter, /^Hide how to join/);
  await expectBoard(board, 'what-we-agree');
  await context.close();
});

test('in one window the bar shows how to join, too @thorough', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
  const presenter = await context.newPage();
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await getReady(presenter);
  await presenter.getByLabel('School tablets').check();
  await pressStart(presenter, 'one');
  const button = presenter.getByRole('button', { name: 'How to join' });
  await button.click();
  await expectBoard(presenter, JOIN);
  expect(await codeOn(presenter)).toMatch(/^[B-Z]{3}\d{3}$/);
  await presenter.getByRole('button', { name: /^Back to the slide/ }).click();
  await expectBoard(presenter, 'pressure-and-who-can-help');
  await context.close();
});

test('[R50] where hands are counted there is no slide to join by, and J does nothing @thorough', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
  const { presenter, board } = await present(context, 'hands');
  await key(presenter, 'ArrowRight');
  await expect(slideOn(board)).not.toHaveAttribute('data-slide', 'pressure-and-who-can-help');
  await expect(board.locator(`section[data-slide="${JOIN}"]`)).toHaveCount(0);
  const before = await slideOn(board).getAttribute('data-slide');
  await key(presenter, 'j');
  await key(presenter, 'ArrowRight');
  await expect(slideOn(board)).not.toHaveAttribute('data-slide', before ?? '');
  await context.close();
});

for (const [looks, colorScheme] of chosenOf(
  [
    ['light', 'light'],
    ['dark', 'dark'],
  ] as const,
  ([looks]) => looks === 'light',
)) {
  test(`[R51] a tablet that was left in the question box hears of a new question, and nothing typed is lost, in the ${looks} @thorough`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
    const { presenter, board } = await present(context, 'tablets');
    await key(presenter, 'j');
    const code = await codeOn(board);
    await key(presenter, 'j');
    const pupils = await browser.newContext({
      viewport: { width: 390, height: 844 },
      colorScheme,
    });
    const pupil = await pupils.newPage();
    await pupil.goto(`${school.pupils}#${code}`);
    await expect(pupil.getByLabel('Type the code on the board')).toBeFocused();
    expect(await axeFindings(pupil)).toEqual([]);
    await expect(pupil.getByLabel('Type the code on the board')).toBeFocused();
    await pupil.keyboard.press('Enter');
    await expect(heading(pupil, 'You’re in')).toBeVisible();
    await inMenu(presenter, /Open the question box/);
    await press(pupil, 'Question box');
    await pupil.getByRole('textbox').fill('Is it my fault if I sent it?');
    await untilSettled(presenter);
    await goTo(presenter, board, FIRST);
    await key(presenter, 'a');

    const bar = pupil.locator('.new');
    await expect(bar).toHaveText(/There is a new question\s*Answer/);
    await expect(pupil.getByRole('status')).toHaveText('There is a new question');
    await expect(pupil.getByRole('textbox')).toBeFocused();
    await expect(pupil.getByRole('textbox')).toHaveValue('Is it my fault if I sent it?');
    expect(await axeFindings(pupil)).toEqual([]);
    expect(
      await pupil.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
    expect(await pupil.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe(looks);

    await bar.getByRole('button', { name: 'Answer' }).press('Enter');
    await expect(heading(pupil, 'What puts the most pressure on Sam?')).toBeFocused();
    await expect(bar).toHaveCount(0);
    await expect(pupil.getByText('Is it my fault')).toHaveCount(0);
    expect(await axeFindings(pupil)).toEqual([]);
    await press(pupil, 'Question box');
    await expect(pupil.getByRole('textbox')).toHaveValue('Is it my fault if I sent it?');
    // It is known now.
    await expect(bar).toHaveCount(0);
    await press(pupil, 'Back');
    await pupil.getByRole('button', { name: /Being put to a test/ }).click();
    await expect(heading(pupil, 'Your answer is in')).toBeVisible();
    expect(await colourFindings(pupil)).toEqual([]);
    // The next pupil finds nothing of it.
    await press(pupil, 'Next pupil');
    await press(pupil, 'Question box');
    await expect(pupil.getByRole('textbox')).toHaveValue('');
    await press(pupil, 'Leave this page');
    await pupils.close();
    await context.close();
  });
}

test('[R51] a pupil who opens help beside a question does not hear that it is new @thorough', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
  const { presenter, board } = await present(context, 'tablets');
  await goTo(presenter, board, FIRST);
  await key(presenter, 'a');
  const code = await codeOn(board);
  const pupil = await (await browser.newContext()).newPage();
  await pupil.goto(`${school.pupils}#${code}`);
  await expect(pupil.getByLabel('Type the code on the board')).toBeFocused();
  await pupil.keyboard.press('Enter');
  await expect(heading(pupil, 'What puts the most pressure on Sam?')).toBeVisible();
  await press(pupil, 'Help');
  await expect(heading(pupil, 'You can tell someone')).toBeVisible();
  await expect(pupil.locator('.new')).toHaveCount(0);
  await pupil.context().close();
  await context.close();
});
