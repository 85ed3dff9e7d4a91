import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Receipt } from '../../src/room/protocol.ts';
import { openStore } from '../../src/server/store/store.ts';
import { NINE } from '../room/a-room.ts';
import { ask, json } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, openSchool, teach, type School } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool({
    'media/little-film/index.html': '<script src="page.js"></script>',
    'media/little-film/page.js': 'document.title = "A page of its own";',
    'media/little-film/tree.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
});
afterAll(() => school.close());

test('[R10] what a page of an earlier pupil left behind looks alike when it is handed in', async () => {
  const room = await teach(school);
  const ballot = ballotOf(await room.seat(), 'feel');
  await room.take({ type: 'ask', question: 'feel' });
  const url = `${school.pupils}api/rooms/${room.code}`;
  const body = { round: 1, ballot, n: 1, answer: 'a' };
  const { receipt } = json<Receipt>(
    await ask(`${url}/questions/feel/ballot`, { method: 'PUT', body }),
  );
  const handIn = (one: string) =>
    ask(`${url}/receipts`, { method: 'POST', body: { receipts: [one] } });
  const [answered, filler] = [await handIn(receipt), await handIn('A'.repeat(receipt.length))];
  expect([answered.status, answered.text]).toEqual([filler.status, filler.text]);
});

test('a pupil who guesses codes without end cannot keep the teacher from closing', async () => {
  const guessed = await openSchool();
  const room = await teach(guessed);
  await room.take({ type: 'ask', question: 'feel' });
  const guess = () => ask(`${guessed.pupils}api/rooms/BBB222/view`);
  const steps: number[] = [];
  for (let at = 0; at < 3; at += 1) {
    await Promise.all(Array.from({ length: 60 }, guess));
    steps.push((await room.step({ type: 'slide', slide: `slide-${at}` })).status);
  }
  steps.push((await room.step({ type: 'close' })).status);
  expect(steps).toEqual([200, 200, 200, 200]);
  await guessed.close();
});

test('a pupil who takes every stream of a room leaves the others a view that is answered at once', async () => {
  const room = await teach(school, { pupils: 1 });
  const url = `${school.pupils}api/rooms/${room.code}`;
  const open = await Promise.all(Array.from({ length: 48 }, () => openEvents(`${url}/events`)));
  const { status, text } = await ask(`${url}/view`);
  expect([status, JSON.parse(text)]).toMatchObject([200, { state: 'waiting' }]);
  expect(await ask(`${url}/view?after=1`)).toMatchObject({ status: 200 });
  for (const events of open) events.stop();
});

test('a page or a script among the films is not served, a picture is', async () => {
  const statusOf = async (name: string) =>
    (await ask(`${school.staff}media/little-film/${name}`)).status;
  expect([
    await statusOf('index.html'),
    await statusOf('page.js'),
    await statusOf('tree.svg'),
  ]).toEqual([404, 404, 200]);
});

test('an address that cannot be read is refused like any other: by the door first, in the one shape, with the strict headers', async () => {
  const stranger = await ask(school.pupils, {
    path: '/%ff',
    headers: { host: 'elsewhere.example' },
  });
  const { status, headers, text } = await ask(school.pupils, { path: '/%ff' });
  expect(stranger.status).toBe(403);
  expect([status, JSON.parse(text)]).toEqual([
    400,
    { error: { code: 'bad-request', message: expect.any(String) } },
  ]);
  expect(headers).toMatchObject({
    'content-security-policy': expect.any(String),
    'x-content-type-options': 'nosniff',
  });
});

test('bytes that are no request are answered with nothing of themselves', async () => {
  const reply = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(school.pupils).port), '127.0.0.1', () =>
      socket.write('HERON quartz\r\n\r\n'),
    );
    socket.on('data', (some: Buffer) => (text += some.toString())).on('close', () => resolve(text));
  });
  expect(reply).toMatch(/^HTTP\/1\.1 400 /);
  expect(reply).not.toMatch(/heron|fst_|fastify/i);
});

test('no other account of this machine may read what is stored, even in a folder that is open to all', async () => {
  const dataDir = mkdtempSync('/tmp/wholeclass-open-');
  const store = openStore({ dataDir, now: NINE });
  const modes = readdirSync(dataDir).map((name) => statSync(join(dataDir, name)).mode & 0o077);
  await store.end();
  rmSync(dataDir, { recursive: true });
  expect(modes.length).toBeGreaterThan(0);
  expect(new Set(modes)).toEqual(new Set([0]));
});
