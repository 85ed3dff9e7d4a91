import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endedHere } from '../../src/server/ended-sessions.ts';
import { openStaffKey, type StaffKey } from '../../src/server/staff-key.ts';
import { openSharedEnded } from '../../src/server/store/valkey/ended.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

describe.skipIf(!hasValkey)('sessions of staff at several processes', () => {
  let valkey: ValkeyServer;
  const opened: StaffKey[] = [];
  beforeAll(async () => {
    valkey = await openValkeyServer();
  });
  afterAll(async () => {
    for (const key of opened) key.end();
    await valkey.close();
  });

  async function openProcess(): Promise<StaffKey> {
    const now = () => 0;
    const ended = await openSharedEnded(valkey.url, endedHere(now));
    const key = await openStaffKey({ key: 'kestrel granite osprey', now, ended, cost: { N: 2 } });
    opened.push(key);
    return key;
  }

  async function signIn(key: StaffKey): Promise<string> {
    const signed = await key.signIn('kestrel granite osprey');
    return signed.is === 'in' ? signed.token : '';
  }

  it('are over at all of them once one is told, and no other session is', async () => {
    const [one, two] = [await openProcess(), await openProcess()];
    const [mine, colleagues] = [await signIn(one), await signIn(two)];
    expect([await two.isSignedIn(mine), await one.isSignedIn(colleagues)]).toEqual([true, true]);
    await one.signOut(mine);
    expect([await one.isSignedIn(mine), await two.isSignedIn(mine), await one.isSignedIn(colleagues)]).toEqual([false, false, true]);
    const keys = (await valkey.send('KEYS', '*')) as readonly string[];
    expect(await valkey.send('PTTL', keys[0] ?? '')).toBeGreaterThan(11 * 60 * 60_000);
  });

  it('go on while Valkey is away, and one that is ended then is over where it was told', async () => {
    const [one, two] = [await openProcess(), await openProcess()];
    const token = await signIn(one);
    await valkey.stop();
    expect([await one.isSignedIn(token), await two.isSignedIn(token)]).toEqual([true, true]);
    await one.signOut(token);
    expect(await one.isSignedIn(token)).toBe(false);
    await valkey.start();
  });
});
