import { expect, test, type Page } from '@playwright/test';
import type { OpenedRoom } from '../../src/room/protocol.ts';
import { openHostileProxy, type Hostility } from '../server/hostile-proxy.ts';
import { heading, join, press, PROMPT, QUESTION } from './join-page.ts';
import { openJoinSchool, type JoinSchool } from './join-school.ts';

/** What school networks do (issue 4), each by itself and the worst together; a cut at 30 s is one at 1.5 s here. */
const networks: Readonly<Record<string, Hostility>> = {
  'refuses to upgrade': {},
  'holds bodies until they are whole': { buffers: true },
  'cuts every connection': { cutsAfter: 1_500 },
  'strips headers': { strips: true },
  'delays everything': { delays: 400 },
  'does all of it': { buffers: true, cutsAfter: 4_000, strips: true, delays: 200 },
};

let school: JoinSchool;
let room: OpenedRoom;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  school = await openJoinSchool('hostile-proxy');
});
test.beforeEach(async () => {
  room = await school.open(30);
});
test.afterAll(() => school.close());

// One room, a pupil behind each proxy at the same time: what takes long on one network is no wait for the others.
test('Joining, voting and seeing the close work through every network, without an upgraded connection @thorough', async ({
  browser,
}) => {
  test.slow();
  const behind = Object.entries(networks).map(async ([name, how]) => {
    const proxy = await openHostileProxy(school.pupils, how);
    const page = await (await browser.newContext()).newPage();
    const polled = { is: false };
    page.on('request', (request) => (polled.is ||= request.url().includes('view?after=')));
    return { name, how, proxy, page, polled };
  });
  const pupils = await Promise.all(behind);
  const all = (act: (page: Page) => Promise<void>) =>
    Promise.all(pupils.map(({ page, name }) => test.step(name, () => act(page))));
  await Promise.all(pupils.map(({ page, proxy }) => openPage(page, proxy.url)));
  await all((page) => joinAtLast(page, room));
  await school.take(room, { type: 'ask', question: QUESTION });
  await all(async (page) => {
    await expect(heading(page, PROMPT)).toBeVisible({ timeout: 20_000 });
    await press(page, 'C Being hurried');
    await expect(heading(page, 'Your answer is in')).toBeVisible({ timeout: 20_000 });
  });
  // Six answers, in fives (D1).
  expect(await school.take(room, { type: 'slide', slide: 'any' })).toMatchObject({
    poll: { state: 'asking', answersIn: 5 },
  });
  await school.take(room, { type: 'close' });
  await all((page) => expect(heading(page, 'Answers are closed')).toBeVisible({ timeout: 20_000 }));
  for (const { name, how, proxy, polled } of pupils) {
    expect([name, proxy.upgrades()]).toEqual([name, 0]);
    if (how.buffers) expect([name, polled.is]).toEqual([name, true]);
    proxy.close();
  }
});

/** A network that cuts connections may cut the page off, or its script: a pupil loads the page again, as it says. */
function openPage(page: Page, url: string): Promise<void> {
  return expect(async () => {
    await page.goto(url);
    await expect(page.locator('#late')).toHaveCount(0, { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

/** What is cut off while a pupil joins is sent by the next press. */
function joinAtLast(page: Page, opened: OpenedRoom): Promise<void> {
  return expect(async () => {
    if (!(await heading(page, 'You’re in').isVisible())) await join(page, opened);
    await expect(heading(page, 'You’re in')).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
}

test('A network that lets a stream begin and holds what comes later is found out, and asked again', async ({
  page,
}) => {
  const proxy = await openHostileProxy(school.pupils, { stallsAfter: 1_000 });
  await page.clock.install();
  await page.goto(proxy.url);
  const begun = page.waitForRequest('**/events');
  await join(page, room);
  await begun;
  await expect(heading(page, 'You’re in')).toBeVisible();
  // Until the proxy lets nothing more of the stream through.
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  await school.take(room, { type: 'ask', question: QUESTION });
  const polled = page.waitForRequest(/view\?after=/);
  await page.clock.fastForward(21_000);
  await expect(heading(page, PROMPT)).toBeVisible();
  await polled;
  proxy.close();
});
