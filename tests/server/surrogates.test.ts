import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenedRoom, Seat, StampedView } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { ballotOf, LESSON, openSchool, type School } from './school.ts';

let school: School;
let room: OpenedRoom;
let seat: Seat;

beforeAll(async () => {
  school = await openSchool();
  room = json<OpenedRoom>(
    await ask(`${school.staff}api/rooms`, {
      method: 'POST',
      body: { lesson: LESSON, pupils: 30, devices: true },
    }),
  );
  seat = json<Seat>(await ask(`${school.pupils}api/rooms/${room.code}/seats`, { method: 'POST' }));
  await take(`{"type":"box","isOpen":true}`);
  await take(`{"type":"ask","question":"law"}`);
});
afterAll(() => school.close());

/** Half of a character that takes two, as JSON writes it. */
const HALF = String.raw`\ud800`;
const REFUSED = {
  error: { code: 'bad-request', message: 'This request could not be read.' },
};

function take(body: string) {
  const headers = { authorization: `Bearer ${room.roomKey}` };
  return ask(`${school.staff}api/rooms/${room.code}/steps`, { method: 'POST', headers, body });
}

const rooms = () => `${school.staff}api/rooms`;
const pupils = (path: string) => `${school.pupils}api/rooms/${room.code}/${path}`;

test.each<[string, () => Promise<{ readonly status: number; readonly text: string }>]>([
  [
    'a room’s lesson',
    () => ask(rooms(), { method: 'POST', body: `{"lesson":"${HALF}","pupils":3,"devices":false}` }),
  ],
  [
    'the name of a character',
    () =>
      ask(rooms(), {
        method: 'POST',
        body: `{"lesson":"${LESSON}","pupils":3,"devices":false,"names":{"Ash":"${HALF}"}}`,
      }),
  ],
  ['a step’s window', () => take(`{"type":"lead","by":"${HALF}"}`)],
  ['a slide', () => take(`{"type":"slide","slide":"a${HALF}b"}`)],
  ['a field’s name', () => take(`{"type":"close","${HALF}":1}`)],
  ['the lower half alone', () => take(`{"type":"slide","slide":"${String.raw`\udc00`}"}`)],
  [
    'the words of another browser',
    () => ask(`${rooms()}/${room.code}/rejoin`, { method: 'POST', body: `{"phrase":"${HALF}"}` }),
  ],
  [
    'the school’s name',
    () => ask(`${school.staff}api/school`, { method: 'PUT', body: `{"name":"${HALF}"}` }),
  ],
])(
  'half a character in %s is refused as what cannot be read, and nothing fails',
  async (_, send) => {
    const { status, text } = await send();
    expect([status, JSON.parse(text)]).toEqual([400, REFUSED]);
  },
);

test('half a character in a vote’s answer is refused', async () => {
  const { status, text } = await ask(pupils('questions/law/ballot'), {
    method: 'PUT',
    body: `{"round":1,"ballot":"${ballotOf(seat, 'law')}","n":1,"answer":"${HALF}"}`,
  });
  expect([status, JSON.parse(text)]).toMatchObject([400, { error: { code: 'bad-shape' } }]);
});

test('a pupil’s note with half a character in it is taken, and is read with a mark in its place', async () => {
  const { status } = await ask(pupils('box'), {
    method: 'POST',
    body: `{"ballot":"${seat.box[0] ?? ''}","text":"Hello ${HALF}!"}`,
  });
  const headers = { authorization: `Bearer ${room.roomKey}` };
  const view = await ask(`${rooms()}/${room.code}/staff/view`, { headers });
  expect(status).toBe(202);
  expect(json<StampedView>(view).view.box.notes.map(({ text }) => text)).toEqual(['Hello \ufffd!']);
});

test('whole characters that take two are read, however they are written, and so is a backslash before a u', async () => {
  const slides = [String.raw`\ud83d\ude00`, '😀', String.raw`\\ud800`];
  for (const slide of slides) {
    const { status } = await take(`{"type":"slide","slide":"${slide}"}`);
    expect([slide, status]).toEqual([slide, 200]);
  }
});
