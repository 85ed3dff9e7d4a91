import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dealtWith, isSealed, UNDO_MS } from '../../src/room/left-note.ts';
import { ROOM_MS } from '../../src/room/room.ts';
import type { Store } from '../../src/room/store.ts';
import { openKeyFile } from '../../src/server/schools/key-record.ts';
import {
  openSafeguardingKeys,
  type SafeguardingKeys,
} from '../../src/server/schools/safeguarding-keys.ts';
import { receiptSealer } from '../../src/server/store/receipts.ts';
import { openStore } from '../../src/server/store/store.ts';
import { openSharedKeys } from '../../src/server/store/valkey/safeguarding.ts';
import { openValkeyStore } from '../../src/server/store/valkey/valkey.ts';
import { granted, NINE, opening } from '../room/a-room.ts';
import { CHEAP, DEPUTY, LEAD } from './safeguarding-key.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

const TEXT = 'heron-lantern';
const LATER = NINE + ROOM_MS;

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-left-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const bytes = () =>
  Buffer.concat(readdirSync(dataDir).map((file) => readFileSync(join(dataDir, file))));
const openKeys = () =>
  openSafeguardingKeys({ records: openKeyFile(dataDir), setup: null, cost: CHEAP });

async function leaveOne(store: Store): Promise<string> {
  const { code } = granted(await store.create(opening, NINE)).room;
  granted(await store.update(code, { type: 'box', isOpen: true }, NINE));
  granted(
    await store.post(
      code,
      { ballot: granted(await store.seat(code, NINE)).box[0] ?? '', text: TEXT },
      NINE,
    ),
  );
  return code;
}

async function opened(
  keys: SafeguardingKeys,
  store: Store,
  words = LEAD,
): Promise<readonly (string | undefined)[]> {
  const left = await store.left(LATER);
  const opener = await keys.unlock(words, left);
  if (opener === null || opener === 'busy') return [];
  return left.filter(isSealed).map((note) => opener.open(note)?.text);
}

const first = (keys: SafeguardingKeys, store: Store, words = LEAD) =>
  keys.make({ words, reason: 'first', holder: '', code: '' }, store, LATER);

describe('left notes on disk', () => {
  it('[R25] are in no file as they were written once their room is over, also when the program was off at the time', async () => {
    const keys = await openKeys();
    const crashed = openStore({ dataDir, now: NINE, noteSealer: keys.sealer });
    await first(keys, crashed);
    await leaveOne(crashed);
    expect(bytes().includes(TEXT)).toBe(true);
    const again = await openKeys();
    const store = openStore({ dataDir, now: LATER, noteSealer: again.sealer });
    expect(bytes().includes(TEXT)).toBe(false);
    expect(await opened(again, store)).toEqual([TEXT]);
    await Promise.all([store.end(), crashed.end()]);
  });

  it('[R8] [R25] of a time before there were keys are taken over, sealed by the first key, and in no file from then on', async () => {
    const before = openStore({ dataDir, now: NINE });
    await before.end();
    const db = new DatabaseSync(join(dataDir, 'rooms.sqlite'));
    db.prepare('INSERT INTO left_notes VALUES (?, ?)').run(
      'an-old-id',
      JSON.stringify({ id: 'an-old-id', text: TEXT, triage: null }),
    );
    db.prepare('INSERT INTO left_notes VALUES (?, ?)').run('damaged', '{"id":"damaged","te');
    db.close();
    const keys = await openKeys();
    const store = openStore({ dataDir, now: NINE, noteSealer: keys.sealer });
    expect(await store.left(NINE)).toEqual([{ id: 'an-old-id', text: TEXT, triage: null }]);
    await first(keys, store);
    expect([bytes().includes(TEXT), await opened(keys, store)]).toEqual([false, [TEXT]]);
    await store.end();
  });

  it('[R26] go from the file at a start that is 24 hours after they were dealt with', async () => {
    const keys = await openKeys();
    const store = openStore({ dataDir, now: NINE, noteSealer: keys.sealer });
    await first(keys, store);
    await leaveOne(store);
    await store.expire(LATER);
    const [note] = (await store.left(LATER)).filter(isSealed);
    if (note) await store.changeLeft(note, dealtWith(note, LATER));
    await store.end();
    await openStore({ dataDir, now: LATER + UNDO_MS - 1, noteSealer: keys.sealer }).end();
    expect(bytes().includes(note?.id ?? '')).toBe(true);
    await openStore({ dataDir, now: LATER + UNDO_MS, noteSealer: keys.sealer }).end();
    expect(bytes().includes(note?.id ?? '')).toBe(false);
  });

  it('[R25] has the public half of a key alone, for this account alone, and sets a damaged record aside', async () => {
    const keys = await openKeys();
    const store = openStore({ dataDir, now: NINE, noteSealer: keys.sealer });
    await first(keys, store);
    const stored = readFileSync(join(dataDir, 'safeguarding-key.json'), 'utf8');
    expect(JSON.parse(stored)).toEqual({
      wholeclass: 'safeguarding key',
      version: 1,
      holders: [
        {
          publicKey: expect.any(String),
          salt: expect.any(String),
          hint: expect.stringMatching(/^[\da-f]{3}$/),
        },
      ],
    });
    for (const word of LEAD.split(' ')) expect(stored).not.toContain(word);
    writeFileSync(join(dataDir, 'safeguarding-key.json'), stored.slice(0, 80));
    expect(await first(keys, store, DEPUTY)).toBe('made');
    expect(
      readdirSync(dataDir).filter((name) => name.startsWith('safeguarding-key.json.damaged-')),
    ).toHaveLength(1);
    await store.end();
  });
});

describe.skipIf(!hasValkey)('left notes in a Valkey', () => {
  let valkey: ValkeyServer;
  const ends: (() => Promise<void> | void)[] = [];
  beforeEach(async () => {
    valkey = await openValkeyServer();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    await valkey.close();
  });

  /** A process of the school, with a data folder of its own or the one they share. */
  async function openProcess(
    folder = dataDir,
  ): Promise<{ readonly store: Store; readonly keys: SafeguardingKeys }> {
    const records = await openSharedKeys(valkey.url, openKeyFile(folder));
    const keys = await openSafeguardingKeys({ records, setup: null, cost: CHEAP });
    const parts = { url: valkey.url, random: randomBytes, sealer: receiptSealer, log: () => {} };
    const store = await openValkeyStore({ ...parts, noteSealer: keys.sealer });
    ends.push(store.end, keys.end);
    return { store, keys };
  }

  it('[R25] are sealed before their room expires by itself, by any process, to a key that another one made', async () => {
    const [one, other] = [await openProcess(), await openProcess()];
    await first(one.keys, one.store);
    const code = await leaveOne(other.store);
    const expired = (
      (await valkey.send('KEYS', `wholeclass:{${code}}:*`)) as readonly string[]
    ).filter((key) => !key.endsWith(':notes'));
    await valkey.send('DEL', ...expired);
    expect((await valkey.image()).includes(TEXT)).toBe(false);
    expect(await opened(one.keys, one.store)).toEqual([TEXT]);
  });

  it('[R25] are opened by the same key after a Valkey came back empty: each process has the record in its file', async () => {
    const { store, keys } = await openProcess();
    await first(keys, store);
    await valkey.send('FLUSHALL');
    await store.leave([{ id: 'salvaged', text: TEXT, triage: null }]);
    expect([(await valkey.image()).includes(TEXT), await opened(keys, store)]).toEqual([
      false,
      [TEXT],
    ]);
  });
});
