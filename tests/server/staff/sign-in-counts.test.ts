import { expect, test } from 'vitest';
import { memoryTally, openSignInCounts } from '../../../src/server/staff/sign-in-counts.ts';

const HOUR = 3_600_000;

test('[R29] sums since the start, and those of each hour of the last day, the latest first; older hours are dropped', async () => {
  const clock = { now: 10 * HOUR + 5 };
  const tally = memoryTally();
  const counts = await openSignInCounts(tally, () => clock.now);
  for (const outcome of ['right', 'wrong', 'wrong'] as const) await counts.add(outcome);
  clock.now = 11 * HOUR - 1;
  await counts.add('wrong');
  clock.now = 11 * HOUR;
  await counts.add('unproven');
  const tenth = { hour: 10 * HOUR, right: 1, wrong: 3, unproven: 0 };
  const eleventh = { hour: 11 * HOUR, right: 0, wrong: 0, unproven: 1 };
  const sums = { since: 10 * HOUR + 5, right: 1, wrong: 3, unproven: 1 };
  expect(await counts.read()).toEqual({ ...sums, hours: [eleventh, tenth] });
  clock.now = 34 * HOUR - 1;
  expect((await counts.read()).hours).toEqual([eleventh, tenth]);
  clock.now = 34 * HOUR;
  expect(await counts.read()).toEqual({ ...sums, hours: [eleventh] });
  expect(
    [...(await tally.read()).keys()].filter((name) => name.startsWith(String(10 * HOUR))),
  ).toEqual([]);
});

test('[R29] a count that cannot be taken keeps no key from being answered', async () => {
  const broken = {
    ...memoryTally(),
    add: () => Promise.reject(new Error('away')),
    read: async () => new Map([['since', 0]]),
  };
  await expect((await openSignInCounts(broken, () => 0)).add('right')).resolves.toBeUndefined();
});
