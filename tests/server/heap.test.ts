import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { OpenedRoom, Receipt, Seat, StaffView, Step } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, LESSON, writeSchool } from './school.ts';
import { freePort, serveApart } from './serve-apart.ts';

const PUPILS = 12;

test('[R6] [R7] once a question is closed, its ballots are not in the program’s memory either, nor any receipt or the key to them', async () => {
  const top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const [home, dataDir, port] = [join(top, 'home'), join(top, 'data'), await freePort()];
  writeSchool(home);
  const env = { NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${top}` };
  const server = await serveApart(home, dataDir, { port, env });
  onTestFinished(async () => {
    await server.kill();
    rmSync(top, { recursive: true, force: true });
  });
  const pupils = `http://127.0.0.1:${port}/api/rooms`;
  const room = json<OpenedRoom>(
    await ask(`${server.staff}api/rooms`, {
      method: 'POST',
      body: { lesson: LESSON, pupils: 30, devices: true },
    }),
  );
  const headers = { authorization: `Bearer ${room.roomKey}` };
  const take = async (step: Step) =>
    json<StaffView>(
      await ask(`${server.staff}api/rooms/${room.code}/steps`, {
        method: 'POST',
        headers,
        body: step,
      }),
    );

  await take({ type: 'ask', question: 'law' });
  const ballots: string[] = [];
  const receipts: string[] = [];
  for (let pupil = 0; pupil < PUPILS; pupil += 1) {
    const ballot = ballotOf(
      json<Seat>(await ask(`${pupils}/${room.code}/seats`, { method: 'POST' })),
      'law',
    );
    const body = { round: 1, ballot, n: 1, answer: 'b' };
    receipts.push(
      json<Receipt>(
        await ask(`${pupils}/${room.code}/questions/law/ballot`, { method: 'PUT', body }),
      ).receipt,
    );
    ballots.push(ballot);
  }
  const key = keyOf(dataDir);
  const secrets = [...ballots, key];
  const open = await heapOf(server.pid, top);
  expect(ballots.filter((ballot) => open.includes(ballot))).toHaveLength(PUPILS);
  // The key is in bytes that can be wiped, and in no string while the question is open either.
  expect(open).not.toContain(key);

  const staff = await openEvents(`${server.staff}api/rooms/${room.code}/staff`, headers);
  await take({ type: 'close' });
  while ((await staff.next<StaffView>()).poll?.state !== 'closed');
  staff.stop();
  const closed = await heapOf(server.pid, top);
  expect(closed).toContain(room.code);
  expect([...secrets, ...receipts].filter((secret) => closed.includes(secret))).toEqual([]);
}, 60_000);

/** The key of the receipts of the one question that is open. */
function keyOf(dataDir: string): string {
  const db = new DatabaseSync(join(dataDir, 'rooms.sqlite'), { readOnly: true });
  const keys = db.prepare('SELECT key FROM receipt_keys').all();
  db.close();
  expect(keys).toHaveLength(1);
  return String(keys[0]?.['key']);
}

/** All strings that a program still holds once what it does not need is gone: Node collects before it writes them down. */
async function heapOf(pid: number, folder: string): Promise<string> {
  const written = watch(folder);
  process.kill(pid, 'SIGUSR2');
  for (;;) {
    await once(written, 'change');
    const name = readdirSync(folder).find((one) => one.endsWith('.heapsnapshot'));
    if (name === undefined) continue;
    const heap = readFileSync(join(folder, name), 'utf8');
    if (!heap.trimEnd().endsWith('}')) continue;
    written.close();
    rmSync(join(folder, name));
    return heap;
  }
}
