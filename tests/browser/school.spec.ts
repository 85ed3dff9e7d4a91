import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readSchoolText } from '../../src/school/read-school.ts';
import { axeFindings } from './axe-findings.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';
import { sideways, walkFormByKeys, ZOOMED } from './walk-keys.ts';

let school: TaughtSchool;

test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  school = await openTaughtSchool(`school-${test.info().parallelIndex}`);
});
test.beforeEach(() => rmSync(join(school.dataDir, 'school.json'), { force: true }));
test.afterAll(() => school.kill());

async function openPage(page: Page): Promise<void> {
  await page.goto(`${school.staff}school/`);
  await expect(page.getByLabel('Safeguarding lead', { exact: true })).toBeVisible();
  // The lessons to hand out come after the rest of the page.
  await expect(page.getByRole('heading', { name: 'Hand it to all staff' })).toBeVisible({
    timeout: 20_000,
  });
}

const saved = (page: Page) => page.getByText('Saved.', { exact: true });

test('A school is filled in, saved as it goes, undone, carried as one file and read back; a wrong file loses nothing', async ({
  page,
}) => {
  await openPage(page);
  const lead = page.getByLabel('Safeguarding lead', { exact: true });
  await expect(page.getByRole('link', { name: 'The safeguarding lead’s name' })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Hillside School');
  await lead.fill('First name');
  await lead.fill('The lead');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lead).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await lead.fill('The lead');
  await page.getByLabel('A deputy', { exact: true }).check();
  await page.getByRole('checkbox', { name: 'CEOP Safety Centre' }).check();
  await expect(page.getByText(/Checked on .* by the deputy safeguarding lead/)).toBeVisible();
  await expect(saved(page)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  await expect(lead).toHaveValue('The lead');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as one file' }).click();
  const path = await (await download).path();
  expect(readSchoolText(readFileSync(path, 'utf8'))).toMatchObject({
    school: { name: 'Hillside School', lead: { name: 'The lead' } },
    problems: [],
  });

  const file = page.getByLabel('Read from a file');
  const give = (name: string, text: string) =>
    file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await give('photo.json', '{"pixels": []}');
  await expect(page.getByText('it holds something else than a school')).toBeVisible();
  await expect(page.getByText('Nothing here was changed.')).toBeVisible();
  await expect(lead).toHaveValue('The lead');
  await lead.fill('Another lead');
  await give('school.json', readFileSync(path, 'utf8'));
  await expect(lead).toHaveValue('The lead');
});

test('Lesson times are filled in, each period after the last, and carried in the one file @thorough', async ({
  page,
}) => {
  await openPage(page);
  const times = page.getByRole('region', { name: 'Lesson times' });
  await times.getByLabel('How long are your lessons?').selectOption('50 minutes');
  await times.getByRole('button', { name: 'Add a period' }).click();
  await expect(times.getByLabel('Period 1 starts')).toBeFocused();
  await expect(times.getByLabel('Period 1 ends')).toHaveValue('09:50');
  await times.getByLabel('Period 1 starts').fill('08:45');
  await times.getByLabel('Period 1 ends').fill('08:35');
  await expect(times.getByText('Period 1 ends before it starts.')).toBeVisible();
  await times.getByLabel('Period 1 ends').fill('09:35');
  await expect(times.getByText('ends before it starts')).toHaveCount(0);
  await times.getByRole('button', { name: 'Add a period' }).click();
  await expect(times.getByLabel('Period 2 starts')).toHaveValue('09:35');
  await times.getByRole('button', { name: 'Add a period' }).click();
  await times.getByRole('button', { name: 'Remove period 3' }).click();
  await expect(saved(page)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as one file' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(readSchoolText(text).school.day).toEqual({
    minutes: 50,
    periods: [
      { starts: '08:45', ends: '09:35' },
      { starts: '09:35', ends: '10:25' },
    ],
  });
  await page.reload();
  await expect(times.getByLabel('Period 2 ends')).toHaveValue('10:25');
});

test('The school’s film and the folders for all staff are offered where the program serves the page @thorough', async ({
  page,
}) => {
  await openPage(page);
  await expect(page.getByRole('region', { name: 'The school’s film' })).toContainText('media/clip');
  const folder = page.getByRole('region', { name: 'Hand it to all staff' }).getByRole('link');
  const [download] = await Promise.all([page.waitForEvent('download'), folder.first().click()]);
  expect([download.suggestedFilename(), await download.failure()]).toEqual([`${LESSON}.zip`, null]);
});

