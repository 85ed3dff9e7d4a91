import { Agent, request } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedRoom, PupilView, Seat, StaffView } from '../../src/room/protocol.ts';
import { PROXY_HERE } from '../../src/server/addresses.ts';
import { ask, json, type Reply } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, LESSON, settingsOf, startSchool, writeSchool } from './school.ts';
import { freePort } from './serve-apart.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

const PUPILS = 30;

/** One client that sends wrong codes, so many a second, on as many sockets as answers need; it is no page of ours. */
function flood(
  door: string,
  { aSecond, path }: { readonly aSecond: number; readonly path: (code: string) => string },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const statuses = new Map<number, number>();
  let sent = 0;
  const began = performance.now();
  const send = () => {
    for (; sent < ((performance.now() - began) / 1000) * aSecond; sent += 1) {
      const code = `BCD${String(222 + (sent % 500)).replaceAll(/[019]/g, '5')}`;
      const asked = request(
        `${door}api/rooms/${path(code)}`,
        { agent, method: path(code).endsWith('seats') ? 'POST' : 'GET' },
        (response) => {
          statuses.set(response.statusCode ?? 0, (statuses.get(response.statusCode ?? 0) ?? 0) + 1);
          response.resume();
        },
      );
      asked.on('error', () => {});
      asked.end();
    }
  };
  const timer = setInterval(send, 5);
  return {
    statuses,
    sent: () => sent,
    stop() {
      clearInterval(timer);
      agent.destroy();
    },
  };
}

/** A school with a room, on one way of keeping rooms. */
type Hall = {
  readonly staff: string;
  readonly pupils: string;
  readonly close: () => Promise<void>;
};

async function openHall(valkeyUrl: URL | null): Promise<Hall> {
  const top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  writeSchool(join(top, 'home'));
  const port = await freePort();
  const settings = {
    ...settingsOf(join(top, 'home'), join(top, 'data')),
    pupilPorts: [port],
    ...(valkeyUrl && { valkeyUrl }),
  };
  const { staffUrl, close } = await startSchool(settings);
  return {
    staff: staffUrl,
    pupils: `http://127.0.0.1:${port}/`,
    async close() {
      await close();
      rmSync(top, { recursive: true, force: true });
    },
  };
}

const ways = [
  ['SQLite', true, async () => null],
  ['Valkey', hasValkey, async () => openValkeyServer()],
] as const satisfies readonly (readonly [string, boolean, () => Promise<ValkeyServer | null>])[];

