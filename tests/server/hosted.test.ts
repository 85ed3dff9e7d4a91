import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckReply } from '../../src/outputs/home/room-check.ts';
import type { OpenedRoom } from '../../src/room/protocol.ts';
import type { Serving } from '../../src/server/main.ts';
import { routes } from '../../src/server/http/routes.ts';
import { PROXY_HERE } from '../../src/server/addresses.ts';
import { lanAddress } from '../../src/server/http/address.ts';
import { SETUP_FILE } from '../../src/server/schools/setup-code.ts';
import type { Settings } from '../../src/server/settings.ts';
import { ask, json, type Reply, type Sent } from './ask.ts';
import { freePort } from './serve-apart.ts';
import { LESSON, NOTE, settingsOf, startSchool, writeSchool } from './school.ts';

const KEY = 'kestrel granite osprey';
const HOST = 'staff.example.org';

let top: string;
let staff: string;
let pupils = '';
let serving: Serving;
beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  writeSchool(join(top, 'home'));
  const settings = {
    ...settingsOf(join(top, 'home'), join(top, 'data')),
    staffKey: KEY,
    staffHost: HOST,
    trustedProxies: PROXY_HERE,
  };
  const staffPort = await freePort();
  serving = await startSchool({ ...settings, staffPort }, (sentence) => {
    pupils = `http://127.0.0.1:${/:(\d+)$/.exec(sentence)?.[1]}/`;
  });
  staff = `http://127.0.0.1:${staffPort}/`;
});
afterAll(async () => {
  await serving.close();
  rmSync(top, { recursive: true, force: true });
});

const TLS = { host: HOST, 'x-forwarded-proto': 'https' };
const ORIGIN = { origin: `https://${HOST}` };
const send = (path: string, { headers = {}, ...sent }: Sent = {}) =>
  ask(staff + path, { ...sent, headers: { ...TLS, ...headers } });
const post = (path: string, body: unknown, headers = {}) =>
  send(path, { method: 'POST', body, headers: { ...ORIGIN, ...headers } });
const cookieOf = ({ headers }: Reply) => headers['set-cookie']?.split(';', 1)[0] ?? '';
const signIn = async () => ({ cookie: cookieOf(await post('api/sign-in', { key: KEY })) });

const pages = [
  '',
  'privacy/',
  'room-check/',
  `lesson/${LESSON}/`,
  `present/${LESSON}/`,
  `board/${LESSON}/`,
  'print/',
  'join/',
  'nowhere/',
];
const files = [
  'lessons.json',
  `present/${LESSON}/notes.json`,
  `present/${LESSON}/questions.json`,
  'media/little-film/film.mp4',
  'assets/library-1.js',
];

test('without a session every page is the sign-in page, and no file and no request of the staff door is answered', async () => {
  for (const path of pages) {
    const reply = await send(path);
    expect([path, reply.status, reply.headers['cache-control']]).toEqual([path, 401, 'no-store']);
    const root = '../'.repeat(path.split('/').length - 1) || './';
    expect(reply.text).toContain(`src="${root}assets/sign-in-1.js"`);
    expect(reply.text).not.toContain(NOTE);
  }
  for (const path of files) expect([path, (await send(path)).status]).toEqual([path, 401]);
  for (const { method, path } of routes.filter(({ doors }) => doors.includes('staff'))) {
    const url = path.slice(1).replace(':code', 'BKT472').replace(':lesson', LESSON);
    const reply = await send(url, {
      method,
      headers: ORIGIN,
      ...(method === 'GET' ? {} : { body: {} }),
    });
    expect([path, reply.status, json<{ error: { code: string } }>(reply).error.code]).toEqual([
      path,
      401,
      'signed-out',
    ]);
  }
  const open = ['assets/sign-in-1.js', 'assets/shared-3.js', 'assets/look-2.css'];
  for (const path of open) expect([path, (await send(path)).status]).toEqual([path, 200]);
});

test.each([
  '/api/sign-in/../box',
  '/api/sign-in;/box',
  '/api/sign-in#/../box',
  '//api/box',
  '/%61pi/box',
  '/assets/../lessons.json',
  '/assets/%2e%2e/lessons.json',
  '/lessons.json?/assets/',
  `http://${HOST}/api/box`,
])('no way of writing an address leads past the guard: %s', async (path) => {
  expect((await send('', { path })).status).toBe(401);
  expect((await send('', { path, method: 'HEAD' })).status).toBe(401);
});