test('Where it is youth work the pages say so at once: here, before a lesson, and on the pupils’ page @thorough', async ({
  page,
}) => {
  await openPage(page);
  await page.getByLabel(/^Youth work/).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prepare for my setting');
  await expect(saved(page)).toBeVisible();
  await page.goto(`${school.staff}present/${LESSON}/`);
  await expect(page.getByLabel('How many young people are here today?')).toBeVisible();
  await expect(page.getByText('young people', { exact: true })).toBeVisible();
  await expect(page.locator('main')).not.toContainText(
    /[Tt]eacher|[Pp]upil|\b[Cc]lass\b|School tablets/,
  );
  await page.goto(`${school.staff}join/`);
  await page.getByRole('button', { name: 'What’s stored?' }).click();
  await expect(
    page.getByText('Your leader sees totals. Computers here may still be checked'),
  ).toBeVisible();
});

test('What the school says comes onto paper: names on the notice, staff’s line once it is confirmed, and no national one that is wrong', async ({
  page,
}) => {
  await page.goto(`${school.staff}print/help-card/#ages-11-18`);
  const card = page.locator('#ages-11-18');
  for (const line of ['Childline', 'ceop.police.uk', 'Report Remove']) {
    await expect(card).toContainText(line);
  }
  await page.goto(`${school.staff}help/adults/`);
  await expect(page.locator('main')).toContainText(
    'Not yet checked by your school: NSPCC helpline',
  );
  await expect(page.locator('main')).not.toContainText('Professionals Online Safety Helpline');

  await openPage(page);
  await page.getByLabel('Safeguarding lead', { exact: true }).fill('The lead');
  await page.getByLabel('The safeguarding lead', { exact: true }).check();
  await page.getByRole('checkbox', { name: 'Professionals Online Safety Helpline' }).check();
  await page.getByRole('button', { name: 'This is wrong: CEOP Safety Centre' }).click();
  await expect(page.getByText('Hidden: someone here marked it as wrong.')).toBeVisible();
  await expect(saved(page)).toBeVisible();

  await page.goto(`${school.staff}print/help-card/#ages-11-18`);
  await expect(card).toContainText('Report Remove');
  await expect(card).not.toContainText(/CEOP|ceop\.police\.uk/);
  await page.goto(`${school.staff}print/${LESSON}/worksheet/`);
  await expect(page.locator('.sheet__help')).toContainText('Childline');
  await expect(page.locator('.sheet__help')).not.toContainText('ceop.police.uk');
  await page.goto(`${school.staff}help/adults/`);
  await expect(page.locator('main')).toContainText('Professionals Online Safety Helpline');

  for (const sheet of ['notice', 'delivery-note']) {
    await page.goto(`${school.staff}print/${LESSON}/${sheet}/`);
    await expect(page.getByRole('button', { name: 'Print this page' })).toBeVisible();
    if (sheet === 'notice') {
      await expect(page.locator('[data-school="lead"]')).toHaveText('The lead');
    }
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
});

test('By keys alone a school is filled in and a contact is confirmed; all is reached, seen and ringed, and nothing scrolls sideways at 400% @thorough', async ({
  page,
}) => {
  await openPage(page);
  const before = await walkFormByKeys(page);
  // What is missing comes first; what cannot be ticked yet is passed by, and says why on the way.
  expect(before.indexOf('The safeguarding lead’s name')).toBeLessThan(before.indexOf('lead-name'));
  expect(before.filter((id) => id.startsWith('contact-'))).toEqual([]);
  expect(before).toContain('who is confirming');

  await page.getByRole('link', { name: 'The safeguarding lead’s name' }).press('Enter');
  await page.keyboard.type('Dr Wilhelmina Featherstonehaugh-Cholmondeley');
  await page.getByRole('link', { name: 'who is confirming' }).first().press('Enter');
  await page.keyboard.press('Space');
  await expect(page.getByLabel('The safeguarding lead', { exact: true })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByText(/Checked on .* by the safeguarding lead/)).toBeVisible();
  await expect(saved(page)).toBeVisible();
  expect(
    (await walkFormByKeys(page)).filter((id) => /^(contact|gate)-/.test(id)).length,
  ).toBeGreaterThan(10);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByText(/Checked on/)).toHaveCount(0);

  await page.setViewportSize(ZOOMED);
  await walkFormByKeys(page);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
});