for (const [way, isThere, openShared] of ways) {
  describe.skipIf(!isThere)(
    `beside 200 wrong codes a second from one client, with rooms in ${way}`,
    () => {
      let shared: ValkeyServer | null = null;
      let hall: Hall;
      let room: OpenedRoom;
      beforeAll(async () => {
        shared = await openShared();
        hall = await openHall(shared?.url ?? null);
        room = json(
          await ask(`${hall.staff}api/rooms`, {
            method: 'POST',
            body: { lesson: LESSON, pupils: PUPILS, devices: true },
          }),
        );
      });
      afterAll(async () => {
        await hall.close();
        await shared?.close();
      });

      const at = (entry: string, path: string, method = 'GET', body?: unknown): Promise<Reply> =>
        ask(`${hall.pupils}api/rooms/${entry}/${path}`, { method, body });
      const take = (step: object) =>
        ask(`${hall.staff}api/rooms/${room.code}/steps`, {
          method: 'POST',
          body: step,
          headers: { authorization: `Bearer ${room.roomKey}` },
        });

      test('[R19] every one of 30 joins succeeds, seated pages reconnect by their pass, and every vote counts', async () => {
        const wrong = flood(hall.pupils, { aSecond: 200, path: (code) => `${code}/view` });
        const seats: Seat[] = [];
        for (let pupil = 0; pupil < PUPILS; pupil += 1) {
          const reply = await at(room.code, 'seats', 'POST');
          expect(reply.status).toBe(201);
          seats.push(json<Seat>(reply));
          // As a class comes in: the flood goes on for seconds.
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        expect(new Set(seats.map(({ pass }) => pass)).size).toBe(1);
        await take({ type: 'ask', question: 'feel' });
        for (const seat of seats) {
          const view = await at(seat.pass, 'view');
          expect([view.status, json<PupilView>(view).state]).toEqual([200, 'asking']);
          const vote = { round: 1, ballot: ballotOf(seat, 'feel'), n: 1, answer: 'a' };
          expect((await at(seat.pass, 'questions/feel/ballot', 'PUT', vote)).status).toBe(200);
        }
        const events = await openEvents(`${hall.pupils}api/rooms/${seats[0]?.pass}/events`);
        expect(await events.next()).toMatchObject({ state: 'asking' });
        events.stop();
        for (const path of ['record', 'reading', 'view']) {
          expect([path, (await at(room.code, path)).status]).toEqual([path, 200]);
        }
        wrong.stop();
        expect(wrong.sent()).toBeGreaterThan(200);
        // Wrong ones are few a second, and the rest is refused as such: none was right.
        expect(wrong.statuses.get(429) ?? 0).toBeGreaterThan(wrong.statuses.get(404) ?? 0);
        expect(
          [...wrong.statuses.keys()].filter((status) => status !== 404 && status !== 429),
        ).toEqual([]);
        expect(
          json<StaffView>(
            await take({ type: 'hide' }).then(() => take({ type: 'slide', slide: 'x' })),
          ),
        ).toMatchObject({
          poll: { answersIn: PUPILS },
          seats: { taken: PUPILS },
        });
      });

      test('[R19] one tablet that asks for a room’s views and records without end, or votes with ballots that are none, uses up nothing of the others', async () => {
        const { pass } = json<Seat>(await at(room.code, 'seats', 'POST'));
        const agent = new Agent({ keepAlive: true, maxSockets: 40 });
        let isOn = true;
        let asked = 0;
        const forge = async (turn: number): Promise<void> => {
          while (isOn) {
            const [path, method, body] = (
              [
                ['view', 'GET', undefined],
                ['record', 'GET', undefined],
                [
                  'questions/feel/ballot',
                  'PUT',
                  { round: 1, ballot: `${asked}`.padStart(43, 'F'), n: 1, answer: 'a' },
                ],
              ] as const
            )[turn % 3] ?? ['view', 'GET', undefined];
            await new Promise<void>((resolve) => {
              const sent = request(
                `${hall.pupils}api/rooms/${pass}/${path}`,
                { agent, method, headers: { 'content-type': 'application/json' } },
                (reply) => {
                  reply.resume();
                  reply.on('end', resolve);
                },
              );
              sent.on('error', () => resolve());
              sent.end(body === undefined ? undefined : JSON.stringify(body));
            });
            asked += 1;
          }
        };
        const all = Promise.all(Array.from({ length: 30 }, (_, turn) => forge(turn)));
        const replies: number[] = [];
        while (asked < 4_000 || replies.length < 60) {
          const vote = {
            round: 1,
            ballot: `${replies.length}`.padStart(43, 'G'),
            n: 1,
            answer: 'a',
          };
          replies.push((await at(pass, 'view')).status, (await at(room.code, 'record')).status);
          expect((await at(pass, 'questions/feel/ballot', 'PUT', vote)).status).toBe(404);
        }
        isOn = false;
        await all;
        agent.destroy();
        expect(new Set(replies)).toEqual(new Set([200]));
      });
    },
  );
}

test('[R19] codes are long where anyone may guess: with a staff key, a public address or several processes', async () => {
  const lengths: number[] = [];
  const hosted = [
    {},
    { publicUrl: new URL('https://lesson.example.org/') },
    {
      staffKey: 'heron lantern quartz amber',
      trustedProxies: PROXY_HERE,
      publicUrl: new URL('https://lesson.example.org/'),
    },
  ];
  for (const [at, more] of hosted.entries()) {
    const top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
    writeSchool(join(top, 'home'));
    const staffPort = await freePort();
    const staffUrl = `http://127.0.0.1:${staffPort}/`;
    const { close } = await startSchool({
      ...settingsOf(join(top, 'home'), join(top, 'data')),
      staffPort,
      ...more,
    });
    const headers: Record<string, string> = {};
    if (at === 2) {
      const origin = { origin: new URL(staffUrl).origin, 'x-forwarded-proto': 'https' };
      const signed = await ask(`${staffUrl}api/sign-in`, {
        method: 'POST',
        headers: origin,
        body: { key: 'heron lantern quartz amber' },
      });
      Object.assign(headers, origin, { cookie: signed.headers['set-cookie']?.split(';')[0] ?? '' });
    }
    const reply = await ask(`${staffUrl}api/rooms`, {
      method: 'POST',
      headers,
      body: { lesson: LESSON, pupils: 3, devices: true },
    });
    lengths.push(json<OpenedRoom>(reply).code.length);
    await close();
    rmSync(top, { recursive: true, force: true });
  }
  expect(lengths).toEqual([6, 12, 12]);
});
