import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { approveHere } from './approve.ts';
import { axeFindings } from './axe-findings.ts';
import { closePoll, getReady, key, pressStart } from './lead.ts';
import { writeReadySchool } from './ready-school.ts';
import { LESSON, openTaughtSchool, writeTaughtHome, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  const name = `before-lesson-${test.info().parallelIndex}`;
  const home = writeTaughtHome(name);
  cpSync(
    fileURLToPath(new URL('../../lessons/rehearsal.md', import.meta.url)),
    `${home}/lessons/rehearsal.md`,
  );
  school = await openTaughtSchool(name, home);
});
test.afterAll(() => school.kill());

async function openStart(page: Page): Promise<void> {
  await page.goto(`${school.staff}present/${LESSON}/`);
  await expect(page.getByRole('heading', { name: /^Start: / })).toBeVisible();
}

test('[TB9] The link to the approval opens a page that has nothing else, and Back finds all that was typed @thorough', async ({
  page,
  context,
}) => {
  rmSync(join(school.dataDir, 'school.json'));
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStart(page);
  await page.getByLabel('How many pupils are here today?').fill('24');
  await page.getByLabel('Who is in the building?').fill('The deputy');
  await page.locator('#tick-pupils').check();
  await expect(
    page.getByText('Its authors have not had it reviewed by a safeguarding lead yet.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Copy the message' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'Could you approve a Wholeclass lesson for this term?',
  );
  expect(await page.getByRole('link', { name: 'E-mail it' }).getAttribute('href')).toMatch(
    /^mailto:\?subject=Please%20approve/,
  );
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('link', { name: 'Open the approval' }).click();
  await expect(page.getByRole('heading', { name: 'Please approve this lesson' })).toBeInViewport();
  await expect(page.getByText('A teacher sent you this link.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await approveHere(page, 'I’m a deputy');

  await page.goBack();
  await expect(
    page.getByText(/^Approved until .* by the deputy safeguarding lead, /),
  ).toBeVisible();
  await expect(page.getByLabel('How many pupils are here today?')).toHaveValue('24');
  await expect(page.getByLabel('Who is in the building?')).toHaveValue('The deputy');
  await expect(page.locator('#tick-lead')).toBeChecked();
  await expect(page.locator('#tick-pupils')).toBeChecked();

  await page.goto(`${school.staff}lesson/${LESSON}/`);
  const before = page.locator('.plan-before');
  await expect(before).toContainText(
    /Approved until .* by the deputy safeguarding lead, .* by a request link/,
  );
  await expect(before).toContainText(
    'Its authors have not had it reviewed by a safeguarding lead yet.',
  );
});

test('The lesson page asks for an approval that is missing, beside Teach, with a message ready to send, remembers that it asked, and calls no lesson ready @thorough', async ({
  page,
  context,
}) => {
  rmSync(join(school.dataDir, 'school.json'), { force: true });
  rmSync(join(school.dataDir, 'approvals'), { recursive: true, force: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${school.staff}lesson/${LESSON}/`);
  const approval = page.locator('[data-approval]');
  await expect(approval).toContainText('Your safeguarding lead has not approved this yet.');
  await approval.getByText('Ask them', { exact: true }).click();
  await expect(approval).toContainText('Could you approve a Wholeclass lesson for this term?');
  await approval.getByRole('button', { name: 'Copy the message' }).click();
  await expect(approval.getByText('Copied.')).toBeVisible();
  await page.reload();
  await expect(approval).toContainText('You asked your safeguarding lead on');
  await approval.getByText('Remind them', { exact: true }).click();
  await expect(approval.getByRole('link', { name: 'E-mail it' })).toHaveAttribute(
    'href',
    /^mailto:/,
  );
  await expect(page.getByRole('link', { name: 'Open the approval' })).toHaveAttribute(
    'href',
    /^\.\.\/\.\.\/approve\/for-the-whole-world-to-see\/\?from=lesson#ask=[0-9a-f]{64}$/,
  );
  await expect(page.locator('main')).not.toContainText(/Ready to teach|\bReady\b/);
  expect(await axeFindings(page)).toEqual([]);
  writeReadySchool(school.dataDir);
  await page.reload();
  await expect(approval).toContainText('Approved until');
});

test('An open lesson page has at most 900 words, and fits 390 pixels and 400 % zoom @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}lesson/${LESSON}/`);
  await expect(page.locator('[data-shown]').first()).toBeVisible();
  const words = await page.evaluate(
    () => document.querySelector<HTMLElement>('main')?.innerText.split(/\s+/).length,
  );
  expect(words).toBeLessThanOrEqual(900);
  for (const width of [820, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  expect(await axeFindings(page)).toEqual([]);
});

test('[TB17] A wrong end time and an empty class are refused with a sentence, and nothing starts', async ({
  page,
}) => {
  writeReadySchool(school.dataDir);
  await openStart(page);
  await getReady(page);
  await page.getByLabel('Lesson ends at').fill('banana');
  await pressStart(page, 'one');
  await expect(page.getByRole('alert')).toContainText(
    'Enter the end time like 10:40, at most six hours from now, or leave it empty.',
  );
  await expect(page.getByLabel('Lesson ends at')).toBeFocused();
  await page.getByLabel('Lesson ends at').fill('');
  await page.getByLabel('How many pupils are here today?').fill('0');
  await pressStart(page, 'one');
  await expect(page.getByRole('alert')).toContainText(
    'Enter how many pupils are here: at least 1.',
  );
  await expect(page.getByLabel('How many pupils are here today?')).toBeFocused();
  await expect(page.getByRole('heading', { name: /^Start: / })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('[TB10] While a lesson runs every page leads back to it, Teach says Return, and no other lesson opens over it unasked @thorough', async ({
  page,
}) => {
  writeReadySchool(school.dataDir);
  await page.clock.install({ time: new Date().setHours(10, 0) });
  await openStart(page);
  await getReady(page);
  await page.locator('#bell').fill('10:50');
  await pressStart(page, 'one');
  await key(page, 'ArrowRight');
  const running = page.getByRole('complementary', { name: 'A lesson is running' });
  const forEveryone = ['comebacks/', 'help/', 'parents/', 'supporters/', 'privacy/'];
  for (const path of [
    '',
    `lesson/${LESSON}/`,
    'school/',
    'print/',
    `print/${LESSON}/worksheet/`,
    'safeguarding/',
    'room-check/',
    ...forEveryone,
  ]) {
    await page.goto(school.staff + path);
    await expect(running).toContainText('Pressure, and who can help');
    await expect(running).toHaveCSS('display', 'flex');
    await expect(running.getByRole('link', { name: 'Return to the lesson' })).toHaveAttribute(
      'href',
      `${school.staff}present/${LESSON}/`,
    );
  }
  await page.goto(`${school.staff}lesson/${LESSON}/`);
  await expect(page.getByRole('link', { name: 'Return to this lesson' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Practise' })).toBeHidden();
  expect(await axeFindings(page)).toEqual([]);

  await page.goto(`${school.staff}present/rehearsal/?rehearse`);
  await expect(page.getByRole('heading', { name: 'A lesson is running' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const ways = page.locator('.calm__row > *');
  await expect(ways.first()).toHaveText('Return to it');
  // Once its end is past, it was forgotten: what was asked for comes first.
  await page.clock.setSystemTime(new Date().setHours(11, 0));
  await page.reload();
  await expect(page.getByText(/^“Pressure, and who can help” was to end at /)).toBeVisible();
  await expect(ways.first()).toHaveText(/^Open “.+” as well$/);
  await expect(ways.first()).toHaveClass(/button--main/);
  await page.goto(school.staff);
  await expect(running).toContainText('was to end at 10:50');
  await running.getByRole('link', { name: 'Return to the lesson' }).click();
  await expect(page.getByRole('navigation', { name: 'The board' })).toBeVisible();
  await key(page, 'f');
  await page.getByRole('button', { name: 'Finish the lesson' }).click();
  await page.goto(school.staff);
  await expect(running).toHaveCount(0);
});

test('[TB11] A rehearsal opens with the notes at once, and board and desk say the same of the pretend class @thorough', async ({
  page,
  context,
}) => {
  await page.goto(`${school.staff}present/rehearsal/?rehearse`);
  await expect(page.locator('.notes')).toBeVisible();
  await expect(page.getByText('The board is not open on any screen.')).toHaveCount(0);
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open the board' }).click();
  const board = await opened;
  await board.getByRole('button', { name: 'Start the board' }).click();
  for (let turns = 0; turns < 12; turns += 1) {
    if (await page.getByRole('button', { name: /^Ask/ }).isVisible()) break;
    await key(page, 'ArrowRight');
  }
  await key(page, 'a');
  await expect(page.getByRole('heading', { name: 'Poll is open · pretend class' })).toBeVisible();
  await expect(page.getByText(/^(25|30)\+$/)).toBeVisible({ timeout: 20_000 });
  await expect(board.locator('section.present')).toContainText(
    /A pretend class is answering\. (25|30)\+ answers in\./,
  );
  await expect(board.locator('section.present')).not.toContainText('counts hands');
  await closePoll(page);
});
