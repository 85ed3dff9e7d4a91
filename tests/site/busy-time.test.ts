import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { busyTime } from '../../src/site/busy-time.ts';

const program = (script: string) =>
  spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });

test.skipIf(process.platform !== 'linux')(
  'A process that waits has hardly worked, and one that loops has, by its own work',
  async () => {
    const [waits, loops] = [
      program("console.log('up'); setTimeout(() => {}, 60000)"),
      program(
        "console.log('up'); while (process.cpuUsage().user < 1e6) for (let n = 0; n < 1e7; n += 1); console.log('worked'); setTimeout(() => {}, 60000)",
      ),
    ];
    // The clock stands: only work counts.
    const [idle, busy] = [waits, loops].map(({ pid }) => busyTime(pid, () => 0));
    await Promise.all([once(waits.stdout, 'data'), once(loops.stdout, 'data')]);
    await once(loops.stdout, 'data');
    expect(busy?.()).toBeGreaterThanOrEqual(900);
    expect(idle?.()).toBeLessThan(900);
    waits.kill();
    loops.kill();
  },
);

test('A process that comes to no end without working is late in six times the time, and one without known work by the clock', () => {
  let now = 0;
  const [own, unknown] = [busyTime(process.pid, () => now), busyTime(undefined, () => now)];
  now = 6_000_000_000;
  expect([own(), unknown()]).toEqual([1_000_000_000, 6_000_000_000]);
});
