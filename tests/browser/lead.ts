import { expect, type Page } from '@playwright/test';

/** Presses one key in a window. */
export function key(page: Page, name: string): Promise<void> {
  return page.keyboard.press(name);
}

/** Waits until the board shows a slide. */
export async function expectBoard(board: Page, id: string): Promise<void> {
  await expect(board.locator(`section.present[data-slide="${id}"]`)).toBeVisible();
}

/** Turns until the board shows a slide; `turn` is how one turn is made. */
export async function turnTo(board: Page, id: string, turn: () => Promise<void>): Promise<void> {
  const shown = board.locator('section.present');
  for (let turns = 0; turns < 25; turns += 1) {
    const before = await shown.getAttribute('data-slide');
    if (before === id) break;
    await turn();
    await expect(shown).not.toHaveAttribute('data-slide', before ?? '');
  }
  await expectBoard(board, id);
}

/** Presses the board's one large button. */
export async function startBoard(board: Page): Promise<void> {
  await board.getByRole('button', { name: 'Start the board' }).click();
}
