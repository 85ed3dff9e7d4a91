import { expect, test } from 'vitest';
import { endedHere } from '../../src/server/ended-sessions.ts';
import { openStaffKey } from '../../src/server/staff-key.ts';

const KEY = 'kestrel granite osprey';
const MINUTE = 60_000;

async function open(key = KEY) {
  const clock = { now: 0 };
  // A guess that costs as little as can be: what one costs is not what is tested here.
  const now = () => clock.now;
  const staff = await openStaffKey({ key, now, ended: endedHere(now), cost: { N: 2 } });
  const signIn = async (given = KEY) => {
    const signed = await staff.signIn(given);
    return signed.is === 'in' ? signed.token : signed.is;
  };
  return { clock, signIn, staff };
}

test('the key begins a session, and nothing else does', async () => {
  const { signIn, staff } = await open();
  expect(await staff.isSignedIn(await signIn())).toBe(true);
  for (const given of ['', 'kestrel granite ospre', 'kestrel granite osprey ', 'Kestrel granite osprey']) expect(await signIn(given)).toBe('wrong');
});

test('a session is over after twelve hours, and at once for whoever signs out, however often its token is sent again', async () => {
  const { clock, signIn, staff } = await open();
  const [one, two] = [await signIn(), await signIn()];
  await staff.signOut(one);
  expect([await staff.isSignedIn(one), await staff.isSignedIn(two)]).toEqual([false, true]);
  clock.now += 12 * 60 * MINUTE - 1;
  expect([await staff.isSignedIn(one), await staff.isSignedIn(two)]).toEqual([false, true]);
  clock.now += 1;
  expect(await staff.isSignedIn(two)).toBe(false);
});

test('another process with the same key knows the session, one with another key does not', async () => {
  const { signIn } = await open();
  const token = await signIn();
  expect([await (await open()).staff.isSignedIn(token), await (await open('another key of staff')).staff.isSignedIn(token)]).toEqual([true, false]);
});

test('a token that somebody has changed or made up is none', async () => {
  const { signIn, staff } = await open();
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
    expect([token, await staff.isSignedIn(token)]).toEqual([token, false]);
  }
});

test('guessing is slow: after ten wrong keys in a minute not even the right one is looked at, and then it is again', async () => {
  const { clock, signIn } = await open();
  for (let guess = 0; guess < 10; guess += 1) expect(await signIn(`guess ${guess}`)).toBe('wrong');
  expect(await signIn()).toBe('slow');
  clock.now += MINUTE;
  expect(await signIn()).toContain('.');
});

test('many guesses at the same moment are not many at the same time', async () => {
  const { signIn } = await open();
  const all = await Promise.all(Array.from({ length: 30 }, (_, guess) => signIn(`guess ${guess}`)));
  expect([all.filter((one) => one === 'wrong').length, all.filter((one) => one === 'slow').length]).toEqual([4, 26]);
});
