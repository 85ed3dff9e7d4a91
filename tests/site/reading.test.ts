import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadingView } from '../../src/outputs/reading/reading.ts';
import { ask, json } from '../server/ask.ts';
import {
  LESSON,
  NOTE,
  openSchool,
  STAFF,
  teach,
  type School,
  type TaughtRoom,
} from '../server/school.ts';

const named = `---
title: Named
on the board: A day with {Sam}
names: [Sam]
---
### {Sam} waits

Something to read.
`;

let school: School;
beforeAll(async () => {
  school = await openSchool({ 'lessons/named.md': named });
});
afterAll(() => school.close());

const read = (code: string, after = '') =>
  ask(`${school.pupils}api/rooms/${code}/reading?after=${after}`);

async function slidesOf(code: string): Promise<readonly string[]> {
  const view = json<ReadingView>(await read(code));
  return view.state === 'open' ? view.slides.map(({ id }) => id) : [];
}

async function show(
  room: TaughtRoom,
  slide: string,
  cover: 'none' | 'pause' | 'help' = 'none',
): Promise<void> {
  await room.take({
    type: 'slide',
    slide,
    stage: { step: 0, cover, film: { order: 0, do: 'none' } },
  });
}

test('[R16] a reading view gets the slides shown so far by the room’s code, and no word of a later one, a note or an answer', async () => {
  const room = await teach(school);
  expect(await slidesOf(room.code)).toEqual([]);
  await show(room, 'messages');
  await show(room, 'what-we-saw');
  expect(await slidesOf(room.code)).toEqual(['messages', 'what-we-saw']);
  const before = (await read(room.code)).text;
  expect(before).not.toMatch(new RegExp(`Who can tell|How sure|${NOTE}|${STAFF}`));
  await show(room, 'question-law');
  await room.take({ type: 'ask', question: 'law' });
  const asking = await read(room.code);
  expect(asking.text).toContain('Who can you tell?');
  expect(asking.text).not.toMatch(new RegExp(`Telling is not|is-right|"right"|${NOTE}|${STAFF}`));
});

test('[R16] a reading view waits for the next step of the room, and hears of pause and help', async () => {
  const room = await teach(school);
  await show(room, 'messages');
  const { n } = json<ReadingView>(await read(room.code));
  const waiting = read(room.code, String(n));
  await show(room, 'messages', 'pause');
  expect(json<ReadingView>(await waiting)).toMatchObject({
    state: 'open',
    n: n + 1,
    cover: 'pause',
    slide: 'messages',
  });
});

test('[R16] a reading view takes no seat, and what is stored of the room is the same with it', async () => {
  const room = await teach(school);
  const record = () =>
    ask(`${school.pupils}api/rooms/${room.code}/record`).then(({ text }) => text);
  const [before, { seats }] = [
    await record(),
    await room.take({ type: 'slide', slide: 'messages' }),
  ];
  await read(room.code);
  expect(await record()).toBe(before);
  expect((await room.take({ type: 'slide', slide: 'messages' })).seats).toEqual(seats);
});

test('a reading view has the characters’ names of today', async () => {
  const body = { lesson: 'named', pupils: 30, devices: true, names: { Sam: 'Kit' } };
  const { code, roomKey } = json<TaughtRoom>(
    await ask(`${school.staff}api/rooms`, { method: 'POST', body }),
  );
  const step = {
    method: 'POST',
    headers: { authorization: `Bearer ${roomKey}` },
    body: { type: 'slide', slide: 'sam-waits' },
  };
  await ask(`${school.staff}api/rooms/${code}/steps`, step);
  const view = json<ReadingView>(await read(code));
  expect(view).toMatchObject({ title: 'A day with Kit' });
  expect(JSON.stringify(view)).not.toMatch(/>Sam<|\{Sam\}/);
});

test('a reading view is over when the lesson is, and a wrong code has none', async () => {
  const room = await teach(school);
  const { n } = json<ReadingView>(await read(room.code));
  const waiting = read(room.code, String(n));
  await room.take({ type: 'finish' });
  expect(json<ReadingView>(await waiting)).toMatchObject({ state: 'finished' });
  expect((await read(room.code)).status).toBe(404);
  expect((await read('BBB222')).status).toBe(404);
});

test('the page of the reading view has the whole lesson without notes at the staff door, and nothing of any lesson at the pupils’ door', async () => {
  await teach(school);
  const staff = await ask(`${school.staff}read/${LESSON}/`);
  expect([
    staff.status,
    staff.text.includes('Who can you tell?'),
    staff.text.includes(NOTE),
    staff.text.includes(STAFF),
  ]).toEqual([200, true, false, false]);
  expect(staff.text).not.toMatch(/Telling is not|"right"/);
  const pupils = await ask(`${school.pupils}read/?code=BKT472`);
  expect([pupils.status, pupils.text.includes('Messages'), pupils.text.includes('BKT472')]).toEqual(
    [200, false, false],
  );
  expect((await ask(`${school.pupils}read/${LESSON}/`)).status).toBe(404);
});
