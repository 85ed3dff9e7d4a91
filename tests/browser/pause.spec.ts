import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chosenOf } from '../thorough.ts';
import { axeFindings } from './axe-findings.ts';
import {
  countHands,
  expectBoard,
  getReady,
  goTo,
  key,
  onward,
  pressStart,
  pressTwice,
  startBoard,
  stopClock,
  turnTo,
  untilSettled,
} from './lead.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

const QUESTION = 'question-how-much-pressure';
const PROMPT = 'What puts the most pressure on Sam?';
const viewport = { width: 1366, height: 768 };
let school: TaughtSchool;
/** A lesson at its first question, which one test leaves as the next can go on with it. */
let lesson: Windows | null = null;

test.use({ viewport });
test.beforeAll(async () => {
  school = await openTaughtSchool('pause');
});
test.afterAll(async () => {
  await lesson?.presenter.context().close();
  await school.kill();
});

type Windows = { readonly presenter: Page; readonly board: Page; readonly tablet: Page };

/** The lesson that tests have together, opened where it is not yet, and not paused. */
async function goOn(browser: Browser): Promise<Windows> {
  lesson ??= await ask(await browser.newContext({ viewport }));
  const { presenter, board } = lesson;
  await presenter.bringToFront();
  if (await presenter.getByRole('heading', { name: 'The board is paused' }).isVisible()) {
    await untilSettled(presenter);
    await key(presenter, 'b');
  }
  await expectBoard(board, QUESTION);
  await untilSettled(presenter);
  return lesson;
}

/** The presenter at the first question, with its board, and a tablet that is asked. */
async function ask(context: BrowserContext): Promise<Windows> {
  const presenter = await context.newPage();
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await getReady(presenter);
  await presenter.getByLabel('School tablets').check();
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  await goTo(presenter, board, QUESTION);
  await key(presenter, 'a');
  await expect(board.locator('section.present')).toContainText(/[B-Z]{3} \d{3}/);
  const [code = ''] =
    /[B-Z]{3} \d{3}/.exec(await board.locator('section.present').innerText()) ?? [];
  const tablet = await context.newPage();
  await tablet.goto(school.pupils);
  await tablet.getByLabel('Type the code on the board').fill(code);
  await tablet.getByRole('button', { name: 'Join', exact: true }).click();
  await expectTitle(tablet, PROMPT);
  return { presenter, board, tablet };
}

