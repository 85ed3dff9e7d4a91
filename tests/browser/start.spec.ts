import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readSchoolText } from '../../src/school/read-school.ts';
import { writeSchool } from '../../src/school/school.ts';
import { axeFindings } from './axe-findings.ts';
import { getReady, inMenu, pressStart, sayWhoIsIn, startBoard } from './lead.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  school = await openTaughtSchool(`start-${test.info().parallelIndex}`);
});
test.afterAll(() => school.kill());

const start = (page: Page) => page.getByRole('button', { name: 'Start the lesson' });

async function openStart(page: Page): Promise<void> {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await expect(page.getByText(/^Approved until/)).toBeVisible();
}

/** The three ticks of today, which no number counts. */
async function tickToday(page: Page): Promise<void> {
  await sayWhoIsIn(page);
  for (const tick of ['watched', 'pupils']) await page.locator(`#tick-${tick}`).check();
}

async function finish(page: Page): Promise<void> {
  await inMenu(page, 'Finish lesson');
  await page.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(page.getByRole('heading', { name: 'The lesson is finished' })).toBeVisible();
}

test('From the library to the first slide are at most seven presses the first time and four later, beside the ticks, and all but the ticks is as last time', async ({
  context,
}) => {
  const page = await context.newPage();
  let presses = 0;
  const press = async (name: string | RegExp, role: 'button' | 'link' = 'button', on = page) => {
    await on.getByRole(role, { name }).first().click();
    presses += 1;
  };
  const start = async (settle: () => Promise<void>) => {
    presses = 0;
    await page.goto(school.staff);
    await press(/Pressure, and who can help/, 'link');
    // All six versions and the button are in sight on a laptop.
    const teach = page.getByRole('link', { name: /^Teach this lesson/ });
    await expect(teach).toBeInViewport({ ratio: 1 });
    await press(/^Teach this lesson/, 'link');
    await expect(page.getByText(/^Approved until/)).toBeVisible();
    await settle();
    await tickToday(page);
    const opened = context.waitForEvent('page');
    await press('Start the lesson');
    const board = await opened;
    await press('Start the board', 'button', board);
    await expect(
      board.locator('section.present[data-slide="pressure-and-who-can-help"]'),
    ).toBeVisible();
    return board;
  };
  const board = await start(async () => {
    await page.getByRole('radio', { name: '40 minutes' }).check();
    await page.getByRole('radio', { name: 'Shared tablets' }).check();
    await page.getByRole('radio', { name: /^Two screens/ }).check();
    presses += 3;
    await page.getByLabel('How many pupils are here today?').fill('24');
  });
  expect(presses).toBeLessThanOrEqual(7);
  await finish(page);
  await board.close();

  // The computer has one picture here, which is never passed over in silence.
  await start(async () => {
    await expect(page.getByRole('radio', { name: '40 minutes' })).toBeChecked();
    await expect(page.getByRole('radio', { name: 'Shared tablets' })).toBeChecked();
    await expect(page.getByLabel('How many pupils are here today?')).toHaveValue('24');
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await page.getByRole('radio', { name: /^Two screens/ }).check();
  });
  expect(presses).toBeLessThanOrEqual(4);
  await finish(page);
});

