import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openFile } from '../../src/open/open-file.ts';
import { axeFindings } from './axe-findings.ts';
import { hostReadSite } from './read-site.ts';
import type { StaticHost } from './static-host.ts';
import { LESSON } from './taught-school.ts';

let host: StaticHost;

test.use({ viewport: { width: 1366, height: 641 } });
test.beforeAll(async () => {
  host = await hostReadSite('taught', '/letters/');
});
test.afterAll(() => host.close());

test('A letter home is copied as text and saved for Word, with what the school has filled in, to be changed before it is sent', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${host.site}school/`);
  await page.getByLabel('Name', { exact: true }).first().fill('Hill School');
  await page.getByRole('radio', { name: 'Wales' }).check();
  await page.goto(`${host.site}print/letter-home/`);
  await expect(page.locator('[data-school="name"]')).toHaveText('Hill School');
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^A lesson about pressure online, and who can help\n\nFrom: Hill School\n/);
  expect(text).toContain('\n\nOn: ____________\n');
  expect(text).toContain(
    '\n\nDear parents and carers,\n\nOn this day your child’s class has a lesson',
  );
  // What holds in its nation, and not in England.
  expect(text).toContain(
    'Relationships and Sexuality Education, which schools in Wales must teach.',
  );
  expect(text).not.toContain('England');
  expect(text).toContain('\n- NSPCC helpline 0808 800 5000 help@nspcc.org.uk ');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save for Word' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('letter-home.docx');
  const opened = openFile({ name: 'letter.docx', bytes: readFileSync(await saved.path()) });
  expect(opened).toMatchObject({ kind: 'opened' });
  expect(JSON.stringify(opened)).toContain('Hill School');
  expect(await axeFindings(page)).toEqual([]);
  await page.goto(`${host.site}parents/`);
  await expect(page.getByText('In Wales there is no right to be left out')).toBeVisible();
  // The notice is sent as well, to the lead and to IT.
  await page.goto(`${host.site}print/${LESSON}/notice/`);
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  const notice = await page.evaluate(() => navigator.clipboard.readText());
  expect(notice).toMatch(/^A lesson is coming\n/);
  expect(notice).toContain('School Hill School');
  expect(notice).toContain('Class ____________');
  expect(notice).toContain(
    '- Parents and carers have been told, and where they can see everything',
  );
  await page.goto(`${host.site}print/question-slips/`);
  await expect(page.getByRole('button', { name: 'Print this page' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save for Word' })).toHaveCount(0);
});
