import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../src/room/store.ts';
import { receiptSealer } from '../../src/server/store/receipts.ts';
import { openValkeyStore } from '../../src/server/store/valkey.ts';
import { storeContract } from './store.contract.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

describe.skipIf(!hasValkey)('with a Valkey', () => {
  let valkey: ValkeyServer;
  const stores: Store[] = [];
  beforeAll(async () => {
    valkey = await openValkeyServer();
  });
  afterAll(async () => {
    for (const store of stores) await store.end();
    await valkey.close();
  });

  async function open(): Promise<Store> {
    const store = await openValkeyStore({ url: valkey.url, random: randomBytes, sealer: receiptSealer, said: () => {} });
    stores.push(store);
    return store;
  }

  storeContract('Valkey', async () => {
    await valkey.send('FLUSHALL');
    return open();
  });
});
