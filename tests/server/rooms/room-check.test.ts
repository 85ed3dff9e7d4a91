import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckReply, CheckWords } from '../../../src/outputs/home/room-check.ts';
import { CHECK_MS, openRoomCheck, type RoomCheck } from '../../../src/server/rooms/room-check.ts';
import { openSharedChecks } from '../../../src/server/store/valkey/checks.ts';
import { ask, json, type Sent } from '../ask.ts';
import { openEvents } from '../events.ts';
import { LESSON, NOTE, openSchool, STAFF, type School } from '../school.ts';
import { hasValkey, openValkeyServer } from '../valkey-server.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const start = (lesson = LESSON) =>
  ask(`${school.staff}api/room-check`, { method: 'POST', body: { lesson } });
const see = async () => json<CheckReply>(await ask(`${school.staff}api/room-check/here`));
const tablet = (path: string, sent: Sent = {}) =>
  ask(`${school.pupils}api/room-check/here/${path}`, sent);

test('a teacher asks, a tablet reads the lesson’s words by request and by stream, and the line turns to a tick', async () => {
  const check = json<CheckReply>(await start());
  expect(check).toEqual({
    code: 'here',
    address: expect.stringMatching(/:\d+\/check$/),
    isReached: false,
  });
  expect((await ask(`${school.pupils}check`)).headers['location']).toBe('check/');
  expect((await ask(`${school.pupils}check/`)).status).toBe(200);
  const { questions } = json<CheckWords>(await tablet('words'));
  expect(questions).toContainEqual({
    prompt: 'How much pressure is there?',
    options: ['None', 'A lot'],
  });
  const events = await openEvents(`${school.pupils}api/room-check/here/events`);
  expect(await events.next<CheckWords>()).toEqual({ questions });
  await events.ended;
  expect(await see()).toMatchObject({ isReached: false });
  expect((await tablet('reached', { method: 'POST' })).text).toBe('{}');
  expect(await see()).toEqual({ ...check, isReached: true });
});

test('a new check begins without the tick of the last one', async () => {
  await start();
  await tablet('reached', { method: 'POST' });
  expect(json<CheckReply>(await start())).toMatchObject({ isReached: false });
});

test('a tablet gets the words of questions, and never a right answer, a note or a page for the teacher', async () => {
  await start();
  const words = (await tablet('words')).text;
  expect(words).toContain('An adult you trust');
  for (const secret of [NOTE, STAFF, 'right', 'knowledge', 'Telling is not telling tales']) {
    expect(words).not.toContain(secret);
  }
});

test('whatever a tablet says of itself changes no answer and sets no cookie', async () => {
  await start();
  const headers = {
    'user-agent': 'osprey-marble',
    cookie: 'name=osprey-marble',
    referer: 'http://127.0.0.1/osprey-marble',
  };
  const reply = await tablet('reached', {
    method: 'POST',
    headers: headers,
    body: { name: 'osprey-marble' },
  });
  expect([reply.status, reply.text, reply.headers['set-cookie']]).toEqual([200, '{}', undefined]);
  expect(JSON.stringify(await see())).not.toContain('osprey');
});

test('a lesson that is not there, and a body that is none, are refused', async () => {
  expect([
    (await start('nowhere')).status,
    (await ask(`${school.staff}api/room-check`, { method: 'POST', body: {} })).status,
  ]).toEqual([404, 400]);
});

test('the pupils’ door knows of a check for a quarter of an hour, and of none before', async () => {
  let now = 0;
  const check = openRoomCheck(() => now);
  expect(await check.lesson('here')).toBe(null);
  expect(await check.start('messages')).toBe('here');
  now = 15 * 60_000 - 1;
  expect(await check.lesson('here')).toBe('messages');
  now += 1;
  expect(await check.lesson('here')).toBe(null);
});

/** Two teachers begin at the same time, and the tablet of one is there: what `one` process has begun, as the `other` tells it. */
async function twoAtOnce(one: RoomCheck, other: RoomCheck): Promise<readonly unknown[]> {
  const codes = [await one.start('messages'), await one.start('another')];
  await other.reach('bkt472');
  const replies = await Promise.all(
    codes.map(async (code) => [code, await other.lesson(code), await one.isReached(code)]),
  );
  return [
    ...replies,
    await other.lesson('here'),
    await other.lesson('BKT473'),
    await other.isReached('BKT473'),
  ];
}

const APART = [['BKT472', 'messages', true], ['CDF385', 'another', false], null, null, false];

function codesInTurn(): () => string {
  const codes = ['BKT472', 'CDF385'];
  return () => codes.shift() ?? '';
}

test('at a school’s server two teachers who check at the same time have a check each, found by its code in any case', async () => {
  const checks = openRoomCheck(() => 0, codesInTurn());
  expect(await twoAtOnce(checks, checks)).toEqual(APART);
});

test.skipIf(!hasValkey)(
  '[R12] where several processes share rooms, they share checks, for a quarter of an hour',
  async () => {
    const valkey = await openValkeyServer();
    const [one, other] = [
      await openSharedChecks(valkey.url, codesInTurn()),
      await openSharedChecks(valkey.url, codesInTurn()),
    ];
    expect(await twoAtOnce(one, other)).toEqual(APART);
    const keys = (await valkey.send('KEYS', '*')) as readonly string[];
    const ends = await Promise.all(keys.map(async (key) => Number(await valkey.send('PTTL', key))));
    expect(keys).toHaveLength(3);
    expect(ends.every((end) => end > 0 && end <= CHECK_MS)).toBe(true);
    one.end();
    other.end();
    await valkey.close();
  },
);
