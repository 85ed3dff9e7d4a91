import { readFileSync } from 'node:fs';

import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { Page } from '@playwright/test';
import { placeholdersIn } from './placeholders.ts';

// As it is packed for pages, which is less than half as long; Node has no use for it.
const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

declare global {
  interface Window {
    readonly axe?: typeof axe;
  }
}

/** What axe finds on a page, or in a part of it, once it has come to rest, and names in braces that are left in its words: nothing, where all is well. */
export async function axeFindings(page: Page, part = 'html'): Promise<readonly string[]> {
  const found = await findingsOf(page, part, { type: 'tag', values: rules });
  const left = await placeholdersIn(page, part);
  return [...found, ...left.map((name) => `not filled in: ${name}`)];
}

/** What axe finds in the colours of a page alone: all that another look can change of one that it has looked at. */
export function colourFindings(page: Page): Promise<readonly string[]> {
  return findingsOf(page, 'html', {
    type: 'rule',
    values: ['color-contrast', 'link-in-text-block'],
  });
}

async function findingsOf(
  page: Page,
  part: string,
  runOnly: axe.RunOnly,
): Promise<readonly string[]> {
  await rest(page);
  // It is half a megabyte: read by each page once, and not before every look at it.
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(SOURCE);
  const found = await page.evaluate(
    async ([place, only]) => {
      const looked = await window.axe?.run(place, { runOnly: only, resultTypes: ['violations'] });
      return looked?.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
      );
    },
    [part, runOnly] as const,
  );
  return found ?? ['axe did not start'];
}

/** Waits until a page has come to rest: slides fade for a moment, and in the middle of it nothing has the colours of either. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (;;) {
      // What a press opens is drawn in the next frame, and begins to come in the one after.
      for (const _ of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn));
      const ending = document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
        .filter((one) => one.playState !== 'finished');
      if (ending.length === 0) return;
      await Promise.allSettled(ending.map((one) => one.finished));
    }
  });
}
