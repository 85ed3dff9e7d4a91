import { readFileSync } from 'node:fs';
import { filesIn } from '../files-in.ts';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { expectGood, heading, join, press, stored, watchTroubles } from './join-page.ts';
import { getReady, key, startBoard, pressStart, inMenu } from './lead.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

const NOTE = 'heron-lantern: I am scared of someone';

test.describe.configure({ mode: 'serial', timeout: 90_000 });

let school: TaughtSchool;
test.beforeAll(async () => {
  school = await openTaughtSchool('box');
});
test.afterAll(() => school.kill());

/** The presenter with tablets, and the board in a window of its own. */
async function present(
  context: BrowserContext,
): Promise<{ presenter: Page; board: Page; code: string }> {
  const presenter = await context.newPage();
  await presenter.setViewportSize({ width: 1366, height: 768 });
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await presenter.getByText('School tablets').click();
  await getReady(presenter);
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  const words = await presenter.locator('.aside__join').innerText();
  return { presenter, board, code: /[A-Z]{3} \d{3}/.exec(words)?.[0] ?? '' };
}

/** What the browser says of a second screen from now on. */
const setScreens = (presenter: Page, isExtended: boolean) =>
  presenter.evaluate((value) => {
    Object.defineProperty(screen, 'isExtended', { configurable: true, value });
    EventTarget.prototype.dispatchEvent.call(screen, new Event('change'));
  }, isExtended);

const inFiles = () =>
  filesIn(school.dataDir).some((name) =>
    readFileSync(`${school.dataDir}/${name}`, 'latin1').includes('heron-lantern'),
  );

test('A note goes from a tablet to the teacher alone, and the lesson waits until it is handed over', async ({
  context,
  browser,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(screen, 'isExtended', { configurable: true, value: true });
  });
  const { presenter, board, code } = await present(context);
  const pupil = await (
    await browser.newContext({ viewport: { width: 820, height: 1180 } })
  ).newPage();
  const troubles = watchTroubles(pupil, school.pupils);
  await pupil.goto(school.pupils);
  await join(pupil, { code, roomKey: '', address: '' });
  await expect(heading(pupil, 'You’re in')).toBeVisible();
  await expect(pupil.getByRole('button', { name: 'Question box' })).toHaveCount(0);

  await inMenu(presenter, 'Open the question box');
  // Before a note is in, too: a Q by mistake would show it to the tablets unnoticed.
  await expect(presenter.getByRole('button', { name: 'Question box: open' })).toBeVisible();
  await press(pupil, 'Question box');
  await expect(heading(pupil, 'Question box')).toBeFocused();
  await expect(pupil.getByText('Childline')).toBeVisible();
  await expect(pupil.getByText('999', { exact: true })).toBeVisible();
  await expectGood(pupil);

  await pupil.getByRole('textbox').fill(NOTE);
  await pupil.context().setOffline(true);
  await press(pupil, 'Send');
  await expect(pupil.getByText('Not sent yet.')).toBeVisible();
  await expect(pupil.getByRole('textbox')).toHaveValue(NOTE);
  expect(await stored(pupil)).not.toContain('heron');
  await pupil.context().setOffline(false);
  await press(pupil, 'Send');
  await expect(heading(pupil, 'Your note is sent')).toBeFocused();
  await expectGood(pupil);
  expect((await pupil.content()) + (await stored(pupil))).not.toContain('heron');
  await press(pupil, 'Back');
  await press(pupil, 'Question box');
  await expect(pupil.getByRole('textbox')).toHaveValue('');
  await press(pupil, 'Back');

  // A tablet’s note outlives the program.
  expect(inFiles()).toBe(true);
  await school.kill();
  await school.start();
  await presenter.getByRole('button', { name: 'Question box · 1 note waits' }).click();
  const dialog = presenter.getByRole('dialog');
  await expect(dialog.getByText(NOTE)).toBeVisible();
  // A key pressed too soon sorts nothing.
  await expect(dialog.getByRole('heading', { name: 'Question box' })).toBeFocused();
  for (const early of ['Enter', 'Space']) await key(presenter, early);
  await expect(dialog.getByText('Read this first')).toBeVisible();
  expect(await axeFindings(presenter)).toEqual([]);
  // The projector’s cable comes out: what is here may be on no other screen, or on the wall.
  await setScreens(presenter, false);
  await expect(dialog.getByText(NOTE)).toHaveCount(0);
  await setScreens(presenter, true);
  await expect(dialog.getByText(NOTE)).toBeVisible();
  await dialog.getByRole('button', { name: 'Answer later' }).click();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByRole('button', { name: 'DSL first' }).click();
  await expect(dialog.getByRole('button', { name: 'Handed over to the DSL' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  expect(await board.content()).not.toContain('heron');

  await inMenu(presenter, 'Finish lesson');
  await expect(dialog).toContainText('First, the question box');
  await dialog.getByRole('button', { name: 'Open the notes' }).click();
  await dialog.getByRole('button', { name: 'Handed over to the DSL' }).click();
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await inMenu(presenter, 'Finish lesson');
  await presenter.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(presenter.getByText('The lesson is finished').first()).toBeVisible();
  expect(inFiles()).toBe(false);
  for (const page of [presenter, board, pupil]) {
    expect((await page.content()) + (await stored(page))).not.toContain('heron');
  }
  expect(troubles).toEqual([]);
});

test('On the only screen a note is not shown before the teacher says that no pupil can see it', async ({
  context,
  browser,
}) => {
  const { presenter, code } = await present(context);
  await inMenu(presenter, 'Open the question box');
  const pupil = await (await browser.newContext()).newPage();
  await pupil.goto(school.pupils);
  await join(pupil, { code, roomKey: '', address: '' });
  await press(pupil, 'Question box');
  await pupil.getByRole('textbox').fill(NOTE);
  await press(pupil, 'Send');
  await expect(heading(pupil, 'Your note is sent')).toBeVisible();
  await expect(
    presenter.getByRole('button', { name: 'Question box · 1 note waits' }),
  ).toBeVisible();
  await inMenu(presenter, 'Screens');
  await pressStart(presenter, 'one');
  await expect(presenter.getByRole('button', { name: /^Question box/ })).toHaveCount(0);
  await key(presenter, 'w');
  await presenter.getByRole('button', { name: 'Close the question box' }).click();
  await expect(pupil.getByRole('button', { name: 'Question box' })).toHaveCount(0);
  await presenter.getByRole('button', { name: 'Open the question box' }).click();
  await expect(presenter.getByRole('button', { name: 'Close the question box' })).toBeVisible();
  await key(presenter, 'Escape');
  await key(presenter, 'f');
  const dialog = presenter.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Open the notes' }).click();
  await key(presenter, 'Enter');
  expect(await presenter.content()).not.toContain('heron');
  await dialog.getByRole('button', { name: 'No pupil can see it' }).click();
  await expect(dialog.getByText(NOTE)).toBeVisible();
});
