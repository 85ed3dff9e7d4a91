import { expect, type Page } from '@playwright/test';

/** Ticks all that the safeguarding lead is asked on the page of a lesson, and approves it; counts the presses. */
export async function approveHere(
  page: Page,
  role: 'I’m the safeguarding lead' | 'I’m a deputy' = 'I’m the safeguarding lead',
): Promise<number> {
  await page.getByRole('button', { name: 'Confirm all' }).click();
  const ticks = await page.locator('[id^="gate-"]').all();
  for (const tick of ticks) await tick.check();
  await page.getByRole('radio', { name: role }).check();
  await page.getByRole('button', { name: 'Approve for this term' }).click();
  await expect(page.getByText('Approved. Thank you.')).toBeVisible();
  return 1 + ticks.length + 1 + 1;
}
