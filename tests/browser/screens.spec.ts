import { expect, test } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { getReady, startBoard, pressStart } from './lead.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

const PANEL = { left: 1366, width: 1920 };
let school: TaughtSchool;

// A laptop with a panel beside it, as the browser sees them.
const TWO = '--screen-info={0,0 1366x768 label=Laptop isInternal=1}{1366,0 1920x1080 label=Panel}';

test.beforeAll(async () => {
  school = await openTaughtSchool('screens');
});
test.afterAll(() => school.kill());

test('The board goes to the screen that pupils see by itself, and one look tries film, captions and sound before @thorough', async ({
  playwright,
  launchOptions,
}) => {
  // Leave to see the screens can be given to a browser of its own alone.
  const options = { ...launchOptions, args: [...(launchOptions.args ?? []), TWO], viewport: null };
  const context = await playwright.chromium.launchPersistentContext('', options);
  const page = await context.newPage();
  const allow = await context.newCDPSession(page);
  await allow.send('Browser.grantPermissions', {
    permissions: ['windowManagement'],
    origin: new URL(school.staff).origin,
  });
  await page.goto(`${school.staff}present/${LESSON}/`);
  await page.getByText('Does everything work?').click();
  await expect(page.getByText('plays.')).toBeVisible();
  await expect(page.getByText('They are there, and on from the start.')).toBeVisible();
  await page.getByRole('button', { name: 'Play a sound' }).click();
  await page.getByLabel('I heard it').check();
  await expect(page.getByText('You have heard it.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await getReady(page);
  // No one is asked again where the browser may tell.
  await expect(page.getByText('slides fill the other screen, “Panel”')).toBeVisible();
  await expect(page.getByText('Projector found')).toBeVisible();
  const opened = context.waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await expect
    .poll(() => board.evaluate(() => ({ left: screenX, width: innerWidth })))
    .toEqual(PANEL);
  await context.close();
});
