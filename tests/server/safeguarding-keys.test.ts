import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isSealed, type LeftNote, type SealedLeftNote } from '../../src/room/left-note.ts';
import { makeKeyWords } from '../../src/room/key-words.ts';
import { openMemoryStore } from '../../src/room/memory-store.ts';
import type { Store } from '../../src/room/store.ts';
import {
  isSurelyWrong,
  makeHolder,
  openerOf,
  sealFor,
  type Opener,
} from '../../src/server/schools/note-seal.ts';
import {
  openSafeguardingKeys,
  type KeyMade,
  type NewKey,
  type SafeguardingKeys,
} from '../../src/server/schools/safeguarding-keys.ts';
import { LOCK_FILE } from '../../src/server/schools/file-lock.ts';
import {
  makeSetupCode,
  openSetupCode,
  setupSentence,
} from '../../src/server/schools/setup-code.ts';
import { seededRandom } from '../poll/seeded-random.ts';
import { CHEAP, DEPUTY, LEAD, openKeys, openRecords, STRANGER } from './safeguarding-key.ts';

const NOW = 1_700_000_000_000;
const NOTE = { id: 'one', text: 'I am scared of someone', triage: 'dsl' } as const;

function openStore(keys: SafeguardingKeys): Store {
  return openMemoryStore({
    random: seededRandom(3),
    sealer: null,
    keeper: null,
    noteSealer: keys.sealer,
  });
}

const make = (keys: SafeguardingKeys, store: Store, key: Partial<NewKey>): Promise<KeyMade> =>
  keys.make({ words: LEAD, reason: 'first', holder: '', code: '', ...key }, store, NOW);

async function read(
  keys: SafeguardingKeys,
  store: Store,
  words: string,
): Promise<readonly (string | null)[] | null> {
  const left = await store.left(NOW);
  const opener = await keys.unlock(words, left);
  if (opener === null || opener === 'busy') return null;
  return left.filter(isSealed).map((note) => opener.open(note)?.text ?? null);
}

test('[R25] the same words make other keys in another school, and open nothing of it', async () => {
  const [here, there] = [await makeHolder(LEAD, CHEAP), await makeHolder(LEAD, CHEAP)];
  expect(here.publicKey).not.toBe(there.publicKey);
  const note: SealedLeftNote = { id: 'one', sealed: sealFor([there], NOTE), goneAt: null };
  expect((await openerOf(LEAD, here, CHEAP))?.open(note)).toBeNull();
  expect((await openerOf(LEAD, there, CHEAP))?.open(note)).toEqual(NOTE);
});

test('[R25] a sealed note under another id, or with one byte changed, cannot be opened', async () => {
  const holder = await makeHolder(LEAD, CHEAP);
  const opener = (await openerOf(LEAD, holder, CHEAP)) as Opener;
  const sealed = sealFor([holder], NOTE);
  const changed = `${sealed.body.slice(0, 40)}${sealed.body[40] === 'A' ? 'B' : 'A'}${sealed.body.slice(41)}`;
  expect(opener.open({ id: 'two', sealed, goneAt: null })).toBeNull();
  expect(opener.open({ id: 'one', sealed: { ...sealed, body: changed }, goneAt: null })).toBeNull();
});

test('[R25] a key is made once; one for a deputy needs the words of a holder, and opens what waits already', async () => {
  const keys = await openKeys();
  const store = openStore(keys);
  await store.leave([NOTE]);
  expect(await make(keys, store, {})).toBe('made');
  expect(await make(keys, store, { words: STRANGER })).toBe('has-key');
  expect(await make(keys, store, { words: DEPUTY, reason: 'also', holder: STRANGER })).toBe(
    'wrong-words',
  );
  expect(await make(keys, store, { words: 'acorn amber', reason: 'also', holder: LEAD })).toBe(
    'bad-words',
  );
  expect(await make(keys, store, { words: DEPUTY, reason: 'also', holder: LEAD })).toBe('made');
  for (const words of [LEAD, DEPUTY]) expect(await read(keys, store, words)).toEqual([NOTE.text]);
  expect(await read(keys, store, STRANGER)).toBeNull();
  expect(await keys.state()).toEqual({ keys: 2, needsCode: false });
});

test('[R25] words that another person saw are replaced, and open nothing any more', async () => {
  const keys = await openKeys();
  const store = openStore(keys);
  await make(keys, store, {});
  await store.leave([NOTE]);
  expect(await make(keys, store, { words: DEPUTY, reason: 'instead', holder: LEAD })).toBe('made');
  await store.leave([{ ...NOTE, id: 'two' }]);
  expect(await read(keys, store, LEAD)).toBeNull();
  expect(await read(keys, store, DEPUTY)).toEqual([NOTE.text, NOTE.text]);
});

