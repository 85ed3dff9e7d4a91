import { expect, test, type Page } from '@playwright/test';
import type { OpenedRoom } from '../../src/room/protocol.ts';
import {
  expectGood,
  heading,
  HELP,
  join,
  joinAndAsk,
  press,
  PROMPT,
  QUESTION,
  stored,
  watchTroubles,
} from './join-page.ts';
import { openJoinSchool, type JoinSchool } from './join-school.ts';

let school: JoinSchool;
let room: OpenedRoom;
let troubles: readonly string[];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  school = await openJoinSchool('join-spec');
});
test.afterAll(() => school.close());

test.beforeEach(async ({ page }) => {
  room = await school.open(30);
  troubles = watchTroubles(page, school.pupils);
  await page.goto(school.pupils);
});
test.afterEach(async ({ context }) => {
  await school.take(room, { type: 'finish' });
  expect(troubles).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test('A pupil joins, answers, changes the answer and sees the end', async ({ page }) => {
  await expectGood(page);
  await joinAndAsk(page, school, room);
  await expectGood(page);
  await press(page, 'C Being hurried');
  await expect(heading(page, 'Your answer is in')).toBeFocused();
  await expectGood(page);
  expect(await page.content()).not.toContain('Being hurried');
  await press(page, 'Answer again');
  await expect(heading(page, PROMPT)).toBeFocused();
  await press(page, 'I’d rather not say');
  await expect(heading(page, 'Your answer is in')).toBeFocused();
  await school.take(room, { type: 'close' });
  await expect(heading(page, 'Answers are closed')).toBeVisible();
  await expectGood(page);
  // Once the board has moved on, the page is as it was before the question.
  await school.take(room, { type: 'slide', slide: 'a-later-slide' });
  await expect(heading(page, 'You’re in')).toBeVisible();
  await school.take(room, { type: 'finish' });
  await expect(heading(page, 'Thank you for taking part')).toBeVisible();
  await expect(page.getByRole('list')).toHaveText(HELP);
  await expectGood(page);
  expect(await stored(page)).toBe('{}');
  // In words: the next pupil must not find a page of help open (TEACHING 0.1).
  await expect(page.getByText('More help, and replies to send, are on the web.')).toBeVisible();
  await expect(page.getByRole('link')).toHaveCount(0);
  room = await school.open(1);
});

/** What is drawn, every tag's attributes in the order of the alphabet and no space round it. */
async function drawn(page: Page): Promise<string> {
  const html = (await page.locator('#join').innerHTML())
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?(<[^>]*>) ?/g, '$1');
  return html.replaceAll(/(?: [a-z-]+="[^"]*")+/g, (attributes) =>
    (attributes.match(/ [a-z-]+="[^"]*"/g) ?? []).toSorted().join(''),
  );
}

test('The field is there before the script, and what is typed into it stays', async ({
  browser,
  page,
}) => {
  const scriptless = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await scriptless.goto(school.pupils);
  expect(await drawn(scriptless)).toBe(await drawn(page));
  await expect(
    scriptless.getByRole('heading', { name: 'This page needs JavaScript' }),
  ).toBeVisible();
  await expect(scriptless.getByRole('button')).toHaveCount(0);

  const slow = await page.context().newPage();
  const { promise: held, resolve: startScript } = Promise.withResolvers<void>();
  await slow.route('**/assets/join-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await slow.goto(school.pupils, { waitUntil: 'commit' });
  await slow.getByLabel('Type the code on the board').pressSequentially(room.code.slice(0, 5));
  await slow.getByRole('button', { name: 'Join', exact: true }).click();
  await slow.getByLabel('Type the code on the board').press('End');
  startScript();
  await expect(slow.locator('#late')).toHaveCount(0);
  await slow.keyboard.type(room.code.slice(5));
  await slow.keyboard.press('Enter');
  await expect(heading(slow, 'You’re in')).toBeVisible();
  await slow.close();
});

test('The script listens before it focuses the field, and a press asks the room before the page is drawn again', async ({
  page,
}) => {
  await page.addInitScript(`
    const { focus } = HTMLElement.prototype;
    HTMLElement.prototype.focus = function () {
      window.wasListening ??= window.listensFor?.includes('submit') ?? false;
      focus.call(this);
    };
    const { addEventListener, fetch } = window;
    window.addEventListener = (type, ...how) => {
      window.listensFor = [...(window.listensFor ?? []), type];
      addEventListener.call(window, type, ...how);
    };
    window.fetch = (...request) => {
      window.wasAtDoor ??= document.querySelector('form.door') !== null;
      return fetch(...request);
    };`);
  await page.goto(school.pupils);
  await expect(page.getByLabel('Type the code on the board')).toBeFocused();
  expect(await page.evaluate('window.wasListening')).toBe(true);
  await join(page, room);
  expect(await page.evaluate('window.wasAtDoor')).toBe(true);
});

test('A scale is answered on rows of one size @thorough', async ({ page }) => {
  await join(page, room);
  await school.take(room, { type: 'ask', question: 'help-a-friend' });
  await expect(page.getByRole('button', { name: 'of 5' })).toHaveCount(5);
  await expectGood(page);
  const heights = await page
    .locator('.row')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  expect(new Set(heights).size).toBe(1);
  await page.getByRole('button', { name: '3 of 5' }).click();
  await expect(heading(page, 'Your answer is in')).toBeVisible();
});

test('A wrong code and a full room each say what to do @thorough', async ({ page }) => {
  for (const [typed, sentence] of [
    [
      'ABC 123',
      'That code isn’t right. Codes have no vowels, and no 0 or 1. Check the board and try again.',
    ],
    ['BBB 222', 'You can’t join with that code. The lesson may be over.'],
  ] as const) {
    await page.getByLabel('Type the code').fill(typed);
    await press(page, 'Join');
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByLabel('Type the code')).toBeFocused();
  }
  await expectGood(page);
  await school.take(room, { type: 'finish' });
  room = await school.open(1);
  for (let seat = 0; seat < 4; seat += 1) {
    await fetch(`${school.pupils}api/rooms/${room.code}/seats`, { method: 'POST' });
  }
  await join(page, room);
  await expect(page.getByText('All places are taken. Ask your teacher.')).toBeVisible();
  await expectGood(page);
  await school.take(room, { type: 'pupils', pupils: 2 });
  await press(page, 'Try again');
  await expect(heading(page, 'You’re in')).toBeVisible();
});

test('The keyboard alone is enough @thorough', async ({ page }) => {
  await page.getByLabel('Type the code').pressSequentially(room.code);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'You’re in')).toBeVisible();
  await school.take(room, { type: 'ask', question: QUESTION });
  await expect(heading(page, PROMPT)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'B Being put to a test' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(heading(page, 'Your answer is in')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(heading(page, PROMPT)).toBeFocused();
});

test('Help and "What’s stored?" open inside the page, and what is going on goes on beneath', async ({
  page,
}) => {
  await joinAndAsk(page, school, room);
  await press(page, 'Help');
  await expect(heading(page, 'You can tell someone')).toBeFocused();
  await expect(page.getByText(PROMPT)).toBeHidden();
  await expectGood(page);
  await school.take(room, { type: 'close' });
  await page.keyboard.press('Escape');
  await expect(heading(page, 'Answers are closed')).toBeFocused();
  await press(page, 'What’s stored?');
  await expect(
    page.getByText(
      'We don’t ask your name. Your teacher sees totals. School computers may still be checked to keep people safe.',
    ),
  ).toBeVisible();
  await expect(page.getByText('seats taken')).toBeVisible();
  await expectGood(page);
  await page.getByRole('link', { name: 'Read more about privacy' }).click();
  await expect(page).toHaveURL(`${school.pupils}privacy/`);
  await page.goBack();
  await expect(heading(page, 'Answers are closed')).toBeVisible();
});

test('Leave shows nothing of the lesson, and Back brings nothing back', async ({ page }) => {
  await joinAndAsk(page, school, room);
  await press(page, 'B Being put to a test');
  await expect(heading(page, 'Your answer is in')).toBeVisible();
  await press(page, 'Leave this page');
  await expect(heading(page, 'You can close this page')).toBeFocused();
  expect(await page.locator('body').innerText()).not.toMatch(/Sam|pressure|answer|room/i);
  expect(await stored(page)).not.toMatch(/ballots|little/);
  await expectGood(page);
  await page.goto('about:blank');
  await page.goBack();
  await expect(page.locator('h1')).toHaveText(/You can close this page|Type the code on the board/);
  await school.take(room, { type: 'close' });
  await expect.poll(() => stored(page)).toBe('{}');
});

test('The next pupil has a seat of their own and nothing of the last one', async ({ page }) => {
  await joinAndAsk(page, school, room);
  const first = await stored(page);
  await press(page, 'B Being put to a test');
  await press(page, 'Next pupil');
  await expect(heading(page, PROMPT)).toBeVisible();
  const saved: { readonly place: { readonly ballots: readonly { readonly ballot: string }[] } } =
    JSON.parse(JSON.parse(await stored(page)).wholeclass);
  for (const { ballot } of saved.place.ballots) expect(first).not.toContain(ballot);
  await expect(page.getByRole('button', { name: 'Keep the answer I gave' })).toBeHidden();
  await press(page, 'C Being hurried');
  await expect(heading(page, 'Your answer is in')).toBeVisible();
});

test('A server that goes away in the middle of a question loses nothing', async ({ page }) => {
  await joinAndAsk(page, school, room);
  await press(page, 'B Being put to a test');
  await press(page, 'Next pupil');
  await press(page, 'C Being hurried');
  await expect(heading(page, 'Your answer is in')).toBeVisible();
  await school.stop();
  await expect(page.getByText('This page cannot reach the teacher’s computer.')).toBeVisible();
  await expectGood(page);
  const handedIn = page.waitForResponse((response) => response.url().endsWith('/receipts'));
  await school.start();
  const reply = await handedIn;
  expect(reply.status()).toBe(200);
  expect(reply.request().postDataJSON()).toEqual({
    receipts: [expect.any(String), expect.any(String)],
  });
  await expect(heading(page, 'Your answer is in')).toBeVisible();
  await page.reload();
  await expect(heading(page, 'Your answer is in')).toBeVisible();
});

test('An answer given while the server is away is covered and arrives by itself @thorough', async ({
  page,
}) => {
  await joinAndAsk(page, school, room);
  await page.route('**/ballot', (route) => route.abort());
  await press(page, 'B Being put to a test');
  await expect(heading(page, 'Sending')).toBeFocused();
  expect(await page.content()).not.toContain('Being put to a test');
  await expectGood(page);
  await page.reload();
  await expect(heading(page, PROMPT)).toBeVisible();
  await press(page, 'B Being put to a test');
  await expect(heading(page, 'Sending')).toBeVisible();
  await page.unroute('**/ballot');
  await expect(heading(page, 'Your answer is in')).toBeVisible();
});

test('Where streams do not get through the page asks again and again @thorough', async ({
  page,
}) => {
  await page.route('**/events', () => {});
  await join(page, room);
  await page.waitForRequest((request) => request.url().includes('view?after='));
  await school.take(room, { type: 'ask', question: QUESTION });
  await expect(heading(page, PROMPT)).toBeVisible();
});

test('A room that others ask too much keeps the question on the page, and the answer still goes @thorough', async ({
  page,
}) => {
  await joinAndAsk(page, school, room);
  const busy = {
    status: 429,
    json: { error: { code: 'too-many', message: 'Wait a second, then try again.' } },
  };
  await page.route('**/view*', (route) => route.fulfill(busy));
  await page.evaluate(() => dispatchEvent(new Event('online')));
  for (let asked = 0; asked < 3; asked += 1) await page.waitForResponse('**/view*');
  await expect(heading(page, PROMPT)).toBeVisible();
  await press(page, 'B Being put to a test');
  await expect(heading(page, 'Your answer is in')).toBeVisible();
});

test('A sleeping tablet hears nothing and wakes to what is going on now', async ({ page }) => {
  await join(page, room);
  await expect(heading(page, 'You’re in')).toBeVisible();
  await sleep(page, true);
  await school.take(room, { type: 'ask', question: QUESTION });
  await sleep(page, false);
  await expect(heading(page, PROMPT)).toBeVisible();
});

/** What a tablet does when its cover is closed and opened. */
function sleep(page: Page, hidden: boolean): Promise<void> {
  return page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}
