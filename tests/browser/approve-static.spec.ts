import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { approveHere } from './approve.ts';
import { axeFindings } from './axe-findings.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { LESSON } from './taught-school.ts';

test.use({ viewport: { width: 1366, height: 641 } });

let host: StaticHost;
test.beforeAll(async () => {
  host = await hostReadSite('taught', '/lessons-site/');
});
test.afterAll(() => host.close());

async function newPerson(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return context.newPage();
}

const approval = (page: Page) => page.locator('[data-approval]');

async function askFor(teacher: Page): Promise<string> {
  await teacher.goto(`${host.site}lesson/${LESSON}/`);
  await approval(teacher)
    .getByText(/^(Ask them|Ask again|Remind them)$/)
    .click();
  await approval(teacher).getByRole('button', { name: 'Copy the message' }).click();
  await expect(approval(teacher).getByText('Copied.')).toBeVisible();
  const open = approval(teacher).getByRole('link', { name: 'Open the approval' });
  return new URL((await open.getAttribute('href')) ?? '', teacher.url()).href;
}

test('On a site of files the lead’s answer comes back as a link or a file to the browser that asked, and works there once @thorough', async ({
  browser,
}) => {
  const [teacher, lead] = [await newPerson(browser), await newPerson(browser)];
  await lead.goto(await askFor(teacher));
  await expect(lead.getByText('A teacher asked you from another computer.')).toBeVisible();
  await lead.getByRole('button', { name: 'Confirm all' }).click();
  for (const tick of await lead.locator('[id^="gate-"]').all()) await tick.check();
  await lead.getByRole('radio', { name: 'I’m a deputy' }).check();
  await lead.getByRole('button', { name: 'Approve for this term' }).click();
  await expect(lead.getByText('Your answer is ready.')).toBeVisible();
  expect(await axeFindings(lead)).toEqual([]);
  const saved = lead.waitForEvent('download');
  await lead.getByRole('button', { name: 'Save it as a file' }).click();
  const file = await (await saved).path();
  await lead.getByRole('button', { name: 'Copy the answer link' }).click();
  await expect(lead.getByText('Copied.')).toBeVisible();
  const answer = await lead.evaluate(() => navigator.clipboard.readText());

  // In a browser that did not ask, it approves nothing.
  const other = await newPerson(browser);
  await other.goto(answer);
  await expect(approval(other)).toContainText('This browser didn’t ask for this answer.');
  await expect(approval(other)).toContainText('has not approved this yet');

  await teacher.goto(answer);
  const given = /Approved until .* by the deputy safeguarding lead, .*, by a request link\./;
  await expect(approval(teacher)).toContainText(given);
  await teacher.goto(`${host.site}present/${LESSON}/`);
  await expect(teacher.locator('.start__side')).toContainText(given);
  await teacher.goto(`${host.site}help/adults/`);
  await expect(teacher.locator('main')).toContainText('Checked on');

  // A second time it says so.
  await teacher.goto(answer);
  await expect(approval(teacher)).toContainText('This request was answered on');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ wholeclass: 'answer', v: 1 });
  for (const one of [teacher, lead, other]) await one.context().close();
});

test('On a site of files the lead can answer in the teacher’s own browser, and the page says that it cannot check who they are @thorough', async ({
  browser,
}) => {
  const teacher = await newPerson(browser);
  await teacher.goto(`${host.site}approve/${LESSON}/`);
  await expect(teacher.getByText('This page can’t check who you are.')).toBeVisible();
  expect(await approveHere(teacher)).toBe(7);
  await teacher.goto(`${host.site}lesson/${LESSON}/`);
  await expect(approval(teacher)).toContainText('in this browser.');
  await teacher.context().close();
});

test('On a site of files an answer that comes as a file is read on the lesson’s page @thorough', async ({
  browser,
}) => {
  const [teacher, lead] = [await newPerson(browser), await newPerson(browser)];
  await lead.goto(await askFor(teacher));
  await lead.getByRole('button', { name: 'Not yet' }).click();
  await lead.getByRole('radio', { name: 'I’m the safeguarding lead' }).check();
  await lead.getByLabel('What should change first?').fill('Please change slide 3.');
  await lead.getByRole('button', { name: 'Send the note' }).click();
  const saved = lead.waitForEvent('download');
  await lead.getByRole('button', { name: 'Save it as a file' }).click();
  const file = await (await saved).path();
  await teacher.getByLabel('Open their answer').setInputFiles({
    name: 'half.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"half":'),
  });
  await expect(approval(teacher)).toContainText('This isn’t an answer');
  await teacher.getByLabel('Open their answer').setInputFiles(file);
  await expect(approval(teacher)).toContainText('“Please change slide 3.”');
  for (const one of [teacher, lead]) await one.context().close();
});
