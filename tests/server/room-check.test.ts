import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckReply, CheckWords } from '../../src/handout/room-check.ts';
import { openRoomCheck } from '../../src/server/room-check.ts';
import { ask, json, type Sent } from './ask.ts';
import { openEvents } from './events.ts';
import { LESSON, NOTE, openSchool, STAFF, type School } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const start = (lesson = LESSON) => ask(`${school.staff}api/room-check`, { method: 'POST', body: { lesson } });
const see = async () => json<CheckReply>(await ask(`${school.staff}api/room-check/here`));
const tablet = (path: string, sent: Sent = {}) => ask(`${school.pupils}api/room-check/here/${path}`, sent);

test('a teacher asks, a tablet reads the lesson’s words by request and by stream, and the line turns to a tick', async () => {
  const told = json<CheckReply>(await start());
  expect(told).toEqual({ code: 'here', address: expect.stringMatching(/:\d+\/check$/), isReached: false });
  expect((await ask(`${school.pupils}check`)).headers['location']).toBe('check/');
  expect((await ask(`${school.pupils}check/`)).status).toBe(200);
  const { questions } = json<CheckWords>(await tablet('words'));
  expect(questions).toContainEqual({ prompt: 'How much pressure is there?', options: ['None', 'A lot'] });
  const events = await openEvents(`${school.pupils}api/room-check/here/events`);
  expect(await events.next<CheckWords>()).toEqual({ questions });
  await events.ended;
  expect(await see()).toMatchObject({ isReached: false });
  expect((await tablet('reached', { method: 'POST' })).text).toBe('{}');
  expect(await see()).toEqual({ ...told, isReached: true });
});

test('a new check begins without the tick of the last one', async () => {
  await start();
  await tablet('reached', { method: 'POST' });
  expect(json<CheckReply>(await start())).toMatchObject({ isReached: false });
});

test('a tablet is told the words of questions, and never a right answer, a note or a page for the teacher', async () => {
  await start();
  const words = (await tablet('words')).text;
  expect(words).toContain('An adult you trust');
  for (const secret of [NOTE, STAFF, 'right', 'knowledge', 'Telling is not telling tales']) expect(words).not.toContain(secret);
});

test('whatever a tablet says of itself changes no answer and sets no cookie', async () => {
  await start();
  const told = { 'user-agent': 'osprey-marble', cookie: 'name=osprey-marble', referer: 'http://127.0.0.1/osprey-marble' };
  const reply = await tablet('reached', { method: 'POST', headers: told, body: { name: 'osprey-marble' } });
  expect([reply.status, reply.text, reply.headers['set-cookie']]).toEqual([200, '{}', undefined]);
  expect(JSON.stringify(await see())).not.toContain('osprey');
});

test('a lesson that is not there, and a body that is none, are refused', async () => {
  expect([(await start('nowhere')).status, (await ask(`${school.staff}api/room-check`, { method: 'POST', body: {} })).status]).toEqual([404, 400]);
});

test('the pupils’ door knows of a check for a quarter of an hour, and of none before', () => {
  let now = 0;
  const check = openRoomCheck(() => now);
  expect(check.lesson('here')).toBe(null);
  expect(check.start('messages')).toBe('here');
  now = 15 * 60_000 - 1;
  expect(check.lesson('here')).toBe('messages');
  now += 1;
  expect(check.lesson('here')).toBe(null);
});

test('at a school’s server two teachers who check at the same time have a check each, found by its code in any case', () => {
  const codes = ['BKT472', 'CDF385'];
  const check = openRoomCheck(
    () => 0,
    () => codes.shift() ?? '',
  );
  const [one, two] = [check.start('messages'), check.start('another')];
  check.reach('bkt472');
  expect([one, two].map((code) => [check.lesson(code), check.isReached(code)])).toEqual([
    ['messages', true],
    ['another', false],
  ]);
  expect([check.lesson('here'), check.lesson('BKT473'), check.isReached('BKT473')]).toEqual([null, null, false]);
});
