import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Receipt, Seat } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { ballotOf, openSchool, teach, type School } from './school.ts';

const CANARY = 'osprey-marble-cobalt';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

test('[R9] a pupil’s request leaves nothing of itself but a seat: no agent, cookie, address or page it came from', async () => {
  const room = await teach(school);
  await room.take({ type: 'ask', question: 'law' });
  const told = { 'user-agent': CANARY, cookie: `name=${CANARY}`, referer: `http://127.0.0.1/${CANARY}`, 'x-forwarded-for': CANARY };
  const seat = await ask(`${school.pupils}api/rooms/${room.code}/seats`, { method: 'POST', headers: told });
  expect([seat.status, seat.headers['set-cookie']]).toEqual([201, undefined]);
  const ballot = ballotOf(json<Seat>(seat), 'law');
  const cast = await ask(`${school.pupils}api/rooms/${room.code}/questions/law/ballot`, {
    method: 'PUT',
    body: { round: 1, ballot, n: 1, answer: 'b' },
    headers: told,
  });
  expect([cast.status, Object.keys(json<Receipt>(cast)), cast.headers['set-cookie']]).toEqual([200, ['receipt'], undefined]);
  const files = readdirSync(school.dataDir).map((file) => readFileSync(join(school.dataDir, file)));
  expect(files.some((bytes) => bytes.includes(CANARY) || bytes.includes('127.0.0.1'))).toBe(false);
  expect(files.some((bytes) => bytes.includes(ballot))).toBe(true);
});
