import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PupilView, StaffView } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, openSchool, teach, type School } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

test('a pupil’s stream starts with the view at once, brings each step, and ends when the room is finished', async () => {
  const room = await teach(school);
  const events = await openEvents(`${school.pupils}api/rooms/${room.code}/events`);
  expect(events.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  expect(await events.next<PupilView>()).toMatchObject({ state: 'waiting', questions: 3 });
  await room.take({ type: 'ask', question: 'law' });
  const asking = await events.next<PupilView>();
  expect(asking).toMatchObject({ state: 'asking', question: { id: 'law' }, round: 1 });
  expect(JSON.stringify(asking)).not.toMatch(/right|explanation|answersIn/);
  await room.take({ type: 'finish' });
  expect(await events.next<PupilView>()).toMatchObject({ state: 'finished' });
  await events.ended;
});

test.each([
  ['HTTP/1.1', 'chunked'],
  ['HTTP/1.0', undefined],
])(
  'a stream over %s is framed as that says, event by event, to its end',
  async (version, framing) => {
    const room = await teach(school);
    const { hostname, port, host } = new URL(school.pupils);
    const socket = connect(Number(port), hostname);
    let output = '';
    socket.on('data', (data: Buffer) => (output += data.toString()));
    socket.write(`GET /api/rooms/${room.code}/events ${version}\r\nHost: ${host}\r\n\r\n`);
    while (!output.includes('"waiting"')) await once(socket, 'data');
    await room.take({ type: 'finish' });
    while (
      !output.includes('"finished"') ||
      (framing === 'chunked' && !output.endsWith('\r\n0\r\n\r\n'))
    ) {
      await once(socket, 'data');
    }
    socket.destroy();
    const [head = '', ...rest] = output.split('\r\n\r\n');
    expect(/^transfer-encoding: (.*)$/im.exec(head)?.[1]).toBe(framing);
    const body = rest.join('\r\n\r\n');
    const events = (framing === 'chunked' ? chunksOf(body) : body)
      .split('\n\n')
      .filter((event) => event.startsWith('data: '));
    expect(
      events.map((event) => (JSON.parse(event.slice('data: '.length)) as PupilView).state),
    ).toEqual(['waiting', 'finished']);
  },
);

/** What a body of chunks says; each chunk must be as long as it claims. */
function chunksOf(body: string): string {
  const [, size = '', rest = ''] = /^([\da-f]+)\r\n(.*)$/s.exec(body) ?? [];
  const length = Number.parseInt(size, 16);
  if (length === 0) return '';
  const bytes = Buffer.from(rest);
  expect(bytes.subarray(length, length + 2).toString()).toBe('\r\n');
  return bytes.subarray(0, length).toString() + chunksOf(bytes.subarray(length + 2).toString());
}

test('answers do not move what pupils see, and move the teacher’s view in fives alone', async () => {
  const room = await teach(school);
  const seats = [];
  for (let pupil = 0; pupil < 6; pupil += 1) seats.push(await room.seat());
  await room.take({ type: 'ask', question: 'feel' });
  const pupils = await openEvents(`${school.pupils}api/rooms/${room.code}/events`);
  const staff = await openEvents(`${school.staff}api/rooms/${room.code}/staff`, {
    authorization: `Bearer ${room.roomKey}`,
  });
  await pupils.next();
  expect(await staff.next<StaffView>()).toMatchObject({ poll: { state: 'asking', answersIn: 0 } });
  for (const seat of seats) {
    await ask(`${school.pupils}api/rooms/${room.code}/questions/feel/ballot`, {
      method: 'PUT',
      body: { round: 1, ballot: ballotOf(seat, 'feel'), n: 1, answer: 'a' },
    });
  }
  expect(await staff.next<StaffView>()).toMatchObject({ poll: { answersIn: 5 } });
  await room.take({ type: 'close' });
  expect(await staff.next<StaffView>()).toMatchObject({ poll: { state: 'closing' } });
  expect(await pupils.next<PupilView>()).toMatchObject({ state: 'closing' });
  expect(await pupils.next<PupilView>()).toMatchObject({
    state: 'closed',
    question: 'feel',
    round: 1,
  });
  pupils.stop();
  staff.stop();
});

test('a long poll answers at once without a number or with an old one, and waits with the present one', async () => {
  const room = await teach(school);
  const view = (after: string) => ask(`${school.pupils}api/rooms/${room.code}/view${after}`);
  const now = json<PupilView>(await view(''));
  expect(now.state).toBe('waiting');
  expect(json(await view(`?after=${now.n - 1}`))).toEqual(now);
  const waiting = view(`?after=${now.n}`);
  await room.take({ type: 'ask', question: 'law' });
  expect(json(await waiting)).toMatchObject({ state: 'asking', question: { id: 'law' } });
});

test('a waiting long poll hears the end of the room', async () => {
  const room = await teach(school);
  const { n } = json<PupilView>(await ask(`${school.pupils}api/rooms/${room.code}/view`));
  const waiting = ask(`${school.pupils}api/rooms/${room.code}/view?after=${n}`);
  await ask(`${school.pupils}api/rooms/${room.code}/view`);
  await room.take({ type: 'finish' });
  expect(json(await waiting)).toMatchObject({ state: 'finished' });
});

test('a room takes no more listeners than a classroom could need', async () => {
  const room = await teach(school, { pupils: 1 });
  const url = `${school.pupils}api/rooms/${room.code}/events`;
  const open = await Promise.all(Array.from({ length: 48 }, () => openEvents(url)));
  expect((await ask(url)).status).toBe(429);
  for (const events of open) events.stop();
});

test('a stream that is refused says so, and closes too', async () => {
  const { hostname, port, host } = new URL(school.pupils);
  const socket = connect(Number(port), hostname);
  let output = '';
  socket.on('data', (data: Buffer) => (output += data.toString()));
  socket.write(`GET /api/rooms/zzzzzz/events HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await once(socket, 'end');
  expect(output).toMatch(/^HTTP\/1.1 404 [^]*\r\n\r\n\{"error":/);
});

test.each(['h2c', 'websocket'])(
  'a request to go on in another protocol (%s) is answered in HTTP, a stream as well',
  async (upgrade) => {
    const headers = { connection: 'upgrade', upgrade };
    expect((await ask(`${school.pupils}help/`, { headers })).status).toBe(200);
    const room = await teach(school);
    const events = await openEvents(`${school.pupils}api/rooms/${room.code}/events`, headers);
    expect(await events.next<PupilView>()).toMatchObject({ state: 'waiting' });
    events.stop();
  },
);

test('the place of a pupil who leaves without a word is free again', async () => {
  const room = await teach(school, { pupils: 1 });
  const { hostname, port, host } = new URL(school.pupils);
  const sockets = await Promise.all(
    Array.from({ length: 48 }, async () => {
      const socket = connect(Number(port), hostname);
      socket.write(`GET /api/rooms/${room.code}/events HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
      await once(socket, 'data');
      return socket;
    }),
  );
  const [gone, broken] = sockets;
  gone?.end();
  broken?.resetAndDestroy();
  if (gone !== undefined) await once(gone.resume(), 'close');
  const url = `${school.pupils}api/rooms/${room.code}/events`;
  const open = await Promise.all([openEvents(url), openEvents(url)]);
  expect((await ask(url)).status).toBe(429);
  for (const events of open) events.stop();
  for (const socket of sockets) socket.destroy();
});

test('the places of streams that were asked for all at once on one connection are free again behind it', async () => {
  const room = await teach(school, { pupils: 1 });
  const { hostname, port, host } = new URL(school.pupils);
  const request = `GET /api/rooms/${room.code}/events HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  const socket = connect(Number(port), hostname);
  socket.write(request.repeat(48));
  await once(socket, 'data');
  const url = `${school.pupils}api/rooms/${room.code}/events`;
  expect((await ask(url)).status).toBe(429);
  await once(socket.end().resume(), 'close');
  const open = await Promise.all(Array.from({ length: 48 }, () => openEvents(url)));
  expect(new Set(open.map(({ headers }) => headers['content-type']))).toEqual(
    new Set(['text/event-stream; charset=utf-8']),
  );
  for (const events of open) events.stop();
});

test('the server closes at once though streams are open', async () => {
  const other = await openSchool();
  const room = await teach(other);
  const events = await openEvents(`${other.pupils}api/rooms/${room.code}/events`);
  await other.close();
  await expect(events.ended).resolves.toBeUndefined();
});
