import { expect, test } from 'vitest';
import { randomBytes } from 'node:crypto';
import { openMemoryStore } from '../../../src/room/memory-store.ts';
import { CLOSING_MS, ROOM_MS } from '../../../src/room/room.ts';
import type { Keeper, Snapshot, Store } from '../../../src/room/store.ts';
import { openRoomTimers } from '../../../src/server/rooms/room-timers.ts';
import { receiptSealer } from '../../../src/server/store/receipts.ts';
import { granted, NINE, opening } from '../../room/a-room.ts';

/** A store on a disk that takes nothing as long as it is full. */
function storeOnDisk(disk: { fullFor: number }): Store {
  const write = () => {
    if (disk.fullFor === 0) return;
    disk.fullFor -= 1;
    throw new Error('database or disk is full');
  };
  const keeper: Keeper = { save: write, forget: write, writeLeft: write, end: () => {} };
  return openMemoryStore({ random: randomBytes, sealer: receiptSealer, keeper });
}

async function closingRoom(store: Store): Promise<Snapshot> {
  const { room } = granted(await store.create(opening, NINE));
  await store.update(room.id, { type: 'ask', question: 'pressure' }, NINE);
  return granted(await store.update(room.id, { type: 'close' }, NINE));
}

function hears(store: Store, id: string, state: string): Promise<Snapshot> {
  return new Promise(
    (resolve) =>
      void store.watch(id, (snapshot) => snapshot.room.state === state && resolve(snapshot)),
  );
}

test('[R7] a question is closed even if the disk took nothing at first, and that is logged once', async () => {
  const disk = { fullFor: 0 };
  const store = storeOnDisk(disk);
  const closing = await closingRoom(store);
  const log: string[] = [];
  const timers = openRoomTimers({
    store,
    now: () => NINE + 60_000,
    log: (sentence) => log.push(sentence),
  });
  disk.fullFor = 3;
  const closed = hears(store, closing.room.id, 'closed');
  timers.follow(closing);
  expect((await closed).room.state).toBe('closed');
  expect([disk.fullFor, log.length]).toEqual([0, 1]);
  timers.end();
});

test('[R8] a room past its deadline is looked for again when the disk did not let it go', async () => {
  const disk = { fullFor: 0 };
  const store = storeOnDisk(disk);
  const { room } = await closingRoom(store);
  const log: string[] = [];
  disk.fullFor = 1;
  const timers = openRoomTimers({
    store,
    now: () => NINE + ROOM_MS,
    log: (sentence) => log.push(sentence),
    everyMs: 5,
  });
  expect((await hears(store, room.id, 'finished')).room.state).toBe('finished');
  expect([disk.fullFor, log.length]).toEqual([0, 1]);
  timers.end();
});

test('[R7] [R12] a question that another process left closing is closed at the next look', async () => {
  const store = storeOnDisk({ fullFor: 0 });
  const { room } = await closingRoom(store);
  const closed = hears(store, room.id, 'closed');
  const timers = openRoomTimers({ store, now: () => NINE + 60_000, log: () => {}, everyMs: 5 });
  expect((await closed).room.state).toBe('closed');
  timers.end();
});

test('[R7] [R30] a question closes when the clock is set an hour back while it is closing', async () => {
  const store = storeOnDisk({ fullFor: 0 });
  const closing = await closingRoom(store);
  const closed = hears(store, closing.room.id, 'closed');
  let now = NINE + CLOSING_MS - 20;
  const timers = openRoomTimers({ store, now: () => now, log: () => {} });
  timers.follow(closing);
  now -= 60 * 60_000;
  expect((await closed).room.state).toBe('closed');
  timers.end();
});

test('[R7] [R30] a question that was not to be closed yet is closed as soon as it may be', async () => {
  const store = storeOnDisk({ fullFor: 0 });
  const closing = await closingRoom(store);
  const closed = hears(store, closing.room.id, 'closed');
  let asked = 0;
  // A clock that lags behind the timer: the first try comes too early.
  const now = () => ((asked += 1) < 3 ? NINE + CLOSING_MS - 1 : NINE + CLOSING_MS);
  const timers = openRoomTimers({ store, now, log: () => {} });
  timers.follow(closing);
  expect((await closed).room.state).toBe('closed');
  expect(asked).toBeGreaterThanOrEqual(3);
  timers.end();
});
