import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { expectBoard, getReady, goTo, key, pressStart, startBoard, untilSettled } from './lead.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;
test.beforeAll(async () => {
  school = await openTaughtSchool('two-browsers');
});
test.afterAll(() => school.kill());

/** The presenter in a browser of its own, with its board, after what is done before the screens are said. */
async function present(
  context: BrowserContext,
  before: (presenter: Page) => Promise<unknown>,
): Promise<{ presenter: Page; board: Page }> {
  const presenter = await context.newPage();
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await before(presenter);
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  return { presenter, board };
}

test('[R13] another browser comes in by code and words, watches, takes over, and is taken over from @thorough', async ({
  browser,
}) => {
  const [one, other] = [await browser.newContext(), await browser.newContext()];
  const first = await present(one, async (page) => {
    await getReady(page);
    await page.getByLabel('School tablets').check();
  });
  await goTo(first.presenter, first.board, 'question-how-much-pressure');
  await key(first.presenter, 'a');
  await key(first.presenter, 'w');
  await first.presenter.getByRole('button', { name: 'Move to another computer' }).click();
  const [code = '', words = ''] = await first.presenter.locator('.rejoin__words b').allInnerTexts();
  expect(words).toMatch(/^[a-z]+( [a-z]+){3}$/);
  expect(await axeFindings(first.presenter)).toEqual([]);
  await key(first.presenter, 'Escape');
  expect((await first.board.content()).includes(words)).toBe(false);

  // A wrong word gets an error; the right ones come to where the lesson is, and watch.
  const second = await present(other, async (page) => {
    await page.getByText('Take over a lesson that is running').click();
    await page.getByLabel('Code').fill(code);
    await page.getByLabel('Four words').fill('acorn acorn acorn acorn');
    await page.getByRole('button', { name: 'Take over', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('These are not the words');
    await page.getByLabel('Four words').fill(words);
    await page.getByRole('button', { name: 'Take over', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'The lesson is running' })).toBeVisible();
  });
  await expectBoard(second.board, 'question-how-much-pressure');
  await expect(
    second.presenter.getByRole('heading', { name: 'Another window leads this lesson' }),
  ).toBeVisible();
  expect(await axeFindings(second.presenter)).toEqual([]);
  await key(second.presenter, 'ArrowRight');
  await key(first.presenter, 'ArrowLeft');
  await expect(first.board.locator('section.present')).not.toHaveAttribute(
    'data-slide',
    'question-how-much-pressure',
  );
  const back = await first.board.locator('section.present').getAttribute('data-slide');
  await expectBoard(second.board, back ?? '');
  await expect(
    second.presenter.getByRole('heading', { name: 'Another window leads this lesson' }),
  ).toBeVisible();

  await second.presenter.getByRole('button', { name: 'Take over' }).click();
  await expect(
    first.presenter.getByRole('heading', { name: 'Another window leads this lesson' }),
  ).toBeVisible();
  await key(second.presenter, 'ArrowRight');
  await expectBoard(second.board, 'question-how-much-pressure');
  await expectBoard(first.board, 'question-how-much-pressure');
  await key(second.presenter, 'c');
  await untilSettled(second.presenter);
  await key(second.presenter, 'c');
  await expect(first.presenter.getByText('The question is closed')).toHaveCount(1, {
    timeout: 10_000,
  });

  // A pause of the window that leads covers both boards.
  await key(second.presenter, 'b');
  for (const { board } of [first, second]) {
    await expect(board.locator('section.present')).toContainText('Pause and think');
  }
  await untilSettled(second.presenter);
  await key(second.presenter, 'b');
  await expectBoard(first.board, 'question-how-much-pressure');

  // The window that led is reloaded and still leads; the other takes the lesson back.
  await second.presenter.reload();
  await expect(second.presenter.getByRole('button', { name: 'Next' })).toBeEnabled();
  await first.presenter.getByRole('button', { name: 'Take over' }).click();
  await expect(
    second.presenter.getByRole('heading', { name: 'Another window leads this lesson' }),
  ).toBeVisible();
  await expect(first.presenter.getByRole('button', { name: 'Next' })).toBeEnabled();
});
