import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Seat } from '../../src/room/protocol.ts';
import { axeFindings } from './axe-findings.ts';
import { closePoll, getReady, goTo, key, pressStart, startBoard } from './lead.ts';
import { openTaughtSchool, LESSON, sitDown, type TaughtSchool } from './taught-school.ts';

const PRESSURE = 'how-much-pressure';

let school: TaughtSchool;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  school = await openTaughtSchool('seats');
});
test.afterAll(() => school.kill());

/** The presenter with tablets and a board of its own, at a question that is open, and the code on the board. */
async function present(
  context: BrowserContext,
): Promise<{ presenter: Page; board: Page; code: string }> {
  const presenter = await context.newPage();
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await getReady(presenter);
  await presenter.getByLabel('School tablets').check();
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  await goTo(presenter, board, `question-${PRESSURE}`);
  await key(presenter, 'a');
  return { presenter, board, code: await codeOn(board) };
}

async function codeOn(board: Page, last = ''): Promise<string> {
  const panel = board.locator('section.present');
  await expect(panel).toContainText(/[B-Z]{3} \d{3}/);
  if (last !== '') await expect(panel).not.toContainText(last);
  return /[B-Z]{3} \d{3}/.exec(await panel.innerText())?.[0] ?? '';
}

async function join(context: BrowserContext, code: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(school.pupils);
  await page.getByLabel('Type the code on the board').fill(code);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { name: 'What puts the most pressure on Sam?' }),
  ).toBeVisible();
  return page;
}

const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

test('[R20] [R23] one person takes twelve seats: the teacher sees a notice, resets the seats by keys, and pupils are asked to join again', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
  const tablets = await browser.newContext({ viewport: { width: 820, height: 1180 } });
  const { presenter, board, code } = await present(context);
  const pupil = await join(tablets, code);
  const { pass } = (JSON.parse(JSON.parse(await stored(pupil)).wholeclass) as { place: Seat })
    .place;
  expect(pass).toHaveLength(43);
  await Promise.all(Array.from({ length: 12 }, () => sitDown(school, code.replace(' ', ''))));
  const notice = presenter.locator('.notice', { hasText: 'seats were taken within 2 seconds' });
  await expect(notice).toContainText(
    /^Watch out: 1[23] seats were taken within 2 seconds\. If that wasn’t 1[23] pupils, reset the seats\./,
  );

  await notice.getByRole('button', { name: 'Reset seats' }).press('Enter');
  const dialog = presenter.getByRole('dialog');
  await expect(dialog).toContainText(
    'Resetting gives a new code, and every pupil joins again. Closed results stay. Answers to the open question are deleted.',
  );
  await dialog.getByRole('button', { name: 'Reset seats' }).press('Enter');
  await expect(dialog.getByText('Reset all seats? This cannot be undone.')).toBeFocused();
  await key(presenter, 'Tab');
  await expect(dialog.getByRole('button', { name: 'Yes, reset and delete answers' })).toBeFocused();
  await key(presenter, 'Enter');
  await expect(dialog.getByRole('button', { name: 'Reset seats' })).toBeFocused();
  await expect(dialog).toContainText('0 of 33 seats');
  await key(presenter, 'Escape');
  await expect(notice).toHaveCount(0);

  await expect(
    pupil.getByText('Your teacher has reset the seats. Type the code on the board.'),
  ).toBeVisible();
  await expect(pupil.getByLabel('Type the code on the board')).toBeFocused();
  await expect(pupil.getByLabel('Type the code on the board')).toHaveValue('');
  expect(await stored(pupil)).toBe('{}');
  const fresh = await codeOn(board, code);
  await pupil.getByLabel('Type the code on the board').fill(code);
  await key(pupil, 'Enter');
  await expect(
    pupil.getByText('Your teacher has reset the seats. Type the code on the board.'),
  ).toBeVisible();
  await pupil.getByLabel('Type the code on the board').fill(fresh);
  await key(pupil, 'Enter');
  await expect(
    pupil.getByRole('heading', { name: 'What puts the most pressure on Sam?' }),
  ).toBeVisible();
  await presenter.close();
});

