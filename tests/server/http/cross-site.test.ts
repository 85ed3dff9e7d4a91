import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../src/server/http/routes.ts';
import type { ToPrint } from '../../../src/outputs/handouts/to-print.ts';
import { aSchool } from '../../school/a-school.ts';
import { PROXY_HERE } from '../../../src/server/addresses.ts';
import { ask, json, type Sent } from '../ask.ts';
import { openEvents } from '../events.ts';
import {
  LESSON,
  NOTE,
  openSchool,
  settingsOf,
  STAFF,
  startSchool,
  teach,
  type School,
} from '../school.ts';
import { freePort } from '../serve-apart.ts';

/** What a school calls itself. */
const OWN = 'merlin-basalt-violet';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

/** One request as a browser writes it, by hand over a socket; returns the status and the head. */
function raw(
  door: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; head: string }> {
  const { port, host } = new URL(door);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), '127.0.0.1');
    const lines = Object.entries({ host, connection: 'close', ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
    socket.on('data', (some: Buffer) => (text += some.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () =>
      resolve({ status: Number(text.slice(9, 12)), head: text.split('\r\n\r\n', 1)[0] ?? '' }),
    );
  });
}

const from = (site: string, mode: string, dest: string) => ({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  'sec-fetch-dest': dest,
});

/** Every way in which a page of another site makes a browser ask, but for a link that is followed. */
const EMBEDDED: readonly (readonly [mode: string, dest: string])[] = [
  ['no-cors', 'image'],
  ['no-cors', 'script'],
  ['no-cors', 'style'],
  ['no-cors', 'video'],
  ['no-cors', 'empty'],
  ['cors', 'empty'],
  ['cors', 'font'],
  ['navigate', 'iframe'],
  ['navigate', 'frame'],
  ['navigate', 'embed'],
  ['navigate', 'object'],
  ['websocket', 'websocket'],
  ['no-cors', 'serviceworker'],
];

const FILES = [
  '/',
  `/pack/${LESSON}.zip`,
  `/print-file/none`,
  `/slide-picture/${LESSON}-1.png`,
  `/lesson/${LESSON}/`,
  '/lessons.json',
  `/present/${LESSON}/notes.json`,
];

test.each(['cross-site', 'same-site'])(
  '[R34] the staff door does nothing for a page that is %s, but to open a page',
  async (site) => {
    for (const [mode, dest] of EMBEDDED) {
      for (const path of [
        ...FILES,
        '/assets/look-2.css',
        '/media/little-film/film.mp4',
        '/nowhere',
      ]) {
        expect([
          mode,
          dest,
          path,
          (await raw(school.staff, 'GET', path, from(site, mode, dest))).status,
        ]).toEqual([mode, dest, path, 403]);
      }
    }
    for (const { method, path } of routes.filter(({ doors }) => doors.includes('staff'))) {
      const url = path
        .replace(':code', 'BKT472')
        .replace(':lesson', LESSON)
        .replace(':question', 'law');
      expect([
        path,
        (await raw(school.staff, method, url, from(site, 'no-cors', 'empty'))).status,
      ]).toEqual([path, 403]);
      expect([
        path,
        (await raw(school.staff, method, url, from(site, 'navigate', 'document'))).status,
      ]).toEqual([path, 403]);
    }
  },
);

test.each([
  `/pack/${LESSON}.zip`,
  `/pack/${LESSON}%2ezip`,
  `/%70ack/${LESSON}%2Ezip`,
  '/print-file/none',
  '/print%2dfile/none',
  `/slide-picture/${LESSON}-1%2epng`,
  `/slide%2dpicture/${LESSON}`,
  '/lessons.json',
  '/%zz',
])('[R34] a link on another site opens a page, and never what takes work: %s', async (path) => {
  const link = from('cross-site', 'navigate', 'document');
  for (const page of ['/', '/privacy/', `/lesson/${LESSON}/`, `/present/${LESSON}/`]) {
    expect([page, (await raw(school.staff, 'GET', page, link)).status]).toEqual([page, 200]);
    expect([page, (await raw(school.staff, 'HEAD', page, link)).status]).toEqual([page, 403]);
  }
  expect((await raw(school.staff, 'GET', path, link)).status).toBe(403);
});

