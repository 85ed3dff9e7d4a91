import { expect, type Page } from '@playwright/test';

/** A window of 1280 by 1024 at 400% (WCAG 1.4.10). */
export const ZOOMED = { width: 320, height: 256 };

/** What has the focus: its words, and whether it is seen whole or at its middle, in front of all else, with a ring around it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (one === null || one === document.body) return null;
    const { left, top, width, height } = one.getBoundingClientRect();
    const [x, y] = [left + Math.min(width, innerWidth) / 2, top + height / 2];
    const front = document.elementFromPoint(x, y);
    const isSeen = front !== null && (one.contains(front) || front.contains(one));
    return { words: (one.textContent ?? '').trim(), isSeen, isRinged: getComputedStyle(one).outlineStyle !== 'none' };
  });
}

/** How far a page can be scrolled sideways, in px. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Goes through a page by the Tab key: everything that can be pressed is reached, seen and ringed, and after the last one the page is left. Of radio buttons one is reached, as browsers do. */
export async function walkByKeys(page: Page, pressable = 'a:visible, button:visible'): Promise<void> {
  const wanted = await page.locator(pressable).count();
  // An address that names a place in the page begins there.
  await page.locator('.skip').focus();
  for (let press = 0; press < wanted; press += 1) {
    if (press > 0) await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ isSeen: true, isRinged: true });
  }
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBeNull();
}
