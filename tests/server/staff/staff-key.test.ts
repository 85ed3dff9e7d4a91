import { expect, test } from 'vitest';
import { openStaffKey } from '../../../src/server/staff/staff-key.ts';
import { memorySessions, openSessions } from '../../../src/server/staff/staff-sessions.ts';
import { MAX_BITS, MAX_UNPROVEN, MIN_BITS } from '../../../src/server/staff/wrong-keys.ts';
import { isProof, openProof, PUZZLES, type Proof } from '../../../src/text/sign-in-proof.ts';

const KEY = 'kestrel granite osprey';
const MINUTE = 60_000;

async function open({ key = KEY, store = memorySessions(), maxFree = MAX_UNPROVEN } = {}) {
  const clock = { now: 0 };
  // A stolen cookie that costs as little as can be to guess the key by: what it costs is not what is tested here.
  const now = () => clock.now;
  const sessions = openSessions(store, now);
  const staff = await openStaffKey({ key, now, sessions, cost: { N: 2 }, maxFree });
  const tryKey = (given: string, proof: Proof | null = null) => staff.tryKey({ key: given, proof });
  const signIn = async () => ((await tryKey(KEY)).is === 'right' ? staff.begin() : 'refused');
  const isIn = async (token: string) => (await staff.sessionOf(token)) !== null;
  return { clock, isIn, sessions, signIn, staff, tryKey };
}

/** What a page does when it is asked for a proof. */
async function prove({ tryKey }: Awaited<ReturnType<typeof open>>, key: string): Promise<Proof> {
  const tried = await tryKey(key);
  if (tried.is !== 'unproven') throw new Error(`no proof was asked for: ${tried.is}`);
  const tryMore = openProof(tried.asked, key);
  for (;;) {
    const proof = tryMore(100_000);
    if (proof !== null) return proof;
  }
}

test('the key begins a session, and nothing else does', async () => {
  const { isIn, signIn, tryKey } = await open();
  expect(await isIn(await signIn())).toBe(true);
  for (const given of [
    '',
    'kestrel granite ospre',
    'kestrel granite osprey ',
    'Kestrel granite osprey',
  ]) {
    expect(await tryKey(given)).toEqual({ is: 'wrong' });
  }
});

test('[R28] a session ends after an hour without use, and after twelve hours of use in any case', async () => {
  const { clock, isIn, signIn } = await open();
  const [used, idle] = [await signIn(), await signIn()];
  clock.now += 60 * MINUTE - 1;
  expect(await isIn(used)).toBe(true);
  clock.now += 1;
  expect([await isIn(used), await isIn(idle)]).toEqual([true, false]);
  while (clock.now + 30 * MINUTE < 12 * 60 * MINUTE) {
    clock.now += 30 * MINUTE;
    expect(await isIn(used)).toBe(true);
  }
  clock.now = 12 * 60 * MINUTE - 1;
  expect(await isIn(used)).toBe(true);
  clock.now += 1;
  expect(await isIn(used)).toBe(false);
});

test('[R28] who signs out ends one session, however often its token is sent again, and signing everyone out ends all', async () => {
  const { isIn, sessions, signIn, staff } = await open();
  const [one, two, three] = [await signIn(), await signIn(), await signIn()];
  await staff.signOut(one);
  expect([await isIn(one), await isIn(two), await sessions.count()]).toEqual([false, true, 2]);
  await sessions.closeAll();
  expect([await isIn(one), await isIn(two), await isIn(three), await sessions.count()]).toEqual([
    false,
    false,
    false,
    0,
  ]);
  expect(await isIn(await signIn())).toBe(true);
});

test('[R28] another process with the same key and store knows the session, one with another key ends it', async () => {
  const store = memorySessions();
  const { signIn } = await open({ store });
  const token = await signIn();
  expect(await (await open({ store })).isIn(token)).toBe(true);
  expect(await (await open({ store, key: 'another key of staff' })).isIn(token)).toBe(false);
});

