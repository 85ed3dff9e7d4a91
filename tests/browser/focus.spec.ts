import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { serve, type Serving } from '../../src/server/main.ts';
import { chosenOf } from '../thorough.ts';
import {
  LESSON,
  openRoom,
  openTaughtSchool,
  writeTaughtHome,
  type TaughtSchool,
} from './taught-school.ts';
import { walkBackByKeys, windowsOf } from './walk-keys.ts';

/** Staff's pages, with words that are there once each is drawn. */
const STAFFS: Readonly<Record<string, string>> = {
  '': 'Lessons',
  [`lesson/${LESSON}/`]: 'Choose a version',
  'print/': 'Print the essentials',
  'school/': 'Hand it to all staff',
  'film/': 'Add a film',
  [`present/${LESSON}/`]: 'How many pupils are here today?',
  [`read/${LESSON}/`]: 'Text and colours',
  'room-check/': 'Can tablets reach us?',
  'safeguarding/': 'Make a key',
};
/** Pages with bars of their own, and one that has the menu alone. */
const BARRED = /^(?:$|print|present|read|school)/;
const KEY = 'kestrel granite osprey';
// Of the tests one is due on a day: what serves it is started when it is.
const closing: (() => Promise<unknown>)[] = [];
test.afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function openSchool(): Promise<TaughtSchool> {
  const school = await openTaughtSchool(`focus-${test.info().parallelIndex}`);
  closing.push(() => school.kill());
  return school;
}

/** A school whose staff sign in. */
async function openLocked(): Promise<Serving> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const settings = {
    home: writeTaughtHome(`focus-${test.info().parallelIndex}-locked`),
    dataDir,
    staffHost: '127.0.0.1',
    staffPort: 0,
    pupilPorts: [0],
    publicUrl: null,
  };
  const locked = await serve({
    settings: { ...settings, staffKey: KEY },
    pages: await buildPages(),
    log: () => undefined,
  });
  closing.push(async () => {
    await locked.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return locked;
}

/** Opens a page in each of its windows in turn, and goes back through it by keys. */
async function walkBack(page: Page, address: string, words: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const size of windowsOf(new URL(address).pathname.slice(1))) {
    await page.setViewportSize(size);
    await page.goto(address);
    await expect(page.getByText(words).first()).toBeVisible();
    expect(await walkBackByKeys(page), JSON.stringify(size)).toBeGreaterThan(0);
  }
}

test('focus is never under a bar on staff’s pages, walked backwards (WCAG 2.4.11)', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const school = await openSchool();
  for (const [path, words] of chosenOf(Object.entries(STAFFS), ([one]) => BARRED.test(one))) {
    await test.step(`/${path}`, () => walkBack(page, school.staff + path, words));
  }
});

test('focus is never under a bar where staff sign in and pupils join, walked backwards (WCAG 2.4.11) @thorough', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const [school, locked] = [await openSchool(), await openLocked()];
  await walkBack(page, locked.staffUrl, 'Staff key');
  // The pupils' door opens with the first room that tablets are to join.
  await openRoom(school, 20);
  await walkBack(page, school.pupils, 'Type the code on the board');
  await walkBack(page, `${school.pupils}read/`, 'Type the code on the board');
});

test('focus is never under a bar on the pages of a signed-in member of staff, walked backwards (WCAG 2.4.11) @thorough', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const locked = await openLocked();
  await page.goto(`${locked.staffUrl}sign-ins/`);
  await page.getByLabel('Staff key').fill(KEY);
  await page.keyboard.press('Enter');
  for (const [path, words] of [
    ['sign-ins/', 'Sign everyone out'],
    ['safeguarding/', 'Make a key'],
  ] as const) {
    await expect(page.getByRole('heading', { name: 'Sign-ins' })).toBeVisible();
    await walkBack(page, locked.staffUrl + path, words);
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${locked.staffUrl}sign-ins/`);
  }
});
