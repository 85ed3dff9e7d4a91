import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../src/server/http/routes.ts';
import { ask } from '../ask.ts';
import {
  ballotOf,
  LESSON,
  openSchool,
  settingsOf,
  startSchool,
  teach,
  type School,
} from '../school.ts';

const staffPages = [
  '',
  `lesson/${LESSON}/`,
  `present/${LESSON}/`,
  `board/${LESSON}/`,
  'print/',
  'print/help-card/',
  `print/${LESSON}/worksheet/`,
  'join/',
  'room-check/',
];
const staffFiles = [
  'lessons.json',
  `present/${LESSON}/deck.json`,
  `present/${LESSON}/notes.json`,
  `present/${LESSON}/questions.json`,
  'media/little-film/film.mp4',
];

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

test('the pupils’ door is shut until a teacher asks for pupil devices', async () => {
  const body = { lesson: LESSON, pupils: 28, devices: false };
  const reply = await ask(`${school.staff}api/rooms`, { method: 'POST', body });
  expect(reply.status).toBe(201);
  expect(JSON.parse(reply.text)).toMatchObject({ address: '' });
  expect(school.pupils).toBe('');
  const room = await teach(school);
  expect(room.address).toContain(new URL(school.pupils).port);
});

test('a room without devices opens the door when the teacher asks for it later', async () => {
  const other = await openSchool();
  const room = await teach(other, { devices: false });
  expect(other.pupils).toBe('');
  expect(await room.take({ type: 'devices' })).toMatchObject({
    devices: true,
    address: expect.stringContaining(':'),
  });
  expect((await ask(other.pupils)).status).toBe(200);
  await other.close();
});

test('the staff door serves every page and file, each with the strict headers and no cookie', async () => {
  for (const path of [...staffPages, ...staffFiles]) {
    const { status, headers } = await ask(school.staff + path);
    expect([path, status]).toEqual([path, 200]);
    expect([path, headers['content-security-policy']]).toEqual([
      path,
      expect.stringMatching(
        new RegExp(
          `^default-src 'none'; script-src 'self'; style-src 'self'; img-src .*frame-ancestors 'none'$`,
        ),
      ),
    ]);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['set-cookie']));
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['strict-transport-security']));
  }
});

test('the pupils’ door answers 404 to every staff page, file and request', async () => {
  await teach(school);
  for (const path of [
    ...staffPages.slice(1),
    ...staffFiles,
    'index.html/',
    'print',
    'assets/present-1.js',
    'assets/board-1.js',
  ]) {
    expect([path, (await ask(school.pupils + path)).status]).toEqual([path, 404]);
  }
  const room = await teach(school);
  // Where both doors have an address of one name, each answers by a handler of its own.
  const theirs = new Set(
    routes
      .filter(({ doors }) => doors.includes('pupils'))
      .map(({ method, path }) => `${method} ${path}`),
  );
  const staffs = routes.filter(({ method, path }) => !theirs.has(`${method} ${path}`));
  expect(staffs.length).toBeGreaterThan(15);
  for (const { method, path, doors } of staffs) {
    const url = school.pupils + path.slice(1).replace(':code', room.code);
    const reply = await ask(url, {
      method,
      headers: { authorization: `Bearer ${room.roomKey}` },
      ...(method === 'GET' ? {} : { body: {} }),
    });
    expect([doors, path, reply.status]).toEqual([['staff'], path, 404]);
  }
});

test('[R22] the staff door deals no seat and takes no vote, note or receipt, with the key of the room or without', async () => {
  const room = await teach(school);
  const seat = await room.seat();
  await room.take({ type: 'ask', question: 'feel' });
  await room.take({ type: 'box', isOpen: true });
  const vote = { round: 1, ballot: ballotOf(seat, 'feel'), n: 1, answer: 'a' };
  const requests = [
    ['POST', 'seats', {}],
    ['PUT', 'questions/feel/ballot', vote],
    ['POST', 'box', { ballot: seat.box[0], text: 'A question' }],
    ['POST', 'receipts', { receipts: [] }],
  ] as const;
  for (const [method, path, body] of requests) {
    for (const headers of [{}, { authorization: `Bearer ${room.roomKey}` }]) {
      const at = async (door: string) =>
        (await ask(`${door}api/rooms/${room.code}/${path}`, { method, headers, body })).status;
      expect([path, await at(school.staff)]).toEqual([path, 404]);
    }
    expect([
      path,
      (await ask(`${school.pupils}api/rooms/${room.code}/${path}`, { method, body })).status < 300,
    ]).toEqual([path, true]);
  }
});

