import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/room/store.ts';
import { receiptSealer } from '../../src/server/store/receipts.ts';
import { StoreUnavailable } from '../../src/server/store/store-unavailable.ts';
import { openValkeyStore } from '../../src/server/store/valkey/valkey.ts';
import { NINE, opening } from '../room/a-room.ts';
import { hasValkey, KEEPS_NOTHING, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

describe.skipIf(!hasValkey)('a Valkey', () => {
  const servers: ValkeyServer[] = [];
  const stores: Store[] = [];
  afterAll(async () => {
    for (const store of stores) await store.end();
    for (const server of servers) await server.close();
  });

  async function start(settings?: readonly string[]): Promise<ValkeyServer> {
    const server = await openValkeyServer(settings);
    servers.push(server);
    return server;
  }

  async function use(
    { url }: ValkeyServer,
    log: (sentence: string) => void = () => {},
  ): Promise<Store> {
    const store = await openValkeyStore({
      url,
      random: randomBytes,
      sealer: receiptSealer,
      log: log,
    });
    stores.push(store);
    return store;
  }

  it('[R6] [R12] that would write answers down is refused, with how to start it', async () => {
    const writing = await start(['--appendonly', 'yes']);
    await expect(use(writing)).rejects.toThrow(
      /^Cannot use this Valkey: .*\(save is "3600 1.*", appendonly is "yes", slowlog.* Start it with --save "" --appendonly no --slowlog-log-slower-than -1/,
    );
    await writing.stop();
    await expect(use(writing)).rejects.toThrow(
      `Cannot reach Valkey at ${writing.url.host} (VALKEY_URL)`,
    );
  });

  it('[R6] [R12] is refused for any one setting that lets answers out, or drops rooms', async () => {
    const one = await start();
    const wrong = {
      save: '60 1',
      appendonly: 'yes',
      'slowlog-log-slower-than': '0',
      'commandlog-request-larger-than': '0',
    };
    const also = {
      'hide-user-data-from-log': 'no',
      'maxmemory-policy': 'allkeys-lru',
      'repl-diskless-sync': 'no',
    };
    for (const [name, value] of Object.entries({ ...wrong, ...also })) {
      const [, before = null] =
        (await one
          .send('CONFIG', 'GET', name)
          .then((reply) => Object.entries(reply as Record<string, string>)[0])) ?? [];
      // An older Valkey does not have them all.
      if (before === null) continue;
      await one.send('CONFIG', 'SET', name, value);
      await expect(use(one)).rejects.toThrow(`(${name} is "${value}")`);
      await one.send('CONFIG', 'SET', name, before);
    }
    await use(one);
  });

  it('[R6] [R12] that would is away, too, when it comes back in the place of one that would not', async () => {
    const changing = await start();
    const waiting: { readonly says: RegExp; readonly resolve: () => void }[] = [];
    const says = (says: RegExp) =>
      new Promise<void>((resolve) => void waiting.push({ says, resolve }));
    const log = (sentence: string) =>
      waiting.filter((each) => each.says.test(sentence)).forEach(({ resolve }) => resolve());
    const store = await use(changing, log);
    await changing.stop();
    const barred = says(/^Cannot use this Valkey/);
    await changing.start(['--appendonly', 'yes']);
    await barred;
    await expect(store.create(opening, NINE)).rejects.toThrow(StoreUnavailable);
    await changing.stop();
    const back = says(/answers again/);
    await changing.start();
    await back;
    const created = () => store.create(opening, NINE).catch(() => null);
    while ((await created()) === null) await new Promise((done) => setTimeout(done, 20));
  });

  it('[R12] that is full is away for pupils, and the reason is logged once', async () => {
    const full = await start([...KEEPS_NOTHING, '--maxmemory', '2mb']);
    const log: string[] = [];
    const store = await use(full, (sentence) => log.push(sentence));
    const rooms = await Promise.allSettled(
      Array.from({ length: 20 }, () => store.create({ ...opening, pupils: 200 }, NINE)),
    );
    const reasons = rooms
      .filter((room) => room.status === 'rejected')
      .map(({ reason }) => reason as unknown);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.every((reason) => reason instanceof StoreUnavailable)).toBe(true);
    expect(log).toEqual(['Valkey refuses what it is asked: OOM.']);
  });

  it('[R6] [R12] that has replicas is used, and how to start them is logged', async () => {
    const main = await start();
    await start([...KEEPS_NOTHING, '--replicaof', main.url.hostname, main.url.port]);
    while (!String(await main.send('INFO', 'replication')).includes('connected_slaves:1')) {
      await new Promise((done) => setTimeout(done, 20));
    }
    const log: string[] = [];
    await use(main, (sentence) => log.push(sentence));
    expect(log).toEqual([expect.stringMatching(/^Valkey has replicas\. They must keep nothing/)]);
  });

  it('[R6] [R12] that does not tell how it is set is used, and that is logged', async () => {
    const silent = await start(['--rename-command', 'CONFIG', '']);
    const log: string[] = [];
    await use(silent, (sentence) => log.push(sentence));
    expect(log).toEqual([
      expect.stringContaining('It must be started with --save "" --appendonly no'),
    ]);
  });
});
