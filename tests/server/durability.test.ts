import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  OpenedRoom,
  PupilView,
  Receipt,
  Seat,
  StaffView,
  Step,
} from '../../src/room/protocol.ts';
import { isThorough } from '../thorough.ts';
import { ask, json } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, LESSON, writeSchool } from './school.ts';
import { freePort, serveApart } from './serve-apart.ts';

/** A class, and how often its program is killed in the middle of its question. */
const classes = [{ pupils: 24, kills: 1 }, ...(isThorough ? [{ pupils: 300, kills: 20 }] : [])];

test.for(classes)(
  'killed $kills times in the middle of a question of $pupils pupils and started again, it counts every acknowledged vote',
  { timeout: 600_000 },
  async ({ pupils, kills }) => {
    const top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
    const [home, dataDir, port] = [join(top, 'home'), join(top, 'data'), await freePort()];
    writeSchool(home);
    let server = await serveApart(home, dataDir, { port });
    const room = json<OpenedRoom>(
      await ask(`${server.staff}api/rooms`, {
        method: 'POST',
        body: { lesson: LESSON, pupils, devices: true },
      }),
    );
    const asked = `http://127.0.0.1:${port}/api/rooms/${room.code}`;
    const take = async (step: Step) => {
      const headers = { authorization: `Bearer ${room.roomKey}` };
      return json<StaffView>(
        await ask(`${server.staff}api/rooms/${room.code}/steps`, {
          method: 'POST',
          headers,
          body: step,
        }),
      );
    };
    const vote = (seat: Seat, n: number) =>
      ask(`${asked}/questions/law/ballot`, {
        method: 'PUT',
        body: { round: 1, ballot: ballotOf(seat, 'law'), n, answer: 'b' },
      });

    await take({ type: 'ask', question: 'law' });
    const seats: Seat[] = [];
    for (let pupil = 0; pupil < pupils; pupil += 1) {
      seats.push(json<Seat>(await ask(`${asked}/seats`, { method: 'POST' })));
    }
    const receipts: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      // Some of them before each time, so that all have voted at the last.
      const some = seats.filter((_, place) => place % kills === kill);
      receipts.push(
        ...(await Promise.all(
          some.map(async (seat) => json<Receipt>(await vote(seat, 1)).receipt),
        )),
      );
      expect(receipts.every((receipt) => typeof receipt === 'string')).toBe(true);
      // More votes are on their way while it is killed: those may be lost, for no one was told that they count.
      const lost = some.map((seat) => vote(seat, 2).catch(() => null));
      await server.kill();
      await Promise.all(lost);

      server = await serveApart(home, dataDir, { port });
      expect(json<PupilView>(await ask(`${asked}/view`))).toMatchObject({
        state: 'asking',
        question: { id: 'law' },
        round: 1,
      });
      for (const receipt of receipts) {
        expect(
          (
            await ask(`${asked}/receipts`, {
              method: 'POST',
              body: { receipts: [receipt, receipt] },
            })
          ).status,
        ).toBe(200);
      }
    }
    const staff = await openEvents(`${server.staff}api/rooms/${room.code}/staff`, {
      authorization: `Bearer ${room.roomKey}`,
    });
    const inFives = pupils - (pupils % 5);
    expect(await staff.next<StaffView>()).toMatchObject({
      poll: { state: 'asking', answersIn: inFives },
    });
    await take({ type: 'close' });
    while ((await staff.next<StaffView>()).poll?.state !== 'closed');
    staff.stop();
    const shown = await take({ type: 'show', question: 'law' });
    expect(shown.poll).toMatchObject({
      state: 'shown',
      published: { turnout: inFives, right: ['b'] },
    });
    await server.kill();
    rmSync(top, { recursive: true, force: true });
  },
);