test('a token that was changed or made up is none', async () => {
  const { isIn, signIn } = await open();
  const [until = '', nonce = '', mac = ''] = (await signIn()).split('.');
  const later = (Number.parseInt(until, 36) + MINUTE).toString(36);
  for (const token of [
    '',
    '..',
    `${later}.${nonce}.${mac}`,
    `${until}.x.${mac}`,
    `${until}.${nonce}.`,
    `${until}.${nonce}.${mac}x`,
    `${until}.${nonce}`,
  ]) {
    expect([token, await isIn(token)]).toEqual([token, false]);
  }
});

test('[R27] the right key is right at once after thousands of wrong ones', async () => {
  const { tryKey } = await open();
  for (let guess = 0; guess < MAX_UNPROVEN - 1; guess += 1) await tryKey(`guess ${guess}`);
  expect(await tryKey(KEY)).toEqual({ is: 'right' });
});

test('[R27] once there are too many, a key is looked at with a proof that was made for it, and with no other', async () => {
  const door = await open({ maxFree: 20 });
  for (let guess = 0; guess < 20; guess += 1) {
    expect(await door.tryKey(`guess ${guess}`)).toEqual({ is: 'wrong' });
  }
  expect(await door.tryKey('guess 20')).toMatchObject({
    is: 'unproven',
    asked: { bits: MIN_BITS },
  });
  const [mine, another] = [await prove(door, KEY), await prove(door, 'guess 20')];
  expect(await door.tryKey(KEY)).toMatchObject({ is: 'unproven' });
  for (const proof of [
    another,
    { ...mine, counters: mine.counters.with(PUZZLES - 1, 0) },
    { ...mine, counters: mine.counters.slice(1) },
    { ...mine, challenge: mine.challenge.replace(/\.\d+\./, '.0.') },
  ]) {
    expect(await door.tryKey(KEY, proof)).toMatchObject({ is: 'unproven' });
  }
  expect(await door.tryKey(KEY, mine)).toEqual({ is: 'right' });
  expect(await door.tryKey('guess 20', another)).toEqual({ is: 'wrong' });
  door.clock.now += 2 * MINUTE - 1;
  expect(await door.tryKey(KEY, mine)).toEqual({ is: 'right' });
});

test('[R27] a proof is good for two minutes, and the price falls again by itself', async () => {
  const door = await open({ maxFree: 100 });
  for (let guess = 0; guess < 150; guess += 1) await door.tryKey(`guess ${guess}`);
  const mine = await prove(door, KEY);
  door.clock.now += 2 * MINUTE;
  // Forty wrong keys have been forgotten by now, and as many are free.
  for (let guess = 0; guess < 40; guess += 1) {
    expect(await door.tryKey(`guess ${guess}`)).toEqual({ is: 'wrong' });
  }
  expect(await door.tryKey(KEY, mine)).toMatchObject({ is: 'unproven' });
  door.clock.now += 3 * MINUTE;
  expect(await door.tryKey(KEY)).toEqual({ is: 'right' });
});

test('[R27] who pays for many wrong keys pays up to eight times as much for each, and no more', async () => {
  const { openWrongKeys } = await import('../../../src/server/staff/wrong-keys.ts');
  const wrong = openWrongKeys(() => 0, 0);
  const prices = [0, 499, 1, 1000, 2000, 100_000].map((more) => {
    for (let guess = 0; guess < more; guess += 1) wrong.add(true);
    return wrong.price();
  });
  expect(prices).toEqual([MIN_BITS, MIN_BITS, MIN_BITS + 1, MIN_BITS + 2, MAX_BITS, MAX_BITS]);
});

test('a proof is checked bit by bit as it was made', () => {
  const asked = { challenge: 'a.6.b', bits: 6 };
  const proof = openProof(asked, 'ключ')(1_000_000);
  if (proof === null) throw new Error('no proof in a million numbers');
  expect([
    isProof(proof, { bits: 6, key: 'ключ' }),
    isProof(proof, { bits: 6, key: 'ключи' }),
  ]).toEqual([true, false]);
  expect(isProof({ ...proof, challenge: 'a.6.c' }, { bits: 6, key: 'ключ' })).toBe(false);
});
