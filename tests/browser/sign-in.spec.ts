import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { fastify, type FastifyInstance } from 'fastify';
import { buildPages } from '../../src/cli/build-pages.ts';
import { serve, type Serving } from '../../src/server/main.ts';
import { openPages } from '../../src/site/pages.ts';
import { memoryTally, openSignInCounts } from '../../src/server/staff/sign-in-counts.ts';
import { guardStaffDoor } from '../../src/server/staff/staff-guard.ts';
import { openStaffKey } from '../../src/server/staff/staff-key.ts';
import { memorySessions, openSessions } from '../../src/server/staff/staff-sessions.ts';
import { axeFindings } from './axe-findings.ts';
import { writeReadySchool } from './ready-school.ts';
import { LESSON, writeTaughtHome } from './taught-school.ts';
import { getReady, goTo, key, pressStart, startBoard } from './lead.ts';

const KEY = 'kestrel granite osprey';
// A folder for each time the tests begin: one process may run some of them, clear up, and begin again.
let dataDir = '';

let priced: FastifyInstance | null = null;
let serving: Serving;
test.use({ viewport: { width: 820, height: 1180 } });
test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  writeReadySchool(dataDir);
  const settings = {
    home: writeTaughtHome('sign-in'),
    dataDir,
    staffHost: '127.0.0.1',
    staffPort: 0,
    pupilPorts: [0],
    publicUrl: null,
  };
  serving = await serve({
    settings: { ...settings, staffKey: KEY },
    pages: await buildPages(),
    log: () => undefined,
  });
});
test.afterAll(async () => {
  await serving.close();
  await priced?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('Staff sign in where they wanted to go, see that a key is wrong, and sign out', async ({
  page,
}) => {
  test.slow();
  await page.goto(`${serving.staffUrl}lesson/${LESSON}/`);
  await expect(page.getByLabel('Staff key')).toBeFocused();
  await page.keyboard.type('kestrel granite');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('That key isn’t right. Check capital letters and spaces, then try again.'),
  ).toBeVisible();
  await expect(page.getByLabel('Staff key')).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.type(KEY);
  await page.keyboard.press('Enter');
  // The first page of a server that has just started, in this very process.
  await expect(page.getByRole('heading', { name: 'Pressure, and who can help' })).toBeVisible({
    timeout: 20_000,
  });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.goto(`${serving.staffUrl}present/${LESSON}/`);
  await getReady(page);
  await pressStart(page, 'one');
  await page.goto(serving.staffUrl);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Staff key')).toBeFocused();
  expect(await page.context().cookies()).toEqual([]);
});

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Staff key').fill(KEY);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Staff key')).toHaveCount(0, { timeout: 20_000 });
}

test('[R28] “Sign everyone out” asks for the key, ends a lesson’s presenter too, and the lesson goes on after signing in again @thorough', async ({
  page,
  context,
}) => {
  test.slow();
  await page.goto(`${serving.staffUrl}present/${LESSON}/`);
  await signIn(page);
  await getReady(page);
  await page.getByLabel('School tablets').check();
  const opened = context.waitForEvent('page');
  await pressStart(page, 'two');
  const board = await opened;
  await startBoard(board);
  await goTo(page, board, 'question-how-much-pressure');
  await key(page, 'a');
  await key(page, 'w');
  await expect(page.getByRole('button', { name: 'Move to another computer' })).toBeVisible();
  await key(page, 'Escape');

  const it = await context.newPage();
  await it.setViewportSize({ width: 390, height: 844 });
  await it.goto(serving.staffUrl);
  await it.getByRole('link', { name: 'Sign-ins' }).click();
  await expect(it.getByText('1 browser', { exact: true })).toBeVisible();
  expect(await axeFindings(it)).toEqual([]);
  expect(await it.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await it.getByLabel('Staff key').fill('kestrel granite');
  await it.keyboard.press('Enter');
  await expect(it.getByRole('status')).toHaveText(
    'That key isn’t right. Check capital letters and spaces, then try again.',
  );
  await it.getByLabel('Staff key').fill(KEY);
  await it.getByRole('button', { name: 'Sign everyone out' }).click();
  await expect(it.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const notice = page
    .getByRole('region', { name: 'What needs you' })
    .getByText('You’re signed out. The board stays as it is.');
  await expect(notice).toBeVisible();
  await it.goto(serving.staffUrl);
  await signIn(it);
  await expect(notice).toHaveCount(0);
});

test('[R27] While many wrong keys are tried the page does the work that is asked for, says so, and gets in @thorough', async ({
  page,
}) => {
  const url = await openPricedDoor();
  await page.goto(`${url}/lesson/x/`);
  await page.getByLabel('Staff key').fill(KEY);
  // What the page says is gone with the page, as soon as it gets in.
  await page.evaluate(() => {
    const result = document.querySelector('#result');
    const watcher = new MutationObserver(() =>
      sessionStorage.setItem(
        'said',
        `${sessionStorage.getItem('said') ?? ''}${result?.textContent} `,
      ),
    );
    if (result) watcher.observe(result, { childList: true });
  });
  await page.keyboard.press('Enter');
  await expect(page.getByText('You are in')).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.getItem('said'))).toBe(
    'Checking the key. Many wrong keys are being tried. Yours is checked in about 3 seconds. ',
  );
});

/** A guarded door with the real pages and nothing behind it, which asks for a proof from the start. */
async function openPricedDoor(): Promise<string> {
  const door = fastify();
  priced = door;
  const sessions = openSessions(memorySessions(), Date.now);
  const key = await openStaffKey({ key: KEY, now: Date.now, sessions, maxFree: 0 });
  const pages = openPages(await buildPages());
  guardStaffDoor(door, {
    key,
    sessions,
    counts: await openSignInCounts(memoryTally(), Date.now),
    pages,
    host: '127.0.0.1',
    proxy: null,
  });
  door.get('/lesson/x/', (_, reply) =>
    reply.type('text/html').send('<!doctype html><title>In</title><p>You are in</p>'),
  );
  door.get('/assets/*', async ({ url }, reply) => {
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/css';
    return reply.type(type).send(await pages.asset(url.slice(1)));
  });
  return door.listen({ host: '127.0.0.1', port: 0 });
}