test('an address that is not there opens a page, on both doors and at any depth; a program reads the refusal', async () => {
  await teach(school);
  const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  for (const door of [school.pupils, school.staff]) {
    for (const path of ['no-such-page', 'a/b/c/', 'read/no-such-lesson/', 'assets/nothing-1.js']) {
      const reply = await ask(door + path, { headers });
      expect([path, reply.status, reply.headers['content-type']]).toEqual([
        path,
        404,
        'text/html; charset=utf-8',
      ]);
      expect(reply.text).toContain('There is no page at this address');
      const [, style = ''] = /<style>(.*?)<\/style>/s.exec(reply.text) ?? [];
      expect(reply.headers['content-security-policy']).toContain(
        `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      );
    }
    expect((await ask(`${door}no-such-page`, { headers: { accept: '*/*' } })).text).toContain(
      '"not-found"',
    );
  }
});

test('the pupils’ door serves the join page at its root, with that page’s own assets', async () => {
  await teach(school);
  const page = await ask(school.pupils);
  expect(page.status).toBe(200);
  expect(page.text).toContain('src="./assets/join-1.js"');
  for (const asset of ['assets/join-1.js', 'assets/shared-3.js', 'assets/look-2.css']) {
    expect([asset, (await ask(school.pupils + asset)).status]).toEqual([asset, 200]);
  }
});

test('the pupils’ door serves what is kept and the check of one tablet, with these pages’ own assets', async () => {
  await teach(school);
  for (const path of ['privacy/', 'check/', 'assets/privacy-1.js', 'assets/check-1.js']) {
    expect([path, (await ask(school.pupils + path)).status]).toEqual([path, 200]);
  }
});

test.each([
  ['another name as host', { host: 'evil.example' }],
  ['a name that only begins like ours', { host: 'localhost.evil.example' }],
  ['another page’s origin', { origin: 'http://evil.example' }],
  ['an origin on another port', { origin: 'http://localhost:1' }],
  ['no origin that can be named', { origin: 'null' }],
])('both doors refuse %s', async (_, headers) => {
  await teach(school);
  for (const door of [school.staff, school.pupils]) {
    for (const path of ['', 'api/rooms/BKT472/view']) {
      const reply = await ask(door + path, { headers });
      expect([reply.status, JSON.parse(reply.text)]).toMatchObject([
        403,
        { error: { code: 'stranger' } },
      ]);
    }
  }
});

test('both doors welcome their own pages', async () => {
  await teach(school);
  for (const door of [school.staff, school.pupils]) {
    expect((await ask(door, { headers: { origin: new URL(door).origin } })).status).toBe(200);
  }
});

test('a port in use is said in one sentence, with a free one', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => other.once('listening', listening));
  const { port } = other.address() as AddressInfo;
  const start = startSchool({ ...settingsOf(school.home, `${school.dataDir}-2`), staffPort: port });
  const refusal = await start.then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
  expect(refusal).toMatch(
    /^Port \d+ is in use: Wholeclass may be running already\. Close it, or start on another port with STAFF_PORT=\d+\.$/,
  );
  const free = Number(/STAFF_PORT=(\d+)/.exec(refusal)?.[1]);
  const there = createServer().listen(free);
  await new Promise((listening) => there.once('listening', listening));
  there.close();
  other.close();
});

test('where 4300 is in use no port is named that the pupils’ door tries by itself', async () => {
  const others = [4300, 4302].map((port) => createServer().listen(port, '127.0.0.1'));
  // Another program that has one of them already will do as well.
  await Promise.all(
    others.map((other) => new Promise((done) => other.once('listening', done).once('error', done))),
  );
  const settings = settingsOf(school.home, `${school.dataDir}-3`);
  await expect(startSchool({ ...settings, staffPort: 4300 })).rejects.toThrow(
    /STAFF_PORT=(?!4301\b|4302\b)\d+\.$/,
  );
  for (const other of others) other.close();
});

test('pupils’ ports in use are a refusal that says what to do, and no room is opened', async () => {
  const taken = createServer().listen(0, '0.0.0.0');
  await new Promise((listening) => taken.once('listening', listening));
  const { port } = taken.address() as AddressInfo;
  const serving = await startSchool({
    ...settingsOf(school.home, `${school.dataDir}-3`),
    pupilPorts: [port],
  });
  const reply = await ask(`${serving.staffUrl}api/rooms`, {
    method: 'POST',
    body: { lesson: LESSON, pupils: 5, devices: true },
  });
  expect([reply.status, JSON.parse(reply.text)]).toMatchObject([
    409,
    { error: { code: 'no-pupil-door', message: expect.stringContaining(`port ${port}`) } },
  ]);
  await serving.close();
  taken.close();
});

test('without a folder of lessons nothing starts', async () => {
  await expect(startSchool(settingsOf('/nowhere', `${school.dataDir}-4`))).rejects.toThrow(
    'There is no folder "lessons" here',
  );
});

test('a data folder that cannot be written is said in one sentence', async () => {
  await expect(startSchool(settingsOf(school.home, '/proc/wholeclass'))).rejects.toThrow(
    'Cannot write to the data folder /proc/wholeclass',
  );
});
