import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deck } from '../../src/outputs/board/deck.ts';
import {
  freshState,
  isLive,
  openedRoomOf,
  roomOf,
  viewOf,
} from '../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../src/pages/present/session/reduce.ts';
import type { PresenterStore } from '../../src/pages/present/session/presenter-store.view.ts';
import { openRoomClient } from '../../src/pages/present/room/room-client.view.ts';
import { serverHost } from '../../src/pages/present/room/server-host.view.ts';
import { noticesOf } from '../../src/pages/present/session/words.ts';
import type { OpenedRoom, PupilView, Seat, StaffView, Step } from '../../src/room/protocol.ts';
import { deck } from '../present/a-deck.ts';
import { ask, json, type Reply } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, LESSON, settingsOf, startSchool, writeSchool } from './school.ts';
import { freePort, serveApart, type Apart } from './serve-apart.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

/** Enough for 500 votes in one room. */
const PUPILS = 250;

/** A server as a test asks it. Both addresses end with a slash. */
type Asked = Pick<Apart, 'staff' | 'pupils'>;

describe.skipIf(!hasValkey)('processes on a Valkey', () => {
  const top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const [home, dataDir] = [join(top, 'home'), join(top, 'data')];
  const ends: (() => Promise<void>)[] = [];
  let valkey: ValkeyServer;
  let servers: readonly Asked[] = [];
  beforeAll(async () => {
    valkey = await openValkeyServer();
    writeSchool(home);
  });
  afterAll(async () => {
    for (const end of ends) await end();
    await valkey.close();
    rmSync(top, { recursive: true, force: true });
  });

  async function startApart(): Promise<Apart> {
    const apart = await serveApart(home, dataDir, {
      port: await freePort(),
      env: { VALKEY_URL: valkey.url.href },
    });
    ends.push(apart.kill);
    return apart;
  }

  /** In the process of this test, where nothing is to be killed. */
  async function startHere(): Promise<Asked> {
    const port = await freePort();
    const { staffUrl, close } = await startSchool({
      ...settingsOf(home, dataDir),
      pupilPorts: [port],
      valkeyUrl: valkey.url,
    });
    ends.push(close);
    return { staff: staffUrl, pupils: `http://127.0.0.1:${port}/` };
  }

  const server = (at: number): Asked => {
    const found = servers[at % servers.length];
    if (!found) throw new Error('no server is left');
    return found;
  };

  async function openRoom(pupils = 30): Promise<OpenedRoom> {
    return json<OpenedRoom>(
      await ask(`${server(0).staff}api/rooms`, {
        method: 'POST',
        body: { lesson: LESSON, pupils, devices: true },
      }),
    );
  }

  function take(at: number, room: OpenedRoom, step: Step): Promise<Reply> {
    const headers = { authorization: `Bearer ${room.roomKey}` };
    return ask(`${server(at).staff}api/rooms/${room.code}/steps`, {
      method: 'POST',
      headers,
      body: step,
    });
  }

  async function sit(at: number, { code }: OpenedRoom): Promise<Seat> {
    return json<Seat>(await ask(`${server(at).pupils}api/rooms/${code}/seats`, { method: 'POST' }));
  }

  function vote(
    at: number,
    { code }: OpenedRoom,
    { seat, n, answer }: { readonly seat: Seat; readonly n: number; readonly answer: string },
  ): Promise<Reply> {
    const body = { round: 1, ballot: ballotOf(seat, 'feel'), n, answer };
    return ask(`${server(at).pupils}api/rooms/${code}/questions/feel/ballot`, {
      method: 'PUT',
      body,
    });
  }

  /** As a page does: again at another server, until it is acknowledged. */
  async function voteUntilTaken(
    at: number,
    room: OpenedRoom,
    cast: Parameters<typeof vote>[2],
  ): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const reply = await vote(at + tries, room, cast).catch(() => null);
      if (reply?.status === 200) return;
      expect([reply?.status ?? 503, tries < 20]).toEqual([503, true]);
    }
  }

  it('[R4] [R7] [R12] count 500 votes exactly though one is killed among them, and another with the question closing', async () => {
    const three = [await startApart(), await startApart(), await startApart()] as const;
    servers = three;
    const room = await openRoom(PUPILS);
    await take(1, room, { type: 'ask', question: 'feel' });
    const seats = await Promise.all(Array.from({ length: PUPILS }, (_, at) => sit(at, room)));
    const staff = await openEvents(`${three[2].staff}api/rooms/${room.code}/staff`, {
      authorization: `Bearer ${room.roomKey}`,
    });
    let acknowledged = 0;
    const votes = [1, 2].map((n) =>
      seats.map(async (seat, at) => {
        await voteUntilTaken(at, room, { seat, n, answer: (at + n) % 5 < 2 ? 'a' : 'b' });
        acknowledged += 1;
        if (acknowledged === 100) await three[0].kill();
      }),
    );
    await Promise.all(votes.flat());
    expect(acknowledged).toBe(500);
    expect((await take(1, room, { type: 'close' })).status).toBe(200);
    await three[1].kill();
    for (;;) if ((await staff.next<StaffView>()).poll?.state === 'closed') break;
    staff.stop();
    const { room: saved } = JSON.parse(
      String(await valkey.send('HGET', `wholeclass:{${room.code}}:room`, 'state')),
    ) as { readonly room: unknown };
    expect(saved).toMatchObject({
      closed: [{ tally: { tablets: { answering: PUPILS, chose: { a: 100, b: 150 } } } }],
    });
  });

  it('[R43] use no phone, and say so on their pages', async () => {
    const { staff } = await startHere();
    expect((await ask(`${staff}school/`)).text).toContain(
      'name="wholeclass-phones" content="none"',
    );
    expect((await ask(`${staff}phone/`)).status).toBe(404);
  });

  it('[R12] answer plainly while Valkey is silent, and go on with every vote once it is back', async () => {
    servers = [await startHere(), await startHere()];
    const room = await openRoom();
    await take(0, room, { type: 'ask', question: 'feel' });
    const seats = await Promise.all(Array.from({ length: 10 }, (_, at) => sit(at, room)));
    const staff = await openEvents(`${server(1).staff}api/rooms/${room.code}/staff`, {
      authorization: `Bearer ${room.roomKey}`,
    });
    for (const seat of seats.slice(0, 4)) {
      expect((await vote(0, room, { seat, n: 1, answer: 'a' })).status).toBe(200);
    }
    valkey.freeze();
    const [seat] = seats;
    if (!seat) throw new Error('no seat');
    const refused = [
      await vote(1, room, { seat, n: 2, answer: 'b' }),
      await take(1, room, { type: 'close' }),
    ];
    const monitored = async () => [
      (await ask(`${server(0).staff}health`)).status,
      (await ask(`${server(0).staff}ready`)).status,
    ];
    expect(await monitored()).toEqual([200, 503]);
    for (const reply of refused) {
      expect([reply.status, json(reply)]).toEqual([
        503,
        { error: { code: 'store-away', message: expect.any(String) } },
      ]);
    }
    valkey.wake();
    const woken = performance.now();
    for (const each of seats.slice(4)) {
      while ((await vote(1, room, { seat: each, n: 1, answer: 'a' })).status !== 200) {
        expect(performance.now() - woken).toBeLessThan(5000);
      }
    }
    expect(await monitored()).toEqual([200, 200]);
    while ((await staff.next<StaffView>()).poll?.state === 'asking') {
      if ((await take(2, room, { type: 'close' })).status === 200) break;
    }
    staff.stop();
  });

  it('[R8] [R12] [R33] tell pupils and teacher that the answers are gone when Valkey comes back empty, and open a new one in one press', async () => {
    const host = serverHost(`${server(1).staff}api/`);
    const lesson = { ...deck, slug: LESSON };
    const store = aStore(lesson);
    store.send({ type: 'start', screens: 'two', pupils: 30, devices: true });
    const client = openRoomClient({ now: lesson }, host, {
      store,
      report: () => {},
      after: () => () => {},
    });
    const until = (isSo: () => boolean) =>
      new Promise<void>((resolve) =>
        isSo() ? resolve() : store.subscribe(() => isSo() && resolve()),
      );
    expect(await client.open()).toBe(true);
    const room = openedRoomOf(store.state());
    if (!room) throw new Error('no room');
    await sit(0, room);
    const pupil = await openEvents(`${server(1).pupils}api/rooms/${room.code}/events`);
    expect(await pupil.next<PupilView>()).toMatchObject({ state: 'waiting' });
    await until(() => viewOf(store.state()) !== null);
    await valkey.stop();
    expect(await client.step({ type: 'ask', question: 'feel' })).toBe(false);
    expect((await ask(`${server(0).pupils}api/rooms/${room.code}/view`)).status).toBe(503);
    await valkey.start();
    let last = await pupil.next<PupilView>();
    while (last.state !== 'finished') last = await pupil.next<PupilView>();
    expect(last).toMatchObject({ state: 'finished', lost: true });
    await pupil.ended;
    await until(() => roomOf(store.state()).is === 'gone');
    expect(noticesOf(store.state(), false)).toMatchObject([
      { id: 'gone', words: expect.stringContaining('answers are gone'), offer: 'new-room' },
    ]);
    const view = async () => (await ask(`${server(0).pupils}api/rooms/${room.code}/view`)).status;
    // The other process may have found Valkey again first.
    while ((await view()) === 503);
    expect(await view()).toBe(404);
    // A process that knew the room tells it from a mistyped code.
    const codeOf = async (code: string) =>
      json<{ error: { code: string } }>(
        await ask(`${server(1).pupils}api/rooms/${code}/seats`, { method: 'POST', body: {} }),
      ).error.code;
    expect(await codeOf(room.code)).toBe('room-lost');
    expect(await codeOf('BCDFHJ234567')).toBe('no-such-room');
    expect(await client.open()).toBe(true);
    await until(() => viewOf(store.state()) !== null && isLive(store.state()));
    expect(openedRoomOf(store.state())?.code).not.toBe(room.code);
    expect(noticesOf(store.state(), false)).toEqual([]);
  });
});

/** The teacher's desk as the page has it, kept nowhere. */
function aStore(lesson: Deck): PresenterStore {
  const listeners: Parameters<PresenterStore['subscribe']>[0][] = [];
  let state = freshState(lesson);
  return {
    state: () => state,
    send(event) {
      const before = state;
      state = reduce(state, event, { deck: lesson, now: 0 });
      for (const listener of listeners) listener(before);
    },
    renew: () => {},
    reset: () => {},
    subscribe: (listener) => void listeners.push(listener),
  };
}
