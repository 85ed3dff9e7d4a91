import { expect, type Page } from '@playwright/test';
import { key } from './lead.ts';
import { text } from './lesson-editor.ts';

const TITLE = 'Snow slips';
const WORDS = 'One thing I learned';

/** Puts slips into the lesson that is open in the editor, from the template: they are seen as paper beside it. */
export async function writeSlips(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('dialog', { name: 'Insert' }).getByRole('button', { name: 'Slips' }).click();
  await expect(text(page)).toBeFocused();
  await page.keyboard.insertText(TITLE);
  const sheet = page.getByRole('region', { name: `Handout: ${TITLE}` });
  await expect(sheet.locator('.sheet')).toContainText(WORDS);
  await expect(sheet.locator('.cut__card')).toHaveCount(8);
}

/** From the lesson’s page: the slips are a sheet, among what is printed for a class, and on no slide. */
export async function expectSlips(page: Page): Promise<void> {
  const itsPage = page.url();
  const print = page.locator('summary', { hasText: 'Print' });
  await print.click();
  await page.getByRole('link', { name: TITLE }).click();
  await expect(page.locator('.sheet')).toContainText(WORDS);
  await page.goto(itsPage);
  await print.click();
  await page.getByRole('link', { name: 'All handouts, and how many' }).click();
  await expect(page.getByRole('checkbox', { name: new RegExp(TITLE) })).toBeChecked();
  await page.getByRole('button', { name: `Preview: ${TITLE}` }).click();
  await expect(page.locator('.desk-paper')).toContainText(WORDS);

  await page.goto(itsPage);
  await page.getByRole('link', { name: 'Preview', exact: true }).click();
  const [, slides = ''] =
    /^Slide 1 of (\d+)$/.exec(await page.getByText(/^Slide 1 of \d+$/).innerText()) ?? [];
  for (let at = 1; at <= Number(slides); at += 1) {
    await expect(page.getByText(`Slide ${at} of ${slides}`, { exact: true })).toBeVisible();
    expect(await page.content()).not.toContain(WORDS);
    await key(page, 'ArrowRight');
  }
}
