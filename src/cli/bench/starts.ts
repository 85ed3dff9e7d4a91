import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.ts';
import { percentile, plainFigure, type Figure } from './figure.ts';

/** From `npm start` to the line with the address, where everything is set up and built: the median of three. */
export async function measureSecondStart(): Promise<readonly Figure[]> {
  await timeStart(root);
  const seconds = [await timeStart(root), await timeStart(root), await timeStart(root)];
  return [plainFigure('start.second.s', percentile(seconds, 0.5), 's')];
}

async function timeStart(project: string): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-bench-'));
  const env = { ...process.env, STAFF_PORT: '0', DATA_DIR: dataDir };
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const ended = once(child, 'close');
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  while (!/http:\/\/\S+\/\n/.test(output)) {
    const still = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)]);
    if (still === null) throw new Error('npm start ended before it told its address');
  }
  const seconds = (performance.now() - began) / 1000;
  child.kill('SIGTERM');
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
  return seconds;
}
