import { expect, type Locator, type Page } from '@playwright/test';
import { SETTLE_MS } from '../../src/outputs/board/board-link.ts';

/** Presses one key in a window. */
export function key(page: Page, name: string): Promise<void> {
  return page.keyboard.press(name);
}

/** Sets the presenter's clock on until what covers the board may be taken off by the control that put it on, and a second press counts as one of its own (R41). */
export function untilSettled(presenter: Page): Promise<void> {
  return presenter.evaluate((ms) => {
    const before = Date.now;
    Date.now = () => before() + ms;
  }, SETTLE_MS);
}

/** Stops the presenter’s clock, so that what is pressed next is within one moment on a machine of any speed; `untilSettled` sets it on. */
export function stopClock(presenter: Page): Promise<void> {
  return presenter.evaluate(() => {
    const now = Date.now();
    Date.now = () => now;
  });
}

/** Presses a control twice while its page’s clock stops, so that it is a double press on a machine of any speed. */
export async function pressTwice(control: Locator): Promise<void> {
  const clock = await control.page().evaluateHandle(() => {
    const before = Date.now;
    const now = before();
    Date.now = () => now;
    return before;
  });
  await control.dblclick();
  await clock.evaluate((before) => {
    Date.now = before;
  });
}

/** Waits until the board shows a slide, for so many ms. */
export async function expectBoard(board: Page, id: string, timeout = 20_000): Promise<void> {
  await expect(board.locator(`section.present[data-slide="${id}"]`)).toBeVisible({ timeout });
}

/** Turns until the board shows a slide; `turn` is how one turn is made. */
export async function turnTo(board: Page, id: string, turn: () => Promise<void>): Promise<void> {
  const shown = board.locator('section.present');
  for (let turns = 0; turns < 25; turns += 1) {
    const before = await shown.getAttribute('data-slide');
    if (before === id) break;
    await turn();
    await expect(shown).not.toHaveAttribute('data-slide', before ?? '');
  }
  await expectBoard(board, id);
}

/** Goes to a slide from the presenter beside a board of its own, by a press on it in the row of slides: what comes before is of no matter here. */
export async function goTo(presenter: Page, board: Page, id: string): Promise<void> {
  await presenter.locator(`#strip-${id}`).click();
  await expectBoard(board, id);
}

/** Goes on from the presenter: Next, and past a part of the film, which Next would play, by what skips it. */
export async function onward(
  presenter: Page,
  next = () => key(presenter, 'ArrowRight'),
): Promise<void> {
  const skip = presenter.getByRole('button', { name: 'Skip this part' });
  if (!(await skip.isVisible())) return next();
  await skip.click();
  await presenter.getByRole('dialog').getByRole('button', { name: 'Skip this part' }).click();
}

/** Makes a teacher's ticks on the start panel, where the safeguarding lead's gate of the term is done. */
export async function getReady(presenter: Page): Promise<void> {
  await expect(presenter.getByText(/^Approved until/)).toBeVisible();
  await sayWhoIsIn(presenter);
  for (const tick of ['I have watched the film', 'I know who may find this hard']) {
    await presenter.getByRole('checkbox', { name: tick }).check();
  }
}

/** Says that the safeguarding lead is in today: chosen where the school has named its own, else typed. */
export async function sayWhoIsIn(presenter: Page): Promise<void> {
  const field = presenter.locator('#lead-today');
  // What the school has named comes a moment after the page.
  await expect(async () => {
    const isChosen = await field.evaluate((one) => one.tagName === 'SELECT');
    const soon = { timeout: 2_000 };
    await (isChosen ? field.selectOption('The lead', soon) : field.fill('The lead', soon));
  }).toPass();
}

/** Starts from the start panel, with that many screens; where a lesson runs already, only the screens are chosen. */
export async function pressStart(presenter: Page, screens: 'one' | 'two'): Promise<void> {
  const start = presenter.getByRole('button', { name: 'Start the lesson' });
  const name = screens === 'one' ? /^Only this one/ : /on a second screen/;
  const screen = presenter.getByRole('button', { name });
  await expect(start.or(screen)).toBeVisible();
  if (await screen.isVisible()) return screen.click();
  const choice = screens === 'one' ? /^One screen/ : /^Two screens/;
  await presenter.getByRole('radio', { name: choice }).check();
  await start.click();
}

/** Presses the board's one large button. */
export async function startBoard(board: Page): Promise<void> {
  await board.getByRole('button', { name: 'Start the board' }).click();
}

/** Types the count of each answer, named as its field is, in turn, and looks at each; Enter goes on and, at the last, saves, and the fields are gone. */
export async function countHands(
  presenter: Page,
  counts: Readonly<Record<string, number>>,
  look = async () => {},
): Promise<void> {
  for (const [label, count] of Object.entries(counts)) {
    await expect(presenter.getByRole('spinbutton', { name: label, exact: true })).toBeFocused();
    await look();
    await presenter.keyboard.type(String(count));
    await key(presenter, 'Enter');
  }
  await expect(presenter.getByRole('spinbutton')).toHaveCount(0);
}

/** Presses an item of the presenter's menu. */
export async function inMenu(presenter: Page, name: string | RegExp): Promise<void> {
  await presenter.getByRole('button', { name: 'Menu', exact: true }).click();
  await presenter.getByRole('list').getByRole('button', { name }).click();
}

/** Closes the question that is open, by its key twice, once it can be. */
export async function closePoll(presenter: Page): Promise<void> {
  await expect(presenter.getByRole('button', { name: /^Close poll/ })).toBeEnabled();
  await key(presenter, 'c');
  await expect(presenter.getByRole('button', { name: /^Keep open/ })).toBeVisible();
  await untilSettled(presenter);
  await key(presenter, 'c');
}

/** Closes the question that is open, waits out its last answers, and shows its result. */
export async function closeAndShow(presenter: Page): Promise<void> {
  await closePoll(presenter);
  const ready = presenter.getByRole('button', { name: /^(Show result|Talk in pairs)/ });
  await expect(ready).toBeVisible({ timeout: 10_000 });
  await key(presenter, 's');
}
