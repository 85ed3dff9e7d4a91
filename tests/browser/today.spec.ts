import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { getReady, key, startBoard, turnTo, onward, pressStart, inMenu } from './lead.ts';
import { LESSON, openTaughtSchool, type TaughtSchool } from './taught-school.ts';

let school: TaughtSchool;
test.use({ viewport: { width: 1366, height: 768 } });
test.beforeAll(async () => {
  school = await openTaughtSchool(`today-${test.info().parallelIndex}`);
});
test.afterAll(() => school.kill());

const hider = (page: Page, slide: string) =>
  page.locator(`[data-slide="${slide}"]`).getByRole('button', { name: 'Hide today' });

async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('A version is chosen and a slide hidden for today: page, board, desk and notes follow; finished, the lesson has all its slides, and the version is remembered @thorough', async ({
  context,
}) => {
  const page = await context.newPage();
  await page.goto(`${school.staff}lesson/${LESSON}/`);
  const bar = page.locator('.plan-today');
  await expect(page.getByLabel('50 minutes')).toBeChecked();
  await expect(page.locator('[data-shown]')).toHaveCount(34);
  await expect(bar).toBeHidden();
  await page.getByLabel('20 minutes').check();
  await expect(page.locator('[data-strip-count]')).toContainText('in the 20-minute version');
  await expect(page.getByRole('link', { name: 'Teach this lesson: 20 min' })).toBeVisible();
  await expect(page.locator('[data-shown="lines-worth-keeping"]')).toHaveCount(0);
  await page.locator('.plan-fold summary', { hasText: 'Lesson plan' }).click();
  await expect(page.locator('.timeline tfoot')).toContainText('20');

  await page.locator('.plan-block summary', { hasText: 'The film' }).click();
  await hider(page, 'before-we-watch').click();
  await expect(bar).toContainText('One slide is hidden today.');
  await hider(page, 'what-helped').click();
  const asked = page.getByRole('dialog', { name: 'Hide “What helped?” today?' });
  await expect(asked).toContainText('Nobody should leave with the story half told.');
  expect(await axeFindings(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Keep it' }).click();
  await expect(hider(page, 'what-helped')).toBeFocused();
  await expect(bar).toContainText('One slide is hidden today.');
  expect(await pagesOf(page)).toBe(2);

  const sheet = await context.newPage();
  await sheet.goto(`${school.staff}print/${LESSON}/notes/`);
  await expect(sheet.getByText('As chosen for today: 20 minutes.')).toBeVisible();
  await expect(sheet.getByRole('heading', { name: /Before we watch/ })).toBeHidden();
  await expect(sheet.getByRole('heading', { name: /What happens if I tell/ })).toBeHidden();
  await expect(sheet.getByText('End calmly, if the bell is near').first()).toBeVisible();
  expect(await axeFindings(sheet)).toEqual([]);

  const presenter = await context.newPage();
  await presenter.goto(`${school.staff}present/${LESSON}/`);
  await getReady(presenter);
  const opened = context.waitForEvent('page');
  await pressStart(presenter, 'two');
  const board = await opened;
  await startBoard(board);
  await turnTo(board, 'who-can-help', () => onward(presenter));
  await key(presenter, 'ArrowRight');
  await expect(
    board.locator(
      'section.present[data-slide="watch-the-film"], section.present[data-slide^="film"]',
    ),
  ).toBeVisible();
  expect(
    await board
      .locator('section[data-slide="before-we-watch"], section[data-slide="and-then"]')
      .count(),
  ).toBe(0);
  await expect(presenter.locator('.top__block')).toContainText('14 min');

  await hider(page, 'before-we-watch').click();
  await expect(bar).toBeHidden();
  await key(presenter, 'ArrowLeft');
  await expect(board.locator('section.present[data-slide="before-we-watch"]')).toBeVisible();

  await inMenu(presenter, 'Finish lesson');
  await presenter.getByRole('button', { name: 'Finish the lesson' }).click();
  await expect(presenter.getByRole('heading', { name: 'The lesson is finished' })).toBeVisible();
  await expect(page.getByLabel('20 minutes')).toBeChecked();
  await expect(bar).toBeHidden();
});

test('A version is remembered, and the plan is two pages on paper @thorough', async ({ page }) => {
  await page.goto(`${school.staff}lesson/${LESSON}/`);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.getByLabel('Session 2 of 2').check();
  await expect(
    page.getByRole('link', { name: 'Teach this lesson: session 2, 30 min' }),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Session 2 of 2')).toBeChecked();
  await page.getByLabel('60 minutes').check();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([
    `wholeclass:/:${LESSON}:version`,
  ]);
  expect(await pagesOf(page)).toBe(2);
  await page.emulateMedia({ media: 'print' });
  const tooSmall = await page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('#main *')].filter(
      (part) => part.checkVisibility() && part.innerText?.trim(),
    );
    return shown
      .filter((part) => parseFloat(getComputedStyle(part).fontSize) < 16)
      .map((part) => part.outerHTML.slice(0, 120));
  });
  expect(tooSmall).toEqual([]);
});