test('[R34] what our own pages, an address that is typed and a program ask is answered as before', async () => {
  for (const path of FILES.filter((one) => !/^\/(?:pack|print-file|slide-picture)\//.test(one))) {
    for (const headers of [
      from('same-origin', 'cors', 'empty'),
      from('same-origin', 'no-cors', 'image'),
      from('none', 'navigate', 'document'),
      {},
    ]) {
      expect([path, headers, (await raw(school.staff, 'GET', path, headers)).status]).toEqual([
        path,
        headers,
        200,
      ]);
    }
  }
});

test('[R34] of a browser that does not say so, the page that it names tells', async () => {
  const evil = { referer: 'http://evil.example/page' };
  for (const path of [`/pack/${LESSON}.zip`, '/lessons.json', '/assets/look-2.css', '/api/box']) {
    expect([path, (await raw(school.staff, 'GET', path, evil)).status]).toEqual([path, 403]);
    expect([
      path,
      (await raw(school.staff, 'GET', path, { referer: 'not an address' })).status,
    ]).toEqual([path, 403]);
  }
  expect((await raw(school.staff, 'GET', '/', evil)).status).toBe(200);
  expect(
    (await raw(school.staff, 'GET', '/lessons.json', { referer: `${school.staff}print/` })).status,
  ).toBe(200);
});

test('[R34] [R9] at the pupils’ door none of it is read: every answer is the same', async () => {
  await teach(school);
  const sent = [
    {},
    from('cross-site', 'no-cors', 'image'),
    { referer: 'http://evil.example/' },
    from('same-origin', 'cors', 'empty'),
  ];
  const heads = await Promise.all(
    sent.map(async (headers) =>
      (await raw(school.pupils, 'GET', '/', headers)).head.replace(/^date:.*$/m, ''),
    ),
  );
  expect(new Set(heads).size).toBe(1);
  expect(heads[0]).toMatch(/^HTTP\/1\.1 200 /);
});

test('[R34] no other site shows an answer of either door as its own, or holds a window of it', async () => {
  const room = await teach(school);
  const events = await openEvents(`${school.pupils}api/rooms/${room.code}/events`);
  expect(events.headers).toMatchObject({
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': expect.any(String),
  });
  events.stop();
  for (const url of [school.staff, school.pupils].flatMap((door) =>
    ['', 'nowhere', 'api/nowhere', 'assets/look-2.css', '%ff'].map((path) => door + path),
  )) {
    const { headers } = await ask(url);
    expect([
      url,
      headers['cross-origin-opener-policy'],
      headers['cross-origin-resource-policy'],
    ]).toEqual([url, 'same-origin', 'same-origin']);
    // Plain http: a browser that believed it would never come back to this address.
    expect([url, headers['strict-transport-security']]).toEqual([url, undefined]);
  }
});

test('[R34] what holds a note, a plan or the school’s own words is saved by no browser', async () => {
  const { mark } = json<{ mark: string }>(await ask(`${school.staff}api/school`));
  const body = { was: mark, school: { wholeclass: 'school', version: 1, ...aSchool(), name: OWN } };
  expect((await ask(`${school.staff}api/school`, { method: 'PUT', body })).status).toBe(200);
  const paths = [
    '',
    'lessons.json',
    'print.json',
    'school.json',
    `lesson/${LESSON}/`,
    `board/${LESSON}/`,
    `read/${LESSON}/`,
    'privacy/',
    'help/',
  ];
  const ofLesson = ['notes.json', 'deck.json', 'questions.json', 'film.json', ''].map(
    (name) => `present/${LESSON}/${name}`,
  );
  const printed = json<ToPrint>(await ask(`${school.staff}print.json`));
  const sheets = [...printed.school, ...printed.lessons.flatMap((lesson) => lesson.sheets)].map(
    ({ address }) => address.split('#')[0] ?? '',
  );
  const saved: string[] = [];
  const held: unknown[] = [];
  for (const path of [
    ...paths,
    ...ofLesson,
    ...sheets,
    'api/box',
    'api/school',
    'api/print',
    `print/${LESSON}/sheets.json`,
  ]) {
    const { headers, text, status } = await ask(school.staff + path);
    if ([NOTE, STAFF, OWN].some((words) => text.includes(words)) || path.startsWith('api/')) {
      held.push([path, status < 500, headers['cache-control'], headers['etag']]);
    } else saved.push(path);
  }
  expect(held).toEqual(
    held.map((one) => [(one as readonly unknown[])[0], true, 'no-store', undefined]),
  );
  // And what a browser may save is still asked for by its mark, so that it is not sent again.
  expect(saved).toEqual(
    expect.arrayContaining([
      '',
      'lessons.json',
      `board/${LESSON}/`,
      `present/${LESSON}/deck.json`,
      'privacy/',
    ]),
  );
  expect(saved).not.toEqual(expect.arrayContaining(['school.json']));
});

test('[R34] behind TLS, and only there, a browser has to come back by TLS alone; where staff sign in it saves no page at all', async () => {
  const publicUrl = new URL('https://lesson.example.org/');
  const settings = {
    ...settingsOf(school.home, `${school.dataDir}-2`),
    publicUrl,
    staffKey: 'kestrel granite osprey',
    staffHost: 'staff.example.org',
    trustedProxies: PROXY_HERE,
  };
  const staffPort = await freePort();
  const pupilPort = await freePort();
  const serving = await startSchool({ ...settings, staffPort, pupilPorts: [pupilPort] });
  const head = async (port: number, host: string, headers = {}) =>
    (await raw(`http://127.0.0.1:${port}/`, 'GET', '/', { host, ...headers })).head;
  const hsts = /^strict-transport-security: max-age=31536000\r$/m;
  expect(await head(staffPort, 'staff.example.org', { 'x-forwarded-proto': 'https' })).toMatch(
    hsts,
  );
  expect(await head(staffPort, 'staff.example.org', { 'x-forwarded-proto': 'http' })).not.toMatch(
    hsts,
  );
  expect(await head(staffPort, 'staff.example.org')).not.toMatch(hsts);
  expect(await head(pupilPort, 'lesson.example.org')).toMatch(hsts);
  // Someone in the building who came by the machine's own address, past the proxy.
  expect(
    await head(pupilPort, `127.0.0.1:${pupilPort}`, { 'x-forwarded-proto': 'https' }),
  ).not.toMatch(hsts);
  const send = (path: string, more: Sent = {}) =>
    ask(`http://127.0.0.1:${staffPort}${path}`, {
      ...more,
      headers: {
        host: 'staff.example.org',
        origin: 'https://staff.example.org',
        'x-forwarded-proto': 'https',
        ...more.headers,
      },
    });
  const cookie =
    (
      await send('/api/sign-in', { method: 'POST', body: { key: 'kestrel granite osprey' } })
    ).headers['set-cookie']?.split(';', 1)[0] ?? '';
  for (const path of ['/', '/lessons.json', `/board/${LESSON}/`, '/privacy/']) {
    const reply = await send(path, { headers: { cookie } });
    expect([path, reply.status, reply.headers['cache-control']]).toEqual([path, 200, 'no-store']);
  }
  await serving.close();
});
