import type { Locator, Page } from '@playwright/test';

/** The text of the lesson that is written. */
export function text(page: Page): Locator {
  return page.getByRole('textbox', { name: 'The lesson’s text' });
}

/** The lesson’s title above its text. */
export function title(page: Page): Locator {
  return page.locator('.edit-head__title');
}

/** The slide that is shown beside the text. */
export function board(page: Page): Locator {
  return page.locator('.pane__board section.present');
}

/** Puts a whole text in, as a paste does. */
export async function replaceText(page: Page, words: string): Promise<void> {
  await text(page).press('ControlOrMeta+a');
  await page.keyboard.insertText(words);
}
