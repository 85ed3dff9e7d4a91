import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverHost } from '../../src/pages/present/room/server-host.view.ts';
import type { StaffView, StoredRecord } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { openHostileProxy, type Hostility } from './hostile-proxy.ts';
import { openSchool, teach, type School, type TaughtRoom } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

test('no page and no server opens a socket of its own or a connection between devices: the first things that school networks break', () => {
  const root = fileURLToPath(new URL('../../src/', import.meta.url));
  const socket =
    /\b(new (WebSocket|WebTransport|RTC)\w*|(WebSocketStream|RTCPeerConnection)\(|on\('upgrade'|from '(ws|socket\.io|faye-websocket)\b)|['"`]wss?:\/\//;
  expect(
    globSync('**/*.{ts,tsx,html,mjs}', { cwd: root }).filter((file) =>
      socket.test(readFileSync(root + file, 'utf8')),
    ),
  ).toEqual([]);
});

/** The teacher's views through a proxy until one of them is as wanted. */
function watchUntil(
  url: string,
  room: TaughtRoom,
  isWanted: (view: StaffView) => boolean,
): Promise<StaffView> {
  return new Promise((resolve) => {
    const stop = serverHost(`${url}api/`).subscribe(room, (event) => {
      if (event.type !== 'view' || !isWanted(event.view)) return;
      stop();
      resolve(event.view);
    });
  });
}

const networks: Readonly<Record<string, Hostility>> = {
  'passes all': {},
  'holds bodies until they are whole': { buffers: true },
  'cuts every connection': { cutsAfter: 700 },
};

test('the teacher’s page sees a question close through a network that holds bodies back or cuts connections', async () => {
  const proxies = await Promise.all(
    Object.values(networks).map((how) => openHostileProxy(school.staff, how)),
  );
  const room = await teach(school);
  await room.take({ type: 'ask', question: 'feel' });
  const closed = proxies.map(({ url }) =>
    watchUntil(url, room, ({ poll }) => poll?.state === 'closed'),
  );
  await room.take({ type: 'close' });
  for (const view of await Promise.all(closed)) {
    expect(view.poll).toMatchObject({ state: 'closed', question: { id: 'feel' } });
  }
  for (const proxy of proxies) proxy.close();
});

test('the teacher’s page gets what is stored of its room, every value hidden, as a pupil’s page is', async () => {
  const room = await teach(school);
  const record = await serverHost(`${school.staff}api/`).record(room);
  const pupils = json<StoredRecord>(await ask(`${school.pupils}api/rooms/${room.code}/record`));
  expect(record).toEqual({ is: 'done', value: pupils });
  expect(pupils.stored.map(({ value }) => value)).toEqual(pupils.stored.map(() => '•••••'));
});

test('the teacher’s long poll waits while nothing is new, and hears the last view, with what is for the teacher alone', async () => {
  const room = await teach(school);
  const url = `${school.staff}api/rooms/${room.code}/staff/view`;
  const headers = { authorization: `Bearer ${room.roomKey}` };
  const first = json<{ stamp: string; view: StaffView }>(await ask(url, { headers }));
  expect(first.view.state).toBe('open');
  const next = ask(`${url}?after=${first.stamp}`, { headers });
  // Answered after the poll has begun to wait.
  await ask(url, { headers });
  await room.take({ type: 'finish' });
  expect(json<{ view: StaffView }>(await next).view).toMatchObject({
    state: 'finished',
    after: [],
    discussed: [],
  });
  expect([(await ask(url)).status, (await ask(url, { headers })).status]).toEqual([401, 404]);
});
