import { boardHelpLines } from '../../src/help/pupil-help.ts';
import { expect, type Locator, type Page } from '@playwright/test';
import type { OpenedRoom } from '../../src/room/protocol.ts';
import { axeFindings } from './axe-findings.ts';
import type { JoinSchool } from './join-school.ts';

/** The lines of help on the page, in a row. */
export const HELP = boardHelpLines()
  .map(({ before, strong, after }) => before + strong + after)
  .join('');

/** A question of the lesson, and its words. */
export const QUESTION = 'how-much-pressure';
export const PROMPT = 'What puts the most pressure on Sam?';

/** The heading a pupil sees now. */
export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name });
}

/** Presses a button by its whole name. */
export function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

/** Everything the page keeps in the browser, as text. */
export function stored(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
}

/** Types the code, in lower case, and joins. */
export async function join(page: Page, { code }: OpenedRoom): Promise<void> {
  await page.getByLabel('Type the code on the board').fill(code.toLowerCase());
  await press(page, 'Join');
}

/** Joins and is asked. */
export async function joinAndAsk(page: Page, school: JoinSchool, room: OpenedRoom): Promise<void> {
  await join(page, room);
  await expect(heading(page, 'You’re in')).toBeVisible();
  await school.take(room, { type: 'ask', question: QUESTION });
  await expect(heading(page, PROMPT)).toBeFocused();
}

/** Axe finds nothing, every target is 44 px high, nothing hangs over the side, and the title tells nothing. */
export async function expectGood(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  const heights = await page
    .locator('button:visible, input:visible')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
  expect(await page.title()).toBe('Wholeclass');
}

/** Collects what must not happen on a pupil's page: errors, broken policy, requests to another host. */
export function watchTroubles(page: Page, own: string): readonly string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      troubles.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(own)) troubles.push(request.url());
  });
  return troubles;
}
