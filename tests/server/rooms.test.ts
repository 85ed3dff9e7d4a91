import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedRoom, Receipt, StaffView } from '../../src/room/protocol.ts';
import { ask, json, type Sent } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, LESSON, openSchool, teach, type School, type TaughtRoom } from './school.ts';

/** A second that does not end: how many come in one is no question of how busy the machine is. */
const oneSecond = () => 0;

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

function vote(room: TaughtRoom, question: string, body: unknown) {
  return ask(`${school.pupils}api/rooms/${room.code}/questions/${question}/ballot`, {
    method: 'PUT',
    body,
  });
}

/** Waits, by the teacher's stream, until the room's question is closed. */
async function untilClosed(room: TaughtRoom): Promise<StaffView> {
  const events = await openEvents(`${school.staff}api/rooms/${room.code}/staff`, {
    authorization: `Bearer ${room.roomKey}`,
  });
  for (;;) {
    const view = await events.next<StaffView>();
    if (view.poll?.state !== 'closed') continue;
    events.stop();
    return view;
  }
}

test('a question is asked, answered on tablets, closed two seconds later, and shown', async () => {
  const room = await teach(school);
  await room.take({ type: 'ask', question: 'law' });
  for (let pupil = 0; pupil < 12; pupil += 1) {
    const reply = await vote(room, 'law', {
      round: 1,
      ballot: ballotOf(await room.seat(), 'law'),
      n: 1,
      answer: 'b',
    });
    expect(reply.status).toBe(200);
    expect(Object.keys(json<Receipt>(reply))).toEqual(['receipt']);
  }
  expect(await room.take({ type: 'close' })).toMatchObject({
    poll: { state: 'closing' },
    seats: { taken: 12, cap: 33 },
  });
  expect(await untilClosed(room)).toMatchObject({
    closed: { law: { round: 1, mayShow: true, enough: true } },
  });
  const late = await vote(room, 'law', {
    round: 1,
    ballot: ballotOf(await room.seat(), 'feel'),
    n: 1,
    answer: 'b',
  });
  expect(late.status).toBe(409);
  expect(await room.take({ type: 'show', question: 'law' })).toMatchObject({
    poll: { state: 'shown', published: { right: ['b'], turnout: 10 } },
  });
});

test('hands alone are enough, and no ballot is issued without devices', async () => {
  const room = await teach(school, { devices: false });
  await room.take({ type: 'ask', question: 'feel' });
  expect(
    await room.take({ type: 'hands', question: 'feel', counts: { a: 9, b: 11 } }),
  ).toMatchObject({ hands: { a: 9, b: 11 } });
  await teach(school);
  expect(
    (await ask(`${school.pupils}api/rooms/${room.code}/seats`, { method: 'POST' })).status,
  ).toBe(409);
});

test('seats run out at three more than there are pupils, and can be raised', async () => {
  const room = await teach(school, { pupils: 1 });
  const seats = () => ask(`${school.pupils}api/rooms/${room.code}/seats`, { method: 'POST' });
  const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await seats()).status));
  expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 201, 201, 201, 409, 409]);
  await room.take({ type: 'pupils', pupils: 2 });
  expect((await seats()).status).toBe(201);
});

test('a new code ends the old one for newcomers alone', async () => {
  const room = await teach(school);
  const seat = await room.seat();
  const { code } = await room.take({ type: 'new-code' });
  expect(
    (await ask(`${school.pupils}api/rooms/${room.code}/seats`, { method: 'POST' })).status,
  ).toBe(404);
  expect((await ask(`${school.pupils}api/rooms/${code}/seats`, { method: 'POST' })).status).toBe(
    201,
  );
  await room.take({ type: 'ask', question: 'feel' });
  expect(
    (await vote(room, 'feel', { round: 1, ballot: ballotOf(seat, 'feel'), n: 1, answer: 'a' }))
      .status,
  ).toBe(200);
});

test('what is stored is shown by name through both doors, and an answer changes nothing in it', async () => {
  const room = await teach(school);
  const seat = await room.seat();
  await room.take({ type: 'ask', question: 'feel' });
  const record = async (door: string) => (await ask(`${door}api/rooms/${room.code}/record`)).text;
  const before = await record(school.pupils);
  await vote(room, 'feel', { round: 1, ballot: ballotOf(seat, 'feel'), n: 1, answer: 'a' });
  expect(await record(school.staff)).toBe(before);
  expect(before).not.toContain(ballotOf(seat, 'feel'));
});

test('after finish the room is gone', async () => {
  const room = await teach(school);
  expect(await room.take({ type: 'finish' })).toMatchObject({ state: 'finished' });
  expect((await ask(`${school.pupils}api/rooms/${room.code}/view`)).status).toBe(404);
  expect((await room.step({ type: 'ask', question: 'law' })).status).toBe(404);
});

