import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRoomClient } from '../../src/pages/present/room/room-client.view.ts';
import { serverHost } from '../../src/pages/present/room/server-host.view.ts';
import type { PresenterEvent } from '../../src/pages/present/session/presenter-event.ts';
import {
  freshState,
  isLive,
  openedRoomOf,
  viewOf,
  type PresenterState,
} from '../../src/pages/present/session/presenter-state.ts';
import { reduce } from '../../src/pages/present/session/reduce.ts';
import type { PupilView } from '../../src/room/protocol.ts';
import { deck } from '../present/a-deck.ts';
import { ask, json } from './ask.ts';
import { LESSON, openSchool, type School } from './school.ts';

const lesson = { ...deck, slug: LESSON };
let school: School;
let ends: (() => unknown)[] = [];
beforeEach(async () => {
  school = await openSchool();
});
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
  await school.close();
});

/** What becomes of the next request for a step: `cut` its connection before or after the program has it, or 503 for it. */
type Trouble = 'lost' | 'answer lost' | 503;

/** A way to the staff door on which something happens to steps. */
async function openWay() {
  const troubles: Trouble[] = [];
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const trouble = request.url?.includes('/steps') ? troubles.shift() : undefined;
    if (trouble === 'lost') return void request.socket.destroy();
    if (trouble === 503) return void response.writeHead(503).end('{}');
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { method = 'GET', headers } = request;
    const body = method === 'POST' ? Buffer.concat(await request.toArray()) : null;
    const { authorization = '', 'content-type': type = 'application/json' } = headers;
    const reply = await fetch(new URL(request.url ?? '', school.staff), {
      ...{ method, body, signal: gone.signal },
      headers: { 'content-type': type, ...(authorization && { authorization }) },
    });
    if (trouble === 'answer lost') return void request.socket.destroy();
    response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? '' });
    for await (const chunk of reply.body ?? []) response.write(chunk);
    response.end();
  };
  const way = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  ends.push(
    () => way.closeAllConnections(),
    () => way.close(),
  );
  const address = way.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { troubles, url: `http://127.0.0.1:${port}/` };
}

/** A presenter that has begun the lesson, and what pupils' pages show. */
async function present() {
  const way = await openWay();
  const listeners: ((before: PresenterState) => void)[] = [];
  let now = 0;
  let state: PresenterState = { ...freshState(lesson), me: 'me' };
  const store = {
    state: () => state,
    send(event: PresenterEvent) {
      const before = state;
      // No press comes too soon after another one (R41).
      now += 5_000;
      state = reduce(state, event, { deck: lesson, now });
      for (const listener of listeners) listener(before);
    },
    subscribe: (listener: (before: PresenterState) => void) => void listeners.push(listener),
  };
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) =>
      isSo() ? resolve() : listeners.push(() => isSo() && resolve()),
    );
  const client = openRoomClient({ now: lesson }, serverHost(`${way.url}api/`), {
    store,
    report: () => {},
    after(ms, act) {
      const timer = setTimeout(act, ms / 20);
      return () => clearTimeout(timer);
    },
  });
  ends.push(() => store.send({ type: 'finish' }));
  store.send({ type: 'start', screens: 'two', pupils: 30, devices: true });
  await client.open();
  const code = openedRoomOf(state)?.code ?? '';
  const coverOfRoom = () => viewOf(state)?.stage?.cover;
  await until(() => coverOfRoom() === 'none');
  const pause = () => store.send({ type: 'cover', cover: 'pause' });
  const pupils = async () =>
    json<PupilView>(await ask(`${school.pupils}api/rooms/${code}/view`)).cover;
  return { ...way, store, client, pause, pupils, until, coverOfRoom, code };
}

test.each<readonly Trouble[]>([
  ['lost'],
  ['answer lost'],
  [503],
  ['lost', 503, 'answer lost', 'lost'],
])(
  '[R56] a pause reaches the tablets, and its end too, whatever is lost on the way: %s',
  async (...lost) => {
    const { troubles, pause, pupils, until, coverOfRoom } = await present();
    for (const cover of ['pause', 'none'] as const) {
      troubles.push(...lost);
      pause();
      await until(() => coverOfRoom() === cover);
      expect(await pupils()).toBe(cover === 'none' ? undefined : cover);
      troubles.length = 0;
    }
  },
);

test('[R56] a pause that was pressed while the program was away reaches the tablets once it is back', async () => {
  const { store, pause, pupils, until, coverOfRoom } = await present();
  const restarted = school.restart();
  await until(() => !isLive(store.state()));
  pause();
  await restarted;
  await until(() => coverOfRoom() === 'pause');
  expect(await pupils()).toBe('pause');
});

test('[R57] a close that comes again, or late, closes no other question', async () => {
  const { client, until, store } = await present();
  const poll = () => viewOf(store.state())?.poll;
  const close = { type: 'close', question: 'law', round: 1 } as const;
  expect(await client.step({ type: 'ask', question: 'law' })).toBe(true);
  expect(await client.step(close)).toBe(true);
  expect(await client.step(close)).toBe(true);
  await until(() => poll()?.state === 'closed');
  expect(await client.step({ type: 'ask', question: 'law' })).toBe(true);
  expect(await client.step(close)).toBe(true);
  expect(poll()).toMatchObject({ state: 'asking', round: 2 });
});