function expectTitle(page: Page, name: string): Promise<void> {
  return expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

function expectPausedHere(presenter: Page): Promise<void> {
  return expect(presenter.getByRole('heading', { name: 'The board is paused' })).toBeVisible();
}

async function expectPaused({ presenter, board, tablet }: Windows): Promise<void> {
  await expect(board.getByText('Pause and think')).toBeVisible();
  await expectPausedHere(presenter);
  await expect(presenter.getByRole('region', { name: 'Your notes' })).toBeVisible();
  await expect(presenter.getByRole('region', { name: 'Poll' })).toHaveCount(0);
  await expect(presenter.locator('dialog[open], .strip').filter({ visible: true })).toHaveCount(0);
  await expect(
    presenter.getByText(/question box ·|Open the question box/i).filter({ visible: true }),
  ).toHaveCount(0);
  await expectTitle(tablet, 'Pause and think');
  await expect(tablet.getByText(PROMPT)).toBeHidden();
}

test('[R56] a pause whose request is lost reaches every tablet all the same, and until then the presenter says so', async ({
  browser,
}) => {
  const all = await goOn(browser);
  const { presenter, tablet } = all;
  const notices = presenter.getByRole('region', { name: 'What needs you' });
  const unsent = notices.getByText('Tablets may not show this yet.');
  const covered = presenter.getByText('tablets are covered');
  const isPlace = (body: string | null) => body?.includes('"type":"slide"') === true;
  await presenter.route('**/steps*', (route) =>
    isPlace(route.request().postData()) ? route.abort() : route.continue(),
  );
  await key(presenter, 'b');
  await expect(unsent).toBeVisible();
  await expect(covered).toBeHidden();
  await expectTitle(tablet, PROMPT);
  await presenter.unroute('**/steps*');
  await expectPaused(all);
  await expect(unsent).toBeHidden();
  await expect(covered).toBeVisible();
});

test('One key from anywhere covers the board, this screen and every tablet, and the same key brings all of it back', async ({
  browser,
}) => {
  const all = await goOn(browser);
  const { presenter, board, tablet } = all;
  const carryOn = async () => {
    await expectBoard(board, QUESTION);
    await expect(presenter.getByRole('region', { name: 'Poll' })).toBeVisible();
    await expectTitle(tablet, PROMPT);
    await untilSettled(presenter);
  };
  await key(presenter, 'b');
  await expectPaused(all);
  expect(await axeFindings(presenter)).toEqual([]);
  await untilSettled(presenter);
  // A clicker on the board’s own window.
  await board.bringToFront();
  await key(board, '.');
  await carryOn();
  await key(board, 'Control+b');
  await expectPaused(all);
  await untilSettled(presenter);
  await presenter.bringToFront();
  await presenter.getByRole('navigation').getByRole('button', { name: 'Carry on' }).focus();
  await key(presenter, 'b');
  await carryOn();

  // From the middle of counting hands: what was typed is still there.
  await key(presenter, 'u');
  await expect(presenter.getByRole('spinbutton', { name: 'Hands for A' })).toBeFocused();
  await presenter.keyboard.type('7');
  await key(presenter, 'Control+b');
  await expectPaused(all);
  await untilSettled(presenter);
  // And so it is after what to say to someone who tells was read meanwhile.
  await key(presenter, 'd');
  const words = presenter.getByRole('dialog', { name: 'If someone tells you' });
  await expect(words).toBeVisible();
  await words.getByRole('button', { name: 'Carry on' }).click();
  await expect(words).toBeVisible();
  await key(presenter, 'Escape');
  await expect(presenter.getByRole('spinbutton', { name: 'Hands for A' })).toHaveValue('7');
  await key(presenter, 'Escape');
  await untilSettled(presenter);

  // From the pause the lesson lands, or is finished.
  await key(presenter, 'b');
  await expectPaused(all);
  await key(presenter, 'f');
  await expect(presenter.getByRole('dialog', { name: 'Finish the lesson?' })).toBeVisible();
  await key(presenter, 'Escape');
  await expect(presenter.getByRole('dialog')).toHaveCount(0);
  await key(presenter, 'e');
  await expect(presenter.getByText('End calmly: say this')).toBeVisible();
  await expect(board.getByText('Childline').first()).toBeVisible();
  await expectTitle(tablet, 'You can tell someone');
  await untilSettled(presenter);
  await key(presenter, 'e');
  await carryOn();
});

test('[R40] [R41] The pause pressed twice is one pause, and under it nothing moves', async ({
  browser,
}) => {
  const all = await goOn(browser);
  const { presenter, board } = all;
  await presenter.bringToFront();
  const bar = presenter.getByRole('navigation', { name: 'The lesson' });
  await pressTwice(bar.getByRole('button', { name: 'Pause', exact: true }));
  await expectPaused(all);
  for (const name of ['Back', 'Next', 'Help slide']) {
    await expect(bar.getByRole('button', { name, exact: true })).toBeDisabled();
  }
  for (const pressed of [
    'PageDown',
    'ArrowRight',
    'ArrowLeft',
    'h',
    'a',
    'u',
    'c',
    's',
    'q',
    'x',
    'p',
    ']',
  ]) {
    await key(presenter, pressed);
  }
  await key(board, 'PageDown');
  await expectPaused(all);
  const place = /Carry on goes back to slide (\d+) of/.exec(
    await presenter.getByRole('region', { name: 'The board is paused' }).innerText(),
  )?.[1];
  await untilSettled(presenter);
  // A double click on the card's button is one press, and hits nothing that is there once the card is gone.
  await pressTwice(presenter.getByRole('main').getByRole('button', { name: 'Carry on' }));
  await expectBoard(board, QUESTION);
  await expect(presenter.getByText(new RegExp(`^Slide ${place} of \\d+$`))).toBeVisible();
  await expect(presenter.getByRole('dialog')).toHaveCount(0);
  await expect(presenter.getByRole('heading', { name: /Poll is open/ })).toBeVisible();
  await untilSettled(presenter);

  // By keys, twice within a moment, here and on the board's own window.
  await stopClock(presenter);
  await key(presenter, 'b');
  await key(presenter, 'b');
  await expectPaused(all);
  await untilSettled(presenter);
  await presenter.getByRole('main').getByRole('button', { name: 'Carry on' }).focus();
  await key(presenter, ' ');
  await expect(bar.getByRole('button', { name: 'Pause', exact: true })).toBeFocused();
  await key(presenter, ' ');
  await expectBoard(board, QUESTION);
  await untilSettled(presenter);
  await board.bringToFront();
  await key(board, '.');
  await key(board, '.');
  await expectPaused(all);
});

for (const [where, screen] of chosenOf(
  [
    ['beside a board of its own', 'two'],
    ['in one window', 'one'],
  ] as const,
  (_, at) => at === 1,
)) {
  test(`[R40] ${where} Space after a click on Pause, Carry on or Help does what Space does in a lesson, and never presses the button again @thorough`, async ({
    page,
  }) => {
    await page.goto(`${school.staff}present/${LESSON}/`);
    await getReady(page);
    const isOne = screen === 'one';
    const opened = isOne ? null : page.context().waitForEvent('page');
    await pressStart(page, screen);
    const board = opened === null ? page : await opened;
    if (!isOne) await startBoard(board);
    await expectBoard(board, 'pressure-and-who-can-help');
    await page.bringToFront();
    const bar = page.getByRole('navigation');
    await bar.getByRole('button', { name: /^Pause/ }).click();
    await expect(board.getByText('Pause and think')).toBeVisible();
    await untilSettled(page);
    await key(page, ' ');
    await key(page, 'Enter');
    await untilSettled(page);
    await expect(board.getByText('Pause and think')).toBeVisible();
    await page
      .getByRole('button', { name: /^Carry on/ })
      .first()
      .click();
    await expectBoard(board, 'pressure-and-who-can-help');
    await untilSettled(page);
    await key(page, ' ');
    await expectBoard(board, 'what-today-is-about');
    await bar.getByRole('button', { name: /^Help slide/ }).click();
    await expect(board.getByText('Childline').first()).toBeVisible();
    await expect(bar.getByRole('button', { name: /^Back to the slide/ })).toBeVisible();
    await untilSettled(page);
    // Over help, a pause goes back to help; Space then goes to the slide, as the button says.
    await key(page, 'b');
    await expect(board.getByText('Pause and think')).toBeVisible();
    await untilSettled(page);
    await key(page, 'b');
    await expect(board.getByText('Childline').first()).toBeVisible();
    await untilSettled(page);
    await key(page, ' ');
    await expectBoard(board, 'what-today-is-about');
    await key(page, ' ');
    await expect(board.locator('section.present[data-slide="what-today-is-about"]')).toHaveCount(0);
    // Where Tab left off is where a button was clicked; a key on a button leaves the focus there.
    await bar.getByRole('button', { name: /^Help slide/ }).click();
    for (const name of [...(isOne ? [] : [/^If someone tells you/]), /^End calmly/, /^Pause/]) {
      await key(page, 'Tab');
      await expect(bar.getByRole('button', { name })).toBeFocused();
    }
    await key(page, ' ');
    await expect(bar.getByRole('button', { name: /^Carry on/ })).toBeFocused();
  });
}

/** The bar is fuller in the first. */
const LAPTOPS = [
  { width: 1366, height: 641 },
  { width: 1024, height: 768 },
];
for (const viewport of LAPTOPS) {
  test(`In one window of ${viewport.width} by ${viewport.height} Pause is in the same place in every state of the bar @thorough`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.goto(`${school.staff}present/${LESSON}/`);
    await getReady(page);
    await pressStart(page, 'one');
    await expectBoard(page, 'pressure-and-who-can-help');
    const pause = page.getByRole('button', { name: /^(Pause|Carry on)( [.B]+)?$/ });
    const place = await pause.boundingBox();
    const expectPlace = async () => expect(await pause.boundingBox()).toEqual(place);
    const press = async (name: string) => {
      await key(page, name);
      await untilSettled(page);
      await expectPlace();
    };
    for (const name of ['b', 'b', 'h', 'h', 'e', 'e']) await press(name);
    await turnTo(page, QUESTION, () => onward(page));
    await expectPlace();
    await key(page, 'u');
    await expect(page.getByRole('spinbutton', { name: 'Hands for A' })).toBeFocused();
    await expectPlace();
    await countHands(page, {
      'Hands for A': 0,
      'Hands for B': 0,
      'Hands for C': 15,
      'Hands for D': 15,
    });
    await expectPlace();
    await key(page, 'c');
    await expect(page.getByRole('button', { name: /^Keep open/ })).toBeVisible();
    await expectPlace();
    await untilSettled(page);
    await key(page, 'c');
    await expect(page.getByRole('button', { name: /^Show result/ })).toBeVisible({
      timeout: 15_000,
    });
    await expectPlace();
    await key(page, 's');
    await expect(page.getByRole('button', { name: /^Hide result/ })).toBeVisible();
    await expectPlace();
  });
}