test('the staff key begins a session that no script can read, no other site can use and only TLS carries', async () => {
  const reply = await post('api/sign-in', { key: KEY });
  expect([reply.status, reply.text]).toEqual([200, '{}']);
  expect(reply.headers['set-cookie']).toMatch(
    /^__Host-wholeclass=[\w-]+\.[\w-]+\.[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
  const session = await signIn();
  for (const path of [...pages.slice(0, -1), ...files]) {
    expect([path, (await send(path, { headers: session })).status]).toEqual([path, 200]);
  }
  expect((await send('api/box/waiting', { headers: session })).text).toBe(
    '{"waiting":0,"keys":0,"needsCode":true}',
  );
  expect((await send('', { headers: session })).headers['set-cookie']).toBeUndefined();
});

test('a session is not the key of a room: that is needed as well', async () => {
  const session = await signIn();
  const opened = json<OpenedRoom>(
    await post('api/rooms', { lesson: LESSON, pupils: 5, devices: true }, session),
  );
  const step = (headers: Readonly<Record<string, string>>) =>
    post(`api/rooms/${opened.code}/steps`, { type: 'hide' }, headers);
  const bearer = { authorization: `Bearer ${opened.roomKey}` };
  expect([(await step(session)).status, (await step(bearer)).status]).toEqual([401, 401]);
  expect((await step({ ...session, ...bearer })).status).not.toBe(401);
});

test('a wrong key, a body that is none and one that is too large begin no session', async () => {
  for (const [body, status] of [
    [{ key: 'kestrel granite' }, 401],
    [{ key: 7 }, 401],
    [{}, 401],
    [{ key: 'x'.repeat(20_000) }, 413],
  ] as const) {
    const reply = await post('api/sign-in', body);
    expect([reply.status, reply.headers['set-cookie']]).toEqual([status, undefined]);
  }
});

test('a session that was signed out cannot be sent again', async () => {
  const session = await signIn();
  const out = await post('api/sign-out', undefined, session);
  expect(out.headers['set-cookie']).toMatch(/^__Host-wholeclass=; .*Max-Age=0$/);
  expect((await send('lessons.json', { headers: session })).status).toBe(401);
});

test('another host and another origin are refused with a session too, and so is a change that names no origin', async () => {
  const session = await signIn();
  expect(
    (await send('lessons.json', { headers: { ...session, host: 'evil.example' } })).status,
  ).toBe(403);
  expect(
    (await send('lessons.json', { headers: { ...session, host: 'lesson.example.org' } })).status,
  ).toBe(403);
  const body = { lesson: LESSON, pupils: 5, devices: false };
  for (const headers of [
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: `https://evil.${HOST}` },
  ]) {
    expect(
      (await send('api/rooms', { method: 'POST', body, headers: { ...session, ...headers } }))
        .status,
    ).toBe(403);
  }
  expect((await send('api/sign-in', { method: 'POST', body: { key: KEY } })).status).toBe(403);
});

test('behind TLS a cookie without the name that only TLS may set is none', async () => {
  const [, token = ''] = (await signIn()).cookie.split('=');
  expect((await send('lessons.json', { headers: { cookie: `wholeclass=${token}` } })).status).toBe(
    401,
  );
});

test('the pupils’ door is open from the start, asks for no session, gives none, and leads nowhere near the staff’s', async () => {
  const session = await signIn();
  const page = await ask(pupils, { headers: session });
  expect([page.status, page.headers['set-cookie']]).toEqual([200, undefined]);
  for (const path of [
    'api/box',
    'lessons.json',
    `present/${LESSON}/notes.json`,
    'api/sign-in',
    'assets/sign-in-1.js',
  ]) {
    expect([path, (await ask(pupils + path, { headers: session })).status]).toEqual([path, 404]);
  }
});

test('a check has a code of its own in its address, and the page that is opened there finds its files', async () => {
  const session = await signIn();
  const { code, address } = json<CheckReply>(
    await post('api/room-check', { lesson: LESSON }, session),
  );
  expect(address).toMatch(new RegExp(`/check/${code.toLowerCase()}$`));
  const page = await ask(`${pupils}check/${code.toLowerCase()}/`);
  expect([page.status, page.text]).toEqual([
    200,
    expect.stringContaining('src="../../assets/check-1.js"'),
  ]);
  expect(
    (await ask(`${pupils}api/room-check/${code.toLowerCase()}/reached`, { method: 'POST' })).status,
  ).toBe(200);
  expect(json<CheckReply>(await send(`api/room-check/${code}`, { headers: session }))).toEqual({
    code,
    address,
    isReached: true,
  });
  expect((await ask(`${pupils}api/room-check/here/words`)).status).toBe(404);
});

test('without a proxy of ours in front nothing that is said of TLS is believed, and the start says what that means', async () => {
  const settings = {
    ...settingsOf(join(top, 'home'), join(top, 'data-2')),
    staffKey: KEY,
    staffHost: '0.0.0.0',
  };
  const log: string[] = [];
  const plain = await startSchool(settings, (sentence) => log.push(sentence));
  expect(log).toContainEqual(expect.stringContaining('Staff sign in without TLS'));
  const { origin } = new URL(plain.staffUrl.replace(/\/\/[^:]+/, '//localhost'));
  const reply = await ask(`${origin}/api/sign-in`, {
    method: 'POST',
    body: { key: KEY },
    headers: { origin, 'x-forwarded-proto': 'https' },
  });
  expect(reply.headers['set-cookie']).toMatch(
    /^wholeclass=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  await plain.close();
});

describe('past the proxy', () => {
  const fromElsewhere: Partial<Settings> = { trustedProxies: ['203.0.113.7'] };

  /** An address of this machine that is not the one a proxy on it uses. */
  const ELSEWHERE = lanAddress() ?? '127.0.0.2';

  async function start(more: Partial<Settings> = {}) {
    const log: string[] = [];
    const staffPort = await freePort();
    const settings = {
      ...settingsOf(join(top, 'home'), mkdtempSync(join(top, 'data-'))),
      ...{ staffKey: KEY, staffHost: HOST, trustedProxies: PROXY_HERE, staffPort },
      ...more,
    };
    const one = await startSchool(settings, (sentence) => log.push(sentence));
    return { ...one, log, at: `http://127.0.0.1:${staffPort}/` };
  }

  const signInAt = (at: string, headers: Readonly<Record<string, string>>) =>
    ask(`${at}api/sign-in`, { method: 'POST', body: { key: KEY }, headers });

  test('no one is signed in over plain http, and no key is asked for there', async () => {
    const door = await start();
    const host = new URL(door.at).host;
    for (const headers of [
      { host: HOST, ...ORIGIN },
      { host: HOST, ...ORIGIN, 'x-forwarded-proto': 'http' },
      { host: HOST, ...ORIGIN, 'x-forwarded-proto': 'https, http' },
      { host, origin: `http://${host}` },
    ]) {
      const reply = await signInAt(door.at, headers);
      expect([reply.status, reply.headers['set-cookie']]).toEqual([403, undefined]);
      expect(reply.text).toContain(`Staff sign in over https alone. Open https://${HOST}/`);
      const page = await ask(door.at, { headers });
      expect([page.status, page.headers['set-cookie']]).toEqual([403, undefined]);
      expect(page.text).toContain(`href="https://${HOST}/"`);
      expect(page.text).not.toContain('sign-in-1.js');
    }
    expect((await ask(`${door.at}health`)).status).toBe(200);
    expect((await signInAt(door.at, { ...TLS, ...ORIGIN })).status).toBe(200);
    await door.close();
  });

  test('what is said of TLS is not believed of anyone but the proxy', async () => {
    const door = await start({ ...fromElsewhere, staffListen: '127.0.0.1' });
    const reply = await signInAt(door.at, { ...TLS, ...ORIGIN });
    expect([reply.status, reply.headers['set-cookie']]).toEqual([403, undefined]);
    const { headers } = await ask(door.at, { headers: TLS });
    expect(headers['strict-transport-security']).toBeUndefined();
    await door.close();
  });

  test('with a proxy on this machine both doors listen there alone, and say the address of the proxy', async () => {
    const publicUrl = new URL('https://lesson.example.org:8444/');
    const pupilPort = await freePort();
    const door = await start({ staffPublicPort: 8443, publicUrl, pupilPorts: [pupilPort] });
    expect(door.staffUrl).toBe(`https://${HOST}:8443/`);
    expect(door.log).toContain('Pupils join at lesson.example.org:8444');
    for (const port of [new URL(door.at).port, pupilPort]) {
      expect((await ask(`http://127.0.0.1:${port}/health`, { headers: TLS })).status).not.toBe(0);
      await expect(ask(`http://${ELSEWHERE}:${port}/`)).rejects.toThrow('ECONNREFUSED');
    }
    await door.close();
  });

  test('a proxy on another machine reaches them, and each may listen on an address of its own', async () => {
    const [open, own] = [await start(fromElsewhere), await start({ staffListen: '::1' })];
    const { port } = new URL(open.at);
    expect((await ask(`http://${ELSEWHERE}:${port}/`, { headers: TLS })).status).toBe(403);
    expect(
      (await signInAt(own.at.replace('127.0.0.1', '[::1]'), { ...TLS, ...ORIGIN })).status,
    ).toBe(200);
    await expect(ask(own.at)).rejects.toThrow('ECONNREFUSED');
    await open.close();
    await own.close();
  });

  test('[R25] the setup code is in no log, in a file that its owner alone can read, and the same after a restart', async () => {
    const dataDir = mkdtempSync(join(top, 'data-'));
    const logs: string[] = [];
    const codes: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const settings = {
        ...settingsOf(join(top, 'home'), dataDir),
        ...{ staffKey: KEY, staffHost: HOST, trustedProxies: PROXY_HERE },
      };
      const one = await startSchool(settings, (sentence) => logs.push(sentence));
      codes.push(readFileSync(join(dataDir, SETUP_FILE), 'utf8').split('\n', 1)[0] ?? '');
      await one.close();
    }
    expect(codes[0]).toMatch(/^[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}$/);
    expect(codes[1]).toBe(codes[0]);
    expect(logs.join('\n')).toContain(join(dataDir, SETUP_FILE));
    expect(logs.join('\n')).not.toContain(codes[0]);
  });
});
