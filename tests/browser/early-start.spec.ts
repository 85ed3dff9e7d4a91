import { expect, test, type Page } from '@playwright/test';
import { chosenOf } from '../thorough.ts';
import { axeFindings } from './axe-findings.ts';
import { LESSON, openTaughtSchool, writeShippedHome, type TaughtSchool } from './taught-school.ts';

/** For a class that needs approval, another that needs none, and adults. */
const LESSONS = [LESSON, 'which-lands-first', 'parents-evening', 'staff-briefing'];
let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  const name = `early-${test.info().parallelIndex}`;
  school = await openTaughtSchool(name, writeShippedHome(name, LESSONS));
});
test.afterAll(() => school.kill());

/** Opens the start of a lesson without its desk, and returns what lets that come. */
async function openEarly(page: Page, lesson = LESSON): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // The desk alone asks for it.
  await page.route('**/deck.json', async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto(`${school.staff}present/${lesson}/`);
  await expect(page.getByRole('heading', { name: /^Start: / })).toBeVisible();
  return resolve;
}

const isDeskHere = (page: Page) => expect(page.getByText('Does everything work?')).toBeVisible();

test('What a lesson is started with works before the desk is here: what is typed, ticked and pressed meanwhile is done by it', async ({
  page,
}) => {
  const goOn = await openEarly(page);
  await page.getByLabel('Lesson ends at').fill('half past');
  await page.getByRole('radio', { name: '40 minutes' }).check();
  await page.getByRole('radio', { name: 'Shared tablets' }).check();
  await page.getByRole('button', { name: 'One more' }).click();
  await page.getByRole('button', { name: 'One more' }).click();
  await page.locator('#tick-watched').check();
  await page.getByLabel('Who is in the building?').fill('Ms Ade');
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await expect(page.getByText('Getting ready…')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  goOn();
  await isDeskHere(page);
  await expect(page.getByText('Getting ready…')).toBeHidden();
  await expect(page.getByRole('radio', { name: '40 minutes' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Shared tablets' })).toBeChecked();
  await expect(page.getByLabel('How many pupils are here today?')).toHaveValue('32');
  await expect(page.locator('#tick-watched')).toBeChecked();
  await expect(page.locator('#tick-lead')).toBeChecked();
  await expect(page.locator('#tick-pupils')).not.toBeChecked();
  await expect(page.getByLabel('Who is in the building?')).toHaveValue('Ms Ade');
  // Start was pressed, and says what is wrong.
  await expect(page.getByRole('alert')).toContainText('Enter the end time like 10:40');
  await expect(page.getByLabel('Lesson ends at')).toHaveValue('half past');
});

test('No frame is drawn of a page that is not whole yet', async ({ page }) => {
  await page.addInitScript(`requestAnimationFrame(() => {
    window.firstFrame = document.querySelector('#said') !== null;
  })`);
  await openEarly(page);
  expect(await page.evaluate('window.firstFrame')).toBe(true);
});

test('The sheets of the desk lie in the page once, and where one does not come the page says so', async ({
  page,
}) => {
  const goOn = await openEarly(page);
  goOn();
  await isDeskHere(page);
  // The clock would ask for the desk where no frame had.
  await expect.poll(() => page.evaluate('performance.now()')).toBeGreaterThan(1_500);
  const sheets = await page
    .locator('link[rel="stylesheet"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets).toEqual([...new Set(sheets)]);
  await page.route('**/assets/*.css', (route) => route.abort());
  await page.reload();
  await expect(page.getByText('This page could not be loaded. Load it again.')).toBeVisible();
});

for (const lesson of LESSONS) {
  test(`The start of ${lesson} is the same before the desk is here and after, and nothing moves${lesson === LESSON ? '' : ' @thorough'}`, async ({
    page,
  }) => {
    // The page says what time it is.
    await page.clock.setFixedTime(new Date(2026, 10, 30, 10, 2));
    // Who is of the safeguarding team is looked up later, and is a choice then.
    await page.route('**/api/school', () => undefined);
    const rows = page.locator('.start__rows');
    const read = async () => {
      await page.evaluate(() => document.fonts.ready);
      return { names: await rows.ariaSnapshot(), box: await rows.boundingBox() };
    };
    const goOn = await openEarly(page, lesson);
    const before = await read();
    goOn();
    await isDeskHere(page);
    expect(await read()).toEqual(before);
  });
}

test('Nothing of a start is drawn where a rehearsal is opened at once, and ticks are never made by the browser @thorough', async ({
  page,
}) => {
  const goOn = await openEarly(page);
  await page.locator('#tick-watched').check();
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Start: / })).toBeVisible();
  await expect(page.locator('#tick-watched')).not.toBeChecked();
  await page.goto(`${school.staff}present/${LESSON}/?rehearse`, { waitUntil: 'commit' });
  await page.waitForLoadState();
  await expect(page.locator('#present')).toBeEmpty();
  goOn();
  await expect(page.locator('.start')).toHaveCount(0);
  await expect(page.locator('#present')).not.toBeEmpty();
});

test('Whatever has the focus before the desk is here has it after @thorough', async ({ page }) => {
  const stops = page.locator('#present').locator('a, button, input, summary');
  await openEarly(page);
  const count = await stops.count();
  expect(count).toBeGreaterThan(20);
  // The first, the last, a field and a tick, and in a thorough run all of them.
  const first = chosenOf([...Array(count).keys()], (at) => at % 6 === 0 || at === count - 1);
  for (const at of first) {
    await page.unroute('**/deck.json');
    const goOn = await openEarly(page);
    const stop = stops.nth(at);
    await stop.focus();
    const box = await stop.elementHandle();
    const what = await stop.evaluate((one) => one.outerHTML);
    goOn();
    await isDeskHere(page);
    expect.soft(await box?.evaluate((one) => one === document.activeElement), what).toBe(true);
  }
});
