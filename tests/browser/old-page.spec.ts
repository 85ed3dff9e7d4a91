import { expect, test, type Page } from '@playwright/test';
import { OLD_PAGE, PROTOCOL } from '../../src/text/protocol-version.ts';
import { expectGood, heading, join } from './join-page.ts';
import { openJoinSchool, type JoinSchool } from './join-school.ts';
import { LESSON, openTaughtSchool } from './taught-school.ts';

let school: JoinSchool;
test.beforeAll(async () => {
  school = await openJoinSchool('old-page');
});
test.afterAll(() => school.close());

test('[R32] a tablet whose page is older than the program says so, and one press loads it again and goes on with its seat', async ({
  page,
}) => {
  const room = await school.open(30);
  await page.goto(school.pupils);
  await join(page, room);
  await expect(heading(page, 'You’re in')).toBeVisible();
  // As if the program had become newer meanwhile.
  await page.route('**/view?*', (route) =>
    route.continue({ url: route.request().url().replace(`v=${PROTOCOL}`, 'v=0') }),
  );
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(heading(page, OLD_PAGE)).toBeVisible();
  await page.unroute('**/view?*');
  await expectGood(page);
  // By keys alone: the button is the first thing after the words that have the focus.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Load it again' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'You’re in')).toBeVisible();
});

test('[R32] a board that is older than its presenter is covered by what to do about it, and one press loads it again @thorough', async ({
  page,
  context,
}) => {
  const taught = await openTaughtSchool('old-board');
  // A page of a newer program speaks on their channel.
  const speak = () =>
    page.evaluate(
      ([name, message]) => {
        const channel = new BroadcastChannel(name);
        channel.postMessage(message);
        channel.close();
      },
      [`wholeclass:/:${LESSON}`, { type: 'state', v: PROTOCOL + 1 }] as const,
    );
  try {
    await page.goto(`${taught.staff}privacy/`);
    const board = await context.newPage();
    await board.setViewportSize({ width: 1280, height: 720 });
    await board.goto(`${taught.staff}board/${LESSON}/`);
    await expect(board.locator('.reveal .present').first()).toBeAttached();
    await speak();
    const alert = board.getByRole('alert').filter({ hasText: OLD_PAGE });
    await expect(alert).toBeVisible();
    await expect(board.getByRole('button', { name: 'Load it again' })).toBeFocused();
    await board.keyboard.press('Enter');
    await expect(alert).toHaveCount(0);
  } finally {
    await taught.kill();
  }
});

test('[R32] a page that a newer program tells of the lesson’s file says that it is old: board, reading view and presenter @thorough', async ({
  page,
}) => {
  const taught = await openTaughtSchool('old-followers');
  await sendChange(page, { v: PROTOCOL + 1 });
  try {
    for (const kind of ['board', 'read', 'present']) {
      const how = kind === 'present' ? '?preview' : '';
      await page.goto(`${taught.staff}${kind}/${LESSON}/${how}`);
      await expect(page.getByText(OLD_PAGE)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Load it again' })).toBeVisible();
    }
  } finally {
    await taught.kill();
  }
});

test('[R32] a board that is handed a deck of a newer program says that it is old @thorough', async ({
  page,
}) => {
  const taught = await openTaughtSchool('old-deck');
  await sendChange(page, { v: PROTOCOL, deck: 'newer', notes: 'newer', held: null });
  await page.route('**/deck.json', (route) =>
    route.fulfill({ headers: { etag: '"newer"' }, json: { v: PROTOCOL + 1 } }),
  );
  try {
    await page.goto(`${taught.staff}board/${LESSON}/`);
    await expect(page.locator('.reveal .present').first()).toBeAttached();
    await expect(page.getByRole('alert').filter({ hasText: OLD_PAGE })).toBeVisible();
  } finally {
    await taught.kill();
  }
});

/** Answers a page that follows a lesson’s file with this word of it. */
async function sendChange(page: Page, change: object): Promise<void> {
  await page.route('**/api/lessons/*/changes?*', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: `data: ${JSON.stringify(change)}\n\n`,
    }),
  );
}
