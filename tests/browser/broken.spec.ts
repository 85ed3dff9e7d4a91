import { expect, test, type Page } from '@playwright/test';
import { htmlFindings } from '../html-findings.ts';
import { axeFindings } from './axe-findings.ts';
import { openTaughtSchool, writeHomeWith, type TaughtSchool } from './taught-school.ts';

const SLUG = 'broken-lesson';
let school: TaughtSchool;

test.beforeAll(async () => {
  school = await openTaughtSchool(SLUG, writeHomeWith(SLUG));
});
test.afterAll(() => school.kill());

async function openLesson(page: Page): Promise<void> {
  await page.goto(`${school.staff}lesson/${SLUG}/`);
  await expect(page.getByRole('heading', { name: 'Before you teach', exact: true })).toBeVisible();
}

test('A broken lesson’s page says what is to do, slide by slide, and opens the rest by keyboard @thorough', async ({
  page,
}) => {
  await openLesson(page);
  await expect(page.locator('.plan-before')).toContainText('Film:');
  for (const name of ['Check', 'Times', 'Film', 'Pictures']) {
    await expect(
      page.locator('.plan-ready li', { has: page.getByText(name, { exact: true }) }),
    ).toContainText('To do');
  }
  await expect(
    page.getByRole('heading', { name: 'What should she have done?', level: 5 }),
  ).toBeVisible();
  const hidden = page.locator('.plan-report__part--errors details h5').first();
  await expect(hidden).toBeHidden();
  await page.locator('.plan-report summary').first().press('Enter');
  await expect(hidden).toBeVisible();
  await expect(page.getByText('The reason given:')).toBeVisible();
});

test('axe and html-validate find nothing on it, and it scrolls sideways at no width @thorough', async ({
  page,
  request,
}) => {
  for (const width of [1366, 820, 320]) {
    await page.setViewportSize({ width, height: 768 });
    await openLesson(page);
    expect(await axeFindings(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
  }
  expect(
    await htmlFindings(await (await request.get(`${school.staff}lesson/${SLUG}/`)).text(), SLUG),
  ).toEqual([]);
});

test('The library names its first mistake and sends the rest to its page @thorough', async ({
  page,
}) => {
  await page.goto(school.staff);
  const card = page.locator('.lesson-card', { hasText: 'A lesson with everything wrong' });
  await expect(card).toContainText(/Needs fixing: line \d+/);
  await expect(card).toContainText(/more things to fix are on its page/);
});

test('On paper only suppressed findings are listed, each with its reason @thorough', async ({
  page,
}) => {
  await openLesson(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('The reason given:')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Before you teach', exact: true })).toBeVisible();
  await expect(page.getByText('Each is listed with what to write instead')).toBeHidden();
  await expect(page.getByText('Fix before you teach')).toBeHidden();
});
