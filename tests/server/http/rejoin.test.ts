import { readFileSync } from 'node:fs';
import { filesIn } from '../../files-in.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenedRoom, RejoinedRoom } from '../../../src/room/protocol.ts';
import { ask, json } from '../ask.ts';
import { LESSON, openSchool, type School } from '../school.ts';

let school: School;
let room: OpenedRoom;
beforeAll(async () => {
  school = await openSchool();
  room = json(
    await ask(`${school.staff}api/rooms`, {
      method: 'POST',
      body: { lesson: LESSON, pupils: 30, devices: true },
    }),
  );
});
afterAll(() => school.close());

const rejoin = (phrase: unknown, code = room.code) =>
  ask(`${school.staff}api/rooms/${code}/rejoin`, { method: 'POST', body: { phrase } });

test('[R13] a new browser has the key of a room for its phrase, as it is typed', async () => {
  const reply = await rejoin(`  ${room.phrase?.toUpperCase().replaceAll(' ', ' - ')} `);
  expect([reply.status, json<RejoinedRoom>(reply)]).toEqual([200, { ...room, lesson: LESSON }]);
});

test('[R13] has it for nothing else, and not at the pupils’ door', async () => {
  const [first = '', ...rest] = (room.phrase ?? '').split(' ');
  const other = first === 'acorn' ? 'amber' : 'acorn';
  expect((await rejoin([other, ...rest].join(' '))).status).toBe(403);
  expect((await rejoin('open sesame')).status).toBe(403);
  expect((await rejoin(room.phrase, 'BBB222')).status).toBe(404);
  expect(
    (
      await ask(`${school.pupils}api/rooms/${room.code}/rejoin`, {
        method: 'POST',
        body: { phrase: room.phrase },
      })
    ).status,
  ).toBe(404);
});

test('[R13] guessing is slow for all callers together', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 20 }, async () => (await rejoin('open sesame')).status),
  );
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
});

test('[R13] no file holds the phrase or the key', () => {
  const files = filesIn(school.dataDir).map((file) =>
    readFileSync(`${school.dataDir}/${file}`, 'latin1'),
  );
  expect(files.some((bytes) => bytes.includes(room.code))).toBe(true);
  expect(
    files.some((bytes) =>
      [room.phrase ?? '', room.roomKey].some((secret) => bytes.includes(secret)),
    ),
  ).toBe(false);
});

test('[R13] a window that does not lead is refused, whatever it holds', async () => {
  const step = async (body: object) =>
    (
      await ask(`${school.staff}api/rooms/${room.code}/steps`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${room.roomKey}` },
      })
    ).status;
  expect(await step({ type: 'lead', by: 'laptop' })).toBe(200);
  const stage = { step: 1, cover: 'pause', film: { order: 3, do: 'seek', at: 1.5 } };
  expect(await step({ type: 'slide', slide: 'x', by: 'laptop', stage })).toBe(200);
  expect(
    await step({ type: 'slide', slide: 'x', by: 'laptop', stage: { ...stage, cover: '<b>' } }),
  ).toBe(400);
  expect([
    await step({ type: 'slide', slide: 'x', by: 'other' }),
    await step({ type: 'slide', slide: 'x', by: 'laptop' }),
  ]).toEqual([409, 200]);
  expect([
    await step({ type: 'lead', by: 'other', take: true }),
    await step({ type: 'slide', slide: 'x', by: 'laptop' }),
  ]).toEqual([200, 409]);
});
