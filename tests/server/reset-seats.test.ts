import { readFileSync } from 'node:fs';
import { filesIn } from '../files-in.ts';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PupilView, Refusal, Seat, StoredRecord } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, openSchool, teach, type School } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const at = (entry: string, path: string, method = 'GET', body?: unknown) =>
  ask(`${school.pupils}api/rooms/${entry}/${path}`, { method, body });

test('[R20] pages that were seated learn plainly that they have to join again, by stream, poll and vote, and new ones come in', async () => {
  const room = await teach(school);
  const old = await room.seat();
  await room.take({ type: 'ask', question: 'feel' });
  const stream = await openEvents(`${school.pupils}api/rooms/${old.pass}/events`);
  const { n } = await stream.next<PupilView>();
  const poll = at(old.pass, `view?after=${n}`);
  const reading = at(room.code, `reading?after=${n}`);
  const view = await room.take({ type: 'reset-seats' });
  expect(view).toMatchObject({
    seats: { taken: 0, cap: 33 },
    poll: { state: 'asking', answersIn: 0 },
  });
  expect(view.code).not.toBe(room.code);

  expect(await stream.next<PupilView>()).toEqual({ state: 'reset', n: n + 1 });
  await stream.ended;
  expect(json<PupilView>(await poll)).toEqual({ state: 'reset', n: n + 1 });
  const refused = {
    error: {
      code: 'seats-reset',
      message: 'Your teacher has reset the seats. Type the code on the board.',
    },
  };
  expect(json<Refusal>(await reading)).toEqual(refused);
  const vote = { round: 1, ballot: ballotOf(old, 'feel'), n: 1, answer: 'a' };
  for (const entry of [old.pass, room.code]) {
    for (const path of ['view', 'events', 'record', 'reading']) {
      const reply = await at(entry, path);
      expect([path, reply.status, json<Refusal>(reply)]).toEqual([path, 409, refused]);
    }
    expect((await at(entry, 'seats', 'POST')).status).toBe(409);
    expect((await at(entry, 'questions/feel/ballot', 'PUT', vote)).status).toBe(409);
  }

  const fresh = json<Seat>(await at(view.code, 'seats', 'POST'));
  expect((await at(fresh.pass, 'questions/feel/ballot', 'PUT', vote)).status).toBe(404);
  expect(
    (
      await at(fresh.pass, 'questions/feel/ballot', 'PUT', {
        ...vote,
        ballot: ballotOf(fresh, 'feel'),
      })
    ).status,
  ).toBe(200);
  // The teacher goes on under the room's first code.
  expect(await room.take({ type: 'slide', slide: 'x' })).toMatchObject({ seats: { taken: 1 } });
  expect(
    json<StoredRecord>(await ask(`${school.staff}api/rooms/${room.code}/record`)).stored.length,
  ).toBeGreaterThan(3);
});

test('[R20] a wrong code never learns of a reset, and no view, page or record has the pass in it', async () => {
  const room = await teach(school);
  const { pass } = await room.seat();
  expect(json<Refusal>(await at('BBB222', 'view')).error.code).toBe('no-such-room');
  const staff = await room.take({ type: 'slide', slide: 'x' });
  const views = [
    JSON.stringify(staff),
    (await at(pass, 'view')).text,
    (await at(pass, 'record')).text,
    (await at(room.code, 'reading')).text,
  ];
  expect(views.filter((view) => view.includes(pass))).toEqual([]);
});

test('[R20] [R6] of old seats no ballot is left in any file, and the room comes back as it was after a restart', async () => {
  const room = await teach(school);
  const old = await room.seat();
  await room.take({ type: 'ask', question: 'feel' });
  await room.take({ type: 'reset-seats' });
  const texts = filesIn(school.dataDir).map((name) =>
    readFileSync(join(school.dataDir, name), 'latin1'),
  );
  expect(old.ballots.filter(({ ballot }) => texts.some((text) => text.includes(ballot)))).toEqual(
    [],
  );
  expect(old.box.filter((ballot) => texts.some((text) => text.includes(ballot)))).toEqual([]);
  await school.restart();
  expect(json<Refusal>(await at(old.pass, 'view')).error.code).toBe('seats-reset');
  const { code } = await room.take({ type: 'slide', slide: 'x' });
  expect((await at(code, 'seats', 'POST')).status).toBe(201);
});

test('[R21] what a discarded round chose is left in no file', async () => {
  const room = await teach(school);
  const seats = await Promise.all(Array.from({ length: 13 }, () => room.seat()));
  await room.take({ type: 'ask', question: 'feel' });
  for (const seat of seats) {
    await at(seat.pass, 'questions/feel/ballot', 'PUT', {
      round: 1,
      ballot: ballotOf(seat, 'feel'),
      n: 1,
      answer: 'b',
    });
  }
  await room.take({ type: 'close' });
  const staff = await openEvents(`${school.staff}api/rooms/${room.code}/staff`, {
    authorization: `Bearer ${room.roomKey}`,
  });
  for (let state = ''; state !== 'closed';) {
    state = (await staff.next<{ poll: { state: string } | null }>()).poll?.state ?? '';
  }
  staff.stop();
  const traces = () =>
    filesIn(school.dataDir).filter((name) =>
      readFileSync(join(school.dataDir, name), 'latin1').includes('"b":13'),
    );
  expect(traces()).toEqual(['rooms.sqlite']);
  expect(await room.take({ type: 'discard', question: 'feel' })).toMatchObject({
    poll: null,
    discarded: { feel: 1 },
  });
  expect(traces()).toEqual([]);
  await room.take({ type: 'ask', question: 'feel' });
  const view = json<PupilView>(await at(seats[0]?.pass ?? '', 'view'));
  expect(view).toMatchObject({ state: 'asking', round: 2 });
});

test('[R23] a flood of alike notes is sorted by one step', async () => {
  const room = await teach(school);
  await room.take({ type: 'box', isOpen: true });
  for (let note = 0; note < 6; note += 1) {
    const { pass, box } = await room.seat();
    expect(
      (
        await at(pass, 'box', 'POST', {
          ballot: box[0],
          text: note === 5 ? 'I need help' : `lol${'!'.repeat(note)}`,
        })
      ).status,
    ).toBe(202);
  }
  expect(
    (
      await at((await room.seat()).pass, 'box', 'POST', {
        ballot: (await room.seat()).box[0],
        text: '\u200D'.repeat(280),
      })
    ).status,
  ).toBe(400);
  const { box } = await room.take({ type: 'slide', slide: 'x' });
  const [note = '', ...also] = box.notes
    .filter(({ text }) => text.startsWith('lol'))
    .map(({ id }) => id);
  expect(also).toHaveLength(4);
  const sorted = await room.take({ type: 'triage', note, also, as: 'later' });
  expect(
    sorted.box.notes.map(({ text, triage }) => `${text.slice(0, 3)} ${triage}`).toSorted(),
  ).toEqual(['I n null', ...Array.from({ length: 5 }, () => 'lol later')]);
});
