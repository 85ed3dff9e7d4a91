import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROOM_VERSION } from '../../src/room/stored-room.ts';
import type { Store } from '../../src/room/store.ts';
import { receiptSealer } from '../../src/server/store/receipts.ts';
import { OtherVersion } from '../../src/server/store/store-unavailable.ts';
import { openValkeyStore } from '../../src/server/store/valkey/valkey.ts';
import { granted, NINE, opening } from '../room/a-room.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

describe.skipIf(!hasValkey)('processes of different versions over one Valkey', () => {
  let valkey: ValkeyServer;
  const stores: Store[] = [];
  beforeAll(async () => {
    valkey = await openValkeyServer();
  });
  beforeEach(() => valkey.send('FLUSHALL'));
  afterAll(async () => {
    for (const store of stores) await store.end();
    await valkey.close();
  });

  async function open(): Promise<Store> {
    const store = await openValkeyStore({
      url: valkey.url,
      random: randomBytes,
      sealer: receiptSealer,
      log: () => {},
    });
    stores.push(store);
    return store;
  }

  const keyOf = (code: string) => `wholeclass:{${code}}:room`;
  const stateOf = async (code: string) =>
    JSON.parse(String(await valkey.send('HGET', keyOf(code), 'state'))) as Record<string, unknown>;
  const write = (code: string, state: object) =>
    valkey.send('HSET', keyOf(code), 'state', JSON.stringify(state));

  it('[R32] read a room of an older one, and go on with it', async () => {
    const { code } = granted(await (await open()).create(opening, NINE)).room;
    const { version, ...old } = await stateOf(code);
    expect(version).toBe(ROOM_VERSION);
    await write(code, old);
    const store = await open();
    granted(await store.update(code, { type: 'ask', question: 'pressure' }, NINE));
    expect((await store.read(code))?.room).toMatchObject({
      state: 'asking',
      open: { question: { id: 'pressure' } },
    });
  });

  it('[R32] leave a room of a newer one alone, say so, and go on with all others', async () => {
    const first = await open();
    const [newer, own] = [
      granted(await first.create(opening, NINE)).room.code,
      granted(await first.create(opening, NINE)).room.code,
    ];
    const state = { ...(await stateOf(newer)), version: 99 };
    await write(newer, state);
    const store = await open();
    await expect(store.read(newer)).rejects.toThrow(OtherVersion);
    await expect(store.update(newer, { type: 'ask', question: 'pressure' }, NINE)).rejects.toThrow(
      OtherVersion,
    );
    expect((await store.all()).map(({ room }) => room.id)).toEqual([own]);
    await store.expire(NINE + 1000);
    expect(await stateOf(newer)).toEqual(state);
  });
});
