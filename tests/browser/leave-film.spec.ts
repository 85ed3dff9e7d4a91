import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectBoard, getReady, goTo, key, pressStart, startBoard } from './lead.ts';
import { LESSON, openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;
let board: Page;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  // A first part long enough to leave in, twice, on a busy machine.
  const home = writeTaughtHome('leave-film');
  const times = '  before-the-ask: "0:17.0"\n  the-pressure: "0:18.0"\n  it-spreads: "0:19.0"\n';
  const yaml = readFileSync(`${home}/media/clip/film.yaml`, 'utf8');
  writeFileSync(
    `${home}/media/clip/film.yaml`,
    `${yaml.slice(0, yaml.indexOf('  before-the-ask'))}${times}`,
  );
  school = await openTaughtSchool('leave-film', home);
});
test.afterAll(() => school.kill());
test.beforeEach(async ({ page }) => {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await getReady(page);
  const opened = page.context().waitForEvent('page');
  await pressStart(page, 'two');
  board = await opened;
  await startBoard(board);
  await goTo(page, board, 'film-1');
  await page.getByRole('navigation').getByRole('button', { name: 'Play the film' }).click();
  await expect(
    page.getByRole('navigation').getByRole('button', { name: 'Pause the film' }),
  ).toBeVisible();
});

async function comeBack(page: Page): Promise<void> {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await expect(page.getByRole('region', { name: 'Your notes' })).toBeVisible();
}

test('A teacher who comes back after the film went on to its stop alone is at that stop, and Next goes on from there @thorough', async ({
  page,
}) => {
  // As a browser that crashes: nothing is sent any more.
  await page.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined));
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${school.staff}help/`);
  await expectBoard(board, 'stop-before-the-ask', 60_000);
  await comeBack(page);
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Next' })).toBeVisible();
  await key(page, 'PageDown');
  await expectBoard(board, 'film-2');
});

test('Leaving the lesson pauses the film, by the dialog, which says so, and by an address that is typed @thorough', async ({
  page,
}) => {
  const film = board.locator('.film');
  await page.getByRole('link', { name: 'All lessons' }).click();
  const asks = page.getByRole('dialog', { name: 'Leave the lesson?' });
  await expect(asks).toContainText('If you leave, the film pauses');
  await asks.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page).toHaveURL(school.staff);
  await expect(film).toBeHidden();
  await expectBoard(board, 'film-1');
  await comeBack(page);
  await page.getByRole('navigation').getByRole('button', { name: 'Play the film' }).click();
  await expect(film).toBeVisible();
  await expect(
    page.getByRole('navigation').getByRole('button', { name: 'Pause the film' }),
  ).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${school.staff}help/`);
  await expect(film).toBeHidden();
  await expectBoard(board, 'film-1');
});
