import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/room/store.ts';
import { receiptSealer } from '../../src/server/store/receipts.ts';
import { openValkeyStore } from '../../src/server/store/valkey/valkey.ts';
import { granted, NINE, opening } from '../room/a-room.ts';
import { freePort } from './serve-apart.ts';
import { storeContract } from './store.contract.ts';
import { hasValkey, KEEPS_NOTHING, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

/** Half of the 16,384 slots each. */
const HALVES = [
  ['0', '8191'],
  ['8192', '16383'],
] as const;

describe.skipIf(!hasValkey)('with a cluster of two Valkeys', () => {
  let nodes: readonly ValkeyServer[] = [];
  const stores: Store[] = [];
  beforeAll(async () => {
    const buses = [await freePort(), await freePort()] as const;
    nodes = await Promise.all(
      buses.map((bus) =>
        openValkeyServer([
          ...KEEPS_NOTHING,
          '--cluster-enabled',
          'yes',
          '--cluster-port',
          String(bus),
        ]),
      ),
    );
    const [one, other] = nodes;
    for (const [at, half] of HALVES.entries()) {
      await nodes[at]?.send('CLUSTER', 'ADDSLOTSRANGE', ...half);
    }
    await one?.send(
      'CLUSTER',
      'MEET',
      other?.url.hostname ?? '',
      other?.url.port ?? '',
      String(buses[1]),
    );
    const isOne = async (node: ValkeyServer) => {
      const info = String(await node.send('CLUSTER', 'INFO'));
      return (
        info.includes('cluster_state:ok') &&
        info.includes('cluster_known_nodes:2') &&
        info.includes('cluster_slots_ok:16384')
      );
    };
    while (!(await Promise.all(nodes.map(isOne))).every(Boolean)) {
      await new Promise((done) => setTimeout(done, 50));
    }
  }, 60_000);
  beforeEach(async () => {
    for (const node of nodes) await node.send('FLUSHALL');
  });
  afterAll(async () => {
    for (const store of stores) await store.end();
    for (const node of nodes) await node.close();
  });

  async function open(): Promise<Store> {
    const [one] = nodes;
    if (!one) throw new Error('no node');
    const store = await openValkeyStore({
      url: one.url,
      random: randomBytes,
      sealer: receiptSealer,
      log: () => {},
    });
    stores.push(store);
    return store;
  }

  storeContract('Valkey', open);

  it('[R12] keeps all of a room on one node, and processes hear of each other on every node', async () => {
    const [one, other] = [await open(), await open()];
    const codes = await Promise.all(
      Array.from({ length: 12 }, async () => granted(await one.create(opening, NINE)).room.code),
    );
    for (const code of codes) await other.read(code);
    const received = codes.map(
      (code) =>
        new Promise<void>(
          (resolve) => void other.watch(code, ({ room }) => room.state === 'asking' && resolve()),
        ),
    );
    for (const code of codes) {
      granted(await one.update(code, { type: 'ask', question: 'law' }, NINE));
    }
    await Promise.all(received);
    const keys = await Promise.all(
      nodes.map(async (node) => (await node.send('KEYS', '*{*')) as readonly string[]),
    );
    // Other names of a room lie where they hash to, and lead to it.
    const homes = keys.map(
      (some) =>
        new Set(
          some.filter((key) => !key.endsWith(':alias')).map((key) => /\{(.*)\}/.exec(key)?.[1]),
        ),
    );
    expect(homes.map(({ size }) => size > 0)).toEqual([true, true]);
    expect(homes.reduce((sum, { size }) => sum + size, 0)).toBe(12);
  });
});
