import { expect, it } from 'vitest';
import type { SessionStore } from '../../src/server/staff/staff-sessions.ts';

const MINUTE = 60_000;

/** What every store of sessions does. `open` opens an empty one, `again` opens the same one as another process or another start does. */
export function sessionContract(
  open: () => Promise<{ readonly store: SessionStore; again(): Promise<SessionStore> }>,
): void {
  it('[R28] holds a session from its beginning, with its last use, for every process and every start', async () => {
    const { store, again } = await open();
    await store.add('one', 5 * MINUTE);
    expect([await store.lastUse('one'), await store.lastUse('two')]).toEqual([5 * MINUTE, null]);
    await store.touch('one', 8 * MINUTE);
    expect(await store.lastUse('one')).toBe(8 * MINUTE);
    expect(await (await again()).lastUse('one')).toBe(8 * MINUTE);
  });

  it('[R28] never opens a removed session again: not by a use, not in another process, not after a start', async () => {
    const { store, again } = await open();
    await store.add('one', 0);
    await store.add('two', 0);
    await store.remove('one');
    await store.touch('one', 30 * MINUTE);
    const other = await again();
    expect([
      await store.lastUse('one'),
      await other.lastUse('one'),
      await other.lastUse('two'),
    ]).toEqual([null, null, 0]);
  });

  it('[R28] has none left after all were ended, in any process and after a start', async () => {
    const { store, again } = await open();
    await store.add('one', 0);
    await store.add('two', 0);
    await store.clear();
    expect([await store.count(-1), await (await again()).lastUse('two')]).toEqual([0, null]);
  });

  it('[R29] counts the sessions that were used since a time', async () => {
    const { store } = await open();
    await store.add('one', 5 * MINUTE);
    await store.add('two', 10 * MINUTE);
    expect([
      await store.count(0),
      await store.count(5 * MINUTE),
      await store.count(10 * MINUTE),
    ]).toEqual([2, 1, 0]);
  });
}
