import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSignInCounts } from '../../src/server/staff/sign-in-counts.ts';
import { openStaffKey } from '../../src/server/staff/staff-key.ts';
import { openSessions } from '../../src/server/staff/staff-sessions.ts';
import {
  openSharedStaff,
  SESSIONS,
  type SharedStaff,
} from '../../src/server/store/valkey/staff.ts';
import { sessionContract } from './sessions.contract.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

const KEY = 'kestrel granite osprey';

describe.skipIf(!hasValkey)('sessions of staff at several processes', () => {
  let valkey: ValkeyServer;
  const opened: SharedStaff[] = [];
  beforeAll(async () => {
    valkey = await openValkeyServer();
  });
  beforeEach(() => valkey.send('FLUSHALL'));
  afterAll(async () => {
    for (const { sessions } of opened) sessions.end();
    await valkey.close();
  });

  async function share(now = () => 0): Promise<SharedStaff> {
    const shared = await openSharedStaff(valkey.url, now);
    opened.push(shared);
    return shared;
  }

  async function openProcess() {
    const now = () => 0;
    const sessions = openSessions((await share(now)).sessions, now);
    const key = await openStaffKey({ key: KEY, now, sessions, cost: { N: 2 } });
    const isSignedIn = async (token: string) => (await key.sessionOf(token)) !== null;
    return { ...key, isSignedIn, sessions };
  }

  sessionContract(async () => ({
    store: (await share()).sessions,
    again: async () => (await share()).sessions,
  }));

  it('[R28] are over at all of them once one has ended them, and no other session is', async () => {
    const [one, two] = [await openProcess(), await openProcess()];
    const [mine, colleagues] = [await one.begin(), await two.begin()];
    expect([await two.isSignedIn(mine), await one.isSignedIn(colleagues)]).toEqual([true, true]);
    const cut: string[] = [];
    two.sessions.follow({
      session: (await two.sessionOf(mine))?.session ?? '',
      until: 1,
      isUse: true,
      ended: () => void cut.push('stream'),
    });
    await one.signOut(mine);
    expect([
      await one.isSignedIn(mine),
      await two.isSignedIn(mine),
      await one.isSignedIn(colleagues),
    ]).toEqual([false, false, true]);
    await two.sessions.sweep();
    expect(cut).toEqual(['stream']);
    expect(await valkey.send('PTTL', SESSIONS)).toBeGreaterThan(11 * 60 * 60_000);
    await two.sessions.closeAll();
    expect(await one.isSignedIn(colleagues)).toBe(false);
  });

  it('[R29] are counted together, and so are keys', async () => {
    const [one, two] = [await openProcess(), await openProcess()];
    await one.begin();
    await two.begin();
    expect([await one.sessions.count(), await two.sessions.count()]).toEqual([2, 2]);
    const counts = [
      await openSignInCounts((await share()).tally, () => 5),
      await openSignInCounts((await share()).tally, () => 9),
    ];
    for (const each of counts) await each.add('wrong');
    expect(await counts[0]?.read()).toEqual({
      since: 5,
      right: 0,
      wrong: 2,
      unproven: 0,
      hours: [{ hour: 0, right: 0, wrong: 2, unproven: 0 }],
    });
  });

  it('[R28] go on while Valkey is away, and one that is ended then is over in that process, and everywhere once Valkey is back', async () => {
    const [one, two] = [await openProcess(), await openProcess()];
    const token = await one.begin();
    valkey.freeze();
    expect([await one.isSignedIn(token), await two.isSignedIn(token)]).toEqual([true, true]);
    await one.signOut(token);
    expect(await one.isSignedIn(token)).toBe(false);
    valkey.wake();
    await expect.poll(() => two.isSignedIn(token), { timeout: 10_000 }).toBe(false);
  });

  it('[R28] are all over where Valkey comes back empty', async () => {
    const one = await openProcess();
    const token = await one.begin();
    await valkey.stop();
    expect(await one.isSignedIn(token)).toBe(true);
    await valkey.start();
    await expect.poll(() => one.isSignedIn(token), { timeout: 10_000 }).toBe(false);
  });
});
