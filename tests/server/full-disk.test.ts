import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import type { OpenedRoom, Refusal, Seat, StaffView, Step } from '../../src/room/protocol.ts';
import type { Serving } from '../../src/server/main.ts';
import { startCause } from '../../src/server/rooms/start-causes.ts';
import { diskCause } from '../../src/server/store/sqlite/disk-problem.ts';
import { ask, json } from './ask.ts';
import { openEvents } from './events.ts';
import { ballotOf, LESSON, settingsOf, startSchool, writeSchool } from './school.ts';

let top: string;
const data = () => join(top, 'data');
const run = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0;

/** A disk of its own, which root may make. */
const mount = (options: string) => run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', data());

const canMount = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-mount-'));
  const isMounted = run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder);
  if (isMounted) run('umount', folder);
  rmSync(folder, { recursive: true });
  return isMounted;
})();

/** Takes up what is left of the disk; `rmSync` of this file gives it back. */
function fill(): string {
  const path = join(data(), 'filler');
  const file = openSync(path, 'w');
  for (const size of [64 * 1024, 4096, 1]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 1));
    } catch {
      // Full, in pieces of this size.
    }
  }
  closeSync(file);
  return path;
}

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  writeSchool(join(top, 'home'));
  mkdirSync(data());
});
afterEach(() => {
  run('umount', data());
  rmSync(top, { recursive: true, force: true });
});

describe.skipIf(!canMount)('a disk that is full', () => {
  it('[R33] lets votes count, refuses what it cannot save in words, and loses nothing once there is room', async () => {
    mount('size=3m');
    const log: string[] = [];
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    let pupils = '';
    const serving: Serving = await startSchool(
      settingsOf(join(top, 'home'), data()),
      (sentence) => {
        log.push(sentence);
        const port = /Pupils join at .*:(\d+)$/.exec(sentence)?.[1];
        if (port !== undefined) pupils = `http://127.0.0.1:${port}/`;
      },
    );
    const room = json<OpenedRoom>(
      await ask(`${serving.staffUrl}api/rooms`, {
        method: 'POST',
        body: { lesson: LESSON, pupils: 30, devices: true },
      }),
    );
    const headers = { authorization: `Bearer ${room.roomKey}` };
    const at = `${pupils}api/rooms/${room.code}`;
    const take = (body: Step) =>
      ask(`${serving.staffUrl}api/rooms/${room.code}/steps`, { method: 'POST', headers, body });
    expect((await take({ type: 'ask', question: 'law' })).status).toBe(200);
    const seats: Seat[] = [];
    for (let pupil = 0; pupil < 12; pupil += 1) {
      seats.push(json<Seat>(await ask(`${at}/seats`, { method: 'POST' })));
    }

    const filler = fill();
    const logged = log.length;
    for (const seat of seats) {
      const vote = { round: 1, ballot: ballotOf(seat, 'law'), n: 1, answer: 'b' };
      expect((await ask(`${at}/questions/law/ballot`, { method: 'PUT', body: vote })).status).toBe(
        200,
      );
    }
    for (const step of [
      { type: 'slide', slide: 'messages' },
      { type: 'close' },
      { type: 'hands', question: 'law', counts: { a: 3 } },
    ] as const) {
      const refused = await take(step);
      expect([refused.status, json<Refusal>(refused).error]).toEqual([
        507,
        {
          code: 'disk-full',
          message:
            'The disk is full. Answers still count, but this wasn’t saved. Make room on the disk, then press again.',
        },
      ]);
    }
    const seat = await ask(`${at}/seats`, { method: 'POST' });
    expect([seat.status, json<Refusal>(seat).error.message]).toEqual([
      507,
      'The teacher’s computer can’t save this at the moment. Tell your teacher.',
    ]);
    expect(log.slice(logged)).toEqual([
      'The disk is full: nothing can be saved in the data folder. Answers still count. Make room on the disk. Trying again.',
    ]);
    expect(errors).not.toHaveBeenCalled();

    rmSync(filler);
    expect((await take({ type: 'close' })).status).toBe(200);
    const events = await openEvents(`${serving.staffUrl}api/rooms/${room.code}/staff`, headers);
    while ((await events.next<StaffView>()).poll?.state !== 'closed');
    events.stop();
    const shown = json<StaffView>(await take({ type: 'show', question: 'law' }));
    expect(shown.poll).toMatchObject({ state: 'shown', published: { right: ['b'] } });
    expect(JSON.stringify(shown.poll)).not.toContain('too-few');
    await serving.close();
    errors.mockRestore();
  });

  it.each([
    ['size=64k', true, 'the disk is full'],
    ['size=64k,ro', false, 'its disk can only be read'],
  ])('[R33] is named at a start that cannot write (%s)', async (options, isFull, words) => {
    mount(options);
    if (isFull) fill();
    await expect(startSchool(settingsOf(join(top, 'home'), data()))).rejects.toThrow(
      `Cannot write to the data folder ${data()}: ${words}`,
    );
  });
});

test('[R33] a file in the place of the data folder is named at the start', async () => {
  writeFileSync(join(top, 'a-file'), '');
  const dataDir = join(top, 'a-file', 'data');
  await expect(startSchool(settingsOf(join(top, 'home'), dataDir))).rejects.toThrow(
    `Cannot write to the data folder ${dataDir}: no folder can be made there`,
  );
});

test('[R33] a second start with one data folder says that the program is running, and changes nothing', async () => {
  const serving = await startSchool(settingsOf(join(top, 'home'), data()));
  const room = json<OpenedRoom>(
    await ask(`${serving.staffUrl}api/rooms`, {
      method: 'POST',
      body: { lesson: LESSON, pupils: 30, devices: false },
    }),
  );
  await expect(startSchool(settingsOf(join(top, 'home'), data()))).rejects.toThrow(
    `Wholeclass is already running with the data folder ${data()}`,
  );
  expect((await ask(`${serving.staffUrl}api/rooms/${room.code}/record`)).status).toBe(200);
  await serving.close();
  await (await startSchool(settingsOf(join(top, 'home'), data()))).close();
});

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['EROFS', 'its disk can only be read'],
  ['EACCES', 'this account may not write there'],
  ['EPERM', 'this account may not write there'],
  ['ENOTDIR', 'no folder can be made there'],
  ['ENAMETOOLONG', 'no folder can be made there'],
  ['EBUSY', 'another program is using a file in it'],
  ['EIO', 'the disk does not answer as it should'],
])('[R33] %s at the start says: %s', (code, words) => {
  const why = diskCause(Object.assign(new Error(code), { code }));
  expect(why && startCause('/data', why)).toContain(
    `Cannot write to the data folder /data: ${words}`,
  );
});

test('[R33] an address that this computer does not have is named at the start', async () => {
  const start = startSchool({
    ...settingsOf(join(top, 'home'), data()),
    staffHost: '192.0.2.7',
    staffKey: 'four words that do not belong',
  });
  await expect(start).rejects.toThrow(
    'This computer does not have the address 192.0.2.7: correct STAFF_HOST.',
  );
});
