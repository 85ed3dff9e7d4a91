import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenedRoom, PupilView, Receipt, Seat, StaffView, Step } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, LESSON, writeSchool } from './school.ts';
import { freePort, serveApart } from './serve-apart.ts';

test('killed in the middle of a question and started again, it counts every acknowledged vote', async () => {
  const top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const [home, dataDir, port] = [join(top, 'home'), join(top, 'data'), await freePort()];
  writeSchool(home);
  let server = await serveApart(home, dataDir, { port });
  const pupils = `http://127.0.0.1:${port}/api/rooms`;
  const room = json<OpenedRoom>(await ask(`${server.staff}api/rooms`, { method: 'POST', body: { lesson: LESSON, pupils: 30, devices: true } }));
  const take = async (step: Step) => {
    const headers = { authorization: `Bearer ${room.roomKey}` };
    return json<StaffView>(await ask(`${server.staff}api/rooms/${room.code}/steps`, { method: 'POST', headers, body: step }));
  };
  const vote = (seat: Seat, n: number, answer: string) =>
    ask(`${pupils}/${room.code}/questions/law/ballot`, { method: 'PUT', body: { round: 1, ballot: ballotOf(seat, 'law'), n, answer } });

  await take({ type: 'ask', question: 'law' });
  const seats: Seat[] = [];
  for (let pupil = 0; pupil < 24; pupil += 1) seats.push(json<Seat>(await ask(`${pupils}/${room.code}/seats`, { method: 'POST' })));
  const receipts = await Promise.all(seats.map(async (seat) => json<Receipt>(await vote(seat, 1, 'b')).receipt));
  expect(receipts.every((receipt) => typeof receipt === 'string')).toBe(true);
  // More votes are on their way while it is killed: those may be lost, for nobody was told that they count.
  const lost = seats.map((seat) => vote(seat, 2, 'b').catch(() => null));
  await server.kill();
  await Promise.all(lost);

  server = await serveApart(home, dataDir, { port });
  expect(json<PupilView>(await ask(`${pupils}/${room.code}/view`))).toMatchObject({ state: 'asking', question: { id: 'law' }, round: 1 });
  for (const receipt of receipts) {
    expect((await ask(`${pupils}/${room.code}/receipts`, { method: 'POST', body: { receipts: [receipt, receipt] } })).status).toBe(200);
  }
  const staff = await openEvents(`${server.staff}api/rooms/${room.code}/staff`, { authorization: `Bearer ${room.roomKey}` });
  expect(await staff.next<StaffView>()).toMatchObject({ poll: { state: 'asking', answersIn: 20 } });
  await take({ type: 'close' });
  while ((await staff.next<StaffView>()).poll?.state !== 'closed');
  staff.stop();
  const shown = await take({ type: 'show', question: 'law' });
  expect(shown.poll).toMatchObject({ state: 'shown', published: { turnout: 20, right: ['b'] } });
  await server.kill();
  rmSync(top, { recursive: true, force: true });
}, 30_000);