test('[R52] once everyone is in, joining is closed by one press: no one else comes in, who was in comes back, and it opens again @thorough', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
  const { presenter, board, code } = await present(context);
  const pupil = await join(await browser.newContext(), code);
  await presenter.getByRole('button', { name: 'Close joining' }).press('Enter');
  const open = presenter.getByRole('button', { name: 'Open joining again' });
  await expect(open).toBeFocused();
  await expect(presenter.getByText('Joining is closed', { exact: true })).toBeVisible();
  expect(await axeFindings(presenter)).toEqual([]);

  const other = await (await browser.newContext()).newPage();
  await other.goto(school.pupils);
  await other.getByLabel('Type the code on the board').fill(code);
  await other.keyboard.press('Enter');
  await expect(other.getByText('Joining is closed. Ask your teacher.')).toBeVisible();
  expect(await axeFindings(other)).toEqual([]);

  // A tablet that was in: loaded again, and passed on to the next pupil.
  const asked = pupil.getByRole('heading', { name: 'What puts the most pressure on Sam?' });
  await pupil.reload();
  await expect(asked).toBeVisible();
  await pupil.getByRole('button', { name: 'Being hurried' }).click();
  await pupil.getByRole('button', { name: 'Next pupil' }).click();
  await expect(asked).toBeVisible();
  await pupil.getByRole('button', { name: 'Leave this page' }).click();
  await pupil.getByRole('button', { name: 'Start again' }).click();
  await pupil.getByLabel('Type the code on the board').fill(code);
  await pupil.keyboard.press('Enter');
  await expect(asked).toBeVisible();

  await key(presenter, 'j');
  await expect(board.getByRole('heading', { name: 'Joining is closed' })).toBeVisible();
  await expect(board.locator('section.present')).not.toContainText(code);
  await key(presenter, 'j');
  await presenter.getByRole('button', { name: /: who joins$/ }).click();
  const dialog = presenter.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Joining is closed' })).toBeVisible();
  expect(await axeFindings(presenter)).toEqual([]);
  await dialog.getByRole('button', { name: 'Open joining again' }).click();
  await expect(dialog.getByRole('heading', { name: 'Is everyone in?' })).toBeVisible();
  await key(presenter, 'Escape');
  await other.getByRole('button', { name: 'Try again' }).click();
  await expect(
    other.getByRole('heading', { name: 'What puts the most pressure on Sam?' }),
  ).toBeVisible();
  await presenter.close();
});

test('[R21] the answers of a closed question are discarded by keys, and seated tablets answer it again @thorough', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
  const { presenter, board, code } = await present(context);
  const pupil = await join(await browser.newContext(), code);
  const others = await Promise.all(
    Array.from({ length: 14 }, () => sitDown(school, code.replace(' ', ''))),
  );
  await Promise.all(others.map((one) => one.vote(PRESSURE, 'c')));
  await pupil.getByRole('button', { name: 'Being hurried' }).click();
  await expect(pupil.getByRole('heading', { name: 'Your answer is in' })).toBeVisible();
  await closePoll(presenter);
  const button = presenter.getByRole('button', { name: 'Discard answers' });
  await expect(button).toBeVisible({ timeout: 10_000 });
  await button.press('Enter');
  const dialog = presenter.getByRole('dialog');
  await expect(dialog).toContainText(
    'The answers to “What puts the most pressure on Sam?” are deleted. Nobody will ever see them. This cannot be undone.',
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(button).toBeVisible();
  await button.press('Enter');
  await dialog.getByRole('button', { name: 'Discard answers' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(presenter.getByRole('button', { name: 'Ask', exact: false }).first()).toBeVisible();
  await expect(board.locator('section.present')).not.toContainText('Poll is closed');
  await key(presenter, 'a');
  await expect(
    pupil.getByRole('heading', { name: 'What puts the most pressure on Sam?' }),
  ).toBeVisible();
  await pupil.getByRole('button', { name: 'Being asked again' }).click();
  await expect(pupil.getByRole('heading', { name: 'Your answer is in' })).toBeVisible();
  await Promise.all(others.map((one) => one.vote(PRESSURE, 'd', 2)));
  await closePoll(presenter);
  await expect(presenter.getByRole('button', { name: 'Show' })).toBeVisible({ timeout: 10_000 });
  await key(presenter, 's');
  await expect(button).toHaveCount(0);
  await presenter.close();
});
