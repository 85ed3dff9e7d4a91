import { readFileSync, rmSync } from 'node:fs';
import { filesIn } from '../files-in.ts';
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { key } from './lead.ts';
import { leaveNotes } from './leave-note.ts';
import { openTaughtSchool, type TaughtSchool } from './taught-school.ts';
import { sideways } from './walk-keys.ts';

const NOTE = 'heron-lantern: I am scared of someone';
const OTHER = 'osprey-kettle: what is consent?';
const LAPTOP = { width: 1366, height: 641 };
const PHONE = { width: 390, height: 844 };

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.use({ viewport: LAPTOP });

/** A key costs a processor a third of a second, which other tests share. */
const COSTLY = { timeout: 60_000 };

let school: TaughtSchool;
let words: readonly string[] = [];
test.beforeAll(async () => {
  school = await openTaughtSchool('safeguarding');
});
test.afterAll(() => school.kill());

const inFiles = () =>
  filesIn(school.dataDir).some((name) =>
    readFileSync(`${school.dataDir}/${name}`, 'latin1').includes('heron-lantern'),
  );
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 2, name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Goes on with Tab until the control has the focus, as someone without a mouse does, and presses it. */
async function pressByKey(
  page: Page,
  name: string,
  role: 'button' | 'link' = 'button',
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await expect(wanted).toBeVisible();
  for (let at = 0; at < 60; at += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return key(page, 'Enter');
    await key(page, 'Tab');
  }
  throw new Error(`No key leads to “${name}”`);
}

async function expectGood(page: Page): Promise<void> {
  for (const size of [PHONE, LAPTOP]) {
    await page.setViewportSize(size);
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  }
}

async function typeWords(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Your eight words').fill(typed);
  await page.getByLabel('Your eight words').press('Enter');
}

test('[R25] A note that a lesson left is counted in the library, and a key is made for it by keys alone', async ({
  page,
}) => {
  await leaveNotes(school, [NOTE, OTHER]);
  await page.goto(school.staff);
  await expect(heading(page, '2 notes are waiting for your safeguarding lead')).toBeVisible();
  expect(await page.content()).not.toContain('heron');
  await pressByKey(page, 'Make the key', 'link');
  await expect(page).toHaveURL(/\/safeguarding\/$/);
  await expect(page.getByText('2 notes are waiting for your safeguarding lead.')).toBeVisible();
  await expectGood(page);
  await pressByKey(page, 'Make a key');
  await expect(heading(page, 'Write these words down')).toBeFocused();
  words = await page.locator('.key-card__words li').allInnerTexts();
  expect(words).toHaveLength(8);
  await expectGood(page);
  await pressByKey(page, 'I’ve written them down');
  await expect(heading(page, 'Type the words once')).toBeFocused();
  expect(await page.content()).not.toContain(words.join(''));
  await typeWords(page, 'acorn ambre');
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: '“ambre” isn’t on our list of words. Did you mean “amber”?' }),
  ).toBeVisible();
  await typeWords(page, words.toReversed().join(' '));
  await expect(
    page.getByRole('alert').filter({ hasText: 'These aren’t the words of the new key.' }),
  ).toBeVisible();
  await expectGood(page);
  expect(inFiles()).toBe(true);
  await typeWords(page, words.join(', ').toUpperCase());
  await expect(heading(page, '2 notes are waiting')).toBeFocused(COSTLY);
  await expect(page.getByText(NOTE)).toBeVisible();
  expect(inFiles()).toBe(false);
  await expectGood(page);
});

test('[R25] Without the words nothing of a note is shown, and wrong ones get the reason', async ({
  page,
}) => {
  await page.goto(`${school.staff}safeguarding/`);
  await expect(heading(page, 'Open the notes')).toBeVisible();
  await expectGood(page);
  await typeWords(page, 'acorn amber');
  await expect(
    page.getByRole('alert').filter({ hasText: 'A key has 8 different words. You’ve typed 2.' }),
  ).toBeVisible();
  await typeWords(page, words.toReversed().join(' '));
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: 'These words don’t open the notes. Check each word against your card.' }),
  ).toBeVisible(COSTLY);
  await expect(page.getByLabel('Your eight words')).toHaveAttribute('aria-invalid', 'true');
  await expectGood(page);
  expect(await page.content()).not.toContain('heron');
});

