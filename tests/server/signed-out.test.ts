import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fastify, type FastifyInstance } from 'fastify';
import type { OpenedRoom } from '../../src/room/protocol.ts';
import { openPages } from '../../src/site/pages.ts';
import { SESSIONS_FILE } from '../../src/server/staff/session-file.ts';
import { memoryTally, openSignInCounts } from '../../src/server/staff/sign-in-counts.ts';
import type { SignInsReply } from '../../src/server/staff/sign-in-routes.ts';
import { guardStaffDoor } from '../../src/server/staff/staff-guard.ts';
import { openStaffKey } from '../../src/server/staff/staff-key.ts';
import { memorySessions, openSessions } from '../../src/server/staff/staff-sessions.ts';
import { ask, json } from './ask.ts';
import { KEY, openAnswer, openGuardedSchool, type GuardedSchool } from './guarded-school.ts';
import { LESSON, settingsOf, startSchool } from './school.ts';

let school: GuardedSchool;
beforeEach(async () => {
  school = await openGuardedSchool();
});
afterEach(() => school.close());

const statusOf = async (cookie: string) => (await school.get('lessons.json', cookie)).status;

async function openRoom(cookie: string): Promise<OpenedRoom> {
  return json<OpenedRoom>(
    await school.post('api/rooms', { lesson: LESSON, pupils: 5, devices: false }, { cookie }),
  );
}

/** The presenter's stream, its poll, and the stream of a lesson's file: all that waits. */
async function openAll(cookie: string, { code, roomKey }: OpenedRoom) {
  const headers = { cookie, authorization: `Bearer ${roomKey}` };
  const view = await ask(`${school.staff}api/rooms/${code}/staff/view`, { headers });
  const stamp = json<{ readonly stamp: string }>(view).stamp;
  const poll = openAnswer(
    `${school.staff}api/rooms/${code}/staff/view?after=${stamp}`,
    headers,
  ).then(
    () => 'answered',
    () => 'cut',
  );
  const streams = [
    await openAnswer(`${school.staff}api/rooms/${code}/staff`, headers),
    await openAnswer(`${school.staff}api/lessons/${LESSON}/changes`, headers),
  ];
  expect(streams.map(({ status }) => status)).toEqual([200, 200]);
  return { poll, ended: Promise.all(streams.map(({ ended }) => ended)), streams };
}

test('[R28] a cookie that was signed out never works again, not after a restart, and one that was not still does', async () => {
  const [lost, mine] = [await school.signIn(), await school.signIn()];
  expect((await school.post('api/sign-out', undefined, { cookie: lost })).status).toBe(200);
  expect([await statusOf(lost), await statusOf(mine)]).toEqual([401, 200]);
  await school.restart();
  expect([await statusOf(lost), await statusOf(mine)]).toEqual([401, 200]);
  // Nothing in the file opens anything.
  const text = readFileSync(join(school.dataDir, SESSIONS_FILE), 'utf8');
  for (const part of mine.split('=')[1]?.split('.') ?? []) expect(text).not.toContain(part);
});

test('[R28] a new key ends every session', async () => {
  const cookie = await school.signIn();
  await school.restart({ staffKey: 'another granite osprey lantern' });
  expect(await statusOf(cookie)).toBe(401);
});

test('[R28] streams and polls of a session are cut when it is signed out, and those of another go on', async () => {
  const [lost, mine] = [await school.signIn(), await school.signIn()];
  const room = await openRoom(mine);
  const [theirs, own] = [await openAll(lost, room), await openAll(mine, room)];
  await school.post('api/sign-out', undefined, { cookie: lost });
  await theirs.ended;
  expect(await theirs.poll).toBe('cut');
  const bearer = { cookie: mine, authorization: `Bearer ${room.roomKey}` };
  await school.post(`api/rooms/${room.code}/steps`, { type: 'pupils', pupils: 6 }, bearer);
  await expect.poll(() => own.streams[0]?.received()).toContain('"pupils":6');
  expect(theirs.streams[0]?.received()).not.toContain('"pupils":6');
  expect(await own.poll).toBe('answered');
});

test('[R28] one press signs everyone out and asks for the key again: a wrong one ends nothing', async () => {
  const [lost, mine] = [await school.signIn(), await school.signIn()];
  const stream = await openAll(lost, await openRoom(lost));
  const press = (key: string, cookie: string) =>
    school.post('api/sign-out/everyone', { key }, { cookie });
  expect([(await press('kestrel', mine)).status, await statusOf(lost)]).toEqual([401, 200]);
  expect([(await press(KEY, '')).status, await statusOf(lost)]).toEqual([401, 200]);
  const pressed = await press(KEY, mine);
  expect([pressed.status, pressed.headers['set-cookie']]).toEqual([
    200,
    expect.stringMatching(/^wholeclass=; .*Max-Age=0$/),
  ]);
  await stream.ended;
  await school.restart();
  expect([await statusOf(lost), await statusOf(mine)]).toEqual([401, 401]);
});

test('[R28] signing out while nothing can be written signs out, and the answer says what that means', async () => {
  const cookie = await school.signIn();
  // A folder where the file would be: even root cannot swap a file in.
  rmSync(join(school.dataDir, SESSIONS_FILE));
  mkdirSync(join(school.dataDir, SESSIONS_FILE, 'x'), { recursive: true });
  const reply = await school.post('api/sign-out', undefined, { cookie });
  expect([reply.status, json<{ error: { code: string } }>(reply).error.code]).toEqual([
    503,
    'not-saved',
  ]);
  expect([reply.headers['set-cookie'], await statusOf(cookie)]).toEqual([
    expect.stringContaining('Max-Age=0'),
    401,
  ]);
  expect(await statusOf(await school.signIn())).toBe(200);
});