test('The words for someone who is telling are on the presenter alone, and the board may be paused from there', async ({
  browser,
}) => {
  const { presenter, board } = await goOn(browser);
  await key(presenter, 'd');
  const words = presenter.getByRole('dialog', { name: 'If someone tells you' });
  await expect(words).toContainText('I want to hear this properly');
  await expect(words).toContainText('It isn’t your fault');
  await expectBoard(board, QUESTION);
  expect(await board.content()).not.toContain('hear this properly');
  expect(await axeFindings(presenter)).toEqual([]);
  await words.getByRole('button', { name: 'Pause the board' }).click();
  await expect(board.getByText('Pause and think')).toBeVisible();
  await expect(words).toBeVisible();
  await key(presenter, 'Escape');
  await expect(words).toHaveCount(0);
  await expectPausedHere(presenter);
  await untilSettled(presenter);
  // The other way round: paused first, as for a pupil who begins to tell, by key and by button.
  await key(presenter, 'd');
  await expect(words).toContainText('I want to hear this properly');
  expect(await axeFindings(presenter)).toEqual([]);
  await key(presenter, 'Escape');
  await presenter.getByRole('button', { name: 'If someone tells you' }).click();
  await expect(words).toBeVisible();
  await expect(board.getByText('Pause and think')).toBeVisible();
  // The pause’s own key leaves the words where they are.
  await key(presenter, 'b');
  await expectBoard(board, QUESTION);
  await untilSettled(presenter);
  await key(presenter, 'b');
  await expect(board.getByText('Pause and think')).toBeVisible();
  await expect(words).toBeVisible();
  await key(presenter, 'Escape');
  await untilSettled(presenter);
  await key(presenter, 'b');
  await expectBoard(board, QUESTION);
  await untilSettled(presenter);
  // Where the class may see the screen, none of it is there.
  await key(presenter, 'w');
  await pressStart(presenter, 'one');
  await expect(presenter.getByRole('navigation', { name: 'The board' })).toBeVisible();
  await key(presenter, 'd');
  await expect(presenter.getByText('Pause and think')).toBeVisible();
  await expect(
    presenter.getByText('Paused. What to say next is in your printed notes.'),
  ).toBeVisible();
  // It covers, and never uncovers.
  await untilSettled(presenter);
  await key(presenter, 'd');
  await untilSettled(presenter);
  await expect(presenter.getByText('Pause and think')).toBeVisible();
  await key(presenter, 'b');
  await untilSettled(presenter);
  await key(presenter, '?');
  await expect(presenter.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
  expect(await presenter.content()).not.toMatch(
    /If someone tells you|Teacher card|hear this properly/,
  );
  // The pause is at hand while hands are counted below the board, too.
  await key(presenter, 'Escape');
  await expect(presenter.getByRole('dialog')).toHaveCount(0);
  await key(presenter, 'u');
  await expect(presenter.getByRole('spinbutton', { name: 'Hands for A' })).toBeFocused();
  await presenter.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(presenter.getByText('Pause and think')).toBeVisible();
  await expect(presenter.getByRole('spinbutton')).toBeHidden();
  await untilSettled(presenter);
  await presenter.getByRole('button', { name: 'Carry on' }).click();
  await expect(presenter.getByRole('spinbutton', { name: 'Hands for A' })).toBeVisible();
});

test('Single letters can be turned off as keys, and Ctrl B still pauses @thorough', async ({
  context,
}) => {
  const { presenter, board } = await ask(context);
  await key(presenter, '?');
  await presenter.getByLabel('Use single-key shortcuts').uncheck();
  await key(presenter, 'Escape');
  await presenter.reload();
  await expect(presenter.locator('.notes')).toBeVisible();
  await expect(presenter.getByRole('button', { name: 'Pause', exact: true })).toContainText(
    'Ctrl B',
  );
  await key(presenter, 'h');
  await key(presenter, 'b');
  await board.bringToFront();
  await key(board, '.');
  await presenter.bringToFront();
  const before = await presenter.locator('.now .panel-title').innerText();
  await key(presenter, 'PageUp');
  await expect(presenter.locator('.now .panel-title')).not.toHaveText(before);
  await key(presenter, 'Control+b');
  await expectPausedHere(presenter);
});
