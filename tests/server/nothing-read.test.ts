import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { filesIn } from '../files-in.ts';
import { createServer, request as requestOf, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { OpenedRoom, Receipt, Refusal, Seat, Step } from '../../src/room/protocol.ts';
import { createApp } from '../../src/server/http/app.ts';
import type { Classrooms } from '../../src/server/rooms/classrooms.ts';
import { openLimits } from '../../src/server/rooms/limits.ts';
import { fileURLToPath } from 'node:url';
import { ask, json, type Reply } from './ask.ts';
import { ballotOf, LESSON, openSchool, teach, writeSchool, type School } from './school.ts';
import { freePort, serveApart } from './serve-apart.ts';

const CANARY = 'osprey-marble-cobalt';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

test('[R9] a pupil’s request leaves nothing of itself but a seat: no agent, cookie, address or page it came from', async () => {
  const room = await teach(school);
  await room.take({ type: 'ask', question: 'law' });
  const headers = {
    'user-agent': CANARY,
    cookie: `name=${CANARY}`,
    referer: `http://127.0.0.1/${CANARY}`,
    'x-forwarded-for': CANARY,
  };
  const seat = await ask(`${school.pupils}api/rooms/${room.code}/seats`, {
    method: 'POST',
    headers: headers,
  });
  expect([seat.status, seat.headers['set-cookie']]).toEqual([201, undefined]);
  const ballot = ballotOf(json<Seat>(seat), 'law');
  const cast = await ask(`${school.pupils}api/rooms/${room.code}/questions/law/ballot`, {
    method: 'PUT',
    body: { round: 1, ballot, n: 1, answer: 'b' },
    headers: headers,
  });
  expect([cast.status, Object.keys(json<Receipt>(cast)), cast.headers['set-cookie']]).toEqual([
    200,
    ['receipt'],
    undefined,
  ]);
  const files = filesIn(school.dataDir).map((file) => readFileSync(join(school.dataDir, file)));
  expect(files.some((bytes) => bytes.includes(CANARY) || bytes.includes('127.0.0.1'))).toBe(false);
  expect(files.some((bytes) => bytes.includes(ballot))).toBe(true);
});

/** What a proxy may add: who someone is, where they are, what they were told to say. */
const FORGED = Object.fromEntries(
  [
    'user-agent',
    'cookie',
    'referer',
    'from',
    'via',
    'forwarded',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-real-ip',
    'x-client-ip',
    'cf-connecting-ip',
    'true-client-ip',
    'x-request-id',
    'traceparent',
    'accept-language',
    'sec-ch-ua',
    'dnt',
    'if-none-match',
    'x-authenticated-user',
    'x-http-method-override',
    'x-device-id',
    'baggage',
  ].map((name) => [name, CANARY]),
);

/** A proxy in front of the pupils’ door that changes what a request carries. */
async function openProxy(change: (headers: IncomingHttpHeaders) => IncomingHttpHeaders) {
  const server = createServer((asked, reply) => {
    const { method = 'GET', url = '/', headers } = asked;
    const sent = requestOf(
      new URL(url, school.pupils),
      { method, headers: change(headers), agent: false },
      (answered) => {
        reply.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(reply);
      },
    );
    sent.on('error', () => reply.destroy());
    asked.pipe(sent);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}

/** Strips all that a body does not need. */
function bare({
  host,
  'content-type': type,
  'content-length': length,
}: IncomingHttpHeaders): IncomingHttpHeaders {
  return {
    host,
    ...(type !== undefined && { 'content-type': type }),
    ...(length !== undefined && { 'content-length': length }),
  };
}

/** Answers to everything a pupil’s page asks, one after the other, without what is random in them and the time of day. */
async function answersThrough(door: string): Promise<readonly unknown[]> {
  const room = await teach(school);
  await room.take({ type: 'ask', question: 'law' });
  const url = `${door}api/rooms/${room.code}`;
  const seat = await ask(`${url}/seats`, { method: 'POST' });
  const vote = (answer: string, n: number) =>
    ask(`${url}/questions/law/ballot`, {
      method: 'PUT',
      body: { round: 1, ballot: ballotOf(json<Seat>(seat), 'law'), n, answer },
    });
  const replies = [seat, await vote('b', 1), await vote('a', 2), await vote('nonsense', 3)];
  replies.push(
    await ask(`${url}/receipts`, {
      method: 'POST',
      body: { receipts: [json<Receipt>(replies[1] ?? seat).receipt] },
    }),
  );
  for (const path of ['/view', '/view?after=0', '/record', '/staff', '/nothing']) {
    replies.push(await ask(url + path));
  }
  replies.push(
    await ask(`${url}/steps`, { method: 'POST', body: { type: 'close' } }),
    await ask(`${door}api/rooms/BBB222/view`),
  );
  return replies.map((reply) => plain(reply, room.code));
}

function plain({ status, headers, text }: Reply, code: string) {
  const lines = text
    .replaceAll(code, 'CODE')
    .replace(/"(ballot|receipt|pass)":"[\w-]+"/g, '"$1":"…"')
    .replace(/"box":\[[^\]]*\]/, '"box":[]');
  return { status, text: lines, headers: { ...headers, date: '' } };
}

test('[R9] a proxy that strips or forges every header and cookie changes no answer, and nothing it forged is kept', async () => {
  const [stripping, forging] = [
    await openProxy(bare),
    await openProxy((headers) => ({
      ...bare(headers),
      ...FORGED,
      authorization: `Bearer ${CANARY}`,
    })),
  ];
  const straight = await answersThrough(school.pupils);
  expect(straight.map((reply) => (reply as Reply).status)).toEqual([
    201, 200, 200, 400, 200, 200, 200, 200, 404, 404, 404, 404,
  ]);
  expect(await answersThrough(stripping.url)).toEqual(straight);
  expect(await answersThrough(forging.url)).toEqual(straight);
  expect(JSON.stringify(straight)).not.toContain('set-cookie');
  const files = filesIn(school.dataDir).map((file) => readFileSync(join(school.dataDir, file)));
  expect(files.some((bytes) => bytes.includes(CANARY))).toBe(false);
  stripping.close();
  forging.close();
});

test('[R9] the program writes nothing on its outputs of what pupils send, nor that they send it, be it right, wrong or not to be read', async () => {
  const top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  writeSchool(join(top, 'home'));
  const server = await serveApart(join(top, 'home'), join(top, 'data'), { port: await freePort() });
  const opened = json<OpenedRoom>(
    await ask(`${server.staff}api/rooms`, {
      method: 'POST',
      body: { lesson: LESSON, pupils: 30, devices: true },
    }),
  );
  const headers = { authorization: `Bearer ${opened.roomKey}` };
  const take = (body: Step) =>
    ask(`${server.staff}api/rooms/${opened.code}/steps`, { method: 'POST', headers, body });
  await take({ type: 'ask', question: 'law' });
  await take({ type: 'box', isOpen: true });
  const room = `${server.pupils}api/rooms/${opened.code}`;
  const seat = json<Seat>(await ask(`${room}/seats`, { method: 'POST' }));
  const cast = (body: unknown) =>
    ask(`${room}/questions/law/ballot`, { method: 'PUT', body, headers: FORGED });
  const ballot = ballotOf(seat, 'law');
  const replies = [
    await cast({ round: 1, ballot, n: 1, answer: 'b' }),
    await cast({ round: 1, ballot, n: 2, answer: CANARY }),
    await cast(`{"ballot":"${CANARY}"`),
    await cast({ ballot: CANARY.repeat(2000) }),
    await ask(`${room}/receipts`, { method: 'POST', body: { receipts: [CANARY] } }),
    await ask(`${room}/box`, { method: 'POST', body: { ballot: seat.box[0], text: CANARY } }),
    await ask(`${server.pupils}api/rooms/${CANARY}/view`),
    await ask(`${server.pupils}${CANARY}/%E0%A4%A`),
    await ask(server.pupils, { headers: { host: CANARY } }),
  ];
  expect(replies.map(({ status }) => status)).toEqual([
    200, 400, 400, 413, 200, 202, 404, 400, 403,
  ]);
  await server.kill();
  expect(server.output()).toBe(`${server.staff}\n`);
  rmSync(top, { recursive: true, force: true });
});

test('[R9] a mistake of ours is written down at the staff door alone: at the pupils’ it could quote what was sent', async () => {
  const written = vi.spyOn(console, 'error').mockImplementation(() => {});
  const read = async () => Promise.reject(new Error(CANARY));
  const rooms = { store: { read }, limits: openLimits(Date.now) } as unknown as Classrooms;
  const files = { read: async () => null, media: null };
  const replies = [];
  for (const door of ['pupils', 'staff'] as const) {
    const app = await createApp({ door, files, rooms, publicUrl: null });
    replies.push([
      door,
      (
        await app.inject({ url: '/api/rooms/BKT472/view', headers: { host: 'localhost' } })
      ).json<Refusal>(),
      written.mock.calls.length,
    ]);
    await app.close();
  }
  const refusal = { error: { code: 'failed', message: 'Something went wrong here. Try again.' } };
  expect(replies).toEqual([
    ['pupils', refusal, 0],
    ['staff', refusal, 1],
  ]);
  rooms.limits.end();
  written.mockRestore();
});

test('[R9] nowhere in the server’s code is an address or a cookie read, but by the guard of a school’s staff door', () => {
  const root = fileURLToPath(new URL('../../src/', import.meta.url));
  const read = globSync('{server,site,print,room}/**/*.ts', { cwd: root }).filter((file) =>
    /\.(ips?|remoteAddress|remotePort|cookies?)\b|['"](cookie|user-agent|referer|forwarded|x-[a-z-]*(for|ip))['"]|trustProxy/i.test(
      readFileSync(root + file, 'utf8'),
    ),
  );
  expect(read).toEqual(['server/staff/staff-cookie.ts', 'server/staff/staff-guard.ts']);
});