test('[R25] a key in the place of lost words opens nothing that waits, which stays until they are found', async () => {
  const keys = await openKeys();
  const store = openStore(keys);
  await make(keys, store, {});
  await store.leave([NOTE]);
  expect(await make(keys, store, { words: DEPUTY, reason: 'lost' })).toBe('made');
  await store.leave([{ ...NOTE, id: 'two', text: 'a later one' }]);
  expect(await read(keys, store, DEPUTY)).toEqual([null, 'a later one']);
  expect(await read(keys, store, LEAD)).toEqual([NOTE.text, null]);
  expect(await make(keys, store, { words: STRANGER, reason: 'also', holder: LEAD })).toBe(
    'wrong-words',
  );
});

test('[R25] where the program is hosted, no member of staff makes or replaces a key without the setup code, which works once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'setup-code-'));
  const setup = openSetupCode(dataDir, seededRandom(4));
  await setup.make();
  const code = (await setup.read()) ?? '';
  const keys = await openSafeguardingKeys({ records: openRecords(), setup, cost: CHEAP });
  const store = openStore(keys);
  await store.leave([NOTE]);
  for (const wrong of ['', 'BCDF-2345-GHJK', code.slice(0, -1)]) {
    expect(await make(keys, store, { code: wrong })).toBe('wrong-code');
  }
  expect((await store.left(NOW)).map(isSealed)).toEqual([false]);
  expect(await make(keys, store, { code: code.toLowerCase().replaceAll('-', ' ') })).toBe('made');
  expect(await read(keys, store, LEAD)).toEqual([NOTE.text]);
  expect(await make(keys, store, { words: STRANGER, reason: 'lost', code })).toBe('wrong-code');
  expect(await keys.state()).toEqual({ keys: 1, needsCode: true });
});

describe('a setup code', () => {
  const DAY = 24 * 60 * 60_000;
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'setup-code-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  test('[R25] is the same after a restart and in another process, for seven days, in a file for its owner alone', async () => {
    let wall = NOW;
    const open = (seed: number) => openSetupCode(dataDir, seededRandom(seed), () => wall);
    const { path, until } = await open(4).make();
    const code = await open(4).read();
    expect(code).toMatch(/^[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await setupSentence(open(5), wall)).not.toContain(code);
    expect(await setupSentence(open(5), wall)).toContain(path);
    expect(await open(5).read()).toBe(code);
    expect(until).toBe(NOW + 7 * DAY);
    wall = until;
    await open(5).make();
    expect(await open(5).read()).toBeNull();
    expect(await setupSentence(open(5), wall)).toContain('npm run setup-code');
  });

  test('[R25] gives way to another on demand alone, and is gone once it was used', async () => {
    const setup = openSetupCode(dataDir, seededRandom(4));
    await setup.make();
    const code = await setup.read();
    await setup.make(true);
    expect(await setup.read()).not.toBe(code);
    await openSetupCode(dataDir, seededRandom(6)).use();
    expect(await setup.read()).toBeNull();
    expect(readdirSync(dataDir)).toEqual([LOCK_FILE]);
  });
});

test('[R25] a setup code has twelve characters that look like no others', () => {
  expect(makeSetupCode(seededRandom(5))).toMatch(
    /^[2-9BCDFGHJ-NP-TV-Z]{4}(-[2-9BCDFGHJ-NP-TV-Z]{4}){2}$/,
  );
});

test('[R26] the right words open notes beside a thousand wrong ones, of which few cost more than a hash', async () => {
  const keys = await openKeys();
  const store = openStore(keys);
  await make(keys, store, {});
  await store.leave([NOTE]);
  const left: readonly LeftNote[] = await store.left(NOW);
  const random = seededRandom(6);
  const wrong = Array.from({ length: 1000 }, () => makeKeyWords(random).join(' '));
  const tries = wrong.map((words) => keys.unlock(words, left));
  const right = await keys.unlock(LEAD, left);
  expect(right).not.toBe('busy');
  expect(right).not.toBeNull();
  expect((await Promise.all(tries)).every((opened) => opened === null || opened === 'busy')).toBe(
    true,
  );
});

test('[R26] of 4,096 wrong keys a handful at most cost a guess, and the right one is never taken for wrong', async () => {
  const holder = await makeHolder(LEAD, CHEAP);
  const passing = Array.from({ length: 4096 }, (_, at) => `wrong words ${at}`).filter(
    (words) => !isSurelyWrong(words, holder),
  );
  expect(passing.length).toBeLessThan(12);
  expect(isSurelyWrong(LEAD, holder)).toBe(false);
});