test('[R26] A note is marked as dealt with and had back by keys alone, and what is closed is out of the page @thorough', async ({
  page,
}) => {
  await page.goto(`${school.staff}safeguarding/`);
  await page.getByLabel('Your eight words').focus();
  await page.keyboard.type(words.join(' '));
  await key(page, 'Enter');
  await expect(heading(page, '2 notes are waiting')).toBeFocused(COSTLY);
  // What worries comes first.
  await expect(page.getByRole('listitem').first()).toContainText(NOTE);
  await expect(page.getByText('Read this first')).toHaveCount(1);
  await pressByKey(page, 'Mark as dealt with note 1');
  await expect(heading(page, '1 note is waiting')).toBeFocused(COSTLY);
  await expect(
    page.getByText('Marked as dealt with. You can undo this for 24 hours.'),
  ).toBeVisible();
  await expect(heading(page, 'Dealt with in the last 24 hours')).toBeVisible();
  await expectGood(page);
  await page.reload();
  await typeWords(page, words.join(' '));
  await expect(heading(page, '1 note is waiting')).toBeFocused(COSTLY);
  await pressByKey(page, 'Undo note 1');
  await expect(heading(page, '2 notes are waiting')).toBeFocused(COSTLY);
  await pressByKey(page, 'Mark as dealt with note 1');
  await expect(heading(page, '1 note is waiting')).toBeFocused(COSTLY);
  await pressByKey(page, 'Mark as dealt with note 1');
  await expect(heading(page, 'No notes are waiting')).toBeFocused(COSTLY);
  await pressByKey(page, 'Close the notes');
  await expect(heading(page, 'Open the notes')).toBeVisible();
  expect(await page.content()).not.toMatch(/heron|osprey/);
  await page.goto(school.staff);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(heading(page, /waiting for your safeguarding lead/)).toHaveCount(0);
});

test('[R26] Notes that were closed stay closed, whatever is answered afterwards', async ({
  page,
}) => {
  await leaveNotes(school, ['dunlin']);
  await page.goto(`${school.staff}safeguarding/`);
  await typeWords(page, words.join(' '));
  await expect(page.getByText('dunlin')).toBeVisible(COSTLY);
  let answer = () => {};
  const closed = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/box', async (route) => {
    const response = await route.fetch();
    await closed;
    await route.fulfill({ response });
  });
  const answered = page.waitForResponse('**/api/box');
  await button(page, 'Mark as dealt with note 1').click();
  await button(page, 'Close the notes').click();
  answer();
  await (await answered).finished();
  await expect(heading(page, 'Open the notes')).toBeVisible();
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))),
  );
  await expect(heading(page, 'Open the notes')).toBeVisible();
  expect(await page.content()).not.toContain('dunlin');
});

test('[R25] A deputy gets a key from a person who has one; a lost key is replaced with a plain warning, and what it sealed stays sealed @thorough', async ({
  page,
}) => {
  await leaveNotes(school, ['siskin']);
  await page.goto(`${school.staff}safeguarding/`);
  await typeWords(page, words.join(' '));
  await button(page, 'Make a key for a deputy').click(COSTLY);
  await expect(heading(page, 'Make a key for a deputy')).toBeFocused();
  await button(page, 'Show me eight words').click();
  const deputy = await page.locator('.key-card__words li').allInnerTexts();
  await button(page, 'I’ve written them down').click();
  await typeWords(page, deputy.join(' '));
  await expect(page.getByText('siskin')).toBeVisible(COSTLY);
  await expect(page.getByText('2 people have a key.')).toBeVisible();
  await button(page, 'Close the notes').click();

  await page.getByText('I’ve lost my words').click();
  await button(page, 'Make a new key').click();
  await expect(
    page.getByText('Notes that are waiting now can’t be opened with the new key.'),
  ).toBeVisible();
  await expectGood(page);
  await button(page, 'Show me eight words').click();
  const fresh = await page.locator('.key-card__words li').allInnerTexts();
  await button(page, 'I’ve written them down').click();
  await typeWords(page, fresh.join(' '));
  await expect(page.getByText('1 more note was sealed to another key.')).toBeVisible(COSTLY);
  await expect(page.getByText('siskin')).toHaveCount(0);
  await expectGood(page);
  await button(page, 'Close the notes').click();
  await typeWords(page, deputy.join(' '));
  await expect(page.getByText('siskin')).toBeVisible(COSTLY);
});

test('[R25] The card is printed alone, on one page of A4, in black and white', async ({ page }) => {
  rmSync(`${school.dataDir}/safeguarding-key.json`);
  await page.goto(`${school.staff}safeguarding/`);
  await button(page, 'Make a key').click();
  await expect(page.locator('.key-card__words li')).toHaveCount(8);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const seen of ['Key for the notes of a question box', 'Look after this card']) {
    await expect(page.getByText(seen)).toBeVisible();
  }
  for (const unseen of ['Write these words down']) await expect(heading(page, unseen)).toBeHidden();
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
});
