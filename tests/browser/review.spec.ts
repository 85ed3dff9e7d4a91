import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { LEAD, STRANGER } from '../server/safeguarding-key.ts';
import { axeFindings } from './axe-findings.ts';
import { key, pressStart } from './lead.ts';
import { replaceText as putText, text } from './lesson-editor.ts';
import { openTaughtSchool, type TaughtSchool } from './taught-school.ts';
import { noteTroubles } from './troubles.ts';
import { sideways } from './walk-keys.ts';

const LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
/** A key costs a processor a third of a second, which other tests share. */
const COSTLY = { timeout: 60_000 };

const TEXT = `---
title: Friends
subject: safeguarding
stage: KS3
minutes: 20
---

# Friends

## Talk (10 min)

### What Sam asked

Alex listens.

Notes:
Wait for the quiet ones.

### Who helps

An adult you trust.
`;

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.use({ viewport: LAPTOP });

let school: TaughtSchool;
let teacher: Page;
let lead: Page;
const troubles: (readonly string[])[] = [];
test.beforeAll(async ({ browser }) => {
  school = await openTaughtSchool(`review-${test.info().parallelIndex}`);
  const made = await fetch(`${school.staff}api/box/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ words: LEAD, reason: 'first' }),
  });
  expect(made.status).toBe(201);
  [teacher, lead] = [await newPerson(browser), await newPerson(browser)];
});
test.afterAll(async () => {
  await teacher.context().close();
  await lead.context().close();
  await school.kill();
});
test.afterEach(() => expect(troubles.flat()).toEqual([]));

/** Someone at a computer of their own. */
async function newPerson(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: LAPTOP });
  const noted = noteTroubles(context, {
    isOwn: (url) => url.startsWith(school.staff),
    // A wrong key and an old version are answered with these, which browsers write down.
    isExpected: (message) => /status of (?:403|412)/.test(message.text()),
  });
  troubles.push(noted);
  return context.newPage();
}

const saved = (page: Page) => page.locator('.edit-head__state');
const tab = (page: Page) => page.getByRole('button', { name: 'Review', exact: true });
const pane = (page: Page) => page.getByRole('region', { name: 'Review' });
const stored = () => readFileSync(`${school.dataDir}/lessons/friends.review.json`, 'utf8');
const card = (page: Page, slide: number) =>
  page.getByRole('region', { name: new RegExp(`^Slide ${slide}\\b`) });

async function expectGood(page: Page): Promise<void> {
  for (const size of [PHONE, LAPTOP]) {
    await page.setViewportSize(size);
    expect(await axeFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  }
}

async function replaceText(page: Page, words: string): Promise<void> {
  await putText(page, words);
  await expect(saved(page)).toHaveText('Saving…');
  await expect(saved(page)).toHaveText('Saved to your lessons');
}

/** Goes on with Tab until the control has the focus, and presses it. */
async function pressByKey(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button') {
  const wanted = page.getByRole(role, { name });
  await expect(wanted).toBeVisible();
  for (let at = 0; at < 80; at += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return key(page, 'Enter');
    await key(page, 'Tab');
  }
  throw new Error(`No key leads to “${String(name)}”`);
}

async function openStart(page: Page): Promise<void> {
  await page.goto(`${school.staff}present/friends/`);
  await expect(page.getByRole('heading', { name: /^Start: / })).toBeVisible();
}

test('A teacher writes a safeguarding lesson, reads that the approval does not cover it, and asks the lead', async () => {
  await teacher.goto(`${school.staff}edit/`);
  await teacher.getByRole('button', { name: 'New lesson' }).click();
  await teacher.getByLabel('What is it called?').fill('Friends');
  await teacher.keyboard.press('Enter');
  await expect(saved(teacher)).toHaveText('Saved to your lessons');
  await expect(tab(teacher)).toHaveCount(0);
  await replaceText(teacher, TEXT);
  await teacher.getByRole('button', { name: 'Share', exact: true }).click();
  await teacher.getByRole('button', { name: 'Publish to our library' }).click();
  await teacher.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await tab(teacher).click();
  await expect(pane(teacher)).toContainText('Not reviewed yet.');
  expect(await axeFindings(teacher)).toEqual([]);
  await teacher.getByRole('button', { name: 'Ask the safeguarding lead' }).click();
  await expect(pane(teacher)).toContainText('Asked for on');
  await expect(pane(teacher).getByRole('status')).toHaveText('Your lead sees that you asked.');

  await openStart(teacher);
  await expect(teacher.locator('.start__side')).toContainText(
    'the safeguarding lead hasn’t reviewed it yet',
  );
  await pressStart(teacher, 'two');
  await expect(teacher.getByRole('alert')).toContainText(
    'Your safeguarding lead’s review of this lesson.',
  );
  await expect(teacher.getByRole('link', { name: 'Open the review' })).toBeFocused();
  await teacher.goto(`${school.staff}lesson/friends/`);
  await expect(teacher.locator('[data-approval]')).toContainText('hasn’t reviewed it');
  await teacher.goto(`${school.staff}approve/`);
  await expect(teacher.locator('[data-approve="friends"]')).toContainText('hasn’t reviewed it');
});

test('The lead finds the lesson by keys alone, comments on a slide, and reviews it with their words', async () => {
  await lead.goto(`${school.staff}safeguarding/`);
  await expect(lead.getByText('1 lesson waits for a review.')).toBeVisible();
  await pressByKey(lead, 'Lessons to review', 'link');
  await expect(lead).toHaveURL(/\/safeguarding\/review\/$/);
  await expectGood(lead);
  await pressByKey(lead, 'Friends', 'link');
  await expect(lead.getByRole('heading', { level: 1, name: 'Friends' })).toBeVisible();
  await expect(card(lead, 2)).toContainText('Alex listens.');
  await expect(card(lead, 2)).toContainText('Wait for the quiet ones.');
  await expectGood(lead);

  await pressByKey(lead, 'Mark as reviewed');
  await expect(lead.getByRole('status')).toHaveText('First choose who is reviewing.');
  await expect(lead.getByRole('radio', { name: 'Safeguarding lead', exact: true })).toBeFocused();
  await key(lead, 'Space');
  await pressByKey(lead, 'Comment on slide 2');
  await expect(lead.getByLabel('Your comment on slide 2')).toBeFocused();
  await lead.keyboard.type('Say what Sam asked for, softly.');
  await key(lead, 'Tab');
  await key(lead, 'Enter');
  await expect(lead.getByLabel('Your eight words')).toBeFocused();
  await expect(lead.getByRole('alert')).toContainText('A key has 8 different words');
  await lead.keyboard.type(STRANGER);
  await lead.getByRole('button', { name: 'Save the comment' }).click();
  await expect(lead.getByRole('status')).toContainText('These aren’t the words', COSTLY);
  await lead.getByLabel('Your eight words').fill(LEAD);
  await lead.getByRole('button', { name: 'Save the comment' }).click();
  await expect(card(lead, 2).getByRole('listitem')).toContainText('softly', COSTLY);
  await pressByKey(lead, 'Mark as reviewed');
  await expect(lead.getByRole('status')).toHaveText('Reviewed. Thank you.', COSTLY);
  await expect(lead.locator('.lead')).toContainText('Reviewed by the safeguarding lead on');
  await expectGood(lead);
  expect(stored()).not.toMatch(new RegExp(LEAD.split(' ').join('|')));
});

test('The teacher may teach it now, and finds the comment in the margin and in the list', async () => {
  await openStart(teacher);
  await expect(teacher.locator('.start__side')).toContainText('Approved until');
  await expect(teacher.locator('.start__side')).toContainText('Reviewed by the safeguarding lead');
  await teacher.goto(`${school.staff}edit/?lesson=friends`);
  await expect(teacher.locator('.ed-comment')).toHaveCount(1);
  await tab(teacher).click();
  await expect(pane(teacher)).toContainText('Say what Sam asked for, softly.');
  expect(await axeFindings(teacher)).toEqual([]);
  await pane(teacher).getByRole('button', { name: 'Go to line' }).click();
  await expect(text(teacher)).toBeFocused();
  await expect(teacher.locator('.cm-activeLine')).toContainText('What Sam asked');
  await pane(teacher).getByLabel('Your comment on line').fill('I will.');
  await teacher.getByRole('button', { name: 'Board', exact: true }).last().click();
  await expect(pane(teacher)).toHaveCount(0);
  await tab(teacher).click();
  await expect(pane(teacher).getByLabel('Your comment on line')).toHaveValue('I will.');
  await pane(teacher).getByRole('button', { name: 'Save the comment' }).click();
  await expect(pane(teacher)).toContainText('A member of staff');
  await pane(teacher).getByRole('button', { name: 'Resolve' }).first().click();
  await expect(pane(teacher)).toContainText('Resolved by a member of staff');
  await expect(teacher.locator('.ed-comment')).toHaveCount(1);
});

test('A change on a slide suspends the approval until the lead has read that slide', async () => {
  await replaceText(teacher, TEXT.replace('An adult you trust.', 'Nobody.'));
  await expect(pane(teacher)).toContainText('Changed since the safeguarding lead reviewed it');
  await expect(pane(teacher)).toContainText('slide 3.');
  await pane(teacher).getByRole('button', { name: 'Go to slide 3' }).click();
  await expect(teacher.locator('.cm-activeLine')).toContainText('Who helps');
  await openStart(teacher);
  await expect(teacher.locator('.start__side')).toContainText(
    'changed since it was reviewed: slide 3',
  );

  // Still open from before: what is reviewed is what was read.
  await lead.getByRole('button', { name: 'Mark as reviewed' }).click();
  await expect(lead.getByRole('status')).toContainText('changed since you opened it', COSTLY);
  await expect(card(lead, 3)).toContainText('Changed');
  await expect(card(lead, 3)).toContainText('Nobody.');
  const changes = card(lead, 3).locator('.review__changes');
  await expect(changes.locator('del')).toHaveText('removed: An adult you trust. (end) ');
  await expect(changes.locator('ins')).toHaveText('added: Nobody. (end) ');
  await expect(changes).toContainText('Who helps');
  await expect(card(lead, 2).locator('.chip')).toHaveCount(0);
  await expectGood(lead);

  // A comment is for the words it was made on, and is not lost with them.
  await card(lead, 3).getByRole('button', { name: 'Comment' }).click();
  await lead.getByLabel('Your comment on slide 3').fill('Say who.');
  writeFileSync(
    `${school.dataDir}/lessons/friends.md`,
    TEXT.replace('### Who helps\n\nAn adult you trust.', '### Who does help\n\nSomeone.'),
  );
  const save = lead.getByRole('button', { name: 'Save the comment' });
  await save.dblclick();
  await expect(lead.getByRole('status')).toContainText('changed since you opened it', COSTLY);
  await expect(card(lead, 3)).toContainText('Someone.');
  await expect(lead.getByLabel('Your comment on slide 3')).toHaveValue('Say who.');
  await save.dblclick();
  await expect(card(lead, 3).getByRole('listitem')).toHaveText(/Say who\./, COSTLY);
  await lead.getByRole('button', { name: 'Mark as reviewed' }).click();
  await expect(lead.getByRole('status')).toHaveText('Reviewed. Thank you.', COSTLY);
  expect(stored().match(/Say who\./g)).toHaveLength(1);
  await openStart(teacher);
  await expect(teacher.locator('.start__side')).toContainText('Approved until');
});

test('Without its subject it stays a safeguarding lesson, which the editor says, until the lead releases it @thorough', async () => {
  await teacher.goto(`${school.staff}edit/?lesson=friends`);
  await replaceText(teacher, TEXT.replace('subject: safeguarding', 'subject: art'));
  const finding = teacher
    .getByRole('group', { name: 'Suggestion' })
    .filter({ hasText: 'stays one until your safeguarding lead releases it' });
  await expect(finding).toContainText('the help slide');
  await expect(finding.getByRole('button', { name: 'Put it back' })).toBeVisible();
  const asks = teacher.getByRole('alert').filter({ hasText: 'still a safeguarding lesson?' });
  await asks.getByRole('button', { name: 'Leave it out' }).click();
  await expect(asks).toHaveCount(0);
  await expect(finding).toBeVisible();
  await openStart(teacher);
  await expect(teacher.locator('.start__side')).toBeVisible();

  await lead.reload();
  await lead.getByRole('radio', { name: 'Safeguarding lead', exact: true }).check();
  await lead.getByLabel('Your eight words').fill(LEAD);
  await lead.getByText('This isn’t a safeguarding lesson').click();
  await lead.getByRole('button', { name: 'Release this lesson…' }).click();
  const dialog = lead.getByRole('dialog', { name: 'Release this lesson?' });
  await expect(dialog).toContainText('the checks of its words');
  expect(await axeFindings(lead)).toEqual([]);
  await dialog.getByRole('button', { name: 'Release the lesson' }).click();
  await expect(lead.locator('#review')).toContainText('released', COSTLY);
  await openStart(teacher);
  await expect(teacher.locator('.gates')).toHaveCount(0);
});
