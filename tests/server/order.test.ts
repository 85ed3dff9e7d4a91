import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/room/memory-store.ts';
import { CLOSING_MS } from '../../src/room/room.ts';
import type { Keeper, Store } from '../../src/room/store.ts';
import { boardView, pupilView, recordView, staffView } from '../../src/room/views.ts';
import { receiptSealer } from '../../src/server/store/receipts.ts';
import { openSqliteStore } from '../../src/server/store/sqlite/sqlite.ts';
import { openValkeyStore } from '../../src/server/store/valkey/valkey.ts';
import { granted, NINE, opening } from '../room/a-room.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

/** One thing a device does: takes the next seat, or gives the `n`th answer of a seat. */
type Act = { readonly seat: number; readonly n: number; readonly answer: string };
type Opened = { readonly store: Store; readonly stored: () => string | Promise<string> };

const folder = mkdtempSync(join(tmpdir(), 'wholeclass-order-'));
let opened = 0;
afterAll(() => rmSync(folder, { recursive: true }));

/** Rooms in memory, and what their keeper was last told to keep. */
function inMemory(): Opened {
  let stored = '';
  const keeper: Keeper = {
    save: (room) => void (stored = JSON.stringify(room)),
    forget: () => {},
    writeLeft: () => {},
    end: () => {},
  };
  return {
    store: openMemoryStore({ random: randomBytes, sealer: receiptSealer, keeper }),
    stored: () => stored,
  };
}

/** Rooms in SQLite, and every row that is not a ballot still to be used. */
function inSqlite(): Opened {
  const file = join(folder, `${(opened += 1)}.sqlite`);
  const store = openSqliteStore({ file, now: NINE });
  const stored = (): string => {
    const db = new DatabaseSync(file, { readOnly: true });
    const rows = [
      ...db.prepare('SELECT * FROM rooms').all(),
      ...db
        .prepare('SELECT question, round, count(*) AS some FROM ballots GROUP BY question, round')
        .all(),
      ...db.prepare('SELECT question, round FROM receipt_keys').all(),
    ];
    db.close();
    return rows.map((row) => JSON.stringify(row)).join('\n');
  };
  return { store, stored };
}

let valkey: ValkeyServer | null = null;
afterAll(() => valkey?.close());

/** Rooms in Valkey, and everything in it that is not a ballot still to be used. */
async function inValkey(): Promise<Opened> {
  valkey ??= await openValkeyServer();
  const { url, send } = valkey;
  await send('FLUSHALL');
  const stored = async (): Promise<string> => {
    const keys = (await send('KEYS', '*')) as readonly string[];
    const kinds = await Promise.all(
      keys.toSorted(byLength).map(async (key) => {
        if (/:ballots:/.test(key)) return [key, await send('HVALS', key)];
        if (/:free:/.test(key)) return [key, await send('ZCARD', key)];
        return [key, await send(key.endsWith(':room') ? 'HGETALL' : 'TYPE', key)];
      }),
    );
    return JSON.stringify(kinds);
  };
  return {
    store: await openValkeyStore({
      url,
      random: randomBytes,
      sealer: receiptSealer,
      log: () => {},
    }),
    stored,
  };
}

// The name of the pass is random, and longer than any other.
function byLength(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1);
}

/**
 * Everything there is of the room after these acts: as it is stored, and as each audience sees it.
 * Its random code and pass are left out.
 */
async function exportOf({ store, stored }: Opened, acts: readonly Act[]): Promise<string> {
  const { room } = granted(await store.create(opening, NINE));
  const { code } = room;
  const pass = room.state === 'finished' ? '' : room.pass;
  granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
  const ballots = new Map<number, string>();
  for (const { seat, n, answer } of acts) {
    const ballot =
      ballots.get(seat) ??
      granted(await store.seat(code, NINE)).ballots.find(({ question }) => question === 'pressure')
        ?.ballot ??
      '';
    ballots.set(seat, ballot);
    granted(await store.cast({ code, question: 'pressure', round: 1, ballot, n, answer }, NINE));
  }
  granted(await store.update(code, { type: 'close' }, NINE));
  const closed = granted(await store.close(code, NINE + CLOSING_MS));
  const shown = granted(await store.update(code, { type: 'show', question: 'pressure' }, NINE));
  const views = [closed, shown].map((snapshot) => [
    staffView(snapshot),
    boardView(snapshot),
    pupilView(snapshot.room),
    recordView(snapshot.room),
  ]);
  const all = `${await stored()}\n${JSON.stringify([closed, shown, views])}`
    .replaceAll(code, 'CODE')
    .replaceAll(pass, 'PASS');
  await store.end();
  return all;
}

const act = fc.record({
  seat: fc.nat({ max: 15 }),
  n: fc.integer({ min: 1, max: 20 }),
  answer: fc.constantFrom('a', 'b', 'c', 'd', 'pass'),
});
const twoOrders = fc
  .array(act, { minLength: 1, maxLength: 50 })
  .chain((acts) =>
    fc.tuple(
      fc.constant(acts),
      fc.shuffledSubarray(acts, { minLength: acts.length, maxLength: acts.length }),
    ),
  )
  // The same acts by other devices: who sits where is dealt again.
  .chain(([acts, shuffled]) =>
    fc
      .tuple(fc.constant(acts), fc.shuffledSubarray([...Array(16).keys()], { minLength: 16 }))
      .map(([one, seats]) => ({
        one,
        other: shuffled.map((each) => ({ ...each, seat: seats[each.seat] ?? 0 })),
      })),
  );

describe.each([
  ['memory', inMemory, 60],
  ['SQLite', inSqlite, 20],
  ['Valkey', inValkey, 20],
] as const)('the order of votes, in %s', (name, open, numRuns) => {
  it.skipIf(name === 'Valkey' && !hasValkey)(
    '[R4] [R6] leaves no trace: the same votes in any order, from any devices, seats taken in between, end in the same bytes',
    async () => {
      await fc.assert(
        fc.asyncProperty(twoOrders, async ({ one, other }) => {
          const ended = await exportOf(await open(), other);
          expect(ended).toBe(await exportOf(await open(), one));
        }),
        { numRuns },
      );
    },
  );
});

it('[R4] [R6] the same comparison finds an order that is kept', async () => {
  const acts = ['a', 'b', 'c'].map((answer, seat) => ({ seat, n: 1, answer }));
  const planting = (): Opened => {
    const { store, stored } = inMemory();
    const log: string[] = [];
    const cast: Store['cast'] = (vote, now) => {
      log.push('answer' in vote ? vote.answer : '');
      return store.cast(vote, now);
    };
    return { store: { ...store, cast }, stored: async () => (await stored()) + log.join('') };
  };
  expect(await exportOf(planting(), acts.toReversed())).not.toBe(await exportOf(planting(), acts));
});