test('[R29] keys are counted by the hour, and open sessions, without an address, a browser or a name; only staff see it', async () => {
  const began = Date.now();
  const cookie = await school.signIn();
  await school.signIn();
  const guesser = { 'user-agent': 'Guesser/1', 'x-forwarded-for': '203.0.113.9' };
  for (const key of ['wrong', 'kestrel', '']) await school.post('api/sign-in', { key }, guesser);
  const reply = await school.get('api/sign-ins', cookie);
  const counted = json<SignInsReply>(reply);
  const { since, hours } = counted;
  expect(since).toBeGreaterThanOrEqual(began - 60_000);
  // A body without a key is no key that was tried.
  expect(counted).toEqual({ since, right: 2, wrong: 2, unproven: 0, open: 2, hours });
  expect(hours.reduce((sum, { right, wrong }) => sum + right + wrong, 0)).toBe(4);
  const page = await school.get('sign-ins/', cookie);
  expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store']);
  for (const text of [reply.text, page.text]) {
    expect(text).not.toMatch(/203\.0\.113|127\.0\.0\.1|Guesser/);
  }
  expect(page.text).toContain('2 browsers');
  for (const path of ['api/sign-ins', 'sign-ins/', 'sign-ins']) {
    expect([path, (await school.get(path)).status]).toEqual([path, 401]);
  }
});

test('[R29] a monitor learns without a session that the program is there, and nothing else', async () => {
  for (const [path, body] of [
    ['health', { alive: true }],
    ['ready', { ready: true }],
  ] as const) {
    const reply = await school.get(path);
    expect([path, reply.status, json(reply), reply.headers['cache-control']]).toEqual([
      path,
      200,
      body,
      'no-store',
    ]);
  }
});

test('[R28] a file of sessions that is damaged keeps the program from nothing', async () => {
  const cookie = await school.signIn();
  writeFileSync(join(school.dataDir, SESSIONS_FILE), '{"version":1,"sess');
  await school.restart();
  expect([await statusOf(cookie), await statusOf(await school.signIn())]).toEqual([401, 200]);
});

/** The guard in front of two answers that go on, with a clock of the test's. */
async function openClocked(): Promise<{
  readonly app: FastifyInstance;
  readonly url: string;
  readonly clock: { now: number };
  sweep(): Promise<void>;
  token(): Promise<string>;
}> {
  const clock = { now: 0 };
  const now = () => clock.now;
  const sessions = openSessions(memorySessions(), now);
  const key = await openStaffKey({ key: KEY, now, sessions, cost: { N: 2 } });
  const app = fastify();
  const pages = openPages(join(school.dataDir, '../home/pages'));
  guardStaffDoor(app, {
    key,
    sessions,
    counts: await openSignInCounts(memoryTally(), now),
    pages,
    host: '127.0.0.1',
    proxy: null,
  });
  for (const path of ['/api/rooms/x/staff', '/api/lessons/x/changes', '/page.json']) {
    app.get(path, (_, reply) => {
      reply.hijack();
      reply.raw.writeHead(200);
      reply.raw.write(':\n\n');
      if (path === '/page.json') reply.raw.end();
    });
  }
  return {
    app,
    url: await app.listen({ host: '127.0.0.1', port: 0 }),
    clock,
    sweep: sessions.sweep,
    token: async () => `wholeclass=${await key.begin()}`,
  };
}

const MINUTE = 60_000;

test('[R28] an idle session ends with its streams, but a lesson that runs is use, for twelve hours', async () => {
  const { app, url, clock, sweep, token } = await openClocked();
  const [idle, teaching] = [await token(), await token()];
  const lesson = await openAnswer(`${url}/api/rooms/x/staff`, { cookie: teaching });
  const plan = await openAnswer(`${url}/api/lessons/x/changes`, { cookie: idle });
  for (clock.now = MINUTE; clock.now < 60 * MINUTE; clock.now += MINUTE) await sweep();
  clock.now = 60 * MINUTE;
  await sweep();
  await plan.ended;
  const status = async (cookie: string) =>
    (await ask(`${url}/page.json`, { headers: { cookie } })).status;
  expect([await status(idle), await status(teaching)]).toEqual([401, 200]);
  for (; clock.now < 720 * MINUTE; clock.now += 30 * MINUTE) await sweep();
  expect(clock.now).toBe(720 * MINUTE);
  await sweep();
  await lesson.ended;
  expect(await status(teaching)).toBe(401);
  await app.close();
});

test(
  'a file with the key that others may read is named at start, and one that its owner alone may read is not',
  { skip: process.platform === 'win32' },
  async () => {
    const path = join(school.dataDir, 'key');
    writeFileSync(path, KEY, { mode: 0o600 });
    for (const [mode, warnings] of [
      [0o600, 0],
      [0o644, 1],
    ] as const) {
      chmodSync(path, mode);
      const sentences: string[] = [];
      const settings = {
        ...settingsOf(join(school.dataDir, '../home'), join(school.dataDir, `more-${mode}`)),
        staffKey: KEY,
        staffKeyFile: path,
      };
      const serving = await startSchool(settings, (sentence) => sentences.push(sentence));
      await serving.close();
      const about = sentences.filter(
        (sentence) =>
          sentence ===
          `Other accounts of this computer can read ${path}: let its owner alone read it (chmod 600).`,
      );
      expect([mode, about.length]).toEqual([mode, warnings]);
    }
  },
);