describe('refuses', () => {
  type Case = readonly [string, number, (room: TaughtRoom) => readonly [string, Sent]];
  const steps = (room: TaughtRoom, body: unknown, key = room.roomKey): readonly [string, Sent] => [
    `${school.staff}api/rooms/${room.code}/steps`,
    { method: 'POST', headers: { authorization: `Bearer ${key}` }, body },
  ];
  const rooms = (body: unknown): readonly [string, Sent] => [
    `${school.staff}api/rooms`,
    { method: 'POST', body },
  ];
  const pupil = (path: string, sent: Sent): readonly [string, Sent] => [
    `${school.pupils}api/rooms/${path}`,
    sent,
  ];
  const cast = { round: 1, ballot: 'A'.repeat(43), n: 1, answer: 'a' };

  const cases: readonly Case[] = [
    ['a room for no lesson', 404, () => rooms({ lesson: 'nowhere', pupils: 3, devices: false })],
    [
      'a room for a lesson outside the folder',
      404,
      () => rooms({ lesson: '../secret', pupils: 3, devices: false }),
    ],
    ['a room for no pupils', 400, () => rooms({ lesson: LESSON, pupils: 0, devices: false })],
    ['a room for half a pupil', 400, () => rooms({ lesson: LESSON, pupils: 2.5, devices: false })],
    [
      'a room whose pupils are text',
      400,
      () => rooms({ lesson: LESSON, pupils: '3', devices: false }),
    ],
    ['a body that is a list', 400, () => rooms([])],
    ['a body that is broken', 400, () => rooms('{"lesson":')],
    ['a body that is empty', 400, () => rooms('')],
    [
      'a body that is no JSON by its own word',
      400,
      () => [
        `${school.staff}api/rooms`,
        { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' },
      ],
    ],
    [
      'a body that is too large',
      413,
      () => rooms({ lesson: 'x'.repeat(17_000), pupils: 3, devices: false }),
    ],
    [
      'a step without the key',
      401,
      (room) => [
        `${school.staff}api/rooms/${room.code}/steps`,
        { method: 'POST', body: { type: 'close' } },
      ],
    ],
    ['a step with another key', 403, (room) => steps(room, { type: 'close' }, 'A'.repeat(43))],
    ['a step nobody knows', 400, (room) => steps(room, { type: 'dance' })],
    ['a step with half its words', 400, (room) => steps(room, { type: 'ask' })],
    ['closing what is not open', 409, (room) => steps(room, { type: 'close' })],
    [
      'asking what the room does not have',
      404,
      (room) => steps(room, { type: 'ask', question: 'nothing' }),
    ],
    [
      'hands below none',
      400,
      (room) => steps(room, { type: 'hands', question: 'feel', counts: { a: -1 } }),
    ],
    [
      'the staff view without the key',
      401,
      (room) => [`${school.staff}api/rooms/${room.code}/staff`, {}],
    ],
    [
      'the staff view with another key',
      403,
      (room) => [
        `${school.staff}api/rooms/${room.code}/staff`,
        { headers: { authorization: 'Bearer x' } },
      ],
    ],
    ['a seat in no room', 404, () => pupil('BBB222/seats', { method: 'POST' })],
    ['a view of no room', 404, () => pupil('BBB222/view', {})],
    ['events of no room', 404, () => pupil('BBB222/events', {})],
    ['a record of no room', 404, () => pupil('BBB222/record', {})],
    [
      'a vote in no room',
      404,
      () => pupil('BBB222/questions/law/ballot', { method: 'PUT', body: cast }),
    ],
    [
      'a vote on what is not open',
      409,
      (room) => pupil(`${room.code}/questions/law/ballot`, { method: 'PUT', body: cast }),
    ],
    [
      'a vote of another shape',
      400,
      (room) =>
        pupil(`${room.code}/questions/law/ballot`, { method: 'PUT', body: { ...cast, n: '1' } }),
    ],
    [
      'a vote without its number',
      400,
      (room) =>
        pupil(`${room.code}/questions/law/ballot`, {
          method: 'PUT',
          body: { ...cast, n: undefined },
        }),
    ],
    [
      'receipts that are no list',
      400,
      (room) => pupil(`${room.code}/receipts`, { method: 'POST', body: { receipts: 'x' } }),
    ],
    [
      'receipts of a size no page has',
      413,
      (room) =>
        pupil(`${room.code}/receipts`, {
          method: 'POST',
          body: { receipts: ['x'.repeat(70_000)] },
        }),
    ],
    [
      'a note for a box that is shut',
      404,
      (room) =>
        pupil(`${room.code}/box`, { method: 'POST', body: { ballot: 'a'.repeat(43), text: 'x' } }),
    ],
  ];

  test.each(cases)('%s with %i', async (_, status, send) => {
    const [url, sent] = send(await teach(school));
    const reply = await ask(url, sent);
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      status,
      { error: { code: expect.any(String), message: expect.stringMatching(/^[A-Z].*\.$/) } },
    ]);
  });

  test('[R19] guessing: after thirty wrong codes in a second the next are refused, and a right one is served all the same', async () => {
    const guessed = await openSchool({}, oneSecond);
    const room = await teach(guessed);
    const ballot = ballotOf(await room.seat(), 'feel');
    await room.take({ type: 'ask', question: 'feel' });
    const view = (code: string) => ask(`${guessed.pupils}api/rooms/${code}/view`);
    const guesses = await Promise.all(
      Array.from({ length: 60 }, async () => (await view('BBB222')).status),
    );
    const body = { round: 1, ballot, n: 1, answer: 'a' };
    const cast = await ask(`${guessed.pupils}api/rooms/${room.code}/questions/feel/ballot`, {
      method: 'PUT',
      body,
    });
    expect((await view(room.code)).status).toBe(200);
    expect(guesses.filter((status) => status === 429).length).toBe(30);
    expect(cast.status).toBe(200);
    await guessed.close();
  });

  test.each([
    ['votes', 'questions/feel/ballot', 'PUT', cast],
    ['notes', 'box', 'POST', { ballot: cast.ballot, text: 'x' }],
    ['receipts', 'receipts', 'POST', { receipts: [] }],
  ] as const)(
    '[R19] guessing by %s too: they use up the same wrong codes, and no right one',
    async (_, path, method, body) => {
      const guessed = await openSchool({}, oneSecond);
      const { code } = await teach(guessed);
      const guess = (at: number) =>
        ask(`${guessed.pupils}api/rooms/BBB${222 + at}/${path}`, {
          method,
          body: 'ballot' in body ? { ...body, ballot: `${at}`.padStart(43, 'A') } : body,
        });
      const guesses = await Promise.all(
        Array.from({ length: 60 }, async (_, at) => (await guess(at)).status),
      );
      expect(guesses.filter((status) => status === 404).length).toBe(30);
      expect(guesses.filter((status) => status === 429).length).toBe(30);
      expect((await ask(`${guessed.pupils}api/rooms/${code}/view`)).status).toBe(200);
      await guessed.close();
    },
  );

  test('to tell what receipts were worth: the tablet’s next pupil must not learn whether there was an answer', async () => {
    const room = await teach(school);
    const ballot = ballotOf(await room.seat(), 'feel');
    await room.take({ type: 'ask', question: 'feel' });
    const { receipt } = JSON.parse(
      (await vote(room, 'feel', { round: 1, ballot, n: 1, answer: 'a' })).text,
    ) as Receipt;
    const replies = [];
    for (const one of [receipt, receipt.replace(/^../, 'AA')]) {
      const { status, text } = await ask(`${school.pupils}api/rooms/${room.code}/receipts`, {
        method: 'POST',
        body: { receipts: [one] },
      });
      replies.push([status, text]);
    }
    expect(replies).toEqual([
      [200, '{}'],
      [200, '{}'],
    ]);
  });

  test('one ballot that is used as fast as it can be', async () => {
    const room = await teach(school);
    const ballot = ballotOf(await room.seat(), 'feel');
    await room.take({ type: 'ask', question: 'feel' });
    const statuses = await Promise.all(
      Array.from(
        { length: 18 },
        async (_, i) =>
          (await vote(room, 'feel', { round: 1, ballot, n: i + 1, answer: 'a' })).status,
      ),
    );
    expect(statuses).toContain(429);
    expect(statuses).toContain(200);
  });
});

test('[R53] cards are taken for a lesson of another subject, and for none that needs care, whatever page sends them', async () => {
  const step = async (lesson: string) => {
    const room = json<OpenedRoom>(
      await ask(`${school.staff}api/rooms`, {
        method: 'POST',
        body: { lesson, pupils: 30, devices: false },
      }),
    );
    const take = (body: unknown) =>
      ask(`${school.staff}api/rooms/${room.code}/steps`, {
        method: 'POST',
        headers: { authorization: `Bearer ${room.roomKey}` },
        body,
      });
    await take({ type: 'ask', question: 'law' });
    return take({ type: 'cards', question: 'law', counts: { a: 12, b: 11 } });
  };
  const lesson = (subject: string) => `---
title: Ice
subject: ${subject}
---
# Ice
## Talk (10 min)
::: choice law knowledge
What floats?
- [ ] Stone
- [x] Ice
:::
`;
  for (const subject of ['geography', 'safeguarding']) {
    writeFileSync(join(school.home, 'lessons', `${subject}.md`), lesson(subject));
  }
  const taken = await step('geography');
  expect([taken.status, json<StaffView>(taken).cards]).toEqual([200, 20]);
  const refused = await step('safeguarding');
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('no-camera');
});
