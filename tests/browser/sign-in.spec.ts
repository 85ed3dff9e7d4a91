import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { serve, type Serving } from '../../src/server/main.ts';
import { axeFindings } from './axe-findings.ts';
import { writeReadySchool } from './ready-school.ts';
import { LESSON, writeTaughtHome } from './taught-school.ts';
import { getReady } from './lead.ts';

const KEY = 'kestrel granite osprey';
const dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-'));

let serving: Serving;
test.use({ viewport: { width: 820, height: 1180 } });
test.beforeAll(async () => {
  writeReadySchool(dataDir);
  const settings = { home: writeTaughtHome('sign-in'), dataDir, staffHost: '127.0.0.1', staffPort: 0, pupilPorts: [0], publicUrl: null };
  serving = await serve({ settings: { ...settings, staffKey: KEY }, pages: await buildPages(), said: () => undefined });
});
test.afterAll(async () => {
  await serving.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('Staff sign in where they wanted to go, are told of a wrong key, and sign out', async ({ page }) => {
  test.slow();
  await page.goto(`${serving.staffUrl}lesson/${LESSON}/`);
  await expect(page.getByLabel('Staff key')).toBeFocused();
  await page.keyboard.type('kestrel granite');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That key isn’t right. Check capital letters and spaces, then try again.')).toBeVisible();
  await expect(page.getByLabel('Staff key')).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.type(KEY);
  await page.keyboard.press('Enter');
  // The first page of a server that has just started, in this very process.
  await expect(page.getByRole('heading', { name: 'For the Whole World to See' })).toBeVisible({ timeout: 20_000 });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.goto(`${serving.staffUrl}present/${LESSON}/`);
  await getReady(page);
  await page.getByRole('button', { name: /Only this one/ }).click();
  await page.goto(serving.staffUrl);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Staff key')).toBeFocused();
  expect(await page.context().cookies()).toEqual([]);
});
