import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenedRoom, Seat } from '../../src/room/protocol.ts';
import { isThorough } from '../thorough.ts';
import { anyRequest, rightRequest, rollDice, type AnyRequest } from './any-request.ts';
import { ask, json } from './ask.ts';
import { openRawClient, type RawReply } from './raw-client.ts';
import { ballotOf, LESSON, NOTE, STAFF, writeSchool } from './school.ts';
import { freePort, serveApart, type Apart } from './serve-apart.ts';

/** A million in `--thorough`; a few thousand each time. */
const REQUESTS = isThorough ? 1_000_000 : 2_500;
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261127);
const CONNECTIONS = 12;
/** Requests that go out together over one connection. */
const TOGETHER = 12;
/** What the program may take of memory, whatever it is sent. */
const MAX_MB = 400;

const top = mkdtempSync(join(tmpdir(), 'wholeclass-fuzz-'));
let server: Apart;
let room: OpenedRoom;
beforeAll(async () => {
  writeSchool(join(top, 'home'));
  server = await serveApart(join(top, 'home'), join(top, 'data'), { port: await freePort() });
  room = json<OpenedRoom>(
    await ask(`${server.staff}api/rooms`, {
      method: 'POST',
      body: { lesson: LESSON, pupils: 30, devices: true },
    }),
  );
});
/** A pupil who is there before it all. */
let seat: Seat;
beforeAll(async () => {
  seat = json<Seat>(await ask(`${server.pupils}api/rooms/${room.code}/seats`, { method: 'POST' }));
});
afterAll(async () => {
  await server.kill();
  rmSync(top, { recursive: true, force: true });
});

test(
  `[R34] [R22] ${REQUESTS} requests of any kind at both doors: none fails, none gets out what is staff's, and right ones in between are answered`,
  { timeout: 7_200_000 },
  async () => {
    const wrong: string[] = [];
    const seen = new Map<number, number>();
    let [left, max] = [REQUESTS, 0];
    await Promise.all(
      Array.from({ length: CONNECTIONS }, (_, at) =>
        work(SEED + at, at % 2 === 0 ? 'staff' : 'pupils'),
      ),
    );
    expect({ seed: SEED, wrong: wrong.slice(0, 20) }).toEqual({ seed: SEED, wrong: [] });
    expect([...seen.values()].reduce((sum, one) => sum + one) / REQUESTS).toBeGreaterThan(0.8);
    // Not one kind of answer alone: what is right, refused, not there, too long.
    for (const status of [200, 400, 403, 404, 413]) {
      expect([status, (seen.get(status) ?? 0) > 0]).toEqual([status, true]);
    }
    expect(max).toBeLessThan(MAX_MB);
    // It wrote down no mistake of its own, and the room goes on.
    expect(server.output()).toBe(`${server.staff}\n`);
    const headers = { authorization: `Bearer ${room.roomKey}` };
    const take = await ask(`${server.staff}api/rooms/${room.code}/steps`, {
      method: 'POST',
      headers,
      body: { type: 'ask', question: 'law' },
    });
    const vote = { round: 1, ballot: ballotOf(seat, 'law'), n: 1, answer: 'b' };
    const cast = await ask(`${server.pupils}api/rooms/${room.code}/questions/law/ballot`, {
      method: 'PUT',
      body: vote,
    });
    expect([take.status, cast.status]).toEqual([200, 200]);

    async function work(seed: number, door: 'staff' | 'pupils'): Promise<void> {
      const dice = rollDice(seed);
      const port = Number(new URL(server[door]).port);
      const client = openRawClient(port);
      const right = rightRequest(
        door === 'staff' ? '/lessons.json' : `/api/rooms/${room.code}/view`,
        port,
      );
      while (left > 0 && wrong.length < 20) {
        const made = Array.from({ length: TOGETHER }, () =>
          anyRequest(dice, door, { port, code: room.code }),
        );
        left -= made.length;
        // What may end its connection takes nothing else with it.
        const batch = made.filter(({ ending }) => ending === 'open');
        for (const sent of [
          batch,
          ...made.filter(({ ending }) => ending !== 'open').map((one) => [one]),
        ]) {
          const replies = await client.exchange(sent);
          for (const [at, reply] of replies.entries()) judge(sent[at], reply);
        }
        // A connection that the server was about to end takes nothing more: then another one is opened, as browsers do.
        const control = (await client.exchange([right]))[0] ?? (await client.exchange([right]))[0];
        if (control?.status !== 200) {
          wrong.push(
            `a right request at the ${door} door: ${control?.status ?? 'no answer'} behind ${made.at(-1)?.line}`,
          );
        }
        if (dice.chance(0.02)) max = Math.max(max, megabytes(server.pid));
      }
      client.end();
    }

    function judge(asked: AnyRequest | undefined, reply: RawReply | null): void {
      if (asked === undefined || reply === null) return;
      seen.set(reply.status, (seen.get(reply.status) ?? 0) + 1);
      const say = (what: string) => wrong.push(`${what}: ${reply.status} to ${asked.line}`);
      if (reply.status >= 500) say('failed');
      if (asked.isForeign && reply.status < 400) say('answered a stranger');
      if (asked.isForbidden && reply.status < 400) say('answered at the pupils’ door');
      const text = reply.body.toString('latin1');
      if (text.includes('kestrel-granite') || text.includes(room.roomKey)) {
        say('gave a secret away');
      }
      if (asked.door === 'pupils' && (text.includes(NOTE) || text.includes(STAFF))) {
        say('gave a note away');
      }
    }
  },
);

/** What a process has in memory; 0 where no one can say. */
function megabytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  return existsSync(status)
    ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1024
    : 0;
}
