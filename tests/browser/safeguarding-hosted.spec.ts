import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildPages } from '../../src/cli/build-pages.ts';
import { EMPTY_SCHOOL, writeSchool } from '../../src/school/school.ts';
import { SETUP_FILE } from '../../src/server/schools/setup-code.ts';
import { serve, type Serving } from '../../src/server/main.ts';
import { axeFindings } from './axe-findings.ts';
import { writeTaughtHome } from './taught-school.ts';

const KEY = 'kestrel granite osprey';
// A folder for each time the tests begin: one process may run some of them, clear up, and begin again.
let dataDir = '';

let serving: Serving;
test.use({ viewport: { width: 390, height: 844 } });
test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  // A youth club: the page speaks of a leader there.
  writeFileSync(
    join(dataDir, 'school.json'),
    writeSchool({ ...EMPTY_SCHOOL, setting: 'youth-work' }),
  );
  const settings = {
    home: writeTaughtHome('safeguarding'),
    dataDir,
    staffHost: '127.0.0.1',
    staffPort: 0,
    pupilPorts: [0],
    publicUrl: null,
  };
  serving = await serve({
    settings: { ...settings, staffKey: KEY },
    pages: await buildPages(),
    log: () => {},
  });
});
test.afterAll(async () => {
  await serving.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('[R25] Where staff sign in, the first key needs the setup code that IT has in a file', async ({
  page,
}) => {
  test.slow();
  await page.goto(`${serving.staffUrl}safeguarding/`);
  await page.getByLabel('Staff key').fill(KEY);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Make a key' }).click({ timeout: 60_000 });
  const words = await page.locator('.key-card__words li').allInnerTexts();
  await page.getByRole('button', { name: 'I’ve written them down' }).click();
  await page.getByLabel('Your eight words').fill(words.join(' '));
  await page.getByLabel('Setup code').fill('BCDF-2345-GHJK');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('alert').filter({ hasText: 'This isn’t the setup code.' }),
  ).toBeVisible({ timeout: 30_000 });
  expect(await axeFindings(page)).toEqual([]);
  const code = readFileSync(join(dataDir, SETUP_FILE), 'utf8').split('\n', 1)[0] ?? '';
  await page.getByLabel('Setup code').fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No notes are waiting' })).toBeFocused({
    timeout: 60_000,
  });
  await expect(page.getByText('Only you have a key.')).toBeVisible();
  expect(await page.locator('main').innerText()).not.toMatch(/teacher|pupil|school/i);
});
