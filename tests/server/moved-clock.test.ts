import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenedRoom, Seat, StaffView, Step } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, LESSON, writeSchool } from './school.ts';
import { freePort, serveApart, type Apart } from './serve-apart.ts';

const HOUR = 60 * 60_000;

let top: string;
let port: number;
let server: Apart;

beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  port = await freePort();
  writeSchool(join(top, 'home'));
  server = await start();
});
afterEach(async () => {
  await server.kill();
  rmSync(top, { recursive: true });
});

function start(): Promise<Apart> {
  const moved = new URL('moved-clock.mjs', import.meta.url);
  return serveApart(join(top, 'home'), join(top, 'data'), {
    port,
    env: { NODE_OPTIONS: `--import ${moved.href}`, MOVED_CLOCK: join(top, 'clock') },
  });
}

/** Sets the wall clock of the program, whether it runs or not, to so many ms beside the true one. */
function setClock(ms: number): void {
  writeFileSync(join(top, 'clock'), String(ms));
}

async function openRoom() {
  const room = json<OpenedRoom>(
    await ask(`${server.staff}api/rooms`, {
      method: 'POST',
      body: { lesson: LESSON, pupils: 30, devices: true },
    }),
  );
  const headers = { authorization: `Bearer ${room.roomKey}` };
  return {
    headers,
    at: `api/rooms/${room.code}`,
    take: (body: Step) =>
      ask(`${server.staff}api/rooms/${room.code}/steps`, { method: 'POST', headers, body }),
  };
}

async function untilClosed(
  at: string,
  headers: Readonly<Record<string, string>>,
): Promise<StaffView> {
  const events = await openEvents(`${server.staff}${at}/staff`, headers);
  for (;;) {
    const view = await events.next<StaffView>();
    if (view.poll?.state !== 'closed') continue;
    events.stop();
    return view;
  }
}

test.each([
  ['an hour back', -HOUR],
  ['two hours on', 2 * HOUR],
])(
  '[R7] [R30] set %s while a question closes, the lesson goes on: it closes, and the next one is asked',
  async (_, ms) => {
    const { at, headers, take } = await openRoom();
    expect((await take({ type: 'ask', question: 'law' })).status).toBe(200);
    const seat = json<Seat>(await ask(`${server.pupils}${at}/seats`, { method: 'POST' }));
    const vote = (question: string) =>
      ask(`${server.pupils}${at}/questions/${question}/ballot`, {
        method: 'PUT',
        body: { round: 1, ballot: ballotOf(seat, question), n: 1, answer: 'a' },
      });
    expect((await vote('law')).status).toBe(200);
    expect((await take({ type: 'close' })).status).toBe(200);
    setClock(ms);
    expect((await untilClosed(at, headers)).deadline - Date.now()).toBeLessThanOrEqual(1.5 * HOUR);
    expect((await vote('law')).status).toBe(409);
    expect((await take({ type: 'ask', question: 'feel' })).status).toBe(200);
    expect((await vote('feel')).status).toBe(200);
  },
);