test('The start fits a laptop without scrolling, and 820, 390 and 320 pixels without scrolling sideways @thorough', async ({
  page,
}) => {
  await openStart(page);
  for (const part of [start(page), page.locator('#tick-pupils'), page.locator('#tick-lead')]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
  expect(await axeFindings(page)).toEqual([]);
  for (const width of [820, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  expect(await axeFindings(page)).toEqual([]);
});

test('[TB17] An end time is answered at once, and a version that is too long is changed by one press @thorough', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-11-24T09:48:00'));
  await openStart(page);
  const answer = page.locator('#bell-help');
  await expect(answer).toHaveText('It takes 50 minutes');
  await page.getByLabel('Lesson ends at').fill('10:40');
  await expect(answer).toHaveText('It fits, with 2 minutes spare');
  await page.getByLabel('Lesson ends at').fill('10:30');
  await expect(answer).toHaveText('8 minutes over');
  await page.getByRole('button', { name: 'Use the 40-minute version' }).click();
  await expect(answer).toHaveText('It fits, with 2 minutes spare');
  await expect(page.getByRole('radio', { name: '40 minutes' })).toBeChecked();
  await page.getByLabel('Lesson ends at').fill('banana');
  await expect(answer).toHaveText('Write it like 10:40.');
});

test('By the school’s lesson times the start knows when the period ends, what is typed stays, and the length of lessons chooses the version @thorough', async ({
  browser,
}) => {
  const path = join(school.dataDir, 'school.json');
  const text = readFileSync(path, 'utf8');
  const periods = [
    { starts: '08:35', ends: '09:15' },
    { starts: '09:25', ends: '10:05' },
  ];
  const timed = readSchoolText(text).school;
  writeFileSync(path, writeSchool({ ...timed, day: { minutes: 40, periods } }));
  const context = await browser.newContext({ viewport: { width: 1366, height: 641 } });
  const page = await context.newPage();
  await page.clock.setFixedTime('2026-12-01T09:20:00');
  await page.goto(`${school.staff}lesson/${LESSON}/`);
  await expect(page.getByRole('radio', { name: '40 minutes' })).toBeChecked();
  await openStart(page);
  const ends = page.getByLabel('Lesson ends at');
  await expect(ends).toHaveValue('10:05');
  await expect(page.getByText('Period 2', { exact: true })).toBeVisible();
  await ends.fill('10:00');
  const offer = page.getByRole('button', { name: 'Ends at 10:05 (period 2)' });
  await expect(offer).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  await expect(ends).toHaveValue('10:00');
  await offer.click();
  await expect(ends).toHaveValue('10:05');
  await page.close();
  // Between periods, and without times, it is as it was.
  const later = await context.newPage();
  await later.clock.setFixedTime('2026-12-01T12:20:00');
  await openStart(later);
  await expect(later.getByLabel('Lesson ends at')).toHaveValue('');
  await expect(later.getByText(/[Pp]eriod \d/)).toHaveCount(0);
  await context.close();
  writeFileSync(path, text);
});

test('[TW15] Fewer than ten pupils: the start says that no results are shown @thorough', async ({
  page,
}) => {
  await openStart(page);
  await page.getByLabel('How many pupils are here today?').fill('9');
  await expect(page.getByText(/^Too few to show results/)).toBeVisible();
  await expect(page.locator('#tick-pupils')).toBeInViewport({ ratio: 1 });
  await page.getByLabel('How many pupils are here today?').fill('10');
  await expect(page.getByText(/^Too few to show results/)).toHaveCount(0);
});

test('Start is never greyed out: pressed early it goes to the first thing that is missing and names all, and one screen needs no second window @thorough', async ({
  page,
}) => {
  await openStart(page);
  await expect(page.getByRole('radio', { name: /^One screen/ })).toBeChecked();
  await expect(page.getByText('We found one screen.')).toBeVisible();
  await expect(start(page)).toBeEnabled();
  await start(page).click();
  await expect(page.getByRole('alert')).toContainText('Tick “I have watched the film');
  await expect(page.getByRole('alert')).toContainText('Tick “I know who may find this hard');
  await expect(page.locator('#tick-watched')).toBeFocused();
  await page.keyboard.press('Space');
  await start(page).click();
  await expect(page.getByRole('alert')).toContainText('lead or deputy who is in today');
  await expect(page.locator('#lead-today')).toBeFocused();
  await getReady(page);
  await pressStart(page, 'one');
  await expect(page.getByRole('navigation', { name: 'The board' })).toBeVisible();
});

test('The class’s own things are not remembered: neither who is in, nor the ticks', async ({
  context,
}) => {
  const page = await context.newPage();
  await openStart(page);
  await getReady(page);
  const opened = context.waitForEvent('page');
  await pressStart(page, 'two');
  await startBoard(await opened);
  const saved = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(saved).not.toMatch(/The lead|watched/);
});
