import axe from 'axe-core';
import type { Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

declare global {
  interface Window {
    readonly axe?: typeof axe;
  }
}

/** What axe finds on a page, or in a part of it, once it has come to rest: nothing, where all is well. */
export async function axeFindings(page: Page, part = 'html'): Promise<readonly string[]> {
  await rest(page);
  // It is half a megabyte: read by each page once, and not before every look at it.
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ([place, tags]) => {
      const looked = await window.axe?.run(place, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
      return looked?.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    },
    [part, rules] as const,
  );
  return found ?? ['axe did not start'];
}

/** Waits until a page has come to rest: slides fade for a moment, and in the middle of it nothing has the colours of either. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}
